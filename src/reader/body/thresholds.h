// The numbers between yes and no that belong to the weights. Mine: their names and how the weights file
// writes them. Not mine: their values (data/model/learn.py writes them into weights.txt), what is done with
// them (decoder.h, second_pass.h). Main types: Thresholds, SecondThresholds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "reader/body/run.h"

namespace newswash::body {

/// For the choice, in the order of the weights file's array `thresholds`; words are whole numbers there.
struct Thresholds {
  RunPrices run;
  float keep = 0.0F;             // inside the run, blocks from this probability on are kept
  float stray = 0.0F;            // outside the run, blocks from this probability on are kept
  float least = 0.0F;            // words of article that a page is expected to have at least
  float raise = 0.0F;            // the most that odds are raised (logarithm) where it seems to have fewer
  std::uint32_t least_sure = 0;  // words of article that are sure at least …
  float sure = 0.0F;             // … which they are from this probability on …
  float believe = 0.0F;          // … or else odds are raised, at most so much …
  float alone = 0.0F;            // … of blocks that are at least so likely to the first pass …
  float section = 0.0F;  // … in sections with at least this share of the best one's words of article
  float before_comments = 0.0F;  // words of article that comments stand behind
  float furniture = 0.0F;        // how much the odds of those fall, and of what rules take (logarithm)
};

/// For the inputs of the second pass, in the order of the weights file's array `second_thresholds`.
struct SecondThresholds {
  RunPrices run;          // of the page's best run
  float sure = 0.0F;      // blocks likelier than this lend their words to the vocabulary
  float hopeless = 0.0F;  // blocks less likely, with no likely one near, are left as they are
  float expected = 0.0F;  // blocks less likely count no words of article
  float body = 0.0F;      // blocks likelier than this end a gap
};

/// The weights file has whole thousandths of the others.
constexpr float thousandth(std::span<const std::int16_t> numbers, std::size_t i) {
  return static_cast<float>(numbers[i]) * 0.001F;
}

constexpr Thresholds thresholds_of(std::span<const std::int16_t> t) {
  return {{thousandth(t, 0), thousandth(t, 1)},
          thousandth(t, 2),
          thousandth(t, 3),
          static_cast<float>(t[4]),
          thousandth(t, 5),
          static_cast<std::uint32_t>(t[6]),
          thousandth(t, 7),
          thousandth(t, 8),
          thousandth(t, 9),
          thousandth(t, 10),
          static_cast<float>(t[11]),
          thousandth(t, 12)};
}

constexpr SecondThresholds second_thresholds_of(std::span<const std::int16_t> t) {
  return {{thousandth(t, 0), thousandth(t, 1)},
          thousandth(t, 2),
          thousandth(t, 3),
          thousandth(t, 4),
          thousandth(t, 5)};
}

}  // namespace newswash::body
