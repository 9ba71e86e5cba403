// Paragraphs between titles that went.
#include "reader/boilerplate/teasers.h"

#include <gtest/gtest.h>

namespace newswash {
namespace {

constexpr std::string_view kTitle = "Watching the bridge come down";
constexpr std::string_view kText =
    "For sixty years it carried the road to the island, and then nothing at all.";

std::vector<PageLine> teasers(std::size_t count) {
  std::vector<PageLine> lines;
  for (std::size_t i = 0; i < count; ++i) {
    lines.emplace_back(kTitle, shape_of(kTitle));
    lines.back().removed = true;
    lines.emplace_back(kText, shape_of(kText));
  }
  return lines;
}

TEST(Teasers, SeveralTitlesWithOneParagraphEachGo) {
  std::vector<PageLine> lines = teasers(3);
  EXPECT_TRUE(strip_teaser_texts(lines));
  for (const PageLine& line : lines) EXPECT_TRUE(line.removed);
  EXPECT_EQ(lines.back().rule(), kTeaserText);
}

TEST(Teasers, TwoAreTooFew) {
  std::vector<PageLine> lines = teasers(2);
  EXPECT_FALSE(strip_teaser_texts(lines));
}

TEST(Teasers, TwoParagraphsUnderATitleStay) {
  std::vector<PageLine> lines = teasers(4);
  lines.insert(lines.begin() + 2, lines[1]);
  EXPECT_TRUE(strip_teaser_texts(lines));
  EXPECT_FALSE(lines[1].removed);
  EXPECT_FALSE(lines[2].removed);
}

TEST(Teasers, UnderTitlesThatStayNothingGoes) {
  std::vector<PageLine> lines = teasers(4);
  for (PageLine& line : lines) line.removed = false;
  EXPECT_FALSE(strip_teaser_texts(lines));
}

}  // namespace
}  // namespace newswash
