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
  const std::vector<std::int64_t> first = first_sums(page, weights.first);
  Opinion opinion{{}, std::vector<float>(first.size())};
  for (std::size_t i = 0; i < first.size(); ++i)
    opinion.first_p[i] = probability(weights.first_bias + low_half(first[i]));
  opinion.p = opinion.first_p;
  const auto second = second_sums(page, opinion.first_p, weights.thresholds, weights.second);
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (second[i]) opinion.p[i] = probability(weights.second_bias + *second[i] + high_half(first[i]));
  }
  return opinion;
}

}  // namespace newswash::body
