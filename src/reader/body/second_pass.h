// The second pass: what the first pass thinks of a block, its neighbours and the page, as inputs again. Mine:
// those inputs. Not mine: the first pass's inputs (features.h), weights and decision (model.h). Main
// function: second_values.
#pragma once

#include <span>

#include "reader/body/features.h"
#include "reader/body/thresholds.h"

namespace newswash::body {

/// The value of Second::own of a block without any prospect: its other values mean nothing, its p stays as it
/// is.
inline constexpr std::uint8_t kHopelessOwn = 0;

/// `p` is the first pass's probability of body, one a block.
void second_values(const Page& page, std::span<const float> p, const SecondThresholds& thresholds,
                   std::span<SecondValues> values);

}  // namespace newswash::body
