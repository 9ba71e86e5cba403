// Lines that stand or fall together: the items of a list, the times of a ticker. Mine: keeping the others of
// a series where the model kept enough of them. Not mine: the model's choice (decoder.h). Main function:
// keep_series. Such lines are short; alone, each looks like furniture.
#pragma once

#include <cstdint>
#include <span>

#include "reader/body/features.h"

namespace newswash::body {

/// `keep`: one entry a block, 1 where it is kept. A list is kept whole where a kept line announces it with a
/// colon, or where most of it is kept anyway; times alone on their lines ("18:27 Uhr") where several of one
/// form head kept sentences.
void keep_series(const Page& page, std::span<std::uint8_t> keep);

}  // namespace newswash::body
