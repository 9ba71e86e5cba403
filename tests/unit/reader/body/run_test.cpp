// The best run of blocks: likely words count for it, unlikely blocks cost.
#include "reader/body/run.h"

#include <gtest/gtest.h>

#include <vector>

namespace newswash::body {
namespace {

Page page_of(const std::vector<std::uint32_t>& words) {
  Page page;
  for (const std::uint32_t n : words) {
    page.facts.emplace_back();
    page.facts.back().sum.words = n;
  }
  return page;
}

constexpr RunPrices kPrices = {0.3F, 3.0F};

TEST(HeaviestRun, GoesFromTheFirstLikelyBlockToTheLast) {
  const std::vector<float> p = {0.1F, 0.9F, 0.2F, 0.9F, 0.1F};
  const body::Run run = heaviest_run(page_of({5, 40, 4, 40, 5}), p, kPrices);
  EXPECT_EQ(run.begin, 1U);
  EXPECT_EQ(run.end, 4U);
}

TEST(HeaviestRun, DoesNotCrossWhatCostsMoreThanItGains) {
  const std::vector<float> p = {0.9F, 0.0F, 0.9F};
  const body::Run run = heaviest_run(page_of({20, 100, 30}), p, kPrices);
  EXPECT_EQ(run.begin, 2U);
  EXPECT_EQ(run.end, 3U);
}

TEST(HeaviestRun, IsEmptyWhereNothingIsLikely) {
  const std::vector<float> p = {0.1F, 0.2F};
  const body::Run run = heaviest_run(page_of({50, 50}), p, kPrices);
  EXPECT_EQ(run.begin, run.end);
  EXPECT_EQ(heaviest_run(Page{}, {}, kPrices).end, 0U);
}

}  // namespace
}  // namespace newswash::body
