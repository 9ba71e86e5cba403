// Literal escapes of an accident with JSON, part of the fix "entities": "\u2019", "\n", "\"", "\/", "\t".
// Mine: which stand where only damage puts them, and what tells code, paths and formulas from it. Not mine:
// HTML references (entities.cpp), terminal escapes (controls.cpp). Main type: EscapeFinder. In doubt all
// stay.
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include "normalizer/fixes.h"
#include "text/code_points.h"

namespace newswash {
namespace {

enum class Kind : std::uint8_t { code_point, line_end, tab, quote, apostrophe, slash };
constexpr std::size_t kKinds = 6;

/// Points from which an article's escapes of one kind are damage. A code point inside a word counts 2, so one
/// "don\u2019t" is enough; of a mark between words there must be two.
constexpr int kEnough = 2;

/// An article that speaks of escapes may show some.
constexpr std::array<std::string_view, 10> kSubjects = {
    "nicode",    "JSON",     "json", "scape sequence", "scape character",
    "ode point", "ackslash", "egex", "UTF-8",          "egular expression"};

struct Escape {
  Kind kind = Kind::code_point;
  std::size_t begin = 0, end = 0;
  char32_t value = 0;
};

bool is_letter(char32_t c) {
  return c != 0 && properties(c).part == WordPart::letter;
}
bool is_word(char32_t c) {
  return is_letter(c) || (c != 0 && properties(c).part == WordPart::digit);
}
bool is_gap(char32_t c) {
  return c == 0 || c == ' ' || c == '\n' || c == '\t' || c == 0xA0;
}
bool is_lower(char32_t c) {
  return u_islower(static_cast<UChar32>(c)) != 0;
}
bool is_opening(char32_t c) {
  return c == U'“' || c == U'‘' || c == U'«' || c == U'„' || c == '(';
}
bool is_closing(char32_t c) {
  constexpr std::u32string_view kClosing = U".,;:!?…”’»)]\"'。！？」』";
  return c != 0 && kClosing.find(c) != std::u32string_view::npos;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The number of "\uXXXX" at `at`, or 0.
char32_t unit_at(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return 0;
  char32_t unit = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    const int digit = hex_digit(text[i]);
    if (digit < 0) return 0;
    unit = unit << 4 | static_cast<char32_t>(digit);
  }
  return unit;
}

/// Characters that JSON writers escape: all beyond ASCII that stand in text, and those that HTML minds.
bool is_escaped_by_writers(char32_t c) {
  if (c < 0xA0) return c == '"' || c == '\'' || c == '&' || c == '<' || c == '>';
  const auto type = u_charType(static_cast<UChar32>(c));
  return type != U_UNASSIGNED && type != U_PRIVATE_USE_CHAR && type != U_SURROGATE && c != 0xFFFD;
}

/// The escapes of a text, what parts they play, and which of their kinds are damage.
class EscapeFinder {
 public:
  EscapeFinder(std::string_view text, Edits& edits) : text_(text), edits_(edits) {}

  void find() {
    collect();
    if (escapes_.empty()) return;
    for (std::size_t i = 0; i < escapes_.size(); ++i) weigh(i);
    judge();
    const bool any = std::find(damage_.begin(), damage_.end(), true) != damage_.end();
    if (!any || speaks_of_escapes()) return;
    for (std::size_t i = 0; i < escapes_.size(); ++i) {
      if (damage_[static_cast<std::size_t>(escapes_[i].kind)]) replace(i);
    }
  }

 private:
  void collect() {
    for (std::size_t at = text_.find('\\'); at != std::string_view::npos; at = text_.find('\\', at)) {
      Escape escape = read(at);
      if (escape.end == 0) {
        foreign_ = true;
        const std::size_t next = text_.find_first_not_of('\\', at);
        at = next == std::string_view::npos ? text_.size() : next;
        continue;
      }
      // "C:\new": a drive, and all that follows is a path.
      if (at > 1 && text_[at - 1] == ':' && escape.kind != Kind::code_point && is_letter(before_drive(at)))
        foreign_ = foreign_ || escape.kind != Kind::slash;
      escapes_.push_back(escape);
      at = escape.end;
    }
  }

  /// The letter of "C:\", where it stands alone.
  char32_t before_drive(std::size_t at) const {
    const bool alone = at == 2 || !is_word(static_cast<unsigned char>(text_[at - 3]));
    return alone ? static_cast<unsigned char>(text_[at - 2]) : 0;
  }

  /// The escape at `at`; `end` is 0 if it is none.
  Escape read(std::size_t at) const {
    const char c = at + 1 < text_.size() ? text_[at + 1] : '\0';
    switch (c) {
      case 'u':
        return read_code_point(at);
      case 'n':
        return {Kind::line_end, at, at + 2, '\n'};
      case 'r':
        if (text_.substr(at + 2, 2) == "\\n") return {Kind::line_end, at, at + 4, '\n'};
        return {Kind::line_end, at, at + 2, '\n'};
      case 't':
        return {Kind::tab, at, at + 2, '\t'};
      case '"':
        return {Kind::quote, at, at + 2, '"'};
      case '\'':
        return {Kind::apostrophe, at, at + 2, '\''};
      case '/':
        return {Kind::slash, at, at + 2, '/'};
      default:
        return {};
    }
  }

  Escape read_code_point(std::size_t at) const {
    const char32_t unit = unit_at(text_, at);
    if (unit >= 0xD800 && unit <= 0xDBFF) {
      const char32_t low = unit_at(text_, at + 6);
      if (low < 0xDC00 || low > 0xDFFF) return {};
      const char32_t c = 0x10000 + ((unit & 0x3FFU) << 10) + (low & 0x3FFU);
      return is_escaped_by_writers(c) ? Escape{Kind::code_point, at, at + 12, c} : Escape{};
    }
    return is_escaped_by_writers(unit) ? Escape{Kind::code_point, at, at + 6, unit} : Escape{};
  }

  bool speaks_of_escapes() const {
    return std::any_of(kSubjects.begin(), kSubjects.end(), [&](std::string_view subject) {
      return memmem(text_.data(), text_.size(), subject.data(), subject.size()) != nullptr;
    });
  }

  /// The characters beside an escape; where that is an escape, too, what it stands for.
  char32_t before(std::size_t i) const {
    std::size_t at = escapes_[i].begin;
    if (i > 0 && escapes_[i - 1].end == at) return escapes_[i - 1].value;
    return previous_code_point(text_, at);
  }
  char32_t after(std::size_t i) const {
    std::size_t at = escapes_[i].end;
    if (i + 1 < escapes_.size() && escapes_[i + 1].begin == at) return escapes_[i + 1].value;
    return at < text_.size() ? next_code_point(text_, at) : 0;
  }

  void weigh(std::size_t i) {
    const Escape& escape = escapes_[i];
    const int points = escape.kind == Kind::code_point ? code_point(escape.value, before(i), after(i))
                       : escape.kind == Kind::line_end ? line_end(i)
                       : escape.kind == Kind::tab      ? tab(before(i), after(i))
                       : escape.kind == Kind::slash    ? slash(i)
                                                       : quote(escape.kind, before(i), after(i));
    const auto kind = static_cast<std::size_t>(escape.kind);
    points_[kind] += points;
    bad_[kind] = bad_[kind] || points < 0;
  }

  static int code_point(char32_t value, char32_t left, char32_t right) {
    if (is_letter(value)) return is_letter(left) || is_letter(right) ? 2 : 0;
    if (value == U'’' || value == '\'')
      return is_letter(left) && is_letter(right) ? 2 : is_word(left) ? 1 : 0;
    const bool prose = is_word(left) || is_word(right) || is_closing(left) || (is_gap(left) && is_gap(right));
    return prose ? 1 : 0;
  }

  /// A line ends after a sentence and begins with one; "\nabla" is no line.
  int line_end(std::size_t i) const {
    const char32_t left = before(i);
    const char32_t right = after(i);
    const bool ends = left == 0 || is_closing(left) || left == '\n';
    const bool escaped_next = i + 1 < escapes_.size() && escapes_[i + 1].begin == escapes_[i].end;
    if (right == '"' && !escaped_next) return -1;  // a string in a program
    if (right == 0 || right == '\n' || right == '\t') return ends || is_word(left) ? 1 : -1;
    const bool begins = right == '"' || right == '-' || right == U'–' || right == U'—' || right == U'•' ||
                        is_opening(right) || (is_word(right) && !is_lower(right));
    if (begins && (ends || is_word(left) || left == ' ')) return 1;
    return ends && right == ' ' ? 1 : -1;
  }

  static int tab(char32_t left, char32_t right) {
    const bool apart = is_gap(left) || is_closing(left);
    return apart && (is_gap(right) || (is_word(right) && !is_lower(right)) || right == '"') ? 1 : -1;
  }

  static int quote(Kind kind, char32_t left, char32_t right) {
    if (kind == Kind::apostrophe) return is_letter(left) && is_letter(right) ? 1 : 0;
    const bool opens = (is_gap(left) || is_opening(left)) && is_word(right);
    const bool closes = (is_word(left) || is_closing(left)) && (is_gap(right) || is_closing(right));
    return opens || closes ? 1 : -1;
  }

  int slash(std::size_t i) const {
    const char32_t left = before(i);
    const char32_t right = after(i);
    if (left == ':' && right == '/') return 1;
    if (left == '/' || left == '<') return 1;
    return is_word(left) && (is_word(right) || is_gap(right) || is_closing(right)) ? 1 : -1;
  }

  bool sure(Kind kind, int enough) const {
    const auto i = static_cast<std::size_t>(kind);
    return points_[i] >= enough && !bad_[i] && (kind == Kind::code_point || !foreign_);
  }
  void decide(Kind kind, bool is_damage) { damage_[static_cast<std::size_t>(kind)] = is_damage; }

  void judge() {
    const bool code_points = sure(Kind::code_point, kEnough);
    const bool balanced = points_[static_cast<std::size_t>(Kind::quote)] % 2 == 0;
    const bool quotes = sure(Kind::quote, kEnough) && (code_points || (balanced && !has_plain_quote()));
    const bool lines = sure(Kind::line_end, code_points || quotes ? 1 : kEnough) &&
                       (code_points || quotes || !has_line_feed_between());
    const bool any = code_points || quotes || lines;
    decide(Kind::code_point, code_points || (any && sure(Kind::code_point, 1)));
    decide(Kind::quote, quotes || (any && sure(Kind::quote, 1)));
    decide(Kind::line_end, lines);
    decide(Kind::tab, any && sure(Kind::tab, 1));
    decide(Kind::apostrophe, any && sure(Kind::apostrophe, 1));
    decide(Kind::slash, sure(Kind::slash, any ? 1 : kEnough) && (any || has_escaped_address()));
  }

  bool has_plain_quote() const {
    for (std::size_t at = text_.find('"'); at != std::string_view::npos; at = text_.find('"', at + 1)) {
      if (at == 0 || text_[at - 1] != '\\') return true;
    }
    return false;
  }
  bool has_escaped_address() const { return text_.find(":\\/\\/") != std::string_view::npos; }

  bool has_line_feed_between() const {
    const auto is_line_end = [](const Escape& escape) { return escape.kind == Kind::line_end; };
    const auto first = std::find_if(escapes_.begin(), escapes_.end(), is_line_end);
    const auto last = std::find_if(escapes_.rbegin(), escapes_.rend(), is_line_end);
    return text_.substr(first->begin, last->begin - first->begin).find('\n') != std::string_view::npos;
  }

  void replace(std::size_t i) {
    std::string value;
    append_utf8(value, escapes_[i].value);
    edits_.push_back({escapes_[i].begin, escapes_[i].end, std::move(value)});
  }

  std::string_view text_;
  Edits& edits_;
  std::vector<Escape> escapes_;
  std::array<int, kKinds> points_{};
  std::array<bool, kKinds> bad_{};
  std::array<bool, kKinds> damage_{};
  bool foreign_ = false;  // a backslash that JSON does not write, or a path: only code points are told then
};

}  // namespace

void find_escapes(std::string_view text, Edits& edits) {
  if (text.find('\\') != std::string_view::npos) EscapeFinder(text, edits).find();
}

}  // namespace newswash
