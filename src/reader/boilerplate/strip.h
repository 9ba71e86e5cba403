// Decides which lines of an article are furniture: by wording (the rules), position (head, body, tail),
// neighbours (what follows a label) and repetition. Mine: the decision. Not mine: what a rule matches
// (automaton.h), how one line looks (layout.h), what becomes of the lines (clean.cpp).
#pragma once

#include <newswash/category.h>

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reader/boilerplate/layout.h"
#include "reader/boilerplate/packs.h"

namespace newswash {

class RuleMatches;

/// One line that is not blank, in the order of the text. There may be millions of them: every byte counts.
class PageLine {
  const char* begin_ = nullptr;
  std::uint32_t size_ = 0;

 public:
  Shape shape;
  bool removed : 1 = false;
  bool furniture : 1 = false;              // where removed: no matter of doubt
  bool only_sure : 1 = false;              // of the matches below only the latter apply
  Category category = Category::other;     // where removed
  std::uint8_t all_matches = 0;            // so many of any pack …
  std::uint8_t sure_matches = 0;           // … and of those that apply to any language
  const RuleInfo* const* found = nullptr;  // the former, then the latter

  PageLine() = default;
  PageLine(std::string_view text, const Shape& looks)
      : begin_(text.data()), size_(static_cast<std::uint32_t>(text.size())), shape(looks) {}

  [[nodiscard]] std::string_view text() const { return {begin_, size_}; }

  /// Rules of the packs that apply whose wording matches.
  [[nodiscard]] std::span<const RuleInfo* const> matches() const {
    return only_sure ? std::span(found + all_matches, sure_matches) : std::span(found, all_matches);
  }
  /// Those of the same line, found before.
  void take_matches(const PageLine& same) {
    all_matches = same.all_matches;
    sure_matches = same.sure_matches;
    found = same.found;
  }
  /// Where removed: the rule's id.
  [[nodiscard]] std::string_view rule() const { return rule_ == nullptr ? std::string_view{} : *rule_; }
  [[nodiscard]] const std::string_view* rule_id() const { return rule_; }
  void set_rule(const std::string_view* id) { rule_ = id; }

 private:
  const std::string_view* rule_ = nullptr;
};
static_assert(sizeof(PageLine) <= 40);

/// Takes a line away in the name of a rule, whose id outlives the line.
void remove_as(PageLine& line, Category category, const std::string_view& rule);
void remove_as(PageLine& line, Category category, std::string_view&& rule) = delete;

/// The rule for the headline again, and for titles that moved into the field.
inline constexpr std::string_view kRepeatedHeadline = "layout.headline-repeat";

/// The rule for labels above a headline: the site's or the section's name.
inline constexpr std::string_view kBeforeHeadline = "layout.before-headline";

/// What stripping found out besides the removals.
struct StripReport {
  std::size_t headline = kNone;  // index of the line
  std::vector<std::string> warnings;
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
};

/// What is known of the text as a whole.
struct TextKind {
  bool page = false;        // a page dump: furniture is certain
  bool title_case = false;  // in its language headlines capitalize their words
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
  double title_case_share = 0.75;  // of a headline's words of four letters or more, that begin with a capital
  std::uint32_t restated_words = 14;  // a headline that the lead restates has at most this many words …
  double restated_share = 0.7;        // … and shares this much of its telling ones with it
  double taken_share = 0.25;          // what goes with labels is never more than this share of the words
};
inline constexpr StripLimits kStrip;

class Stripper {
 public:
  /// Decides over `lines`, whose matches are known and were found by `matches`. Lines that were removed
  /// before stay so and count as furniture.
  StripReport strip(std::span<PageLine> lines, RuleMatches& matches, TextKind kind);

 private:
  void add_label(std::size_t line, const RuleInfo& rule);
  bool shows_furniture() const;
  bool sweep_zones();
  bool try_remove(std::size_t line, std::uint8_t where);
  bool try_remove_call(std::size_t line);
  bool try_remove_caption(std::size_t line);
  std::size_t count_dates() const;
  bool is_diary() const;
  bool heads_row(std::size_t line) const;
  bool is_page_date(const RuleInfo& rule, std::uint8_t where) const;
  bool introduces(std::size_t line) const;
  void take_after_labels();
  void take_run(std::size_t label, const RuleInfo& rule);
  void take_rest(std::size_t label, const RuleInfo& rule);
  bool take(std::size_t lines, std::uint64_t words, std::size_t label, const RuleInfo& rule);
  std::size_t find_headline() const;
  bool proves_headline(std::size_t line) const;
  bool lead_restates(std::size_t line) const;
  void strip_headline_repeats();
  bool is_refrain(std::string_view text);
  void strip_repeated_lines();
  void strip_before_headline();

  std::span<PageLine> lines_;
  RuleMatches* matches_ = nullptr;
  StripReport report_;
  TextKind kind_;
  bool furniture_ = false;  // the text shows furniture that is no matter of doubt
  std::vector<const RuleInfo*>
      labels_;  // by line, if there is any: the label rule that took it, not followed up yet
  std::vector<std::size_t> no_calls_;  // lines at the ends that were asked and are no calls
  std::size_t dates_ = 0;              // lines that are a date, where none stands between prose
  bool diary_ = false;                 // dates head its entries
  std::uint64_t words_ = 0;            // of all lines
  std::uint64_t taken_words_ = 0;
  std::size_t body_begin_ = 0;  // lines before it are head
  std::size_t tail_begin_ = 0;  // lines from it on are tail
  std::vector<std::uint64_t>
      places_;  // keys of the kept lines, sorted, neighbours that are equal counted once
};

}  // namespace newswash
