// A fast hash of a word, blind to case, for the cue table and the vocabulary. Mine: loading bytes and mixing.
// Not mine: the words. Main function: word_hash. Only the first and the last eight bytes and the length
// count: enough to tell words apart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace newswash::body {

/// Compilers make one load of this on machines that keep the low byte first.
constexpr std::uint64_t load_four(const char* p) {
  const auto byte = [p](int i) { return static_cast<std::uint64_t>(static_cast<unsigned char>(p[i])); };
  return byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24;
}

/// Up to eight bytes as one number, the first byte lowest; the rest is zero. Same value on every machine.
constexpr std::uint64_t load_bytes(std::string_view bytes) {
  const std::size_t size = bytes.size();
  const char* p = bytes.data();
  if (size >= 4) return load_four(p) | load_four(p + size - 4) << (8 * (size - 4));
  const auto byte = [p](std::size_t i) {
    return static_cast<std::uint64_t>(static_cast<unsigned char>(p[i])) << (8 * i);
  };
  return size == 0 ? 0 : byte(0) | byte(size / 2) | byte(size - 1);
}

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
