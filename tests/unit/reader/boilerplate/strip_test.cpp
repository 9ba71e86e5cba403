// Stripping whole pages with the built-in rules: cases as data, one page each.
#include "reader/boilerplate/strip.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <newswash/clean.h>

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

INSTANTIATE_TEST_SUITE_P(Cases, Lines,
                         ::testing::Values(std::pair{"lines/pages.toml", 7U},
                                           std::pair{"lines/keep.toml", 8U}));

}  // namespace
}  // namespace newswash
