// What one character is to the scan: a table for ASCII, Unicode's properties beyond. Mine: the classes. Not
// mine: what ends a sentence (line_ends.h).
#pragma once

#include <array>
#include <cstdint>

#include "reader/language/letters.h"
#include "text/code_points.h"

namespace newswash::quality {

enum class CharClass : std::uint8_t { space, line_feed, letter, digit, ideograph, ignored, mark };

struct Character {
  CharClass kind = CharClass::mark;
  bool upper = false;
};

constexpr bool is_alphanumeric(CharClass kind) {
  return kind == CharClass::letter || kind == CharClass::digit;
}

inline constexpr auto kAscii = [] {
  std::array<Character, 128> table{};
  for (unsigned c = 0; c < 128; ++c) {
    if (c == '\n') table[c].kind = CharClass::line_feed;
    if (c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f') table[c].kind = CharClass::space;
    if (c >= '0' && c <= '9') table[c].kind = CharClass::digit;
    if ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z') table[c].kind = CharClass::letter;
    table[c].upper = c >= 'A' && c <= 'Z';
  }
  return table;
}();

inline Character character(char32_t c) noexcept {
  if (c < 128) return kAscii[c];
  const CodePoint found = properties(c);
  if ((found.flags & (kExoticSpace | kLineBreak)) != 0) return {CharClass::space};
  switch (found.part) {
    case WordPart::letter:
      return {CharClass::letter, language::lower(c) != c};
    case WordPart::digit:
      return {CharClass::digit};
    case WordPart::ideograph:
      return {c == 0xA9 ? CharClass::mark : CharClass::ideograph};
    case WordPart::skipped:
      return {(c >= 0x2018 && c <= 0x201B) || c == 0xB4 ? CharClass::mark : CharClass::ignored};
    case WordPart::separator:
      break;
  }
  return {CharClass::mark};
}

/// Whether `c` inside a word joins what stands before and after it.
constexpr bool joins(char32_t c, bool between_digits) {
  if (c == '\'' || c == 0x2019 || c == '-' || c == 0x2010 || c == 0x2011 || c == '.') return true;
  return between_digits && (c == ',' || c == ':');
}

}  // namespace newswash::quality
