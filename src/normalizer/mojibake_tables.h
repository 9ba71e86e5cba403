// What is known of single characters: the byte a character has in each code page, its kind, script and case,
// how common it is, which languages write it, and which pairs of letters occur. Generated in the build tree
// by generate_mojibake_tables.cpp from ICU's converters and CLDR data; this header is the lookups and nothing
// else. Neighbours: mojibake_score.cpp, mojibake_chain.cpp, mojibake_single_byte.cpp.
#pragma once

#include <cstdint>

namespace newswash::mojibake {

inline constexpr int kPages = 14;  ///< Single-byte code pages, in CodePage's order.
inline constexpr char32_t kNoBreakSpace = 0xA0;
inline constexpr char32_t kReplacement = 0xFFFD;

enum class Kind : std::uint8_t {
  ascii_letter,
  letter,
  mark,
  digit,
  space,
  control,  ///< C0 and DEL
  c1,       ///< U+0080..U+009F
  ascii_punct,
  punct,       ///< quotes, dashes, ellipsis and other ordinary marks beyond ASCII
  symbol,      ///< ordinary symbols: © ® ™ ° § currency
  odd_symbol,  ///< symbols that rarely stand in prose: ¬ ¦ ¤ ¨ ¯ ´ ¸
  box,         ///< box drawing and blocks
  pictograph,  ///< emoji, dingbats, arrows
  format,      ///< joiners, direction marks, soft hyphen, variation selectors
  bad,         ///< unassigned, private use, surrogates, noncharacters
};

enum class Script : std::uint8_t {
  none,
  latin,
  greek,
  cyrillic,
  armenian,
  hebrew,
  arabic,
  devanagari,
  bengali,
  gurmukhi,
  gujarati,
  oriya,
  tamil,
  telugu,
  kannada,
  malayalam,
  sinhala,
  thai,
  lao,
  tibetan,
  myanmar,
  georgian,
  ethiopic,
  khmer,
  mongolian,
  hangul,
  kana,
  han,
  other,
};

enum class Case : std::uint8_t { none, lower, upper };

/// One character's properties, packed by the generator: kind 4 bits, script 5, case 2, rarity 2.
struct Properties {
  std::uint16_t packed;
  Kind kind() const { return static_cast<Kind>(packed & 15U); }
  Script script() const { return static_cast<Script>((packed >> 4U) & 31U); }
  Case letter_case() const { return static_cast<Case>((packed >> 9U) & 3U); }
  /// 0: letter of a widely used language; 1: of a small one; 2: auxiliary; 3: no language's.
  int rarity() const { return (packed >> 11U) & 3U; }
  bool is_letter() const { return kind() == Kind::ascii_letter || kind() == Kind::letter; }
};

Properties properties_of(char32_t c);

/// Bit p: the character is a UTF-8 lead byte (or continuation byte) in code page p.
struct ByteMasks {
  std::uint16_t lead;
  std::uint16_t continuation;
};
ByteMasks masks_of(char32_t c);

/// The byte of `c` in the page, 0 if it has none. C1 controls stand for bytes the windows pages left
/// undefined or that were read as latin-1; ASCII is itself.
std::uint8_t byte_of(char32_t c, int page);
/// The character of a byte in the page, 0 if undefined.
char32_t char_of(std::uint8_t byte, int page);

/// One bit for each language whose alphabet holds the letter (either case); all ones for scripts without
/// languages.
std::uint64_t languages_of(char32_t letter);

/// How often two neighbouring letters (at least one beyond ASCII) occur in CLDR's names: 0 never .. 3 often.
int pair_frequency(char32_t first, char32_t second);

/// The character that a two-byte code (GBK, Big5, Shift-JIS, in this order) has in bytes; 0 if none.
std::uint16_t double_byte_of(char32_t c, int set);

}  // namespace newswash::mojibake
