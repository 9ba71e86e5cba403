// Decoding, folding and classing of letters; see letters.h. The ranges are the blocks of the Unicode
// standard.
#include "reader/facts/letters.h"

#include "text/code_points.h"

namespace newswash::facts {

namespace {

bool between(char32_t letter, char32_t first, char32_t last) {
  return letter >= first && letter <= last;
}

std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

char32_t fold_latin(char32_t c) {
  if (between(c, 0xC0, 0xDE) && c != 0xD7) return c + 0x20;
  if (c == 0x130) return U'i';
  if (between(c, 0x139, 0x148) || between(c, 0x179, 0x17E)) return (c & 1) ? c + 1 : c;
  if (c == 0x178) return 0xFF;
  if (between(c, 0x100, 0x177) && c != 0x131 && c != 0x138 && c != 0x149) return c | 1;
  if (between(c, 0x1CD, 0x1DC)) return (c & 1) ? c + 1 : c;
  if (between(c, 0x1DE, 0x233) || between(c, 0x1E00, 0x1EFF)) return c | 1;
  return c == 0x1A0 || c == 0x1AF ? c + 1 : c;
}

char32_t fold_greek(char32_t c) {
  if (c == 0x386) return 0x3AC;
  if (between(c, 0x388, 0x38A)) return c + 37;
  if (c == 0x38C) return 0x3CC;
  if (c == 0x38E || c == 0x38F) return c + 63;
  return between(c, 0x391, 0x3AB) ? c + 32 : c;
}

bool is_space(char32_t c) {
  return c == U' ' || between(c, 9, 13) || c == 0xA0 || between(c, 0x2000, 0x200F) || c == 0x3000 ||
         c == 0xFEFF || c == 0x202F;
}

}  // namespace

char32_t next_wide_letter(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = sequence_length(lead);
  if (length < 2 || at + length > text.size()) return ++at, 0xDC00 + lead;
  char32_t letter = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if ((byte & 0xC0) != 0x80) return ++at, 0xDC00 + lead;
    letter = (letter << 6) | (byte & 0x3FU);
  }
  at += length;
  return letter;
}

char32_t fold_wide(char32_t c) {
  if (between(c, 0x557, 0x1DFF) || between(c, 0x1F00, 0xFF20)) return c;
  if (c < 0x370) return fold_latin(c);
  if (c < 0x400) return fold_greek(c);
  if (between(c, 0x400, 0x40F)) return c + 80;
  if (between(c, 0x410, 0x42F)) return c + 32;
  if (between(c, 0x460, 0x481) || between(c, 0x48A, 0x4BF) || between(c, 0x4D0, 0x52F)) return c | 1;
  if (between(c, 0x531, 0x556)) return c + 48;
  if (between(c, 0x1E00, 0x1EFF)) return fold_latin(c);
  return between(c, 0xFF21, 0xFF3A) ? c + 32 : c;
}

void append_folded(std::string_view word, std::string& out) {
  const std::size_t before = out.size();
  out.append(word);
  bool ascii = true;
  for (auto letter = out.begin() + static_cast<std::ptrdiff_t>(before); letter != out.end(); ++letter) {
    const auto byte = static_cast<unsigned char>(*letter);
    ascii = ascii && byte < 0x80;
    *letter = static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
  }
  if (ascii) return;
  out.resize(before);
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_letter(word, at);
    append_utf8(out, c == 0x2019 ? U'\'' : fold(c));
  }
}

namespace {

/// Moves `at` past the next letter or digit and returns it folded; 0 at the end.
char32_t next_letter_or_digit(std::string_view text, std::size_t& at) {
  while (at < text.size()) {
    const char32_t c = fold(next_letter(text, at));
    if ((is_letter(c) && c != U'_') || digit_value(c) >= 0) return c;
  }
  return 0;
}

}  // namespace

std::string letters_of(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  while (const char32_t c = next_letter_or_digit(text, at)) append_utf8(out, c);
  return out;
}

bool letters_begin_with(std::string_view text, std::string_view first, std::string_view second) {
  std::size_t in_text = 0;
  for (const std::string_view part : {first, second}) {
    std::size_t at = 0;
    while (const char32_t c = next_letter_or_digit(part, at)) {
      if (next_letter_or_digit(text, in_text) != c) return false;
    }
  }
  return true;
}

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_letter(text, at);
    if (is_space(c)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      append_utf8(out, c == 0x2019 ? U'\'' : fold(c));
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool is_wide_letter(char32_t c) {
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c < 0x600) return c != 0xD7 && c != 0xF7 && c != 0x37E && c != 0x387;
  if (between(c, 0x3400, 0xDBFF)) return true;
  if (between(c, 0x600, 0x61F) || c == 0x66A || c == 0x66D || c == 0x6D4) return false;
  if (digit_value(c) >= 0 || between(c, 0x964, 0x965)) return false;
  if (between(c, 0x2000, 0x2BFF) || between(c, 0x2E00, 0x2E7F)) return c == 0x200C || c == 0x200D;
  if (between(c, 0x3000, 0x3004) || between(c, 0x3008, 0x3020) || c == 0x3030 || c == 0x30FB) return false;
  if (between(c, 0xDC00, 0xDFFF) || between(c, 0xE000, 0xF8FF) || between(c, 0xFE10, 0xFE6F)) return false;
  if (between(c, 0xFF00, 0xFF20) || between(c, 0xFF3B, 0xFF40) || between(c, 0xFF5B, 0xFF65)) return false;
  return c != 0xFEFF && !between(c, 0x1F000, 0x1FAFF);
}

int wide_digit_value(char32_t c) {
  for (const char32_t zero : {U'\x660', U'\x6F0', U'\x966', U'\xFF10'}) {
    if (between(c, zero, zero + 9)) return static_cast<int>(c - zero);
  }
  return -1;
}

std::string_view trimmed_at_gaps(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || (c >= 9 && c <= 13); };
  for (;;) {
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    if (!text.starts_with("\xC2\xA0")) break;
    text.remove_prefix(2);
  }
  for (;;) {
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    if (!text.ends_with("\xC2\xA0")) break;
    text.remove_suffix(2);
  }
  return text;
}

}  // namespace newswash::facts
