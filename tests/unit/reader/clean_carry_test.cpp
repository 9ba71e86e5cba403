// What must not get lost or stay behind in a Cleaner: facts of one text in the next, warnings of one round in
// the rounds after it.
#include <gtest/gtest.h>
#include <newswash/clean.h>

#include <algorithm>
#include <string>

namespace newswash {
namespace {

constexpr std::string_view kProse =
    "The council voted on Tuesday to close the old harbour bridge for repairs that will last until next "
    "year.\n\n"
    "Engineers had found cracks in three of its pillars in the spring, and traffic was limited to one "
    "lane.\n\n"
    "“We had no choice,” said the mayor, who promised that a ferry would carry pedestrians across for "
    "free.\n\n"
    "Shop owners on the south bank fear that customers will stay away, and asked the city for lower "
    "rents.\n\n";

std::string dump() {
  std::string page;
  for (const char* link : {"Home", "World", "Politics", "Sport", "Culture", "Weather", "Travel", "Letters"})
    page += "* " + std::string(link) + "\n";
  page += "\nCouncil votes to close the old harbour bridge\n\nBy Jane Doe, Staff Writer\n\n";
  page += "Published May 17, 2023 at 2:05 pm\n\n" + std::string(kProse);
  return page + "© 2023 Harbour Times. All rights reserved.\n";
}

bool has_no_facts(const Article& article) {
  return article.authors.empty() && article.byline.empty() && article.date_published.empty() &&
         article.date_modified.empty() && article.publisher.empty() && article.dateline.empty() &&
         article.standfirst.empty();
}

TEST(CleanCarry, FactsOfAPageDoNotStay) {
  CleanOptions options;
  options.input = InputKind::page;
  Cleaner pages(options);
  const Article& page = pages.clean(dump());
  EXPECT_EQ(page.authors, std::vector<std::string>{"Jane Doe"});
  EXPECT_EQ(page.date_published.substr(0, 10), "2023-05-17");
  EXPECT_TRUE(has_no_facts(pages.clean(kProse)));
}

TEST(CleanCarry, WithoutFactsOnlyTheHeadlineIsFound) {
  CleanOptions options;
  options.facts = false;
  for (const InputKind kind : {InputKind::page, InputKind::article}) {
    options.input = kind;
    Cleaner cleaner(options);
    const Article& page = cleaner.clean(dump());
    EXPECT_NE(page.headline, "");
    EXPECT_TRUE(has_no_facts(page));
    EXPECT_TRUE(has_no_facts(cleaner.clean(kProse)));
  }
}

TEST(CleanCarry, AWarningOfTheFirstRoundStays) {
  std::string text =
      "Old harbour bridge closes for repairs\n\n" + std::string(kProse) + "Related articles\n\n";
  for (const char* title : {"Old bridge closed after storm damage to its pillars and railings",
                            "Ferry service across the river returns after thirty years away",
                            "Rents on the south bank rise for the fifth year in a row",
                            "City hall plans second tunnel beneath the river by next decade",
                            "Harbour festival draws record crowds despite the heavy rain"})
    text += std::string(title) + "\n\n";
  text +=
      "Sign up for our newsletter\n\nBridges | Roads | Ferries\n\nContact desk: 555 0199\n\nPage 1 2 3 4\n";
  Cleaner cleaner({});
  const Article& article = cleaner.clean(text);
  const bool again = std::any_of(article.removed.begin(), article.removed.end(),
                                 [](const RemovedLine& line) { return line.rule == "model.body"; });
  EXPECT_TRUE(again) << "nothing was stripped after the first round: the text tests nothing";
  const auto names_the_valve = [](const std::string& warning) {
    return warning.find("Related articles") != std::string::npos;
  };
  EXPECT_EQ(std::count_if(article.warnings.begin(), article.warnings.end(), names_the_valve), 1);
}

}  // namespace
}  // namespace newswash
