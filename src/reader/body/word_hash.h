// A fast hash of a word, blind to case, for the cue table and the vocabulary. Mine: mixing. Not mine: the
// words, loading bytes (text/few_bytes.h). Main function: word_hash. Only the first and the last eight bytes
// and the length count: enough to tell words apart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/few_bytes.h"

namespace newswash::body {

/// Capitals become small by setting one bit: ASCII, Latin-1 and the first half of the Cyrillic alphabet;
/// other characters change, too, but alike wherever they stand.
inline constexpr std::uint64_t kFold = 0x2020202020202020U;

constexpr std::uint32_t word_hash(std::string_view word) {
  const std::size_t head = word.size() < 8 ? word.size() : 8;
  const std::uint64_t first = load_bytes(word.substr(0, head)) | kFold;
  std::uint64_t mixed = (first ^ word.size()) * 0x9e3779b97f4a7c15U;
  if (word.size() > 8)
    mixed = (mixed ^ (load_bytes(word.substr(word.size() - 8)) | kFold)) * 0xd6e8feb86659fd93U;
  return static_cast<std::uint32_t>(mixed >> 32);
}

/// The same of a word of `size` bytes with eight to read from its begin: no branch depends on its size.
inline std::uint32_t word_hash(const char* word, std::size_t size) {
  const std::size_t head = size < 8 ? size : 8;
  const std::uint64_t first = (load_bytes({word, 8}) & ~std::uint64_t{0} >> (64 - 8 * head)) | kFold;
  const std::uint64_t mixed = (first ^ size) * 0x9e3779b97f4a7c15U;
  const std::uint64_t last = load_bytes({word + size - head, 8}) | kFold;
  const std::uint64_t both = (mixed ^ last) * 0xd6e8feb86659fd93U;
  return static_cast<std::uint32_t>((size > 8 ? both : mixed) >> 32);
}

inline constexpr std::size_t kBytePairs = 1024;

/// Two bytes of a word, blind to case: a cheap look at what may be worth a hash.
constexpr std::size_t byte_pair(char one, char other) {
  const auto low_bits = [](char c) { return static_cast<unsigned char>(c) & 31U; };
  return low_bits(one) << 5 | low_bits(other);
}

/// A bit for the sizes of words, one for all that are long.
constexpr std::uint16_t size_bit(std::size_t size) {
  return static_cast<std::uint16_t>(1U << (size < 15 ? size : 15));
}

constexpr std::uint32_t pair_hash(std::uint32_t first, std::uint32_t second) {
  return (first * 0x9e3779b1U) ^ second;
}

}  // namespace newswash::body
