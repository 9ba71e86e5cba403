// Mine: find_truncation() of places.h. "Read the full story" and its like are boilerplate rules, not mine.
#include <algorithm>

#include "quality/characters.h"
#include "quality/line_ends.h"
#include "quality/places.h"

namespace newswash::quality {
namespace {

constexpr std::uint32_t kLeastWords = 8;       // of the last line
constexpr std::uint32_t kParagraphWords = 10;  // a line that should end in a mark
constexpr std::uint32_t kLeastParagraphs = 2;  // of those before the last line

bool ends_in_ellipsis(std::string_view line) {
  while (line.ends_with(']') || line.ends_with(')') || line.ends_with(' ')) line.remove_suffix(1);
  return line.ends_with("...") || line.ends_with("\u2026");
}

/// A letter, a digit, a comma or a dash: where a sentence goes on.
bool goes_on(std::string_view line) {
  const char32_t last = last_code_point(line);
  const CharClass kind = character(last).kind;
  return is_alphanumeric(kind) || kind == CharClass::ideograph || last == ',' || last == '-' ||
         last == 0x2013 || last == 0x2014;
}

/// A few words after the last sentence: the agency's or the author's letters. Or a line that begins with a
/// dash: whose the quotation above is.
bool is_signed(std::string_view line) {
  constexpr std::ptrdiff_t kMostSpaces = 3;
  if (line.starts_with("\u2014") || line.starts_with("\u2013") || line.starts_with('-')) return true;
  const std::size_t mark = line.find_last_of(".!?");
  return mark != line.npos && mark + 1 < line.size() &&
         std::count(line.begin() + static_cast<std::ptrdiff_t>(mark), line.end(), ' ') <= kMostSpaces;
}

std::uint32_t words_of(const Line& line) {
  return line.end_word - line.first_word;
}

/// Whether paragraphs end in marks in this text: nearly all before the last one do.
bool marks_its_ends(const Scan& scan) {
  std::uint32_t paragraphs = 0, ended = 0;
  for (std::size_t i = 0; i + 1 < scan.lines.size(); ++i) {
    if (words_of(scan.lines[i]) < kParagraphWords) continue;
    ++paragraphs;
    ended += ends_sentence(scan.text_of(scan.lines[i]));
  }
  return paragraphs >= kLeastParagraphs && ended * 5 >= paragraphs * 4;
}

}  // namespace

std::optional<Truncation> find_truncation(const Scan& scan) {
  if (scan.lines.empty()) return std::nullopt;
  const Line& last = scan.lines.back();
  const std::string_view text = scan.text_of(last);
  const Place place{last.begin, last.end};
  if (ends_in_ellipsis(text)) return Truncation{place, Ending::ellipsis};
  if (words_of(last) < kLeastWords || !goes_on(text) || is_signed(text)) return std::nullopt;
  if (!marks_its_ends(scan)) return std::nullopt;
  return Truncation{place, Ending::in_sentence};
}

}  // namespace newswash::quality
