// See mojibake_evidence.h. A page that gives letters no one language has together explains less.
#include "normalizer/mojibake_evidence.h"

#include <algorithm>
#include <cstddef>

#include "mojibake_data.h"
#include "normalizer/mojibake.h"

namespace newswash::mojibake {
namespace {

constexpr std::uint64_t kFullShare = 1000;

}  // namespace

/// How well the page explains the article: its points, fewer if no one language has the letters it gives.
std::uint64_t Evidence::weight(std::size_t p) const {
  if (letters[p] == 0) return points[p] * kFullShare;
  const std::uint64_t full =
      p == static_cast<std::size_t>(CodePage::iso_8859_2) ? kFullShare * kShareIso88592 / 100 : kFullShare;
  std::uint64_t most = 0;
  for (std::size_t language = 0; language < 64; ++language) {
    const std::uint64_t share = (kSmallLanguages >> language & 1U) != 0 ? kShareSmallLanguage : 100;
    most = std::max(most, languages[p][language] * share / 100);
  }
  return points[p] * full * most / letters[p];
}

void Evidence::conclude() {
  std::array<std::uint64_t, kPages> weights{};
  for (std::size_t page = 0; page < kPages; ++page) weights[page] = weight(page);
  const auto most = std::max_element(weights.begin(), weights.end());
  if (*most == 0) return;
  best = static_cast<int>(most - weights.begin());
  for (std::size_t page = 0; page < kPages; ++page) {
    if (weights[page] * 4 >= *most) shown |= 1U << page;
  }
}

}  // namespace newswash::mojibake
