// Decides which lines of an article are furniture: by wording (the rules), position (head, body, tail),
// neighbours (what follows a label) and repetition. Mine: the decision. Not mine: what a rule matches
// (automaton.h), how one line looks (layout.h), what becomes of the lines (clean.cpp).
#pragma once

#include <newswash/category.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reader/boilerplate/layout.h"
#include "reader/boilerplate/packs.h"

namespace newswash {

/// One line that is not blank, in the order of the text.
struct PageLine {
  std::string_view text;
  Shape shape;
  bool removed = false;
  Category category = Category::other;  // where removed
  std::string_view rule;                // where removed
};

/// What stripping found out besides the removals.
struct StripReport {
  std::size_t headline = kNone;  // index of the line
  std::vector<std::string> warnings;
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
};

/// Limits of the decision; in doubt a line is kept.
struct StripLimits {
  std::uint32_t zone_words = 120;  // head and tail end after this many kept words that are no prose
  std::uint32_t run_lines = 30;    // a run of teasers is at most this long
  std::uint32_t subheading_words =
      4;  // a line up to this long right before prose is its subheading, not a teaser
  std::uint32_t glued_letters = 40;  // page furniture glued before a headline is at most this long
  std::uint32_t kicker_words = 12;   // one sentence up to this long may stand above the headline …
  std::uint32_t headline_words = 6;  // … which then has at least this many words
  double taken_share = 0.25;         // what goes with labels is never more than this share of the words
};
inline constexpr StripLimits kStrip;

class Stripper {
 public:
  /// Decides over `lines`. `rules` are asked in order.
  StripReport strip(std::span<PageLine> lines, std::span<const RuleSetView> rules);

 private:
  struct Candidate {
    std::uint32_t line;
    const RuleInfo* rule;
  };

  void match_all(std::span<const RuleSetView> rules);
  bool sweep_zones();
  const RuleInfo* candidate(std::size_t line, std::uint8_t where) const;
  bool try_remove(std::size_t line, std::uint8_t where);
  void remove(std::size_t line, const RuleInfo& rule);
  void take_after_labels();
  void take_run(std::size_t label, const RuleInfo& rule);
  void take_rest(std::size_t label, const RuleInfo& rule);
  void take(std::span<const std::size_t> taken, std::size_t label, const RuleInfo& rule);
  std::size_t find_headline() const;
  void strip_repetition();
  void strip_before_headline();

  std::span<PageLine> lines_;
  StripReport report_;
  Matcher matcher_;
  std::vector<Candidate> candidates_;
  std::vector<std::uint32_t> first_candidate_;  // by line, and one more
  std::vector<const RuleInfo*> labels_;  // by line: the label rule that took it and has not been followed up
  std::uint64_t words_ = 0;              // of all lines
  std::uint64_t taken_words_ = 0;
  std::size_t body_begin_ = 0;  // lines before it are head
  std::size_t tail_begin_ = 0;  // lines from it on are tail
};

}  // namespace newswash
