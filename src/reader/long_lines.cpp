// One walk over a long line. A full stop ends a piece before a space and no small letter, like in
// sentences.h, but not inside a quotation and not after an abbreviation: half a sentence must not look like a
// label.
#include "reader/long_lines.h"

#include <algorithm>
#include <array>

#include "reader/boilerplate/sentences.h"
#include "text/code_points.h"

namespace newswash {
namespace {

#include "abbreviation_table.inc"  // kAbbreviations, sorted
#include "mixed_case_table.inc"    // kPrefixes, kEndings, kNames, each sorted

/// So many capitals in a row are a shouted word.
constexpr std::size_t kShoutedLetters = 4;

/// A quotation longer than this was never closed.
constexpr std::size_t kLongestQuotation = 600;

bool is_one_of(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

char32_t code_point_at(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : U' ';
}

/// Whether a word begins here with a capital and goes on in small letters, or is the capital alone.
bool begins_word(std::string_view text, std::size_t at) {
  if (at >= text.size() || !is_capital_letter(next_code_point(text, at))) return false;
  const char32_t second = code_point_at(text, at);
  return is_small_letter(second) || second == ' ' || second == U'’' || second == '\'';
}

/// The letters right before `end`.
std::string_view word_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  for (std::size_t at = end; at > 0; begin = at) {
    const char32_t c = previous_code_point(text, at);
    if (!is_small_letter(c) && !is_capital_letter(c)) break;
  }
  return text.substr(begin, end - begin);
}

template <std::size_t N>
bool has(const std::string_view (&list)[N], std::string_view word) {
  return std::binary_search(std::begin(list), std::end(list), word);
}

/// Follows quotations, to know whether a place is inside one.
class Quotation {
 public:
  void pass(char32_t c, std::size_t at) {
    if (close_ != 0) {
      if (closes(c) || at - begin_ > kLongestQuotation) close_ = 0;
      return;
    }
    for (const auto& [open, close] : kMarks) {
      if (c == open) close_ = close, begin_ = at;
    }
  }

  bool is_open() const { return close_ != 0; }

  /// Straight and curly marks are mixed up often enough.
  bool closes(char32_t c) const {
    const bool is_double = c == U'"' || c == U'”' || (c == U'“' && close_ == U'“');
    return c == close_ || (is_double && is_one_of(U"\"”“", close_));
  }

 private:
  static constexpr std::array<std::pair<char32_t, char32_t>, 6> kMarks = {
      {{U'"', U'"'}, {U'“', U'”'}, {U'„', U'“'}, {U'«', U'»'}, {U'「', U'」'}, {U'『', U'』'}}};
  char32_t close_ = 0;
  std::size_t begin_ = 0;
};

class Splitter {
 public:
  Splitter(std::string_view line, bool glued, Lines& pieces) : line_(line), glued_(glued), pieces_(pieces) {}

  void split() {
    char32_t before = U' ';
    for (std::size_t at = 0; at < line_.size();) {
      const std::size_t here = at;
      const char32_t c = next_code_point(line_, at);
      const bool was_open = quotation_.is_open();
      quotation_.pass(c, here);
      const bool closes = was_open && is_stop(before);
      if (!quotation_.is_open()) pass(c, before, here, at, closes);
      before = c;
    }
    add(line_.size());
  }

 private:
  /// `c` stands at [here, at), outside quotations.
  void pass(char32_t c, char32_t before, std::size_t here, std::size_t& at, bool closes) {
    if (closes || (is_stop(c) && !(c == '.' && is_abbreviation(here))))
      end_sentence(at);
    else if (is_closing_bracket(c))
      end_bracket(at);
    else if (glued_ && is_capital_letter(c))
      end_label(here, before);
  }

  static bool is_closing_bracket(char32_t c) { return c == ')' || c == ']'; }

  /// A full stop ends at `at`; what closes quotations and brackets behind it belongs to the sentence.
  void end_sentence(std::size_t& at) {
    std::size_t begin = at;
    const char32_t stop = previous_code_point(line_, begin);
    bool wide = is_wide_stop(stop);
    bool ellipsis = stop == U'…';
    for (std::size_t next = at; next < line_.size(); at = next) {
      const char32_t c = next_code_point(line_, next);
      if (!closes_quotation(c) && !is_stop(c)) break;
      wide = wide || is_wide_stop(c);
      ellipsis = ellipsis || (c == '.' && stop == '.');
      quotation_.pass(c, at);
    }
    if (ellipsis && at < line_.size() && line_[at] != ' ') return;  // "Credit...Jane Doe"
    if (!quotation_.is_open() && (wide || may_begin_sentence(at))) add(at);
  }

  bool may_begin_sentence(std::size_t at) const {
    if (at < line_.size() && line_[at] != ' ') return glued_ && begins_glued(code_point_at(line_, at));
    const std::size_t next = line_.find_first_not_of(' ', at);
    return next != std::string_view::npos && !is_small_letter(code_point_at(line_, next));
  }

  /// What may stand right behind a full stop and begin something new.
  static bool begins_glued(char32_t c) {
    constexpr std::u32string_view kOpening = U"([“„«「『©@";
    return is_capital_letter(c) || is_one_of(kOpening, c);
  }

  bool is_abbreviation(std::size_t stop) const {
    const std::string_view word = word_before(line_, stop);
    if (word.empty() || (word.size() == 1 && word != "I")) return !word.empty();
    return has(kAbbreviations, word);
  }

  /// A piece may be all in brackets: "(Reporting by Jane Doe)", "[Related: More of it]".
  void end_bracket(std::size_t at) {
    const std::size_t begin = line_.find_first_not_of(' ', begin_);
    if (line_[begin] != '(' && line_[begin] != '[') return;
    const std::size_t next = line_.find_first_not_of(' ', at);
    if (next == std::string_view::npos) return;
    const char32_t c = code_point_at(line_, next);
    if (next > at ? is_capital_letter(c) : glued_ && begins_glued(c)) add(at);
  }

  /// A capital stands at `here`: "Read moreThe", "2019The", "moreWHAT", "READ MOREThe".
  void end_label(std::size_t here, char32_t before) {
    const bool word = begins_word(line_, here);
    if (is_small_letter(before)) {
      if ((word && !is_name(here)) || begins_shouting(here)) add(here);
    } else if (is_digit(before) || is_closing_bracket(before)) {
      if (word && is_small_letter(second_at(here))) add(here);
    } else if (is_capital_letter(before) && word && is_small_letter(second_at(here))) {
      if (word_before(line_, here).size() >= kShoutedLetters) add(here);
    }
  }

  char32_t second_at(std::size_t here) const {
    next_code_point(line_, here);
    return code_point_at(line_, here);
  }

  /// Whether several capitals begin here behind a whole word.
  bool begins_shouting(std::size_t here) const {
    if (word_before(line_, here).size() < kShoutedLetters) return false;
    for (std::size_t i = 0; i < kShoutedLetters; ++i) {
      if (here >= line_.size() || !is_capital_letter(next_code_point(line_, here))) return false;
    }
    return true;
  }

  /// Whether the word around `here` is a name with a capital inside: "McDonald", "YouTube".
  bool is_name(std::size_t here) const {
    constexpr std::size_t kShortest = 3;
    const std::string_view first = word_before(line_, here);
    std::size_t end = here;
    for (std::size_t at = here; at < line_.size(); end = at) {
      const char32_t c = next_code_point(line_, at);
      if (!is_small_letter(c) && !is_capital_letter(c)) break;
    }
    const std::string_view second = line_.substr(here, end - here);
    const std::string_view whole = line_.substr(here - first.size(), first.size() + second.size());
    return first.size() < kShortest || has(kPrefixes, first) || has(kEndings, second) || has(kNames, whole);
  }

  void add(std::size_t end) {
    std::string_view piece = line_.substr(begin_, end - begin_);
    begin_ = end;
    while (piece.starts_with(' ')) piece.remove_prefix(1);
    while (piece.ends_with(' ')) piece.remove_suffix(1);
    if (!piece.empty()) pieces_.push_back(piece);
  }

  std::string_view line_;
  bool glued_;
  Lines& pieces_;
  Quotation quotation_;
  std::size_t begin_ = 0;
};

/// How many sentences begin right behind another's full stop, as far as it matters.
int count_glued_sentences(std::string_view line) {
  int found = 0;
  for (std::size_t at = line.find('.'); at != std::string_view::npos && found < kGluedSentences;
       at = line.find('.', at + 1)) {
    std::size_t end = at + 1;
    if (end < line.size() && line[end] == ' ') continue;
    std::size_t before = at;
    const char32_t last = previous_code_point(line, before);
    if (!is_small_letter(last) && last != ')') continue;
    if (std::size_t next = end; closes_quotation(code_point_at(line, end))) {
      next_code_point(line, next);
      end = next;
    }
    found += begins_word(line, end);
  }
  return found;
}

bool is_glued(std::string_view line) {
  return count_glued_sentences(line) >= kGluedSentences;
}

}  // namespace

std::vector<std::uint32_t> find_long_lines(const Lines& lines) {
  std::vector<std::uint32_t> found;
  std::size_t all = 0;
  for (const std::string_view line : lines) all += line.size();
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    if (lines[i].size() < kLongLineBytes) continue;
    if (static_cast<double>(lines[i].size()) >= kLongLineShare * static_cast<double>(all) ||
        is_glued(lines[i]))
      found.push_back(i);
  }
  return found;
}

bool split_into_pieces(std::string_view line, Lines& pieces) {
  const bool glued = is_glued(line);
  Splitter(line, glued, pieces).split();
  return glued;
}

}  // namespace newswash
