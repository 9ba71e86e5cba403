// A few bytes in a register, without reading past them and without writing them anywhere: a load that follows
// smaller stores has to wait for them. Mine: loading. Main functions: load_bytes, load_few.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace newswash {

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

#if defined(__SSE2__)
/// Up to sixteen bytes, the rest zero.
inline __m128i load_few(std::string_view bytes) noexcept {
  const std::uint64_t low = load_bytes(bytes.substr(0, 8));
  const std::uint64_t high = bytes.size() > 8 ? load_bytes(bytes.substr(8)) : 0;
  return _mm_set_epi64x(static_cast<long long>(high), static_cast<long long>(low));
}
#endif

}  // namespace newswash
