// What was accepted before: a baseline holds the findings of an earlier run and how often each came, a
// suppression file holds single ones and the reason. Both know a finding by its rule and text, not by its
// line: data files are rewritten and sorted all the time, and they can't hold comments.
#pragma once

#include <newswash/result.h>

#include <map>

#include "quality/finding.h"

namespace newswash {

/// The findings of a run, by rule and text, with counts. As a file: one JSON object, sorted, a finding a
/// line, so that a change of it can be read in a review.
class Baseline {
 public:
  static Result<Baseline> read(const std::string& path);

  void add(const Finding& finding) { ++counts_[key(finding)]; }

  /// Takes one of the finding's kind out. False if none is left: then it is new.
  bool take(const Finding& finding);

  /// How many findings are still in it: they were not found again.
  std::uint64_t left() const;

  std::string write() const;

 private:
  using Key = std::pair<std::string, std::string>;  // rule, text
  static Key key(const Finding& finding);
  std::map<Key, std::uint64_t> counts_;
};

/// The suppressions of a TOML file:
///
///     [[suppress]]
///     rule = "leftover.share"          # or a family: "leftover"
///     text = "Share this article"      # the finding's text; optional
///     record = "a-17"                  # the record's id, or its path; optional
///     reason = "the article is about share buttons"
///
/// A rule, a reason and at least one of text and record must be there.
class Suppressions {
 public:
  static Result<Suppressions> read(const std::string& path);

  /// True if one of them is meant for the finding.
  bool cover(const Finding& finding);

  /// Those that were meant for no finding, in words.
  std::vector<std::string> unused() const;

 private:
  struct Suppression {
    std::string rule, text, record, reason;
    std::uint64_t line = 0;
    std::uint64_t used = 0;
  };
  static Result<Suppressions> parse(std::string_view toml, const std::string& path);
  std::vector<Suppression> suppressions_;
};

}  // namespace newswash
