// The fix "quotes" as `--quotes repair`: closing marks that stand where an opening one belongs, as in
// `in a statement” To stop …”`. Mine: “ and ” paragraph by paragraph, with the space beside a mark. Not mine:
// straightening and curling (typography.cpp), lost apostrophes (apostrophes.cpp). Main type: Paragraph.
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <vector>

#include "normalizer/fixes.h"
#include "text/code_points.h"

namespace newswash {
namespace {

constexpr std::string_view kOpening = "“";
constexpr std::string_view kClosing = "”";

/// Verbs that a quotation follows after a comma: `It stated,” Armenia’s …`. Other verbs count by their ending
/// "ed". After any other word `,”` ends a quotation: `We go,” Smith said`.
constexpr std::array<std::string_view, 20> kSpeech = {
    "said",   "says",    "saying",  "wrote",  "writes", "writing", "tells",  "told", "telling", "reads",
    "adding", "stating", "arguing", "states", "adds",   "argues",  "claims", "asks", "asking",  "read"};

struct Mark {
  std::size_t begin = 0;
  bool opening = false;     // “
  bool space_left = false;  // nothing or a space before it
  char32_t left = 0, right = 0;
  std::size_t right_end = 0;  // past the spaces after it
};

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || (c > 0x7F && (properties(c).flags & kExoticSpace) != 0);
}

bool is_word(char32_t c) {
  const WordPart part = c == 0 ? WordPart::separator : properties(c).part;
  return part == WordPart::letter || part == WordPart::digit;
}

bool is_upper(char32_t c) {
  return u_isupper(static_cast<UChar32>(c)) != 0;
}

/// Marks that other languages use with “ and ” in other roles (German „…“, Swedish ”…”), and straight ones,
/// of which nobody can tell whether they open or close.
bool has_other_style(std::string_view text) {
  return text.find("„") != std::string_view::npos || text.find("«") != std::string_view::npos ||
         text.find("‟") != std::string_view::npos;
}

Mark read_mark(std::string_view paragraph, std::size_t begin) {
  Mark mark{.begin = begin, .opening = paragraph.substr(begin).starts_with(kOpening)};
  std::size_t before = begin;
  mark.left = previous_code_point(paragraph, before);
  mark.space_left = mark.left == 0 || is_space(mark.left) || mark.left == '(' || mark.left == '[';
  std::size_t at = begin + kClosing.size();
  mark.right_end = at;
  while (at < paragraph.size()) {
    const char32_t c = next_code_point(paragraph, at);
    mark.right = c;
    if (!is_space(c)) break;
    mark.right_end = at;
    mark.right = 0;
  }
  return mark;
}

/// Whether the word that ends before the comma at `comma` announces speech.
bool announces_speech(std::string_view paragraph, std::size_t comma) {
  std::size_t begin = comma;
  while (begin > 0 && (paragraph[begin - 1] | 0x20) >= 'a' && (paragraph[begin - 1] | 0x20) <= 'z') --begin;
  const std::string_view word = paragraph.substr(begin, comma - begin);
  if (word.size() > 4 && word.ends_with("ed")) return true;
  return std::find(kSpeech.begin(), kSpeech.end(), word) != kSpeech.end();
}

class Paragraph {
 public:
  explicit Paragraph(std::string_view text) : text_(text) {}

  /// The marks of the paragraph in the roles that alternation gives them; false where that is not the one
  /// reading there is.
  bool read(std::vector<Mark>& marks) const {
    marks.clear();
    for (std::size_t at = next(0); at < text_.size(); at = next(at + kClosing.size())) {
      const Mark mark = read_mark(text_, at);
      if (!(marks.size() % 2 == 0 ? may_open(mark, marks) : may_close(mark))) return false;
      marks.push_back(mark);
    }
    return marks.size() % 2 == 0;
  }

  std::size_t next(std::size_t at) const {
    for (at = text_.find('\xE2', at); at < text_.size(); at = text_.find('\xE2', at + 1)) {
      const std::string_view mark = text_.substr(at, kClosing.size());
      if (mark == kOpening || mark == kClosing) return at;
    }
    return text_.size();
  }

 private:
  bool may_open(const Mark& mark, const std::vector<Mark>& before) const {
    if (mark.opening) return true;
    const bool inches = mark.left >= '0' && mark.left <= '9';  // `a 14” screen`
    if (!is_word(mark.right) || inches) return false;
    const bool spaced = mark.right_end > mark.begin + kClosing.size();
    if (mark.space_left) return true;
    if (!before.empty() && before.back().begin + kClosing.size() == mark.begin) return spaced;
    if (mark.left == ',') return is_upper(mark.right) && announces_speech(text_, mark.begin - 1);
    if (mark.left == ':') return true;
    return spaced && is_word(mark.left);
  }

  static bool may_close(const Mark& mark) { return !mark.opening && !mark.space_left; }

  std::string_view text_;
};

void fix_opening(std::size_t paragraph, const Mark& mark, Edits& edits) {
  const std::string after = mark.space_left ? "" : " ";
  edits.push_back({paragraph + mark.begin, paragraph + mark.right_end, after + std::string(kOpening)});
}

/// In an article without a single “ a ” before a word is its language's own opening mark.
bool opens_with_closing_marks(std::string_view text) {
  if (text.find(kOpening) != std::string_view::npos) return false;
  for (std::size_t at = text.find(kClosing); at != std::string_view::npos;
       at = text.find(kClosing, at + kClosing.size())) {
    const bool before_gap = at == 0 || static_cast<unsigned char>(text[at - 1]) <= ' ';
    const std::size_t after = at + kClosing.size();
    if (before_gap && after < text.size() && static_cast<unsigned char>(text[after]) > ' ') return true;
  }
  return false;
}

}  // namespace

void find_wrong_quotes(std::string_view text, Edits& edits) {
  if (text.find(kClosing) == std::string_view::npos) return;
  if (has_other_style(text) || opens_with_closing_marks(text)) return;
  std::vector<Mark> marks;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view paragraph = text.substr(begin, end - begin);
    const bool straight = paragraph.find('"') != std::string_view::npos;
    if (!straight && Paragraph(paragraph).read(marks)) {
      for (std::size_t i = 0; i < marks.size(); i += 2) {
        if (!marks[i].opening) fix_opening(begin, marks[i], edits);
      }
    }
    begin = end + 1;
  }
}

}  // namespace newswash
