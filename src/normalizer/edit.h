// One replaced span of a text, and lists of them. Every fix of the normalizer says what it does as edits; the
// pipeline (pipeline.h) applies them and maps them back to the input, so explaining never takes a second
// path.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace newswash {

/// Bytes [begin, end) of a text give way to `after`. `begin == end` inserts, an empty `after` deletes.
struct Edit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string after;
};

/// Ascending by `begin`, not overlapping.
using Edits = std::vector<Edit>;

}  // namespace newswash
