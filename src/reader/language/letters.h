// Letters as the language identifier sees them: lower case without a locale, and the rolling hash of a word.
// Shared by the generator of the tables and by their reader, so that both see the same words. Mine: case and
// hash. Not mine: folding accents away (text/code_points.h); here accents tell languages apart.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace newswash::language {

/// The letters with a case below this code point have it in kLower.
inline constexpr char32_t kCaseEnd = 0x530;

/// Latin letters whose upper and lower case are neighbours, the upper case even (`parity` 0) or odd.
constexpr bool is_paired(char32_t c, char32_t parity) {
  const bool odd = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) || (c >= 0x1AF && c <= 0x1B0);
  const bool even = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x1A0 && c <= 0x1A5) ||
                    (c >= 0x218 && c <= 0x21B) || (c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) ||
                    (c >= 0x4D0 && c < kCaseEnd);
  return (c & 1) == parity && (parity == 0 ? even : odd);
}

/// Lower case of one code point below kCaseEnd. The Romanian letters written with a cedilla or a comma count
/// as one.
constexpr char32_t compute_lower(char32_t c) {
  if (c == 0x130) return 'i';  // the Turkish capital with a dot
  if (c == 0x178) return 0xFF;
  if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) return c + 0x20;
  if (c == 0x218 || c == 0x219) return 0x15F;
  if (c == 0x162 || c == 0x163) return 0x21B;
  if (is_paired(c, 0) || is_paired(c, 1)) return c + 1;
  if (c >= 0x391 && c <= 0x3A9) return c + 0x20;
  if (c >= 0x410 && c <= 0x42F) return c + 0x20;
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  return c;
}

inline constexpr auto kLower = [] {
  std::array<char16_t, kCaseEnd> table{};
  for (char32_t c = 0; c < kCaseEnd; ++c) table[c] = static_cast<char16_t>(compute_lower(c));
  return table;
}();

constexpr char32_t lower(char32_t c) {
  if (c < kCaseEnd) return kLower[c];
  return c >= 0x1E00 && c <= 0x1EFF ? c | 1 : c;
}

/// The hash of a word grows by one letter, already in lower case. The generator proves that no two listed
/// words share one. share one.
constexpr std::uint64_t add_letter(std::uint64_t hash, char32_t letter) {
  return std::rotl(hash, 13) + letter;
}

/// What the table of words keeps of a hash: never 0.
constexpr std::uint32_t key_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>((hash * 0x9E3779B97F4A7C15ULL) >> 32) | 1U;
}

/// The table of words: buckets of so many keys, so that a look-up is a comparison of all of a bucket's.
inline constexpr std::size_t kBuckets = 1536;
inline constexpr std::size_t kBucketWords = 8;
constexpr std::size_t bucket_of(std::uint32_t key, std::uint32_t mix) {
  return static_cast<std::size_t>(std::uint64_t{key * mix} * kBuckets >> 32);
}

/// The languages of a word with their weights come in groups of so many, and at most so many groups.
inline constexpr std::size_t kPostingGroup = 4;
inline constexpr std::size_t kMostGroups = 4;

/// Every letter past the last with an entry of its own that only Vietnamese writes (U+1EA0..U+1EFF).
inline constexpr char32_t kVietnameseBegin = 0x1EA0;
inline constexpr char32_t kVietnameseEnd = 0x1F00;
inline constexpr char32_t kLetterIdsEnd = 0x700;

}  // namespace newswash::language
