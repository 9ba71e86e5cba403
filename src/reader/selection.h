// Which lines of a repaired text are its article: the order of the steps that judge them. Mine: rules, page
// model and stripping put together, again and again until nothing goes, and the headline's place. Not mine:
// the steps themselves (boilerplate/, body/, facts/), the record that is made of it (article_record.h). Main
// types: Selection, LineSelector.
#pragma once

#include <newswash/clean.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reader/body/body.h"
#include "reader/boilerplate/rule_matches.h"
#include "reader/boilerplate/strip.h"
#include "reader/facts/facts.h"
#include "reader/line_indents.h"
#include "reader/lines.h"

namespace newswash {

/// In whose name lines go that the page model does not take for body.
inline constexpr std::string_view kModelRule = "model.body";

/// The lines of one text and what became of them.
struct Selection {
  static constexpr std::size_t kNone = StripReport::kNone;

  std::span<const std::string_view> text_lines;  // all lines, blank ones included
  std::vector<PageLine> lines;                   // those that are not blank, the removed ones marked
  std::vector<std::uint32_t> numbers;            // where each of those stands, if any line is blank: number()
  std::vector<std::uint8_t> categories;  // by text line: category + 1 of a rule that takes it anywhere
  std::string_view language;             // ISO 639-1, or empty
  BodyChoice body;
  std::string input_reason;      // why it was taken for that, in words, if asked for
  std::size_t headline = kNone;  // index in `lines`
  std::string headline_text;     // where the headline is less than its line
  Facts facts;                   // all of a page; of an article if they were asked for
  std::vector<std::string> warnings;

  /// Where the line with this index stands in `text_lines`.
  [[nodiscard]] std::uint32_t number(std::size_t line) const {
    return numbers.empty() ? static_cast<std::uint32_t>(line) : numbers[line];
  }
};

/// Selects one text's lines at a time and keeps its buffers between them; nothing else goes from one text to
/// the next.
class LineSelector {
 public:
  explicit LineSelector(const CleanOptions& options);

  /// `text_lines` are those of split_lines() and outlive the result, which lives until the next call.
  /// `facts`: those of the lines where they are known, else empty. `indents`: of the lines, where they are
  /// known.
  const Selection& select(const Lines& text_lines, std::string_view url, std::vector<LineFacts> facts = {},
                          LineIndents* indents = nullptr);

 private:
  /// Real pages need one, or two where something went; each but the last takes a line.
  static constexpr int kMostRounds = 16;

  /// Whether the next run, which may not know the page any more, would take a line away at its text's start.
  static bool is_label(const PageLine& line);

  /// In the name of the rule that matches the line, if any.
  static void remove_by_model(PageLine& line);

  void begin(const Lines& text_lines);
  void match_rules();
  void choose_page_body();
  bool settle_article();
  bool output_is_plainly_article() const;
  std::string input_reason() const;
  void find_article_facts(std::string_view url, LineIndents* indents);
  double share_of_body(std::span<const PageLine> lines) const;
  void take_page_headline(std::optional<Fact> fact);
  void take_title_lines(std::size_t first);
  void strip();
  bool strip_round(bool first);
  bool seeks_headline() const;
  void collect_kept();
  bool strip_behind_furniture();
  std::size_t behind_furniture() const;
  bool keeps_all() const;
  void doubt_headline();
  bool take_marked_headline();
  bool choose_again();
  void read_output();
  bool opens_with_titles() const;
  void settle_page();
  const Selection& select_again(bool titled);
  void take_over(const Selection& next, bool titled);
  template <typename Choose>
  BodyChoice by_line_facts(Choose choose);
  BodyChoice choose_output_body();

  std::size_t kept_count() const { return keeps_all_ ? selection_.lines.size() : kept_.size(); }
  std::size_t kept_from(std::size_t i) const { return keeps_all_ ? i : kept_from_[i]; }

  std::optional<InputKind> input_;
  bool facts_ = true;
  bool reasons_ = false;
  std::shared_ptr<const Rules> own_rules_;
  RuleMatches matches_;
  Stripper stripper_;
  bool keeps_all_ = false;                // all lines as they stand; else …
  std::vector<PageLine> kept_;            // … those of the selection as the next run would see them
  std::vector<std::uint32_t> kept_from_;  // … and where each stands in the selection
  std::vector<LineFacts> line_facts_;     // of all lines, or empty
  Lines output_lines_;                    // the result as lines
  std::vector<std::uint8_t> output_categories_;
  std::vector<FactLine> fact_lines_;
  FactFinder fact_finder_;
  bool still_page_ = false;                 // the result, read again, looked like a page
  bool is_next_run_ = false;                // this selector reads another one's result …
  std::vector<const PageLine*> known_;      // … whose lines these are, by line that is not blank; or null
  std::string_view known_language_;         // … in which their rules were found
  std::unique_ptr<LineSelector> next_run_;  // reads this one's, where a page needs it
  Selection selection_;
};

}  // namespace newswash
