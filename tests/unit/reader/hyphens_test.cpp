// Words cut at line ends: which hyphens go, in `repair` and where `clean` joins the lines.
#include "reader/hyphens.h"

#include <gtest/gtest.h>
#include <newswash/clean.h>
#include <newswash/repair.h>

#include <string>

#include "properties/promises.h"

namespace newswash {
namespace {

const std::string kWrapped =
    "The government in the capital said on Tuesday that the national econ-\n"
    "omy would grow by two percent this year, though critics of the right-\n"
    "wing coalition disagreed and asked for a new inquiry into the spend-\n"
    "ing of the ministry, which has been under fire for several months now.\n"
    "The opposition said it would vote against the budget and that the plan-\n"
    "ning for the coming year was a failure from the start, said a govern-\n"
    "ment spokesman, who did not want to be named in this article because\n"
    "he was not allowed to speak to the press about the matter at this time.\n"
    "The plan of the government was published on the web site of the minis-\n"
    "try on Monday evening, and the long-term effects are not known so far.\n";

std::vector<std::uint8_t> broken(std::string_view text) {
  Lines lines;
  split_lines(text, lines);
  return find_broken_words(lines);
}

TEST(Hyphens, EndingsThatAreNoWords) {
  EXPECT_TRUE(broken("the national econ-\nomy grows")[0]);
  EXPECT_TRUE(broken("die neue Regie-\nrung tagt")[0]);
  EXPECT_TRUE(broken("la informa-\nción del día")[0]);
}

TEST(Hyphens, TheJoinedWordElsewhere) {
  EXPECT_TRUE(broken("the minis-\ntry said\nThe ministry is large")[0]);
  EXPECT_FALSE(broken("the minis-\ntry said")[0]);
}

TEST(Hyphens, CompoundsKeepTheirs) {
  EXPECT_FALSE(broken("critics of the right-\nwing party")[0]);
  EXPECT_FALSE(broken("a re-\nsign\nto re-sign and to resign")[0]);
  EXPECT_FALSE(broken("Nord-\nund Südkorea")[0]);
  EXPECT_FALSE(broken("the Bosnia-\nHerzegovina talks")[0]);
  EXPECT_FALSE(broken("a well-to-\ndo man")[0]);
  EXPECT_FALSE(broken("a 25-\nyear plan")[0]);
}

TEST(Hyphens, WhatIsMendedCountsForTheOthers) {
  const auto both = broken("news-\npaper here\nthe old newspa-\nper there\nnewspaper");
  EXPECT_TRUE(both[0]);
  EXPECT_TRUE(both[2]);
}

TEST(Hyphens, RepairKeepsTheLines) {
  Repairer repairer({});
  const Repaired repaired = repairer.repair(kWrapped);
  const std::string text(repaired.text);
  EXPECT_EQ(testing::repairs_give_text(kWrapped, repaired), "");
  EXPECT_NE(text.find("the national economy\nwould grow"), std::string::npos);
  EXPECT_NE(text.find("the right-\nwing coalition"), std::string::npos);
  EXPECT_NE(text.find("the planning\nfor"), std::string::npos);
  EXPECT_EQ(repairer.repair(text).text, text);
}

TEST(Hyphens, TextThatIsNotWrappedStays) {
  const std::string text = "A heading with an econ-\nomy in it.\n";
  Repairer repairer({});
  EXPECT_EQ(repairer.repair(text).text, text);
}

TEST(Hyphens, CleanJoinsTheWords) {
  CleanOptions options;
  options.input = InputKind::article;
  Cleaner cleaner(options);
  const Article& article = cleaner.clean(kWrapped);
  ASSERT_EQ(article.paragraphs.size(), 1U);
  const std::string_view text = article.paragraphs[0].text;
  EXPECT_NE(text.find("national economy would"), std::string_view::npos);
  EXPECT_NE(text.find("the right-wing coalition"), std::string_view::npos);
  EXPECT_NE(text.find("the ministry on Monday"), std::string_view::npos);
}

/// The same text cut with soft hyphens, which also stand where the words give no evidence.
std::string softly_wrapped() {
  std::string text = kWrapped;
  for (std::size_t at = text.find("-\n"); at != std::string::npos; at = text.find("-\n", at + 2))
    text.replace(at, 1, "\u00AD");
  return text;
}

TEST(Hyphens, SoftOnesAtLineEndsAreNeverInDoubt) {
  const std::string input = softly_wrapped();
  Repairer repairer({});
  const Repaired repaired = repairer.repair(input);
  const std::string text(repaired.text);
  EXPECT_EQ(testing::repairs_give_text(input, repaired), "");
  EXPECT_EQ(text.find("\u00AD"), std::string::npos);
  EXPECT_NE(text.find("the national economy\nwould grow"), std::string::npos);
  EXPECT_NE(text.find("rightwing\ncoalition"), std::string::npos);
  EXPECT_EQ(repairer.repair(text).text, text);
  CleanOptions options;
  options.input = InputKind::article;
  Cleaner cleaner(options);
  const Article& article = cleaner.clean(input);
  ASSERT_EQ(article.paragraphs.size(), 1U);
  EXPECT_NE(article.paragraphs[0].text.find("national economy would"), std::string_view::npos);
  EXPECT_NE(article.paragraphs[0].text.find("the ministry on Monday"), std::string_view::npos);
}

TEST(Hyphens, SoftOnesGoWhereNoLinesAreJoined) {
  Repairer repairer({});
  EXPECT_EQ(repairer.repair("A heading with an econ\u00AD \nomy in it.\n").text,
            "A heading with an econ\nomy in it.\n");
  EXPECT_EQ(Cleaner({}).clean("A heading with an econ\u00AD\nomy in it.\n").headline.find("\u00AD"),
            std::string_view::npos);
}

}  // namespace
}  // namespace newswash
