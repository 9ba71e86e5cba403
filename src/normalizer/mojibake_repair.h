// Repairs one stretch of text layer by layer: finds chains of units, weighs each against leaving it, applies the best.
// Mine: choosing the code page of a chain, thresholds, lost no-break spaces, stray C1 controls. Not mine: where to
// look (mojibake.cpp), costs (mojibake_score.cpp). Main function: repair_stretch.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "normalizer/mojibake_score.h"
#include "normalizer/mojibake_tables.h"

namespace newswash::mojibake {

/// What the whole article shows: how much unmistakable damage each page explains, and which lead bytes it had.
struct Evidence {
  std::array<std::uint64_t, kPages> points{};
  /// By page and language: how many letters beyond ASCII that damage gave belong to the language's alphabet.
  std::array<std::array<std::uint32_t, 64>, kPages> languages{};
  std::array<std::uint32_t, kPages> letters{};
  std::array<std::uint32_t, 32> scripts{};    ///< letters beyond ASCII such damage gave, by script
  int stated = -1;                            ///< the page the user named
  /// Draws the conclusions below from the counts above.
  void conclude();
  int best = -1;           ///< the page that explains most, -1 if none explains anything
  std::uint32_t shown = 0;  ///< bit p: the page explains a good part of what the best one does

 private:
  std::uint64_t weight(std::size_t page) const;
};

/// What happened in one stretch.
struct Outcome {
  bool changed = false;
  bool undecided = false;  ///< something was left that more evidence could decide
};

/// Repairs `cells` in place until nothing changes. Adds what is unmistakable to `found`, judges by `known`.
/// `steps` counts the characters looked at.
Outcome repair_stretch(Cells& cells, const Evidence& known, Evidence& found, std::size_t& steps);

}  // namespace newswash::mojibake
