// What is found in one record, and where.
#include "quality/inspector.h"

#include <gtest/gtest.h>
#include <newswash/clean.h>

namespace newswash {
namespace {

constexpr std::string_view kStory =
    "Mayor opens the new bridge over the river\n\n"
    "The mayor of the town opened the new bridge on Monday after three years of work, officials said.\n\n"
    "It cost the town and the state twelve million, twice what was planned when the work began in May.\n\n"
    "Drivers who had waited for an hour to be the first to cross it said that the wait had been worth it.\n";

std::vector<Finding> inspect(std::string_view text, Levels levels = {}) {
  Cleaner cleaner({});
  Inspector inspector({std::move(levels)});
  std::vector<Finding> findings;
  inspector.inspect(cleaner.clean(text), text, findings);
  std::erase_if(findings, [](const Finding& each) { return each.rule == "article.no-headline"; });
  return findings;
}

TEST(Inspector, FindsNothingInACleanArticle) {
  EXPECT_TRUE(inspect(kStory).empty());
}

TEST(Inspector, NamesALeftoverLineWithItsCategory) {
  const auto findings = inspect(std::string(kStory) + "\nShare this article\n");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "leftover.share");
  EXPECT_EQ(findings[0].level, Level::error);
  EXPECT_EQ(findings[0].text, "Share this article");
  EXPECT_EQ(findings[0].text_line, 9U);
  EXPECT_EQ(findings[0].column, 1U);
  EXPECT_NE(findings[0].cleaning.find("removes the line"), std::string::npos);
}

TEST(Inspector, CountsColumnsInCodePoints) {
  std::string text(kStory);
  text.insert(text.find("It cost"),
              "Zoë und Jürgen said caf\xC3\x83\xC2\xA9 and smiled at all of them there. ");
  const auto findings = inspect(text);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "encoding.repairable");
  EXPECT_EQ(findings[0].text_line, 5U);
  EXPECT_GE(findings[0].column, 21U);
  EXPECT_LE(findings[0].column, 24U);
}

TEST(Inspector, FindsInvisiblesControlsAndEntities) {
  std::string text(kStory);
  text.insert(text.find("town opened"), "to\xC2\xADwn\xE2\x80\x8B ");
  text.insert(text.find("state"), "R&amp;D ");
  std::vector<std::string> rules;
  for (const Finding& each : inspect(text)) rules.push_back(each.rule);
  EXPECT_EQ(rules, (std::vector<std::string>{"text.invisible", "text.entity"}));
}

TEST(Inspector, FindsLostCharactersOnceALine) {
  std::string text(kStory);
  text.insert(text.find("town opened"), "to\xEF\xBF\xBDn, t\xEF\xBF\xBDwn, ");
  const auto findings = inspect(text);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "encoding.lost");
  EXPECT_EQ(findings[0].text_line, 3U);
}

TEST(Inspector, SaysWhatIsNoArticle) {
  const auto findings = inspect("Share this article\n");
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[1].rule, "article.empty");
  EXPECT_EQ(findings[1].text_line, 0U) << "it stands on no line";
}

TEST(Inspector, LooksForNothingThatIsOff) {
  Levels levels;
  levels.set("leftover", Level::off);
  EXPECT_TRUE(inspect(std::string(kStory) + "\nShare this article\n", levels).empty());
}

}  // namespace
}  // namespace newswash
