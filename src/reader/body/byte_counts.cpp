// Counting pairs of bytes. Most bytes of most lines are ASCII letters and spaces: these are found 64 at a
// time and counted as bits; only pairs with another byte in them are looked up in the pair table.
#include "reader/body/byte_counts.h"

#include <algorithm>
#include <bit>

#include "reader/body/byte_masks.h"

namespace newswash::body {
namespace {

constexpr std::size_t kMost = 255;  // pairs that fit into the eight bits of a count

/// Eight-bit counts overflow after 255 bytes; they are emptied into `totals` before.
void empty_into(Totals& totals, const Counts& counts) noexcept {
  for (std::size_t i = 0; i < 8; ++i) {  // compilers make a few vector instructions of this
    totals[i] += static_cast<std::uint8_t>(counts.low >> (8 * i));
    totals[i + 8] += static_cast<std::uint8_t>(counts.high >> (8 * i));
  }
}

void add_pair(Counts& counts, std::size_t before, std::size_t c) noexcept {
  const Counts& add = kPairs.counts[before * kStride + c];
  counts.low += add.low;
  counts.high += add.high;
}

std::size_t class_of(char c) noexcept {
  return kPairs.classes[static_cast<unsigned char>(c)];
}

/// Adds the pairs of `text`, whose first byte comes after one of class `before`.
void add_byte_by_byte(std::string_view text, std::size_t before, Totals& totals) noexcept {
  while (!text.empty()) {
    const std::string_view run = text.substr(0, kMost);
    Counts counts;
    for (const char byte : run) {
      const std::size_t c = class_of(byte);
      add_pair(counts, before, c);
      before = c;
    }
    empty_into(totals, counts);
    text.remove_prefix(run.size());
  }
}

#if defined(__SSE2__)

constexpr std::uint32_t kDense = 24;  // with more pairs than that to look up, going byte by byte is cheaper

/// A bit a byte of a chunk.
struct Bits {
  std::uint64_t letters = 0;  // of ASCII
  std::uint64_t lower = 0;
  std::uint64_t spaces = 0;  // and control characters
};

/// How many bits are set. The compiler's own is a call on machines that may lack the instruction.
std::uint32_t ones(std::uint64_t bits) noexcept {
  bits -= bits >> 1 & 0x5555555555555555U;
  bits = (bits & 0x3333333333333333U) + (bits >> 2 & 0x3333333333333333U);
  bits = (bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0fU;
  return static_cast<std::uint32_t>(bits * 0x0101010101010101U >> 56);
}

Bits bits_of(std::string_view chunk) noexcept {
  const auto [letters, lower, spaces] = masks_of<3>(chunk, [](__m128i here) {
    const __m128i space = _mm_set1_epi8(' ');
    const __m128i folded = _mm_or_si128(here, space);  // capitals become small
    const __m128i are_letters = letters_of(folded);
    return Classes<3>{are_letters, _mm_and_si128(are_letters, _mm_cmpeq_epi8(here, folded)),
                      _mm_cmpeq_epi8(_mm_min_epu8(here, space), here)};
  });
  return {letters, lower, spaces};
}

/// Goes through a line in chunks.
class ChunkCounter {
 public:
  /// The line's next bytes, 64 of them or all that are left, but not none.
  void add(std::string_view chunk) noexcept {
    const Bits bits = bits_of(chunk);
    const std::size_t size = chunk.size();
    const std::uint64_t valid = all_of(size);
    const std::uint64_t others = ~(bits.letters | bits.spaces) & valid;
    const std::uint64_t after_space = bits.spaces << 1 | (before_ == kSpace ? 1U : 0U);
    const std::uint64_t after_other = others << 1 | (before_other_ ? 1U : 0U);
    const std::uint64_t pairs = (others | (after_other & ~bits.lower)) & valid;
    if (size > kDense && ones(pairs) > kDense) {
      add_byte_by_byte(chunk, before_, totals_);
    } else {
      const std::uint64_t plain = bits.letters & valid;
      totals_[kWords] += ones(plain & after_space);
      totals_[kCapitals] += ones(plain & ~bits.lower & after_space);
      const std::uint32_t letters = ones(plain & ~pairs);
      totals_[kLetters] += letters;
      totals_[kCasedLetters] += letters;
      look_up(chunk, pairs);
    }
    before_ = class_of(chunk[size - 1]);
    before_other_ = (others >> (size - 1) & 1U) != 0;
  }

  Totals totals() noexcept {
    if (looked_up_ != 0) empty_into(totals_, counts_);
    return totals_;
  }

 private:
  void look_up(std::string_view chunk, std::uint64_t pairs) noexcept {
    for (; pairs != 0; pairs &= pairs - 1) {
      const auto i = static_cast<std::size_t>(std::countr_zero(pairs));
      add_pair(counts_, i == 0 ? before_ : class_of(chunk[i - 1]), class_of(chunk[i]));
      ++looked_up_;
    }
    if (looked_up_ + kDense < kMost) return;
    empty_into(totals_, counts_);
    counts_ = {};
    looked_up_ = 0;
  }

  Totals totals_{};
  Counts counts_;
  std::size_t looked_up_ = 0;
  std::size_t before_ = kSpace;  // class of the byte before the chunk
  bool before_other_ = false;    // and whether that is neither an ASCII letter nor a space
};

#endif

}  // namespace

Totals count_byte_by_byte(std::string_view text) noexcept {
  Totals totals{};
  add_byte_by_byte(text, kSpace, totals);
  return totals;
}

#if defined(__SSE2__)

Totals count_bytes(std::string_view text) noexcept {
  ChunkCounter counter;
  while (!text.empty()) {
    const std::string_view chunk = text.substr(0, kMaskBytes);
    counter.add(chunk);
    text.remove_prefix(chunk.size());
  }
  return counter.totals();
}

#else

Totals count_bytes(std::string_view text) noexcept {
  return count_byte_by_byte(text);
}

#endif

}  // namespace newswash::body
