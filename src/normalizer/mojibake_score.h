// How odd a text looks, in points: the sum of what its characters cost and what its neighbouring pairs cost.
// Mine: how costs add up, what may not stand inside a word. Not mine: the costs (data/mojibake/costs.toml).
// Not mine: which repair is tried and how many points it must save (mojibake_repair.cpp). Main functions:
// oddness, breaks_a_word. Neighbour: mojibake_tables.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "normalizer/mojibake_tables.h"

namespace newswash::mojibake {

/// A character with the bytes [begin, end) of the input it stands for.
struct Cell {
  char32_t c;
  std::uint32_t begin;
  std::uint32_t end;
};
using Cells = std::vector<Cell>;

/// Points for one character by itself.
inline int oddness_of_char(char32_t c) {
  return tables::kOddnessBlocks[std::size_t{tables::kOddnessIndex[c >> 7U]} * 128 + (c & 127U)];
}
/// Points for two neighbours; `before` is the character before them (0 if none).
int oddness_of_pair(char32_t before, char32_t first, char32_t second);

/// Points for `text` with its neighbours: what stands left and right costs nothing itself, only where it
/// meets `text`.
int oddness(std::span<const char32_t> left, std::span<const char32_t> text, std::span<const char32_t> right);

/// The same points, and whether the first `settled` characters of `text` are where a repair must not be; what
/// stands right of it is looked at only if all are settled.
struct Weight {
  int points = 0;
  bool breaks_a_word = false;
};
Weight weigh(std::span<const char32_t> left, std::span<const char32_t> text, std::span<const char32_t> right,
             std::size_t settled);

/// True where a repair must not be: scripts mixed inside a word, a symbol inside a word, an unassigned
/// character.
bool breaks_a_word(std::span<const char32_t> left, std::span<const char32_t> text,
                   std::span<const char32_t> right);

}  // namespace newswash::mojibake
