// A line's bytes up to 64 at a time, as bits: which are folded letters and digits, which need a closer look.
// Mine: ASCII, with SSE2 where there is. Not mine: words and what is no ASCII (key.h).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/few_bytes.h"
#include "text/sse2.h"

namespace newswash::key_bytes {

/// What an ASCII byte is in a key: its folded form, or one of these.
constexpr char kStop = 0;
constexpr char kSkip = 1;
constexpr char kNotAscii = 2;

constexpr std::array<char, 256> make_ascii_keys() {
  std::array<char, 256> keys{};
  for (unsigned c = 'a'; c <= 'z'; ++c) keys[c] = keys[c - 32] = static_cast<char>(c);
  for (unsigned c = '0'; c <= '9'; ++c) keys[c] = static_cast<char>(c);
  for (unsigned c = 128; c < 256; ++c) keys[c] = kNotAscii;
  keys['\''] = keys['`'] = kSkip;
  return keys;
}
constexpr std::array<char, 256> kAsciiKeys = make_ascii_keys();

inline char ascii_key(char c) {
  return kAsciiKeys[static_cast<unsigned char>(c)];
}

inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Some bytes of a line, a bit each.
struct Masks {
  std::uint64_t plain = 0;
  std::uint64_t closely = 0;  // apostrophes and what is no ASCII
  bool digits = false;        // some of the plain ones are
};

#if defined(__SSE2__)
inline Masks fold_all(const char* from, std::size_t size, char* to) noexcept {
  Masks masks;
  __m128i all_digits = _mm_setzero_si128();
  const auto fold_block = [&](__m128i given, std::size_t at) {
    const __m128i folded = _mm_or_si128(given, _mm_set1_epi8(0x20));  // of letters; digits have this bit
    const __m128i letters = sse2::in_range(folded, 'a', 26);
    const __m128i digits = sse2::in_range(given, '0', 10);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to + at), folded);
    all_digits = _mm_or_si128(all_digits, digits);
    masks.plain |= std::uint64_t{sse2::bits_of(_mm_or_si128(letters, digits))} << at;
    // the top bit: no ASCII
    masks.closely |= std::uint64_t{sse2::bits_of(_mm_or_si128(
                         given, _mm_or_si128(sse2::equal(given, '\''), sse2::equal(given, '`'))))}
                     << at;
  };
  if (size == 64) {
    for (std::size_t i = 0; i < 64; i += 16) fold_block(sse2::load(from + i), i);
  } else if (size >= 16) {
    for (std::size_t i = 0; i + 16 < size; i += 16) fold_block(sse2::load(from + i), i);
    fold_block(sse2::load(from + size - 16), size - 16);
  } else {
    fold_block(load_few({from, size}), 0);
  }
  masks.digits = sse2::bits_of(all_digits) != 0;
  return masks;
}

/// Where a byte stands that passes `is`, of the 64 from `bytes` on.
template <typename Is>
inline std::uint64_t places(const char* bytes, Is is) noexcept {
  std::uint64_t found = 0;
  for (std::size_t i = 0; i < 64; i += 16)
    found |= std::uint64_t{sse2::bits_of(is(sse2::load(bytes + i)))} << i;
  return found;
}

inline std::uint64_t places_of_digits(const char* bytes) noexcept {
  return places(bytes, [](__m128i block) { return sse2::in_range(block, '0', 10); });
}

inline std::uint64_t places_of(const char* bytes, char c) noexcept {
  return places(bytes, [c](__m128i block) { return sse2::equal(block, c); });
}
#else
inline Masks fold_all(const char* from, std::size_t size, char* to) noexcept {
  Masks masks;
  for (std::size_t i = 0; i < size; ++i) {
    const char key = ascii_key(from[i]);
    to[i] = static_cast<char>(from[i] | 0x20);
    masks.plain |= std::uint64_t{key > kNotAscii} << i;
    masks.closely |= std::uint64_t{key == kSkip || key == kNotAscii} << i;
    masks.digits = masks.digits || is_digit(key);
  }
  return masks;
}

template <typename Is>
inline std::uint64_t places(const char* bytes, Is is) noexcept {
  std::uint64_t found = 0;
  for (std::size_t i = 0; i < 64; ++i) found |= std::uint64_t{is(bytes[i])} << i;
  return found;
}

inline std::uint64_t places_of_digits(const char* bytes) noexcept {
  return places(bytes, is_digit);
}

inline std::uint64_t places_of(const char* bytes, char c) noexcept {
  return places(bytes, [c](char byte) { return byte == c; });
}
#endif

}  // namespace newswash::key_bytes
