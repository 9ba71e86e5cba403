// The next byte of some kind, 16 at a time where there is SSE2. Mine: the way over the text, to its very end.
// Not mine: which bytes are meant: `Kind::is` asks of one; `Kind::among`, for machines with SSE2, sets the
// highest bit of those of 16 that are. Main functions: find_byte(), copy_to_byte().
#pragma once

#include <bit>
#include <cstddef>
#include <string_view>

#include "text/sse2.h"

namespace newswash {

/// Where the first byte of `Kind` stands from `at` on; the text's size where there is none.
template <typename Kind>
std::size_t find_byte(std::string_view text, std::size_t at) noexcept {
#if defined(__SSE2__)
  constexpr std::size_t kBlock = 16;
  const auto among = [&](std::size_t begin) { return Kind::among(sse2::load(text.data() + begin)); };
  const auto first = [](unsigned bits) { return static_cast<std::size_t>(std::countr_zero(bits)); };
  for (; at + 2 * kBlock <= text.size(); at += 2 * kBlock) {
    const __m128i low = among(at);
    const __m128i high = among(at + kBlock);
    if (sse2::bits_of(_mm_or_si128(low, high)) == 0) continue;
    return at + first(sse2::bits_of(low) | sse2::bits_of(high) << kBlock);
  }
  if (at + kBlock <= text.size()) {
    const unsigned bits = sse2::bits_of(among(at));
    if (bits != 0) return at + first(bits);
    at += kBlock;
  }
  if (at >= text.size()) return text.size();
  if (text.size() >= kBlock) {  // the rest as the end of the last whole block
    const std::size_t begin = text.size() - kBlock;
    const unsigned bits = sse2::bits_of(among(begin)) >> (at - begin);
    return bits != 0 ? at + first(bits) : text.size();
  }
#endif
  while (at < text.size() && !Kind::is(text[at])) ++at;
  return at;
}

/// The same; the bytes before it are copied to `to` on the way. There is room for all bytes from `at` on:
/// some behind it may be copied, too.
template <typename Kind>
std::size_t copy_to_byte(std::string_view text, std::size_t at, char* to) noexcept {
#if defined(__SSE2__)
  constexpr std::size_t kBlock = 16;
  const auto copy = [&](std::size_t ahead) {
    const __m128i bytes = sse2::load(text.data() + at + ahead);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to + ahead), bytes);
    return Kind::among(bytes);
  };
  const auto first = [&](unsigned bits) { return at + static_cast<std::size_t>(std::countr_zero(bits)); };
  for (; at + 2 * kBlock <= text.size(); at += 2 * kBlock, to += 2 * kBlock) {
    const __m128i low = copy(0);
    const __m128i high = copy(kBlock);
    if (sse2::bits_of(_mm_or_si128(low, high)) == 0) continue;
    return first(sse2::bits_of(low) | sse2::bits_of(high) << kBlock);
  }
#endif
  for (; at < text.size() && !Kind::is(text[at]); ++at) *to++ = text[at];
  return at;
}

}  // namespace newswash
