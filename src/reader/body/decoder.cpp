// The block decoder: the best run of blocks, then one threshold inside and another outside. Main functions:
// raise_doubtful, choose_blocks.
#include "reader/body/decoder.h"

#include <cmath>

#include "body_model.h"

namespace newswash::body {
namespace {

constexpr float kRaise = 0.5F;  // a step of the odds' logarithm

float raise(float p) {
  static const float kOdds = std::exp(kRaise);
  return p * kOdds / (1.0F - p + p * kOdds);
}

/// Words of article that the page seems to have.
float likely_words(const Page& page, std::span<const float> p, const Thresholds& thresholds) {
  float words = 0.0F;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p[i] > thresholds.run.likely) words += static_cast<float>(page.facts[i].sum.words) * p[i];
  }
  return words;
}

}  // namespace

Thresholds built_in_thresholds() {
  return thresholds_of(generated::k_thresholds);
}

void raise_doubtful(const Page& page, std::span<float> p, const Thresholds& thresholds) {
  for (float raised = 0.0F; raised < thresholds.raise && likely_words(page, p, thresholds) < thresholds.least;
       raised += kRaise) {
    for (float& probability : p) probability = raise(probability);
  }
}

std::vector<std::uint8_t> choose_blocks(const Page& page, std::span<const float> p,
                                        const Thresholds& thresholds) {
  std::vector<std::uint8_t> keep(p.size(), 0);
  const Run run = heaviest_run(page, p, thresholds.run);
  for (std::size_t i = 0; i < p.size(); ++i) {
    const bool inside = i >= run.begin && i < run.end;
    keep[i] = p[i] >= (inside ? thresholds.keep : thresholds.stray) ? 1 : 0;
  }
  return keep;
}

}  // namespace newswash::body
