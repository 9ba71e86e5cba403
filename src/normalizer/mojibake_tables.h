// What is known of single characters: the byte a character has in each code page, its kind, script and case,
// how common it is, which languages write it, and which pairs of letters occur. Generated in the build tree
// by generate_mojibake_tables.cpp from ICU's converters, CLDR and data/mojibake; this header is the lookups
// and nothing else. Neighbours: mojibake_score.cpp, mojibake_chain.cpp, mojibake_single_byte.cpp.
#pragma once

#include <cstddef>
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

/// One character's properties, packed by the generator: kind 4 bits, script 5, case 2, rarity 2, and
/// three sets of characters.toml.
struct Properties {
  std::uint16_t packed;
  Kind kind() const { return static_cast<Kind>(packed & 15U); }
  Script script() const { return static_cast<Script>((packed >> 4U) & 31U); }
  Case letter_case() const { return static_cast<Case>((packed >> 9U) & 3U); }
  /// 0: letter of a widely used language; 1: of a small one; 2: auxiliary; 3: no language's.
  int rarity() const { return (packed >> 11U) & 3U; }
  bool is_letter() const { return kind() == Kind::ascii_letter || kind() == Kind::letter; }
  bool is_opening() const;
  bool is_closing() const;
  bool is_suffix() const;  ///< often right behind a word or number
};
inline constexpr unsigned kOpening = 1U << 13U, kClosing = 1U << 14U, kSuffix = 1U << 15U;
inline bool Properties::is_opening() const {
  return (packed & kOpening) != 0;
}
inline bool Properties::is_closing() const {
  return (packed & kClosing) != 0;
}
inline bool Properties::is_suffix() const {
  return (packed & kSuffix) != 0;
}

// What the scan (mojibake_scan.h) knows of a character: lead masks in bits 0-13, continuation masks in 14-27,
// and these.
inline constexpr std::uint32_t kLeads = (1U << 14U) - 1;
inline constexpr std::uint32_t kC1 = 1U << 28U;
inline constexpr std::uint32_t kSign = 1U << 29U;    ///< doesn't belong between letters
inline constexpr std::uint32_t kLetter = 1U << 30U;  ///< beyond ASCII, below kLetterEnd
inline constexpr std::uint32_t kLoser = 1U << 31U;  ///< a lead byte whose next one may have become ' ' or '?'
inline constexpr char32_t kScanEnd = 0x2700;        ///< nothing above is in a code page but U+F8FF and U+FFFD
inline constexpr char32_t kLetterEnd = 0x500;
inline constexpr unsigned kLower = 1, kUpper = 2, kLatin = 4;  // letter classes
inline constexpr char32_t kRareBegin = 0x3400;
inline constexpr char32_t kRareEnd = 0xFB00;
inline constexpr char32_t kWide = 0x2E80;  ///< from here on only wide letters

/// The same at one glance: two neighbours are worth a look only where `first` of the one and `second` of the
/// other have a bit in common, and one character by itself only where its `first` has kAlone.
struct Glance {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
};
inline constexpr std::uint32_t kAlone = 1U << 31U;
inline constexpr std::uint32_t kCaseBit = 1U << 14U;   ///< a small letter, then a capital
inline constexpr std::uint32_t kLatinBit = 1U << 15U;  ///< two Latin letters
inline constexpr std::uint32_t kSignBit = 1U << 16U;   ///< a letter, then a sign
inline constexpr std::uint32_t kLostBit = 1U << 17U;   ///< a lead byte, then U+FFFD

/// The generated arrays (mojibake_tables.inc, compiled once in mojibake_tables.cpp), declared here so that a
/// lookup costs no call. Nothing but the lookups below knows how they are laid out: most are staged, an index
/// of blocks and the different blocks.
namespace tables {
extern const std::uint16_t kPropertiesIndex[], kPropertiesBlocks[];  // blocks of 128 characters
extern const std::uint16_t kOddnessIndex[], kOddnessBlocks[];        // the same
extern const std::uint16_t kNumberIndex[], kNumberBlocks[];          // blocks of 64: a number for each row
extern const std::uint8_t kBytes[];                                  // rows of kPages
extern const std::uint16_t kLead[], kContinuation[];                 // by number
extern const std::uint16_t kChars[];                                 // kPages times 128
extern const std::uint16_t kLanguagesIndex[];                        // blocks of 64, below U+2000
extern const std::uint64_t kLanguagesBlocks[];
extern const std::uint32_t kPairs[];  // a hash table of 2 to the kPairBits slots; 0 is a free one

extern const std::uint32_t kScan[];        // by character below kScanEnd: masks and flags
extern const Glance kGlance[];             // the same
extern const std::uint32_t kRare[];        // one bit a character from kRareBegin on: rarity 2 and more
extern const std::uint8_t kLetterClass[];  // by character below kLetterEnd: kLower and so on

inline std::size_t number_of(char32_t c) noexcept {
  if (c < 0x80 || c > 0xFFFF) return 0;
  return kNumberBlocks[std::size_t{kNumberIndex[c >> 6U]} * 64 + (c & 63U)];
}
}  // namespace tables

inline Properties properties_of(char32_t c) noexcept {
  return {tables::kPropertiesBlocks[std::size_t{tables::kPropertiesIndex[c >> 7U]} * 128 + (c & 127U)]};
}

/// Bit p: the character is a UTF-8 lead byte (or continuation byte) in code page p.
struct ByteMasks {
  std::uint16_t lead;
  std::uint16_t continuation;
};
inline ByteMasks masks_of(char32_t c) noexcept {
  if (c < kScanEnd) {
    const Glance glance = tables::kGlance[c];
    return {static_cast<std::uint16_t>(glance.first & kLeads),
            static_cast<std::uint16_t>(glance.second & kLeads)};
  }
  const std::size_t number = tables::number_of(c);
  return {tables::kLead[number], tables::kContinuation[number]};
}

/// The byte of `c` in the page, 0 if it has none. C1 controls stand for bytes the windows pages left
/// undefined or that were read as latin-1; ASCII is itself.
inline std::uint8_t byte_of(char32_t c, int page) noexcept {
  if (c < 0x80) return static_cast<std::uint8_t>(c);
  return tables::kBytes[tables::number_of(c) * kPages + static_cast<std::size_t>(page)];
}
/// The character of a byte in the page, 0 if undefined.
inline char32_t char_of(std::uint8_t byte, int page) noexcept {
  if (byte < 0x80) return byte;
  return tables::kChars[static_cast<std::size_t>(page) * 128 + byte - 128U];
}

/// One bit for each language whose alphabet holds the letter (either case); all ones for scripts without
/// languages.
inline std::uint64_t languages_of(char32_t letter) noexcept {
  const Script script = properties_of(letter).script();
  if (letter < 0x80 || (script != Script::latin && script != Script::cyrillic)) return ~std::uint64_t{0};
  if (letter >= 0x2000) return 0;
  return tables::kLanguagesBlocks[std::size_t{tables::kLanguagesIndex[letter >> 6U]} * 64 + (letter & 63U)];
}

/// Where the search for a pair begins in tables::kPairs; it goes on to the next slot, round the end.
inline constexpr unsigned kPairBits = 15;
constexpr std::uint32_t pair_key(char32_t first, char32_t second) noexcept {
  return static_cast<std::uint32_t>(first) << 15U | static_cast<std::uint32_t>(second) << 2U;
}
constexpr std::size_t pair_slot(std::uint32_t key) noexcept {
  return (key >> 2U) * 0x9E3779B1U >> (32U - kPairBits);
}

/// How often two neighbouring letters (at least one beyond ASCII) occur in CLDR's names: 0 never .. 3 often.
inline int pair_frequency(char32_t first, char32_t second) noexcept {
  if (first >= 0x2000 || second >= 0x2000) return 0;
  const std::uint32_t key = pair_key(first, second);
  for (std::size_t slot = pair_slot(key);; slot = (slot + 1) & ((1U << kPairBits) - 1)) {
    const std::uint32_t found = tables::kPairs[slot];
    if ((found & ~3U) == key && found != 0) return static_cast<int>(found & 3U);
    if (found == 0) return 0;
  }
}

/// The character that a two-byte code (GBK, Big5, Shift-JIS, in this order) has in bytes; 0 if none.
std::uint16_t double_byte_of(char32_t c, int set) noexcept;

}  // namespace newswash::mojibake
