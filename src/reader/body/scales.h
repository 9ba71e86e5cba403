// Scales that turn counts into the small whole numbers the model's tables are indexed by. Mine: rounding. Not
// mine: what is counted (features.cpp). Main functions: fine_scale, log_scale, share_scale, cross. All are
// cheap and never overflow.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>

namespace newswash::body {

inline constexpr std::uint8_t kScaleSize = 32;  // of fine_scale and log_scale
inline constexpr std::uint8_t kShareSize = 17;  // of share_scale: 0..16
inline constexpr std::uint8_t kClassSize = 4;   // of word_class

template <typename T>
constexpr std::uint8_t small(T number) {
  return static_cast<std::uint8_t>(number);
}

/// Two values as one: the inner one takes `inner_size` values.
constexpr std::uint8_t cross(std::uint32_t outer, std::uint32_t inner, std::uint32_t inner_size) {
  return small(outer * inner_size + inner);
}

/// 0 to 7 as they are, then four steps an octave: 8 10 12 14 16 20 24 28 32 40 … 448 and more.
constexpr std::uint8_t fine_scale(std::uint32_t n) {
  if (n < 8) return small(n);
  const auto octave = static_cast<std::uint32_t>(std::bit_width(n)) - 4;
  const std::uint32_t step = 8 + octave * 4 + ((n >> (octave + 1)) & 3U);
  return small(std::min<std::uint32_t>(step, kScaleSize - 1));
}

/// 0 to 3 as they are, then two steps an octave: 4 6 8 12 16 24 … 32768 and more.
constexpr std::uint8_t log_scale(std::uint32_t n) {
  if (n < 4) return small(n);
  const auto octave = static_cast<std::uint32_t>(std::bit_width(n)) - 1;
  const std::uint32_t step = octave * 2 + ((n >> (octave - 1)) & 1U);
  return small(std::min<std::uint32_t>(step, kScaleSize - 1));
}

/// part / whole in fifteenths; 16 when there is no whole.
constexpr std::uint8_t share_scale(std::uint32_t part, std::uint32_t whole) {
  if (whole == 0) return 16;
  if (part == 0) return 0;  // most
  if (part >= whole) return 15;
  constexpr std::uint32_t kMost =
      1U << 28;  // of which fifteen and a half fit: many machines are slow at 64 bits
  if (whole <= kMost) return small((part * 15 + whole / 2) / whole);
  return small((std::uint64_t{part} * 15 + whole / 2) / whole);
}

/// A word or two, a phrase, a line, a paragraph.
constexpr std::uint8_t word_class(std::uint32_t words) {
  return words < 3 ? 0 : words < 8 ? 1 : words < 20 ? 2 : 3;
}

}  // namespace newswash::body
