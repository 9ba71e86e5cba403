// Repeated runs of ten words: what the n-grams say that a Measurer without a profile counts, on random texts
// of few words; and a text of so many repeats that they are sorted in parts.
#include "quality/repeated_runs.h"

#include <gtest/gtest.h>
#include <newswash/quality.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>

namespace newswash::quality {
namespace {

double share_of(const std::string& text) {
  Scan scan;
  scan_text(text, scan);
  return RepeatedRuns().share(scan);
}

double measured(const std::string& text) {
  Measurer measurer;
  const auto metrics = measurer.measure(text, "en");
  const auto found = std::find_if(metrics.begin(), metrics.end(),
                                  [](const Metric& each) { return each.name == "gopher.dup_10gram@dclm"; });
  return found->value;
}

TEST(RepeatedRuns, SaysWhatTheNgramsSay) {
  std::mt19937 random(7);
  constexpr const char* kWords[] = {"a", "bb", "ccc", ".", "dddd,", "e\n"};
  double most = 0;
  for (int text = 0; text < 300; ++text) {
    const std::size_t kinds = 1 + random() % std::size(kWords);
    std::string words;
    for (std::size_t i = random() % 400; i > 0; --i) words.append(kWords[random() % kinds]).append(" ");
    const double share = share_of(words);
    if (std::isnan(share))
      EXPECT_TRUE(std::isnan(measured(words))) << words;
    else
      EXPECT_EQ(share, measured(words)) << words;
    most = std::max(most, std::isnan(share) ? 0 : share);
  }
  EXPECT_GT(most, 0.9);
  EXPECT_TRUE(std::isnan(share_of("")));
}

TEST(RepeatedRuns, SortsManyInParts) {
  std::string once, text;
  for (int i = 0; i < 700000; ++i) once.append(std::to_string(i * 7919LL % 1000003)).append(" ");
  text = once + once + "and a few words that stand in this text once and nowhere else at all";
  const double share = share_of(text);
  EXPECT_GT(share, 0.9999);
  EXPECT_LT(share, 1);
}

}  // namespace
}  // namespace newswash::quality
