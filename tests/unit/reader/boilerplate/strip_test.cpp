// Stripping whole pages with the built-in rules: cases as data, one page each.
#include "reader/boilerplate/strip.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <newswash/clean.h>

#include <algorithm>
#include <string>
#include <vector>

#include "cases.h"
#include "properties/promises.h"

namespace newswash {
namespace {

class Lines : public ::testing::TestWithParam<std::pair<const char*, std::size_t>> {};

TEST_P(Lines, PagesAreCleanedAsTheCasesSay) {
  const auto [file, at_least] = GetParam();
  Cleaner cleaner({});
  for (const testing::Case& page : testing::read_cases(file, at_least)) {
    const Article& article = cleaner.clean(page.input);
    EXPECT_EQ(testing::text_of(article), page.expected) << page.name;
    EXPECT_EQ(testing::nothing_is_lost(page.input, article), "") << page.name;
    if (const auto removed = page.lists.find("removed"); removed != page.lists.end()) {
      std::vector<std::string> found;
      for (const RemovedLine& line : article.removed)
        found.push_back(fmt::format("{}: {}", line.line, name_of(line.category)));
      EXPECT_EQ(found, removed->second) << page.name;
    }
    if (const std::string verdict = page.get("verdict"); !verdict.empty()) {
      EXPECT_EQ(name_of(article.verdict), verdict) << page.name << ": " << article.verdict_reason;
    }
  }
}

constexpr std::string_view kEnglish =
    "The harbour town has spent the last three winters arguing about whether the old pier should be rebuilt "
    "in "
    "timber, as the fishermen would like, or in concrete, as the council's engineers advise.\n\n";
constexpr std::string_view kGerman =
    "Seit drei Wintern streitet die Hafenstadt darüber, ob die alte Mole wieder aus Holz gebaut werden soll, "
    "wie "
    "es die Fischer wollen, oder aus Beton, wie es die Ingenieure der Stadt raten.\n\n";

/// Of lines of an article on a page: a menu and prose above, links below.
std::vector<std::string> lost_on_page(std::string_view prose, const std::vector<std::string>& lines) {
  std::string page = fmt::format("Menu\n\nHome\n\nNews\n\nSport\n\nLogin\n\n{}{}", prose, prose);
  for (const std::string& line : lines) page += line + "\n\n";
  page += "Facebook\n\nTwitter\n\nNewsletter\n\n© Harbour Gazette\n";
  Cleaner cleaner({.input = InputKind::page});
  std::vector<std::string> lost;
  for (const RemovedLine& line : cleaner.clean(page).removed) {
    if (std::find(lines.begin(), lines.end(), line.text) != lines.end()) lost.emplace_back(line.text);
  }
  return lost;
}

using Strings = std::vector<std::string>;

TEST(Page, ARefrainStays) {
  EXPECT_EQ(
      lost_on_page(kEnglish, {"The city sleeps, the bus goes on", "The light is red, the light is green",
                              "The city sleeps, the bus goes on", "The city sleeps, the bus goes on"}),
      Strings{});
}

TEST(Page, TheDatesOfADiaryStay) {
  EXPECT_EQ(lost_on_page(kEnglish, {"November 19, 2019",
                                    "No bread. The mayor read a letter from the platform, and nobody "
                                    "understood a word of it.",
                                    "November 20, 2019",
                                    "The bridge is mended. I have never seen so many onions bought."}),
            Strings{});
}

TEST(Page, TheHeadingOfATableStays) {
  EXPECT_EQ(lost_on_page(kGerman, {"Ergebnisse", "Harburg – Altona 2:1", "Astorf – Marsen 0:0"}), Strings{});
}

INSTANTIATE_TEST_SUITE_P(Cases, Lines,
                         ::testing::Values(std::pair{"lines/pages.toml", 7U},
                                           std::pair{"lines/keep.toml", 8U}));

}  // namespace
}  // namespace newswash
