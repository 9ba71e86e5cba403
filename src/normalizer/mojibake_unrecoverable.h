// Names damage that stays: text that was altered again after it broke, or whose repair would put a symbol in
// a word. Mine: recognizing it in text that has been repaired as far as it goes. Not mine: the repairs
// (mojibake_repair.h). Main function: report_unrecoverable.
#pragma once

#include <cstddef>
#include <vector>

#include "normalizer/mojibake.h"
#include "normalizer/mojibake_score.h"

namespace newswash::mojibake {

/// Appends the damaged places of `cells`, whose bytes start at `base` in the input, in ascending order.
void report_unrecoverable(const Cells& cells, std::size_t base, std::vector<Unrecoverable>& places);

}  // namespace newswash::mojibake
