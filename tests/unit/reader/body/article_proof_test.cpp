// The proof may fail where the evidence decides for an article, never the other way round.
#include "reader/body/article_proof.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "reader/body/body.h"
#include "reader/boilerplate/layout.h"

namespace newswash {
namespace {

using Lines = std::vector<std::string_view>;

bool may_join = false;  // of the proof made last

bool is_proven(const Lines& lines) {
  const auto blank = static_cast<std::size_t>(std::count(lines.begin(), lines.end(), ""));
  body::ArticleProof proof(lines.size(), blank);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].empty()) continue;
    const bool follows = i > 0 && !lines[i - 1].empty();
    if (!proof.add(lines[i], shape_of(lines[i]).sure_words, follows)) return false;
  }
  may_join = proof.may_join();
  return proof.holds();
}

constexpr std::string_view kParagraph =
    "The council voted on Monday to close the old bridge for at least a year, after engineers had found "
    "cracks in two of its piers, and asked the state for money to build a new one.";
constexpr std::string_view kCyrillic =
    "Городской совет в понедельник проголосовал за закрытие старого моста по меньшей мере на год после того, "
    "как инженеры нашли трещины в двух его опорах.";

TEST(ArticleProof, ParagraphsAreAnArticle) {
  EXPECT_TRUE(is_proven({kParagraph, "", kParagraph, "", "“No,” he said.", "", kParagraph}));
  EXPECT_TRUE(is_proven({kParagraph, kParagraph, kParagraph, kCyrillic, kParagraph, kParagraph}));
}

TEST(ArticleProof, ShortLinesProveNothing) {
  Lines lines(40, "Home");
  EXPECT_FALSE(is_proven(lines));
  lines.insert(lines.begin(), {kParagraph, kParagraph, kParagraph});
  EXPECT_FALSE(is_proven(lines));
}

TEST(ArticleProof, NarrowLinesMayBeWrapped) {
  EXPECT_FALSE(is_proven(Lines(8, "The council voted on Monday to close the old bridge for at")));
}

TEST(ArticleProof, IsNeverWrong) {
  constexpr std::string_view kLines[] = {kParagraph,
                                         kParagraph,
                                         kCyrillic,
                                         "",
                                         "",
                                         "Home",
                                         "Share",
                                         "Comments",
                                         "o",
                                         "12. ",
                                         "* 3 4 5 6 7 8 9 0 1",
                                         "— — — — — — — — — —",
                                         ", she said",
                                         "and went on to say",
                                         "He waited for the",
                                         "“No,” he said.",
                                         "A line of exactly eight words without stop",
                                         "o a line of eight words with a mark",
                                         "Home",
                                         "東京都千代田区",
                                         "Read more",
                                         "Sign up for our newsletter",
                                         "o.",
                                         "1 2 3 4 5 6 7 8 9 10 11"};
  std::mt19937 random(1);
  int proven = 0;
  for (int round = 0; round < 4000; ++round) {
    Lines lines(1 + random() % 40);
    const std::size_t kinds = 3 + random() % (std::size(kLines) - 2);
    for (std::string_view& line : lines) {
      const bool any = random() % 4 == 0;
      line = any ? kLines[random() % kinds] : kLines[random() % 2];
    }
    if (!is_proven(lines)) continue;
    ++proven;
    const BodyChoice choice = choose_body(lines);
    ASSERT_EQ(choice.kind, InputKind::article);
    ASSERT_LE(choice.joins, may_join);
  }
  EXPECT_GT(proven, 1000);
}

}  // namespace
}  // namespace newswash
