// Finding long words 64 bytes at a time; see vocabulary.h.
#include "reader/body/vocabulary.h"

#include <algorithm>
#include <array>
#include <bit>

#include "reader/body/byte_masks.h"
#include "reader/body/scales.h"
#include "reader/body/word_hash.h"

namespace newswash::body {
namespace {

constexpr std::size_t kBytesLookedAt = 128;  // of a block, for its words
constexpr std::size_t kLongWord = 5;         // shorter words are in every text

/// Letters, and every byte past ASCII.
constexpr std::array<bool, 256> kInWord = [] {
  std::array<bool, 256> in_word{};
  for (std::size_t c = 0; c < 256; ++c) in_word[c] = c >= 0x80 || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z');
  return in_word;
}();

bool in_word(char c) {
  return kInWord[static_cast<unsigned char>(c)];
}

/// A word's first eight bytes stand for it: endings differ in most languages. `text` begins with the word.
std::size_t stem_bit(std::string_view text, std::size_t size) {
  size = std::min<std::size_t>(size, 8);
  const std::uint32_t hash = text.size() < 8 ? word_hash(text.substr(0, size)) : word_hash(text.data(), size);
  return (hash ^ (hash >> 15)) % Vocabulary::kBits;
}

#if defined(__SSE2__)
/// The bytes that belong to words, a bit each.
std::uint64_t in_words(std::string_view chunk) {
  const auto [bits] = masks_of<1>(chunk, [](__m128i here) {
    return Classes<1>{_mm_or_si128(here, letters_of(_mm_or_si128(here, _mm_set1_epi8(' '))))};
  });
  return bits & all_of(chunk.size());
}
#else
std::uint64_t in_words(std::string_view chunk) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < chunk.size(); ++i) bits |= std::uint64_t{in_word(chunk[i])} << i;
  return bits;
}
#endif

/// Where runs of at least kLongWord bits begin.
std::uint64_t long_runs(std::uint64_t bits) {
  std::uint64_t runs = bits & ~(bits << 1);
  for (std::size_t i = 1; i < kLongWord; ++i) runs &= bits >> i;
  return runs;
}

/// Takes a word that fills a whole chunk off the front.
void skip_word(std::string_view& text) {
  while (!text.empty() && in_word(text.front())) text.remove_prefix(1);
}

template <typename Visit>
void each_long_word(std::string_view text, Visit visit) {
  while (text.size() >= kLongWord) {
    const std::string_view chunk = text.substr(0, kMaskBytes);
    std::uint64_t bits = in_words(chunk);
    std::size_t end = chunk.size();
    if (end < text.size()) {  // a word that may go on is left for the next chunk
      end -= static_cast<std::size_t>(std::countl_one(bits));
      if (end == 0) {
        visit(stem_bit(text, kMaskBytes));
        skip_word(text);
        continue;
      }
      bits &= all_of(end);
    }
    for (std::uint64_t runs = long_runs(bits); runs != 0; runs &= runs - 1) {
      const auto begin = static_cast<std::size_t>(std::countr_zero(runs));
      visit(stem_bit(text.substr(begin), static_cast<std::size_t>(std::countr_one(bits >> begin))));
    }
    text.remove_prefix(end);
  }
}

/// A block's head is enough.
template <typename Visit>
void each_long_word(const Page& page, std::size_t i, Visit visit) {
  std::size_t left = kBytesLookedAt;
  const Block& block = page.blocks[i];
  for (std::uint32_t line = 0; line < block.line_count && left > 0; ++line) {
    const std::string_view text = page.lines[block.first_line + line].text.substr(0, left);
    each_long_word(text, visit);
    left -= text.size();
  }
}

}  // namespace

void Vocabulary::add(const Page& page, std::size_t block) {
  each_long_word(page, block, [&](std::size_t bit) { words_.set(bit); });
}

std::uint8_t Vocabulary::share_of(const Page& page, std::size_t block) const {
  std::uint32_t known = 0, all = 0;
  each_long_word(page, block, [&](std::size_t bit) {
    ++all;
    known += words_.test(bit) ? 1U : 0U;
  });
  return share_scale(known, all);
}

}  // namespace newswash::body
