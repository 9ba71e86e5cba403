// The few SSE2 instructions that text is classed with, 16 bytes at a time, under names that say what they do.
// Part of x86-64; empty elsewhere, where callers look at single bytes.
#pragma once

#if defined(__SSE2__)
#include <emmintrin.h>

namespace newswash::sse2 {

inline __m128i load(const void* from) noexcept {
  return _mm_loadu_si128(static_cast<const __m128i*>(from));
}

/// The bytes that are `c`, as ones.
inline __m128i equal(__m128i bytes, char c) noexcept {
  return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c));
}

/// The bytes of the range that begins at `first` and holds `count` (at most 127) values, as ones.
inline __m128i in_range(__m128i bytes, char first, char count) noexcept {
  const __m128i moved =
      _mm_add_epi8(bytes, _mm_set1_epi8(static_cast<char>(128 - first)));  // the least: -128
  return _mm_cmpgt_epi8(_mm_set1_epi8(static_cast<char>(count - 128)), moved);
}

/// The highest bit of each byte.
inline unsigned bits_of(__m128i bytes) noexcept {
  return static_cast<unsigned>(_mm_movemask_epi8(bytes));
}

}  // namespace newswash::sse2

#endif
