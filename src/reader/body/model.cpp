// Adding up weights. Mine: two passes over a page's blocks. Not mine: learning. Main function: judge.
#include "reader/body/model.h"

#include <cmath>

#include "body_model.h"
#include "reader/body/feature_table.h"
#include "reader/body/second_pass.h"

namespace newswash::body {
namespace {

float probability(std::int32_t score) {
  return 1.0F / (1.0F + std::exp(-static_cast<float>(score) * kWeightUnit));
}

constexpr auto kBothPasses = [] {
  static_assert(
      generated::k_first.size() == kFirstBegins.back() && generated::k_second.size() == kSecondBegins.back(),
      "data/model/weights.txt was learnt for other features: run learn.py");
  std::array<std::int64_t, generated::k_first.size()> both{};
  for (std::size_t i = 0; i < both.size(); ++i)
    both[i] = both_passes(generated::k_first[i], generated::k_second_first[i]);
  return both;
}();

template <typename Sum, std::size_t N, typename Weight>
Sum add_up(const std::array<std::uint8_t, N>& values, const std::array<std::uint32_t, N + 1>& begins,
           std::span<const Weight> weights) {
  Sum score = 0;
  for (std::size_t f = 0; f < N; ++f) score += weights[begins[f] + values[f]];
  return score;
}

std::int32_t low_half(std::int64_t sum) {
  return static_cast<std::int32_t>(sum);
}
std::int32_t high_half(std::int64_t sum) {
  return static_cast<std::int32_t>((sum - low_half(sum)) >> 32);
}

}  // namespace

Weights built_in_weights() {
  return {kBothPasses, generated::k_second, generated::k_bias[0], generated::k_bias[1],
          second_thresholds_of(generated::k_second_thresholds)};
}

Opinion judge(const Page& page, const Weights& weights) {
  const std::size_t n = page.facts.size();
  Opinion opinion{std::vector<FirstValues>(n), std::vector<SecondValues>(n), std::vector<float>(n),
                  std::vector<float>(n)};
  std::vector<std::int32_t> again(n);  // what the first pass's inputs add in the second
  first_values(page, opinion.first);
  for (std::size_t i = 0; i < n; ++i) {
    const auto sum = add_up<std::int64_t>(opinion.first[i], kFirstBegins, weights.first);
    opinion.first_p[i] = probability(weights.first_bias + low_half(sum));
    again[i] = high_half(sum);
  }
  second_values(page, opinion.first_p, weights.thresholds, opinion.second);
  constexpr auto kOwn = static_cast<std::size_t>(Second::own);
  for (std::size_t i = 0; i < n; ++i) {
    opinion.p[i] = opinion.first_p[i];
    if (opinion.second[i][kOwn] == kHopelessOwn) continue;
    const auto sum = add_up<std::int32_t>(opinion.second[i], kSecondBegins, weights.second);
    opinion.p[i] = probability(weights.second_bias + sum + again[i]);
  }
  return opinion;
}

}  // namespace newswash::body
