// From probabilities to a choice: the best run of blocks, and inside it the blocks worth keeping. Mine: the
// decision. Not mine: the probabilities (model.h). Main function: choose_blocks.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reader/body/features.h"

namespace newswash::body {

/// Thresholds, in the weights file as thousandths.
struct Thresholds {
  float run = 0.2F;    // a block's words count (p - run) towards its run
  float cost = 3.0F;   // what a block under `run` costs its run besides
  float keep = 0.2F;   // inside the run, blocks from this probability on are kept
  float stray = 0.9F;  // outside the run, blocks from this probability on are kept
};

/// From the weights file's array `thresholds`: run, cost, keep, stray, in thousandths.
Thresholds thresholds_of(std::span<const std::int16_t> thousandths);
Thresholds built_in_thresholds();

/// One entry a block: 1 keep, 0 drop.
std::vector<std::uint8_t> choose_blocks(const Page& page, std::span<const float> p,
                                        const Thresholds& thresholds);

}  // namespace newswash::body
