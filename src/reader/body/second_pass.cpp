// Inputs of the second pass. Mine: sums of expected words around a block, its place to the page's best run of
// blocks, words shared with what is surely article. Not mine: weights. Main function: second_values.
#include "reader/body/second_pass.h"

#include <algorithm>
#include <bitset>
#include <cmath>

#include "reader/body/byte_masks.h"
#include "reader/body/scales.h"
#include "reader/body/word_hash.h"

namespace newswash::body {
namespace {

constexpr std::size_t kBytesLookedAt = 128;  // of a block, for its words
constexpr std::size_t kVocabularyBits = 8192;
constexpr std::size_t kLongWord = 5;  // shorter words are in every text

template <typename T>
constexpr std::uint8_t small(T number) {
  return static_cast<std::uint8_t>(number);
}

std::uint8_t& at(SecondValues& values, Second feature) {
  return values[static_cast<std::size_t>(feature)];
}

/// Odds of p in 31 steps: 1 below 0.0005, 31 above 0.9995. 0 is for hopeless blocks.
std::uint8_t odds_scale(float p) {
  const float clipped = std::clamp(p, 0.0005F, 0.9995F);
  const float odds = std::log(clipped / (1.0F - clipped));
  return small(std::clamp(static_cast<int>(odds * 2.0F + 16.0F), 1, 31));
}

std::uint8_t coarse(float p) {
  constexpr std::array<float, 7> kEdges = {0.02F, 0.08F, 0.2F, 0.4F, 0.6F, 0.8F, 0.95F};
  std::uint32_t step = 0;
  for (const float edge : kEdges) step += p >= edge ? 1U : 0U;
  return small(step);
}

/// Expected words of article before each block, and after the last.
std::vector<float> expected_until(const Page& page, std::span<const float> p, float least) {
  std::vector<float> sums(p.size() + 1, 0.0F);
  for (std::size_t i = 0; i < p.size(); ++i) {
    const float expected = p[i] < least ? 0.0F : p[i] * static_cast<float>(page.facts[i].sum.words);
    sums[i + 1] = sums[i] + expected;
  }
  return sums;
}

std::uint32_t whole(float number) {
  return static_cast<std::uint32_t>(number + 0.5F);
}

std::uint32_t mass(const std::vector<float>& sums, std::size_t begin, std::size_t end) {
  begin = std::min(begin, sums.size() - 1);
  end = std::min(end, sums.size() - 1);
  return whole(sums[end] - sums[begin]);
}

std::size_t back(std::size_t i, std::size_t steps) {
  return i < steps ? 0 : i - steps;
}

void fill_mass(const std::vector<float>& sums, std::size_t i, SecondValues& values) {
  const std::uint32_t all = whole(sums.back());
  at(values, Second::mass_before_4) = log_scale(mass(sums, back(i, 4), i));
  at(values, Second::mass_after_4) = log_scale(mass(sums, i + 1, i + 5));
  at(values, Second::mass_before_16) = log_scale(mass(sums, back(i, 16), i));
  at(values, Second::mass_after_16) = log_scale(mass(sums, i + 1, i + 17));
  at(values, Second::mass_before) = share_scale(mass(sums, 0, i), all);
  at(values, Second::mass_after) = share_scale(mass(sums, i + 1, sums.size()), all);
  at(values, Second::expected_words) = log_scale(all);
}

/// The coarse steps of all blocks' probabilities, with three empty blocks past either end.
std::vector<std::uint8_t> coarse_steps(std::span<const float> p) {
  std::vector<std::uint8_t> steps(p.size() + 6, 0);
  for (std::size_t i = 0; i < p.size(); ++i) steps[i + 3] = coarse(p[i]);
  return steps;
}

/// No body here and none near: the first pass's word is final.
bool is_hopeless(float p, float hopeless, const std::uint8_t* here) {
  return p < hopeless && (here[-3] | here[-2] | here[-1] | here[0] | here[1] | here[2] | here[3]) == 0;
}

/// `here` points at the block's step; neighbours are around it.
void fill_own(const BlockFacts& block, float p, const std::uint8_t* here, SecondValues& values) {
  at(values, Second::own) = odds_scale(p);
  at(values, Second::neighbours) = small(here[-1] * 8U + here[1]);
  at(values, Second::neighbours_2) = small(std::max(here[-2], here[-3]) * 8U + std::max(here[2], here[3]));
  at(values, Second::shape) = small(static_cast<std::uint32_t>(block.shape) * 8U + *here);
}

/// 0 before, 1 inside, 2 after the run, and how many blocks away.
void fill_run(const Page& page, const Run& run, const std::vector<float>& sums, std::size_t i,
              SecondValues& values) {
  const std::uint32_t side = i < run.begin ? 0 : i < run.end ? 1 : 2;
  const std::size_t away = side == 0   ? run.begin - i
                           : side == 2 ? i - run.end + 1
                                       : std::min(i - run.begin, run.end - 1 - i);
  const std::uint32_t inside = mass(sums, run.begin, run.end);
  const LineFacts& sum = page.facts[i].sum;
  at(values, Second::main_place) =
      small(side * 16U + std::min<std::uint32_t>(15, log_scale(static_cast<std::uint32_t>(away))));
  at(values, Second::main_share) = small(side * kShareSize + share_scale(inside, whole(sums.back())));
  at(values, Second::main_depth) = side != 1 ? small(16) : share_scale(mass(sums, run.begin, i), inside);
  at(values, Second::cue) = small(page.facts[i].cue * 3U + side);
  at(values, Second::capitals) = small((sum.cased ? share_scale(sum.capitals, sum.words) : 16U) * 3U + side);
}

/// Words since the last block that is more article than not, and until the next.
void fill_gaps(const Page& page, std::span<const float> p, float body, std::span<SecondValues> values) {
  constexpr std::uint32_t kFar = 30000;
  std::uint32_t gap = kFar;
  for (std::size_t i = 0; i < p.size(); ++i) {
    at(values[i], Second::gap_before) = log_scale(gap);
    gap = p[i] > body ? 0 : std::min(kFar, gap + page.facts[i].sum.words + 1);
  }
  gap = kFar;
  for (std::size_t i = p.size(); i-- > 0;) {
    at(values[i], Second::gap_after) = log_scale(gap);
    gap = p[i] > body ? 0 : std::min(kFar, gap + page.facts[i].sum.words + 1);
  }
}

using Vocabulary = std::bitset<kVocabularyBits>;

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
std::uint32_t stem_bit(std::string_view text, std::size_t size) {
  size = std::min<std::size_t>(size, 8);
  const std::uint32_t hash = text.size() < 8 ? word_hash(text.substr(0, size)) : word_hash(text.data(), size);
  return (hash ^ (hash >> 15)) % kVocabularyBits;
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

void fill_vocabulary(const Page& page, std::span<const float> p, const SecondThresholds& thresholds,
                     std::span<SecondValues> values) {
  Vocabulary sure;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p[i] > thresholds.sure) each_long_word(page, i, [&](std::size_t bit) { sure.set(bit); });
  }
  for (std::size_t i = 0; i < p.size(); ++i) {
    const std::uint8_t length = word_class(page.facts[i].sum.words);
    std::uint32_t known = 0, all = 0;
    if (p[i] > thresholds.sure || p[i] < thresholds.hopeless) {
      at(values[i], Second::vocabulary) = small((p[i] > thresholds.sure ? 15U : 16U) * kClassSize + length);
      continue;
    }
    each_long_word(page, i, [&](std::size_t bit) {
      ++all;
      known += sure.test(bit) ? 1U : 0U;
    });
    at(values[i], Second::vocabulary) = small(share_scale(known, all) * kClassSize + length);
  }
}

}  // namespace

void second_values(const Page& page, std::span<const float> p, const SecondThresholds& thresholds,
                   std::span<SecondValues> values) {
  const std::vector<float> sums = expected_until(page, p, thresholds.expected);
  const Run run = heaviest_run(page, p, thresholds.run);
  const std::vector<std::uint8_t> steps = coarse_steps(p);
  fill_gaps(page, p, thresholds.body, values);
  for (std::size_t i = 0; i < p.size(); ++i) {
    const std::uint8_t* here = steps.data() + i + 3;
    if (is_hopeless(p[i], thresholds.hopeless, here)) {
      at(values[i], Second::own) = kHopelessOwn;
      continue;
    }
    fill_own(page.facts[i], p[i], here, values[i]);
    fill_mass(sums, i, values[i]);
    fill_run(page, run, sums, i, values[i]);
  }
  fill_vocabulary(page, p, thresholds, values);
}

}  // namespace newswash::body
