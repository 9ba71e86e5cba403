// From probabilities to a choice: the best run of blocks, and inside it the blocks worth keeping. Mine: the
// decision. Not mine: the probabilities (model.h). Main function: choose_blocks.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reader/body/features.h"
#include "reader/body/model.h"
#include "reader/body/thresholds.h"

namespace newswash::body {

Thresholds built_in_thresholds();

/// What reads like an article and is none: the odds fall of sentences that a rule takes wherever they stand
/// (notices, calls), and of all that stands behind the heading of the readers' comments. To be called first.
void doubt_furniture(const Page& page, Opinion& opinion, const Thresholds& thresholds);

/// A page has an article: where hardly a block looks like one, all probabilities rise alike, until it has a
/// few sentences or the raise is all used up. Then, where hardly a sentence is sure, those of the blocks rise
/// that the first pass did not rule out, in the page's best sections: the second thinks too little of
/// articles that are short or no plain prose. In doubt, keep.
void raise_doubtful(const Page& page, Opinion& opinion, const Thresholds& thresholds);

/// One entry a block: 1 keep, 0 drop.
std::vector<std::uint8_t> choose_blocks(const Page& page, std::span<const float> p,
                                        const Thresholds& thresholds);

}  // namespace newswash::body
