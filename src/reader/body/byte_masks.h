// Up to 64 bytes at once as a bit each: which of them are letters, gaps, or whatever is asked for. Mine:
// loading the bytes without reading past them. Not mine: what is asked for (byte_counts.cpp, cues.cpp,
// second_pass.cpp). Main function: masks_of(). For machines with SSE2, which all of x86-64 have.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/few_bytes.h"
#include "text/sse2.h"

namespace newswash::body {

inline constexpr std::size_t kMaskBytes = 64;

/// A bit for each of so many bytes, 1..64.
inline std::uint64_t all_of(std::size_t size) noexcept {
  return ~std::uint64_t{0} >> (kMaskBytes - size);
}

#if defined(__SSE2__)

/// ASCII letters in `folded`, which are bytes with the bit of lower case set.
inline __m128i letters_of(__m128i folded) noexcept {
  return sse2::in_range(folded, 'a', 26);
}

/// A byte of ones or zeros for each byte of a block, by class.
template <std::size_t N>
struct Classes {
  __m128i of[N];
};

/// `classify` answers for 16 bytes with N masks. `text` is 1..64 bytes; bits past it mean nothing.
template <std::size_t N, typename Classify>
std::array<std::uint64_t, N> masks_of(std::string_view text, Classify classify) noexcept {
  constexpr std::size_t kBlock = 16;
  std::array<std::uint64_t, N> masks{};
  const auto put = [&](__m128i block, std::size_t skipped, std::size_t at) {
    const Classes<N> found = classify(block);
    for (std::size_t i = 0; i < N; ++i)
      masks[i] |= std::uint64_t{sse2::bits_of(found.of[i]) >> skipped} << at;
  };
  std::size_t at = 0;
  for (; at + kBlock <= text.size(); at += kBlock) put(sse2::load(text.data() + at), 0, at);
  if (at == text.size()) return masks;
  if (at == 0)
    put(load_few(text), 0, 0);
  else  // bytes that were seen come again
    put(sse2::load(text.data() + text.size() - kBlock), at + kBlock - text.size(), at);
  return masks;
}

#endif

}  // namespace newswash::body
