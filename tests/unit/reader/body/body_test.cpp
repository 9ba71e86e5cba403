// The whole way from lines to a choice: pages are found to be pages, their body is kept, articles are left
// alone.
#include "reader/body/body.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace newswash {
namespace {

using Lines = std::vector<std::string_view>;

const Lines kBody = {
    "The harbour town has spent the last three winters arguing about whether the old pier should be rebuilt "
    "in timber, as the "
    "fishermen would like, or in concrete, as the council's engineers advise.",
    "On Tuesday the council voted, by nine to four, for concrete. The vote came after a debate of six hours "
    "in which thirty "
    "residents spoke, most of them against the plan.",
    "“We have listened, and we have decided,” the mayor said after the meeting. “Timber would have lasted "
    "fifteen years.”",
    "The fishermen's association said that it would appeal. Its chairwoman called the decision short-sighted "
    "and said that the "
    "boats would have nowhere to land during the works.",
    "Work is to begin in the spring. It will cost eleven million pounds, two thirds of which will come from "
    "the regional fund.",
};

const Lines kHead = {"Skip to content", "Menu",    "Home",   "News",      "Sport",       "Business",
                     "Culture",         "Weather", "Log in", "Subscribe", "Newsletters", "Harbour Gazette",
                     "Facebook",        "Twitter", "Email"};
const Lines kTail = {"Share",
                     "Facebook",
                     "Twitter",
                     "Comments",
                     "Most read",
                     "Storm closes ferry terminal",
                     "Ten walks for May",
                     "Related",
                     "Pier plans on show",
                     "Advertisement",
                     "About us",
                     "Contact",
                     "Privacy policy",
                     "Cookies",
                     "Terms of use",
                     "Jobs",
                     "© Harbour Gazette"};

Lines spaced(std::initializer_list<const Lines*> parts) {
  Lines lines;
  for (const Lines* part : parts) {
    for (const std::string_view line : *part) {
      lines.push_back(line);
      lines.push_back("");
    }
  }
  return lines;
}

const Lines kPage = spaced({&kHead, &kBody, &kTail});

bool contains(const Lines& lines, std::string_view line) {
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

TEST(ClassifyInput, TellsPagesFromArticles) {
  EXPECT_EQ(classify_input(kPage), InputKind::page);
  EXPECT_EQ(classify_input(kBody), InputKind::article);
  EXPECT_EQ(classify_input(spaced({&kBody})), InputKind::article);
}

TEST(ClassifyInput, OneLongLineIsAnArticle) {
  std::string text;
  for (const std::string_view line : kPage) text += std::string(line) + ' ';
  EXPECT_EQ(classify_input(Lines{text}), InputKind::article);
  EXPECT_EQ(classify_input(Lines{}), InputKind::article);
}

TEST(FindBody, KeepsTheBodyAndDropsTheRest) {
  const BodyChoice choice = find_body(kPage);
  ASSERT_EQ(choice.keep.size(), kPage.size());
  ASSERT_EQ(choice.p.size(), kPage.size());
  for (std::size_t i = 0; i < kPage.size(); ++i) {
    EXPECT_EQ(choice.keep[i] != 0, contains(kBody, kPage[i])) << kPage[i];
  }
}

TEST(FindBody, APageWithoutBlankLinesGivesTheSame) {
  Lines dense = kHead;
  dense.insert(dense.end(), kBody.begin(), kBody.end());
  dense.insert(dense.end(), kTail.begin(), kTail.end());
  const BodyChoice choice = find_body(dense);
  for (std::size_t i = 0; i < dense.size(); ++i)
    EXPECT_EQ(choice.keep[i] != 0, contains(kBody, dense[i])) << dense[i];
}

TEST(FindBody, SaysWhyALineGoes) {
  std::vector<std::uint32_t> which;
  for (std::uint32_t i = 0; i < kHead.size() * 2; i += 2) which.push_back(i);
  const auto words = reasons(kPage, which);
  ASSERT_EQ(words.size(), which.size());
  for (const std::string& reason : words) EXPECT_FALSE(reason.empty());
}

TEST(FindBody, BlankLinesAreNeverKept) {
  const BodyChoice choice = find_body(kPage);
  for (std::size_t i = 0; i < kPage.size(); ++i) {
    EXPECT_FALSE(kPage[i].empty() && choice.keep[i] != 0);
  }
}

TEST(FindBody, SurvivesOddInput) {
  EXPECT_TRUE(find_body(Lines{}).keep.empty());
  EXPECT_EQ(find_body(Lines{"", "", ""}).keep.size(), 3U);
  EXPECT_EQ(find_body(Lines{"\xff\xfe\x80", "*", "\xe3\x80", "#"}).keep.size(), 4U);
}

/// Readers write of the same matter, in sentences; what shows them is the heading above.
TEST(FindBody, CommentsBehindAnArticleGo) {
  const Lines comments = {"3 comments",
                          "Leave a reply",
                          "Moira",
                          "2 days ago",
                          "Timber has lasted on this coast for two hundred years, and the engineers of the "
                          "council have never seen a "
                          "winter here.",
                          "Reply",
                          "Alden",
                          "2 days ago",
                          "Concrete will crack in the first frost, as it did at Leyburn, and then the boats "
                          "will have no pier at all.",
                          "Reply"};
  const Lines article = spaced({&kHead, &kBody, &kBody, &comments, &kTail});
  const BodyChoice choice = find_body(article);
  for (std::size_t i = 0; i < article.size(); ++i) {
    EXPECT_EQ(choice.keep[i] != 0, contains(kBody, article[i])) << article[i];
  }
}

TEST(ChooseBody, CleaningTwiceChangesNothing) {
  const BodyChoice choice = choose_body(kPage);
  ASSERT_EQ(choice.kind, InputKind::page);
  Lines again;
  for (std::size_t i = 0; i < kPage.size(); ++i) {
    if (choice.keep[i] != 0) again.push_back(kPage[i]);
  }
  EXPECT_EQ(choose_body(again).kind, InputKind::article);
}

/// What is judged in parts has an answer for each of its lines, and reasons in every part; probabilities of
/// all only if asked for.
TEST(ChooseBody, TextsLargerThanAnyPageAreJudgedInParts) {
  Lines lines;
  while (lines.size() <= kPartLines) lines.insert(lines.end(), kPage.begin(), kPage.end());
  const BodyChoice choice = choose_body(lines);
  EXPECT_EQ(choice.kind, InputKind::page);
  ASSERT_EQ(choice.keep.size(), lines.size());
  EXPECT_EQ(choice.p.size(), kPartLines);
  EXPECT_EQ(find_body(lines).p.size(), lines.size());
  const auto last = static_cast<std::uint32_t>(lines.size() - 2);
  const std::vector<std::uint32_t> which = {0, 2, kPartLines - 2, last};
  EXPECT_EQ(reasons(lines, which).size(), which.size());
  EXPECT_NE(explain_input(lines).find("short lines"), std::string::npos);
}

}  // namespace
}  // namespace newswash
