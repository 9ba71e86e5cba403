// Edit distance with transpositions (optimal string alignment), a row at a time.
#include "cli/nearest.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace newswash {
namespace {

/// Two neighbours in each other's place count as one step, as do a letter too many, too few or wrong.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1), above, before;  // before stands above `above`
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    before = std::exchange(above, row);
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      row[j + 1] = std::min({above[j] + (a[i] != b[j]), row[j] + 1, above[j + 1] + 1});
      const bool swapped = i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j];
      if (swapped) row[j + 1] = std::min(row[j + 1], before[j - 1] + 1);
    }
  }
  return row.back();
}

}  // namespace

std::string nearest(std::string_view name, const std::vector<std::string>& known) {
  std::string best;
  std::size_t least = name.size() / 3 + 1;
  for (const std::string& each : known) {
    if (const std::size_t steps = distance(name, each); steps < least) least = steps, best = each;
  }
  return best;
}

}  // namespace newswash
