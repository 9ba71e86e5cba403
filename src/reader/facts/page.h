// The page as the finders see it: its lines without blank ones, where the body begins and ends, and what each
// line holds (tokens, dates) computed once, on demand. Mine: that view. Not mine: judging body or not.
// Main type: Page. Neighbours: headline.h, dates.h, authors.h choose among its lines.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "reader/facts/date_parser.h"
#include "reader/facts/facts.h"
#include "reader/facts/line_head.h"
#include "reader/facts/tokens.h"
#include "reader/facts/word_set.h"

namespace newswash::facts {

/// Bytes that cheap tests ask for, found in one pass over a line.
enum LineSign : std::uint32_t {
  kBarSign = 1U << 0,          // |
  kDashSign = 1U << 1,         // -
  kSlashSign = 1U << 2,        // / and >
  kAtSign = 1U << 3,           // @
  kLatinMarkSign = 1U << 4,    // the lead byte of © » · and no-break space
  kPunctuationSign = 1U << 5,  // the lead byte of dashes, bullets and quotes
  kWideSign = 1U << 6,         // the lead byte of wide marks and ideographs
  kBracketSign = 1U << 7,      // (
  kColonSign = 1U << 8,        // :
  kUnderscoreSign = 1U << 9,   // _
};

/// Bytes of a line that are split into tokens.
inline constexpr std::size_t kLongestContent = 600;

/// Bytes of a list number at the start of `text` ("4. "), or 0.
std::size_t list_number(std::string_view text);

/// A line that is not blank. `text` is without indentation and bullet.
struct PageLine {
  std::string_view text;
  std::string_view raw;  // trimmed, but with its bullet
  std::uint32_t line = 0;
  std::uint32_t indent = 0;
  bool body = false;
  bool bullet = false;
  bool heading = false;   // a Markdown heading
  bool no_digit = false;  // as the line was given
  bool blank_before = true;
  bool blank_after = true;
  /// A list item: with a bullet, or with a number as breadcrumbs have.
  bool listed() const { return bullet || list_number(text) != 0; }
};

/// Tokens and dates of one line.
struct LineContent {
  Tokens tokens;
  std::vector<WrittenDate> dates;
  bool has_kind(std::uint32_t kinds) const;
};

/// One page after the other: read() begins a new one and keeps the buffers.
class Page {
 public:
  Page() = default;
  Page(std::span<const FactLine> lines, std::string_view url, std::string_view language, bool whole_page) {
    read(lines, url, language, whole_page);
  }
  void read(std::span<const FactLine> lines, std::string_view url, std::string_view language,
            bool whole_page);

  const std::vector<PageLine>& lines() const { return lines_; }
  const PageLine& operator[](std::size_t i) const { return lines_[i]; }
  std::size_t size() const { return lines_.size(); }

  /// The first line of prose of the body, or size() where there is none; and the line after the body's last.
  std::size_t lead() const { return lead_; }
  std::size_t body_end() const { return end_; }
  /// The lines in which facts of the head can stand.
  std::size_t window_begin() const { return begin_; }
  std::size_t window_end() const { return window_end_; }

  /// The indentation that most of the body's prose has.
  unsigned prose_indent();

  std::string_view url() const { return url_; }
  std::string_view host() const { return host_; }
  Languages languages() const { return languages_; }
  DateOrder order() const { return order_; }
  bool whole_page() const { return whole_page_; }
  /// False for dumps that write one piece a line and no blank lines.
  bool spaced() const { return spaced_; }

  const LineContent& content(std::size_t i);
  const LineHead& head(std::size_t i);
  bool starts_with_kind(std::size_t i, std::uint32_t kinds) { return (head(i).kinds & kinds) != 0; }
  bool has_date(std::size_t i);
  /// A quick look: false where the line certainly has none.
  bool may_have_date(std::size_t i);
  /// A digit, or a letter of a script with digits of its own, among a line's first bytes.
  bool has_digit(std::size_t i);
  /// Lines that hold a sign of copyright.
  const std::vector<std::size_t>& copyright_lines();
  /// The first and last eight bytes of line `i`, to compare many lines fast; see bytes_at_start().
  std::uint64_t start(std::size_t i) const { return starts_[i]; }
  std::uint64_t finish(std::size_t i) const { return finishes_[i]; }
  /// Words of a line's first bytes; two ideographs count as one.
  unsigned words(std::size_t i) {
    std::uint16_t& words = seen_[i].words;
    if (words == kNotCounted) words = count_words_of(i);
    return words;
  }
  /// Which of LineSign a line's first bytes hold.
  std::uint32_t signs(std::size_t i) {
    std::uint16_t& signs = seen_[i].signs;
    if (signs == kNotCounted) signs = signs_of(i);
    return signs;
  }

  /// Buffers for tokens, free to use until another member is called.
  Tokens& scratch() { return scratch_; }
  Tokens& phrase_scratch() { return phrase_scratch_; }

  const WordSet& body_words();
  const WordSet& url_words();
  /// The body's words that begin with a small letter.
  const WordSet& small_words();
  /// The body's first paragraph's words.
  const WordSet& lead_words();
  /// The words of the page's own title, where its first line is one.
  const WordSet& title_words();

 private:
  static constexpr std::uint16_t kNotCounted = 0xFFFF;
  static constexpr std::uint32_t kNoContent = 0xFFFFFFFF;
  enum class Known : std::uint8_t { kNot, kNo, kYes };

  /// What was asked of a line so far.
  struct Seen {
    LineHead head;
    std::uint32_t content = kNoContent;  // its number
    std::uint16_t words = kNotCounted;
    std::uint16_t signs = kNotCounted;
    Known digits = Known::kNot;
    Known dated = Known::kNot;
  };
  /// A set that is filled when it is first asked for.
  struct LazySet {
    WordSet words;
    bool filled = false;
  };

  void forget();
  void add_lines(std::span<const FactLine> lines);
  std::uint16_t count_words_of(std::size_t i) const;
  std::uint16_t signs_of(std::size_t i) const;
  void find_body();
  void find_host();
  void settle_order();
  bool begin(LazySet& set) const;

  std::vector<PageLine> lines_;
  std::vector<Seen> seen_;
  std::deque<LineContent> contents_;  // more than there are now: their buffers are used again
  std::uint32_t content_count_ = 0;
  Tokens scratch_, phrase_scratch_;
  std::vector<std::uint64_t> starts_, finishes_;
  std::vector<std::size_t> copyright_lines_;
  bool copyright_known_ = false;
  std::string_view url_;
  std::string_view host_;
  Languages languages_ = 0;
  DateOrder order_ = DateOrder::kUnknown;
  bool whole_page_ = false;
  bool spaced_ = false;
  std::size_t lead_ = 0;
  std::size_t end_ = 0;
  std::size_t begin_ = 0;
  std::size_t window_end_ = 0;
  std::optional<unsigned> prose_indent_;  // once it was asked for
  LazySet body_words_, url_words_, small_words_, title_words_, lead_words_;
};

/// The first and the last eight bytes of `text`, zeros before what is missing.
std::uint64_t bytes_at_start(std::string_view text);
std::uint64_t bytes_at_end(std::string_view text);

/// Words of `text`; two ideographs count as one.
unsigned count_words(std::string_view text);

}  // namespace newswash::facts
