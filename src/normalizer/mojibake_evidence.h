// What an article's unmistakable damage shows about the rest of it: which code page explains most, what
// languages and scripts come out. Mine: counting and concluding. Not mine: what is unmistakable
// (mojibake_repair.cpp), what follows from it for a chain (mojibake_judge.cpp). Main type: Evidence.
#pragma once

#include <array>
#include <cstdint>

#include "normalizer/mojibake_tables.h"

namespace newswash::mojibake {

/// What the whole article shows: how much unmistakable damage each page explains, and which lead bytes it
/// had.
struct Evidence {
  std::array<std::uint64_t, kPages> points{};
  /// By page and language: how many letters beyond ASCII that damage gave belong to the language's alphabet.
  std::array<std::array<std::uint32_t, 64>, kPages> languages{};
  std::array<std::uint32_t, kPages> letters{};
  std::array<std::uint32_t, 32> scripts{};  ///< letters beyond ASCII such damage gave, by script
  int stated = -1;                          ///< the page the user named
  /// Draws the conclusions below from the counts above.
  void conclude();
  int best = -1;            ///< the page that explains most, -1 if none explains anything
  std::uint32_t shown = 0;  ///< bit p: the page explains a good part of what the best one does

 private:
  std::uint64_t weight(std::size_t page) const;
};

}  // namespace newswash::mojibake
