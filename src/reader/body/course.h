// What a block's place in the course of its page tells: how far prose is, what stands between paragraphs,
// runs of short lines and list items, furniture and comments near. Mine: these sweeps along a page. Not mine:
// the block itself and its next neighbours (features.cpp). Main function: courses_of.
#pragma once

#include <cstdint>
#include <vector>

#include "reader/body/features.h"

namespace newswash::body {

/// Values of the features with these names.
struct Course {
  std::uint8_t prose_distance = 0;
  std::uint8_t short_run = 0;
  std::uint8_t cue_region = 0;
  std::uint8_t sandwich = 0;
  std::uint8_t list_run = 0;
  std::uint8_t comment_region = 0;
};

/// One a block.
std::vector<Course> courses_of(const Page& page);

}  // namespace newswash::body
