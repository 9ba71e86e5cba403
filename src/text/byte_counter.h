// Counts matching bytes 16 at a time, where the machine has SSE2 (all of x86-64 does).
#pragma once

#if defined(__SSE2__)
#include <emmintrin.h>

#include <cstddef>
#include <cstdint>

namespace newswash {

/// Adds up masks whose bytes are 0xFF where something matches and 0 elsewhere.
class ByteCounter {
 public:
  void add(__m128i mask) noexcept {
    if (added_ == 255) flush();  // a byte holds no more
    small_ = _mm_sub_epi8(small_, mask);
    ++added_;
  }

  /// Four at once.
  void add(__m128i a, __m128i b, __m128i c, __m128i d) noexcept {
    if (added_ > 251) flush();
    small_ = _mm_sub_epi8(small_, _mm_add_epi8(_mm_add_epi8(a, b), _mm_add_epi8(c, d)));
    added_ += 4;
  }

  std::size_t total() noexcept {
    flush();
    return static_cast<std::size_t>(_mm_cvtsi128_si64(large_)) +
           static_cast<std::size_t>(_mm_cvtsi128_si64(_mm_unpackhi_epi64(large_, large_)));
  }

 private:
  void flush() noexcept {
    large_ = _mm_add_epi64(large_, _mm_sad_epu8(small_, _mm_setzero_si128()));
    small_ = _mm_setzero_si128();
    added_ = 0;
  }

  __m128i small_ = _mm_setzero_si128();
  __m128i large_ = _mm_setzero_si128();
  unsigned added_ = 0;
};

}  // namespace newswash
#endif
