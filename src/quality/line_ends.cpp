// Looks at a line from its end. Mine: see line_ends.h. ICU knows the sentence terminals of every script.
#include "quality/line_ends.h"

#include <unicode/uchar.h>

#include "text/code_points.h"

namespace newswash::quality {

bool is_closer(char32_t c) noexcept {
  if (c < 0x80) return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}';
  if (c == 0xBB || c == 0xAB) return true;  // guillemets close either way
  if (c < 0x2000) return false;
  if (c >= 0x2018 && c <= 0x201F) return true;  // German closes with what English opens with
  if (c == 0x2039 || c == 0x203A) return true;
  return (c >= 0x3009 && c <= 0x301F && u_charType(static_cast<UChar32>(c)) == U_END_PUNCTUATION) ||
         c == 0xFF02 || c == 0xFF07 || c == 0xFF09 || c == 0xFF3D || c == 0xFF63;
}

bool is_sentence_terminal(char32_t c) noexcept {
  if (c < 0x80) return c == '.' || c == '!' || c == '?';
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_S_TERM) != 0;
}

char32_t last_code_point(std::string_view line) noexcept {
  std::size_t end = line.size();
  return previous_code_point(line, end);
}

std::string_view without_closers(std::string_view line) noexcept {
  for (std::size_t end = line.size(); end > 0;) {
    const char32_t c = previous_code_point(line, end);
    const bool space = c == ' ' || c == 0xA0 || c == 0x202F;
    if (!space && !is_closer(c)) break;
    line = line.substr(0, end);
  }
  return line;
}

bool ends_sentence(std::string_view line) noexcept {
  const char32_t last = last_code_point(without_closers(line));
  return last == 0x2026 || is_sentence_terminal(last);
}

}  // namespace newswash::quality
