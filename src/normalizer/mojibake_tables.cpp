// The lookups of mojibake_tables.h over the generated arrays. Nothing else knows how they are laid out.
#include "normalizer/mojibake_tables.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace newswash::mojibake {
namespace {

#include "mojibake_tables.inc"

constexpr std::size_t kNoNumber = 0;

std::size_t number_of(char32_t c) {
  if (c < 0x80 || c > 0xFFFF) return kNoNumber;
  return kNumberBlocks[std::size_t{kNumberIndex[c >> 6U]} * 64 + (c & 63U)];
}

template <typename Index, typename Blocks>
std::uint16_t staged(const Index& index, const Blocks& blocks, char32_t c) {
  return blocks[std::size_t{index[c >> 6U]} * 64 + (c & 63U)];
}

}  // namespace

Properties properties_of(char32_t c) {
  return {kPropertiesBlocks[std::size_t{kPropertiesIndex[c >> 7U]} * 128 + (c & 127U)]};
}

ByteMasks masks_of(char32_t c) {
  const std::size_t number = number_of(c);
  return {kLead[number], kContinuation[number]};
}

std::uint8_t byte_of(char32_t c, int page) {
  if (c < 0x80) return static_cast<std::uint8_t>(c);
  return kBytes[number_of(c) * kPages + static_cast<std::size_t>(page)];
}

char32_t char_of(std::uint8_t byte, int page) {
  if (byte < 0x80) return byte;
  return kChars[static_cast<std::size_t>(page) * 128 + byte - 128U];
}

std::uint64_t languages_of(char32_t letter) {
  const Script script = properties_of(letter).script();
  if (letter < 0x80 || (script != Script::latin && script != Script::cyrillic)) return ~std::uint64_t{0};
  if (letter >= 0x2000) return 0;
  return kLanguagesBlocks[std::size_t{kLanguagesIndex[letter >> 6U]} * 64 + (letter & 63U)];
}

int pair_frequency(char32_t first, char32_t second) {
  if (first >= 0x2000 || second >= 0x2000) return 0;
  const auto key = static_cast<std::uint32_t>(first) << 15U | static_cast<std::uint32_t>(second) << 2U;
  const auto* found = std::lower_bound(std::begin(kPairs), std::end(kPairs), key);
  return found != std::end(kPairs) && (*found & ~3U) == key ? static_cast<int>(*found & 3U) : 0;
}

std::uint16_t double_byte_of(char32_t c, int set) {
  if (c < 0x80 || c > 0xFFFF) return 0;
  if (set == 0) return staged(kDouble0Index, kDouble0Blocks, c);
  if (set == 1) return staged(kDouble1Index, kDouble1Blocks, c);
  return staged(kDouble2Index, kDouble2Blocks, c);
}

}  // namespace newswash::mojibake
