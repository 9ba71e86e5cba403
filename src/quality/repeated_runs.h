// How many characters of a text are in runs of ten words that occur twice or more, without the n-grams below
// ten that ngrams.h goes through. Mine: that one number, in little memory however long the text is. Not mine:
// the other n-grams (ngrams.h), and a bound that spares us the number (bounds.h).
#pragma once

#include <cstdint>
#include <vector>

#include "quality/scan.h"

namespace newswash::quality {

class RepeatedRuns {
 public:
  /// gopher.dup_10gram@dclm: characters of the words that some repeated run of ten words covers, as a share
  /// of all words' characters; NaN where there are no words. Exact but for collisions of 64-bit hashes.
  double share(const Scan& scan);

 private:
  struct Run {
    std::uint64_t hash;
    std::uint32_t first;  // its first word
  };
  template <typename Take>
  static void for_each_run(const Scan& scan, Take take);
  void find_suspects(const Scan& scan);
  void find_repeated(const Scan& scan, std::uint64_t part);
  bool is_suspect(std::uint64_t hash) const;

  std::vector<std::uint64_t> seen_, twice_;  // bits, by hash of a run
  int shift_ = 0;                            // from a hash to its bit
  std::uint64_t parts_ = 1;                  // the suspects are sorted in so many parts
  std::vector<Run> runs_;                    // of one part
  std::vector<std::uint64_t> repeated_;      // bits, by a run's first word
};

}  // namespace newswash::quality
