// Compares folded lines; near equality is a banded edit distance.
#include "reader/boilerplate/repetition.h"

#include <algorithm>
#include <array>

#include "reader/boilerplate/key.h"

namespace newswash {
namespace {

constexpr std::size_t kMostSlips = 4;

/// Whether `a` becomes `b` with at most `slips` changes; walks the common start, then tries each kind of
/// change.
bool within(std::string_view a, std::string_view b, std::size_t slips) {
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  a.remove_prefix(static_cast<std::size_t>(in_a - a.begin()));
  b.remove_prefix(static_cast<std::size_t>(in_b - b.begin()));
  if (a.empty() || b.empty()) return a.size() + b.size() <= slips;
  if (slips == 0) return false;
  return within(a.substr(1), b, slips - 1) || within(a, b.substr(1), slips - 1) ||
         within(a.substr(1), b.substr(1), slips - 1);
}

}  // namespace

std::string squeezed_key(std::string_view line) {
  std::string squeezed;
  KeyReader key(line);
  for (Word word; key.next(word);) squeezed += word.folded;
  return squeezed;
}

bool nearly_equal(std::string_view a, std::string_view b) noexcept {
  const std::size_t slips = std::min(kMostSlips, std::min(a.size(), b.size()) / kLettersPerSlip);
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  return difference <= slips && within(a, b, slips);
}

}  // namespace newswash
