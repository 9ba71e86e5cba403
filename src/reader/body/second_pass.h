// The second pass: what the first pass thinks of a block, its neighbours and the page, as inputs again. Mine:
// those inputs. Not mine: the first pass's inputs (features.h), weights and decision (model.h). Main
// functions: second_values, second_sums.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "reader/body/features.h"
#include "reader/body/thresholds.h"

namespace newswash::body {

/// The value of Second::own of a block without any prospect: its other values mean little, its p stays as it
/// is.
inline constexpr std::uint8_t kHopelessOwn = 0;

/// The values of all features, a row a block. `p` is the first pass's probability of body, one a block.
std::vector<SecondValues> second_values(const Page& page, std::span<const float> p,
                                        const SecondThresholds& thresholds);

/// What they add up to, a sum a block, none for a hopeless one: `weights` are the tables of all features one
/// after another.
std::vector<std::optional<std::int32_t>> second_sums(const Page& page, std::span<const float> p,
                                                     const SecondThresholds& thresholds,
                                                     std::span<const std::int16_t> weights);

}  // namespace newswash::body
