// Repairs one stretch of text layer by layer: finds chains of units, weighs each against leaving it, applies
// the best. Mine: choosing the code page of a chain, thresholds, lost no-break spaces, stray C1 controls. Not
// mine: where to look (mojibake.cpp), costs (mojibake_score.cpp). Main type: StretchRepair.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "normalizer/mojibake_evidence.h"
#include "normalizer/mojibake_judge.h"
#include "normalizer/mojibake_score.h"

namespace newswash::mojibake {

/// What happened in one stretch.
struct Outcome {
  bool changed = false;
  bool undecided = false;  ///< something was left that more evidence could decide
};

/// Repairs stretches one after the other, in the same room.
class StretchRepair {
 public:
  /// Repairs `cells` in place until nothing changes. Adds what is unmistakable to `found`, judges by `known`.
  /// `steps` counts the characters looked at.
  Outcome repair(Cells& cells, const Evidence& known, Evidence& found, std::size_t& steps);

  /// What a layer works in; empty between two of them but for its memory.
  struct Room {
    Chars chars;
    std::vector<std::uint32_t> owner;
    std::vector<Chain> cluster, accepted;
    Cells pool, repaired;
    Judge::Room judge;
  };

 private:
  Room room_;
};

}  // namespace newswash::mojibake
