// The best run of blocks on a page, by the probabilities of its blocks. Mine: the maximum subarray. Not mine:
// the probabilities (model.h), what a run is for (second_pass.h, decoder.h). Main type: Run.
#pragma once

#include <cstddef>
#include <span>

#include "reader/body/features.h"

namespace newswash::body {

/// Blocks [begin, end).
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct RunPrices {
  float likely = 0.0F;  // a block's words count (p - likely) towards its run
  float cost = 0.0F;    // what a block less likely than that costs its run besides
};

/// The run with the largest sum; empty when no block is likely. `p`: one a block.
Run heaviest_run(const Page& page, std::span<const float> p, const RunPrices& prices);

}  // namespace newswash::body
