// Inputs of the second pass. Mine: sums of expected words around a block, its place to the page's best run of
// blocks. Not mine: words shared with what is surely article (vocabulary.h), weights, what becomes of the
// values (rows.h). Main functions: second_values, second_sums.
#include "reader/body/second_pass.h"

#include <algorithm>
#include <cmath>

#include "reader/body/feature_table.h"
#include "reader/body/rows.h"
#include "reader/body/scales.h"
#include "reader/body/vocabulary.h"

namespace newswash::body {
namespace {

/// Odds of p in 31 steps: 1 below 0.0005, 31 above 0.9995. 0 is for hopeless blocks.
std::uint8_t odds_scale(float p) {
  const float clipped = std::clamp(p, 0.0005F, 0.9995F);
  const float odds = std::log(clipped / (1.0F - clipped));
  return small(std::clamp(static_cast<int>(odds * 2.0F + 16.0F), 1, 31));
}

std::uint8_t coarse(float p) {
  constexpr std::array<float, 7> kEdges = {0.02F, 0.08F, 0.2F, 0.4F, 0.6F, 0.8F, 0.95F};
  if (p < kEdges[0]) return 0;  // most
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

template <typename Row>
void put_mass(const std::vector<float>& sums, std::size_t i, Row& row) {
  const std::uint32_t all = whole(sums.back());
  row.put(Second::mass_before_4, log_scale(mass(sums, back(i, 4), i)));
  row.put(Second::mass_after_4, log_scale(mass(sums, i + 1, i + 5)));
  row.put(Second::mass_before_16, log_scale(mass(sums, back(i, 16), i)));
  row.put(Second::mass_after_16, log_scale(mass(sums, i + 1, i + 17)));
  row.put(Second::mass_before, share_scale(mass(sums, 0, i), all));
  row.put(Second::mass_after, share_scale(mass(sums, i + 1, sums.size()), all));
  row.put(Second::expected_words, log_scale(all));
}

/// The coarse steps of all blocks' probabilities, with empty blocks past either end.
class Steps {
 public:
  explicit Steps(std::span<const float> p) : padded_(p.size() + 2 * kReach, 0) {
    for (std::size_t i = 0; i < p.size(); ++i) padded_[i + kReach] = coarse(p[i]);
  }

  /// The block's; those up to three places off are around it.
  [[nodiscard]] const std::uint8_t* of(std::size_t i) const { return padded_.data() + kReach + i; }

  /// Whether none but the lowest step is near.
  [[nodiscard]] bool all_lowest(std::size_t i) const {
    const std::uint8_t* const here = of(i);
    return (here[-3] | here[-2] | here[-1] | here[0] | here[1] | here[2] | here[3]) == 0;
  }

 private:
  static constexpr std::size_t kReach = 3;

  std::vector<std::uint8_t> padded_;
};

/// `here` points at the block's step; neighbours are around it.
template <typename Row>
void put_own(const BlockFacts& block, float p, const std::uint8_t* here, Row& row) {
  row.put(Second::own, odds_scale(p));
  row.put(Second::neighbours, small(here[-1] * 8U + here[1]));
  row.put(Second::neighbours_2, small(std::max(here[-2], here[-3]) * 8U + std::max(here[2], here[3])));
  row.put(Second::shape, small(static_cast<std::uint32_t>(block.shape) * 8U + *here));
}

/// 0 before, 1 inside, 2 after the run, and how many blocks away.
template <typename Row>
void put_run(const BlockFacts& block, const Run& run, const std::vector<float>& sums, std::size_t i,
             Row& row) {
  const std::uint32_t side = i < run.begin ? 0 : i < run.end ? 1 : 2;
  const std::size_t away = side == 0   ? run.begin - i
                           : side == 2 ? i - run.end + 1
                                       : std::min(i - run.begin, run.end - 1 - i);
  const std::uint32_t inside = mass(sums, run.begin, run.end);
  const LineFacts& sum = block.sum;
  row.put(Second::main_place,
          small(side * 16U + std::min<std::uint32_t>(15, log_scale(static_cast<std::uint32_t>(away)))));
  row.put(Second::main_share, small(side * kShareSize + share_scale(inside, whole(sums.back()))));
  row.put(Second::main_depth, side != 1 ? small(16) : share_scale(mass(sums, run.begin, i), inside));
  row.put(Second::cue, small(block.cue * 3U + side));
  row.put(Second::capitals, small((sum.cased ? share_scale(sum.capitals, sum.words) : 16U) * 3U + side));
}

/// How far the nearest block that is more article than not is, in words.
struct Gap {
  std::uint8_t before = 0;
  std::uint8_t after = 0;
};

std::vector<Gap> find_gaps(const Page& page, std::span<const float> p, float body) {
  constexpr std::uint32_t kFar = 30000;
  std::vector<Gap> gaps(p.size());
  const auto next = [&](std::size_t i, std::uint32_t gap) {
    return p[i] > body ? 0 : std::min(kFar, gap + page.facts[i].sum.words + 1);
  };
  std::uint32_t gap = kFar;
  for (std::size_t i = 0; i < p.size(); gap = next(i++, gap)) gaps[i].before = log_scale(gap);
  gap = kFar;
  for (std::size_t i = p.size(); i-- > 0; gap = next(i, gap)) gaps[i].after = log_scale(gap);
  return gaps;
}

/// The words of what is surely article.
Vocabulary find_vocabulary(const Page& page, std::span<const float> p, float sure) {
  Vocabulary words;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p[i] > sure) words.add(page, i);
  }
  return words;
}

/// The share of the block's words that are in `sure`; 15 and 16 where they need no counting.
std::uint8_t known_share(const Page& page, std::size_t i, float p, const Vocabulary& sure,
                         const SecondThresholds& thresholds) {
  if (p > thresholds.sure) return 15;
  return p < thresholds.hopeless ? small(16) : sure.share_of(page, i);
}

/// What the first pass makes of a page.
class SecondPass {
 public:
  SecondPass(const Page& page, std::span<const float> p, const SecondThresholds& thresholds)
      : page_(page),
        p_(p),
        thresholds_(thresholds),
        sums_(expected_until(page, p, thresholds.expected)),
        run_(heaviest_run(page, p, thresholds.run)),
        steps_(p),
        gaps_(find_gaps(page, p, thresholds.body)),
        sure_(find_vocabulary(page, p, thresholds.sure)) {}

  /// No body here and none near: the first pass's word is final.
  [[nodiscard]] bool is_hopeless(std::size_t i) const {
    return p_[i] < thresholds_.hopeless && steps_.all_lowest(i);
  }

  /// Of any block.
  template <typename Row>
  void put_distant(std::size_t i, Row& row) const {
    row.put(Second::gap_before, gaps_[i].before);
    row.put(Second::gap_after, gaps_[i].after);
    row.put(Second::vocabulary, cross(known_share(page_, i, p_[i], sure_, thresholds_),
                                      word_class(page_.facts[i].sum.words), kClassSize));
  }

  /// Of a block that is not hopeless.
  template <typename Row>
  void put_near(std::size_t i, Row& row) const {
    put_own(page_.facts[i], p_[i], steps_.of(i), row);
    put_mass(sums_, i, row);
    put_run(page_.facts[i], run_, sums_, i, row);
  }

 private:
  const Page& page_;
  std::span<const float> p_;
  const SecondThresholds& thresholds_;
  std::vector<float> sums_;
  Run run_;
  Steps steps_;
  std::vector<Gap> gaps_;
  Vocabulary sure_;
};

}  // namespace

std::vector<SecondValues> second_values(const Page& page, std::span<const float> p,
                                        const SecondThresholds& thresholds) {
  std::vector<SecondValues> values(p.size());
  const SecondPass pass(page, p, thresholds);
  for (std::size_t i = 0; i < p.size(); ++i) {
    WrittenRow row(values[i]);
    pass.put_distant(i, row);
    if (pass.is_hopeless(i))
      row.put(Second::own, kHopelessOwn);
    else
      pass.put_near(i, row);
  }
  return values;
}

std::vector<std::optional<std::int32_t>> second_sums(const Page& page, std::span<const float> p,
                                                     const SecondThresholds& thresholds,
                                                     std::span<const std::int16_t> weights) {
  std::vector<std::optional<std::int32_t>> sums(p.size());
  const SecondPass pass(page, p, thresholds);
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (pass.is_hopeless(i)) continue;
    WeighedRow<kSecondBegins, std::int16_t, std::int32_t> row(weights);
    pass.put_distant(i, row);
    pass.put_near(i, row);
    sums[i] = row.sum();
  }
  return sums;
}

}  // namespace newswash::body
