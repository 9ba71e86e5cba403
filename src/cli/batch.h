// Runs a command over all records of all sources: one stage reads, any number of threads work, one stage
// delivers in the order of the input. Mine: the pipeline. Not mine: its stages (block_reader.h,
// block_worker.h, delivery.h).
#pragma once

#include "cli/block_worker.h"
#include "cli/destination.h"
#include "cli/options.h"

namespace newswash {

/// Runs a Work of `make_work` over everything that the options name, hands the results to `destination` and
/// returns the exit status. What is written does not depend on the number of threads.
int run_batch(const Options& options, Destination& destination, const MakeWork& make_work);

}  // namespace newswash
