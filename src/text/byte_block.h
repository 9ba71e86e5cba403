// 64 bytes of text at once, and which of them are what, as bits: bit i stands for byte i, so that neighbours
// are a shift away. Mine: comparing. Not mine: what the bits mean. SSE2 is part of x86-64; elsewhere a loop
// does the same. Main type: ByteBlock.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace newswash {

inline constexpr std::size_t kBlockBytes = 64;

class ByteBlock {
  friend class ByteSought;

 public:
  /// The 64 bytes at `at`; past the text's end there are bytes `filling`.
  ByteBlock(std::string_view text, std::size_t at, char filling) noexcept {
    if (at + kBlockBytes <= text.size()) {
      load(text.data() + at);
    } else {
      std::array<char, kBlockBytes> rest;
      rest.fill(filling);
      std::memcpy(rest.data(), text.data() + at, text.size() - at);
      load(rest.data());
    }
  }

  /// The bytes that are `c`.
  std::uint64_t equal(char c) const noexcept {
#if defined(__SSE2__)
    const __m128i wanted = _mm_set1_epi8(c);
    return bits([&](__m128i part) { return _mm_cmpeq_epi8(part, wanted); });
#else
    return bits([&](unsigned char byte) { return byte == static_cast<unsigned char>(c); });
#endif
  }

  /// The bytes of the range that begins at `first` and holds `count` (at most 128) values, round the end.
  std::uint64_t in_range(unsigned char first, unsigned char count) const noexcept {
#if defined(__SSE2__)
    const __m128i move = _mm_set1_epi8(static_cast<char>(0x80 - first));  // to where signed bytes begin
    const __m128i behind = _mm_set1_epi8(static_cast<char>(count - 0x80));
    return bits([&](__m128i part) { return _mm_cmplt_epi8(_mm_add_epi8(part, move), behind); });
#else
    return bits([&](unsigned char byte) { return static_cast<unsigned char>(byte - first) < count; });
#endif
  }

  /// The bytes from 0x80 up.
  std::uint64_t beyond_ascii() const noexcept {
#if defined(__SSE2__)
    return bits([](__m128i part) { return part; });
#else
    return bits([](unsigned char byte) { return byte >= 0x80; });
#endif
  }

 private:
#if defined(__SSE2__)
  void load(const char* from) noexcept {
    for (std::size_t i = 0; i < 4; ++i)
      parts_[i] = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from + 16 * i));
  }

  /// The highest bit of each byte that `test` gives.
  template <typename Test>
  std::uint64_t bits(Test test) const noexcept {
    std::uint64_t all = 0;
    for (unsigned i = 0; i < 4; ++i) {
      const auto some = static_cast<std::uint32_t>(_mm_movemask_epi8(test(parts_[i])));
      all |= static_cast<std::uint64_t>(some) << (16 * i);
    }
    return all;
  }

  __m128i parts_[4];
#else
  void load(const char* from) noexcept {
    std::memcpy(bytes_, from, kBlockBytes);
  }

  template <typename Test>
  std::uint64_t bits(Test test) const noexcept {
    std::uint64_t all = 0;
    for (std::size_t i = 0; i < kBlockBytes; ++i) all |= std::uint64_t{test(bytes_[i])} << i;
    return all;
  }

  unsigned char bytes_[kBlockBytes];
#endif
};

/// Whether one of many blocks holds a byte: cheaper than its places.
class ByteSought {
 public:
  explicit ByteSought(char c) noexcept {
#if defined(__SSE2__)
    wanted_ = _mm_set1_epi8(c);
#else
    wanted_ = c;
#endif
  }

  void look_at(const ByteBlock& block) noexcept {
#if defined(__SSE2__)
    for (const __m128i part : block.parts_) found_ = _mm_or_si128(found_, _mm_cmpeq_epi8(part, wanted_));
#else
    found_ = found_ || block.equal(wanted_) != 0;
#endif
  }

  bool found() const noexcept {
#if defined(__SSE2__)
    return _mm_movemask_epi8(found_) != 0;
#else
    return found_;
#endif
  }

 private:
#if defined(__SSE2__)
  __m128i wanted_;
  __m128i found_ = _mm_setzero_si128();
#else
  char wanted_;
  bool found_ = false;
#endif
};

/// Finds places where spaces (U+0020) and line feeds stand together as they should not, block by block: two
/// spaces, a space beside a line feed, three line feeds. The bit is the last one's of the two or three.
class GapBits {
 public:
  std::uint64_t next(std::uint64_t spaces, std::uint64_t line_feeds) noexcept {
    const std::uint64_t after_space = spaces << 1 | space_;
    const std::uint64_t after_line_feed = line_feeds << 1 | line_feeds_ >> 1;
    const std::uint64_t after_two = after_line_feed & (line_feeds << 2 | line_feeds_);
    space_ = spaces >> 63;
    line_feeds_ = line_feeds >> 62;
    return (after_space & (spaces | line_feeds)) | (after_line_feed & spaces) | (after_two & line_feeds);
  }

 private:
  std::uint64_t space_ = 0;       // of the block before: its last byte
  std::uint64_t line_feeds_ = 0;  // and its last two, the very last in bit 1
};

}  // namespace newswash
