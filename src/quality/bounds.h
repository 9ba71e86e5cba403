// How bad a number can be at most, for less than the number costs. Mine: bounds of the metrics that are dear
// and that hardly any article fails. Not mine: the metrics themselves (metrics_*.cpp), and who is content
// with a bound (metrics.cpp).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "quality/scan.h"

namespace newswash::quality {

/// Bounds the share of characters in repeated runs of ten words (gopher.dup_10gram@dclm) from above.
class RepeatBound {
 public:
  /// At least the metric's value, and seldom much more; 2 where it is not worth while to go on.
  double of(const Scan& scan);

 private:
  std::vector<std::uint64_t> seen_;  // bits, by hash of a run; used again
};

/// Whether at least `share` of the words, `words` in all, are function words of the language
/// (news.function_words@newswash); true where none of them are known. Looks no further than it must.
bool has_function_words(const Scan& scan, std::string_view language, double words, double share);

}  // namespace newswash::quality
