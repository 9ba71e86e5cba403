// What one code point is to newswash: its folded form for matching, its part in a word, and what the
// normalizer may have to do about it. The table is made at build time from ICU's Unicode data
// (generate_code_points.cpp); nothing here allocates or depends on the locale.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace newswash {

/// A code point's part in the words of a folded key.
enum class WordPart : std::uint8_t {
  separator,  // spaces, punctuation, symbols: between words
  skipped,    // apostrophes, combining marks, invisible characters: as if not there
  letter,
  digit,
  ideograph,  // Han, kana: a word of its own
};

/// What the normalizer may have to do about a code point; flags, or-ed together over a text.
enum CodePointFlag : std::uint8_t {
  kExoticSpace = 1,  // a space other than U+0020: no-break, thin, ideographic; also the tab
  kControl = 2,      // C0 control other than tab and line feed, or DEL
  kC1 = 4,           // U+0080..U+009F
  kInvisible = 8,    // zero width, soft hyphen, bidi control, variation selector, tag, BOM
  kLineBreak = 16,   // CR, VT, FF, NEL, LS, PS
  kWideForm = 32,    // full-width or half-width form
  kLigature = 64,    // Latin ligature or digraph of one code point
  kQuote = 128,      // a quotation mark or apostrophe that straightening changes
};

struct CodePoint {
  char32_t folded;  // case, accents and width removed; digits as ASCII
  WordPart part;
  std::uint8_t flags;  // CodePointFlag
};

/// The generated table (code_points.cpp), in two stages of 128 code points a block; declared here so that a
/// lookup costs no call.
namespace code_point_table {
extern const std::uint16_t kStage1[];
extern const std::uint32_t kStage2[];
extern const std::uint8_t kPrefixFlags[];  // see prefix_flags()
}  // namespace code_point_table

/// The properties of `code_point`; any value past U+10FFFF counts as U+FFFD.
inline CodePoint properties(char32_t code_point) noexcept {
  if (code_point > 0x10FFFF) code_point = 0xFFFD;
  const std::size_t block = code_point_table::kStage1[code_point >> 7];
  const std::uint32_t packed = code_point_table::kStage2[block * 128 + (code_point & 127U)];
  return {(code_point + packed) & 0x1FFFFFU, static_cast<WordPart>(packed >> 21 & 7U),
          static_cast<std::uint8_t>(packed >> 24)};
}

/// The flags of all characters whose UTF-8 begins with these two bytes (from 0xC0 up, and 0x80 to 0xBF),
/// or-ed together.
inline std::uint8_t prefix_flags(unsigned char lead, unsigned char second) noexcept {
  return code_point_table::kPrefixFlags[(lead & 0x3FU) << 6 | (second & 0x3FU)];
}

/// Decodes the code point at `text[at]` of valid UTF-8 and moves `at` past it. `at < text.size()`.
inline char32_t next_code_point(std::string_view text, std::size_t& at) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(at);
  if (lead < 0x80) return ++at, lead;
  if (lead < 0xE0) return at += 2, (lead & 0x1FU) << 6 | (byte(at - 1) & 0x3FU);
  if (lead < 0xF0)
    return at += 3, (lead & 0x0FU) << 12 | (byte(at - 2) & 0x3FU) << 6 | (byte(at - 1) & 0x3FU);
  return at += 4, (lead & 0x07U) << 18 | (byte(at - 3) & 0x3FU) << 12 | (byte(at - 2) & 0x3FU) << 6 |
                      (byte(at - 1) & 0x3FU);
}

/// The code point that ends right before `text[end]` of valid UTF-8, or 0 where `end` is 0; moves `end` to
/// its start.
inline char32_t previous_code_point(std::string_view text, std::size_t& end) noexcept {
  if (end == 0) return 0;
  do --end;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80);
  std::size_t at = end;
  return next_code_point(text, at);
}

/// Appends `code_point` as UTF-8 to any string-like `out`.
template <typename String>
void append_utf8(String& out, char32_t code_point) {
  const auto push = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) return push(code_point);
  if (code_point < 0x800) return push(0xC0 | code_point >> 6), push(0x80 | (code_point & 0x3F));
  if (code_point < 0x10000) {
    push(0xE0 | code_point >> 12), push(0x80 | (code_point >> 6 & 0x3F)), push(0x80 | (code_point & 0x3F));
    return;
  }
  push(0xF0 | code_point >> 18), push(0x80 | (code_point >> 12 & 0x3F));
  push(0x80 | (code_point >> 6 & 0x3F)), push(0x80 | (code_point & 0x3F));
}

}  // namespace newswash
