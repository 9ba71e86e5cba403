// Letters as the fact finder sees them: decoding UTF-8, folding case, telling letters from marks.
// Mine: a small lower-case mapping for the scripts that have case. Not mine: normalization, repair.
// Neighbours: tokens.h splits lines with it, words.h looks folded words up.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newswash::facts {

/// The code point at `at`, which moves past it. A damaged byte is returned as itself + 0xDC00, one at a time.
char32_t next_wide_letter(std::string_view text, std::size_t& at);
inline char32_t next_letter(std::string_view text, std::size_t& at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? (++at, byte) : next_wide_letter(text, at);
}

/// The lower-case form (Latin, Greek, Cyrillic, Armenian, full width); other code points are their own.
char32_t fold_wide(char32_t letter);
inline char32_t fold(char32_t letter) {
  if (letter >= 0x80) return fold_wide(letter);
  return letter >= U'A' && letter <= U'Z' ? letter + 32 : letter;
}

/// `text` with case folded, typographic apostrophes made plain and every run of spaces made one.
std::string folded(std::string_view text);

/// Letters and digits of `text` only, case folded: "The Free Beacon" gives "thefreebeacon".
std::string letters_of(std::string_view text);

/// Whether letters_of(`text`) begins with letters_of(`first`) and letters_of(`second`) together.
bool letters_begin_with(std::string_view text, std::string_view first, std::string_view second);

/// Appends a word with case folded and typographic apostrophes made plain.
void append_folded(std::string_view word, std::string& out);

/// True for letters and combining marks of any script, and the underscore.
bool is_wide_letter(char32_t letter);
constexpr bool is_letter(char32_t letter) {
  if (letter >= 0x80) return is_wide_letter(letter);
  const char32_t small = letter | 0x20;
  return (small >= U'a' && small <= U'z') || letter == U'_';
}

/// True for letters that have a lower-case form and are not it.
inline bool is_upper(char32_t letter) {
  return fold(letter) != letter;
}

/// True for ideographs, kana and hangul: scripts whose lines are measured in letters rather than words.
inline bool is_cjk(char32_t letter) {
  if (letter < 0x3005) return false;
  return (letter >= 0x3040 && letter <= 0x30FF) || (letter >= 0x3400 && letter <= 0x9FFF) ||
         (letter >= 0xAC00 && letter <= 0xD7AF) || (letter >= 0xF900 && letter <= 0xFAFF) ||
         letter == 0x3005 || letter == 0x3007;
}

/// The value of a decimal digit in ASCII, Arabic, Persian, Devanagari or full width, or -1.
int wide_digit_value(char32_t letter);
constexpr int digit_value(char32_t letter) {
  if (letter < 0x80) return letter >= U'0' && letter <= U'9' ? static_cast<int>(letter - U'0') : -1;
  return letter < 0x660 ? -1 : wide_digit_value(letter);
}

/// `text` without white space (no-break spaces included) at either end.
std::string_view trimmed_at_gaps(std::string_view text);
inline std::string_view trimmed(std::string_view text) {
  const auto is_gap = [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == '\xC2' || c == '\xA0';
  };
  return text.empty() || is_gap(text.front()) || is_gap(text.back()) ? trimmed_at_gaps(text) : text;
}

}  // namespace newswash::facts
