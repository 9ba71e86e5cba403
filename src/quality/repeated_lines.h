// Lines and paragraphs that occur more than once in a text. Mine: counting them. Two lines are the same where
// their words are: how wide the spaces between are makes no difference. Not mine: n-grams (ngrams.h).
#pragma once

#include <cstdint>
#include <vector>

#include "quality/ngrams.h"
#include "quality/scan.h"

namespace newswash::quality {

/// Of lines or of paragraphs.
struct RepeatCount {
  double all = 0;
  double all_chars = 0;
  double later = 0;  // that repeat an earlier one
  double later_chars = 0;
  double copies = 0;  // all copies of what is repeated, the first one, too
  double copies_chars = 0;
};

class RepeatedLines {
 public:
  void find(const Scan& scan);
  const RepeatCount& lines() const { return lines_; }
  const RepeatCount& paragraphs() const { return paragraphs_; }

 private:
  struct Unit {
    std::uint64_t hash;
    std::uint32_t chars;
    std::uint32_t number;
  };
  void add(std::uint64_t hash, std::uint32_t chars);
  RepeatCount count();

  RepeatCount lines_, paragraphs_;
  NumberTable table_;
  std::vector<Unit> units_;
  std::vector<std::uint32_t> counts_;  // by number
};

}  // namespace newswash::quality
