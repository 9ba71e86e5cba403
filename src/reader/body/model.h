// The model: tables of weights looked up and added, twice. Mine: scores and probabilities of a page's blocks.
// Not mine: the inputs (features.h, second_pass.h), the weights (data/model/weights.txt), the decision
// (decoder.h). Main type: Weights.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reader/body/features.h"
#include "reader/body/thresholds.h"

namespace newswash::body {

inline constexpr float kWeightUnit = 1.0F / 256.0F;  // weights are whole numbers of this

/// What a value of a first-pass input adds in the first pass, and in the second (times 2^32): one load for
/// both.
constexpr std::int64_t both_passes(std::int16_t first, std::int16_t second) {
  return static_cast<std::int64_t>(second) * (std::int64_t{1} << 32) + first;
}

/// Views of the weights; tables of all features one after another. Order of values as in features.h.
struct Weights {
  std::span<const std::int64_t> first;   // tables of the first pass's inputs, for both passes: both_passes()
  std::span<const std::int16_t> second;  // tables of the second pass's inputs
  std::int16_t first_bias = 0;
  std::int16_t second_bias = 0;
  SecondThresholds thresholds;
};

/// The weights that were built in.
Weights built_in_weights();

/// What the model makes of a page.
struct Opinion {
  std::vector<float> p;        // final, one a block
  std::vector<float> first_p;  // of the first pass
};

Opinion judge(const Page& page, const Weights& weights);

}  // namespace newswash::body
