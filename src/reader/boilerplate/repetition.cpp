// Compares folded lines; near equality is a banded edit distance.
#include "reader/boilerplate/repetition.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "reader/boilerplate/key.h"
#include "text/code_points.h"

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

constexpr std::size_t kShortTelling = 4;
constexpr std::size_t kTellingPart = 5;

/// The hash of a word's beginning; 0 for a word too short to tell anything.
std::uint32_t telling_hash(std::string_view word) {
  std::size_t letters = 0;
  std::size_t part = 0;
  for (std::size_t at = 0; at < word.size() && letters < kTellingPart; part = at) {
    next_code_point(word, at);
    ++letters;
  }
  if (letters < kShortTelling) return 0;
  return word_hash(word.substr(0, part));
}

void add_telling(std::string_view line, std::vector<std::uint32_t>& into) {
  KeyReader key(line);
  for (Word word; key.next(word);) {
    if (const std::uint32_t hash = telling_hash(word.folded); hash != 0) into.push_back(hash);
  }
}

void sort_unique(std::vector<std::uint32_t>& hashes) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
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

SharedWords shared_words(std::string_view line, std::span<const std::string_view> others) {
  std::vector<std::uint32_t> own;
  std::vector<std::uint32_t> theirs;
  add_telling(line, own);
  for (const std::string_view other : others) add_telling(other, theirs);
  sort_unique(own);
  sort_unique(theirs);
  std::vector<std::uint32_t> both;
  std::set_intersection(own.begin(), own.end(), theirs.begin(), theirs.end(), std::back_inserter(both));
  return {static_cast<std::uint32_t>(own.size()), static_cast<std::uint32_t>(both.size())};
}

}  // namespace newswash
