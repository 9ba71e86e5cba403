// Layout and joining of lines: the wrap column, sentences in pieces, the text of a block.
#include "reader/body/blocks.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "reader/body/line_facts.h"

namespace newswash {
namespace {

using Lines = std::vector<std::string_view>;

std::vector<LineFacts> facts_of(const Lines& lines) {
  std::vector<LineFacts> facts;
  for (const std::string_view line : lines) facts.push_back(scan_line(line));
  return facts;
}

std::vector<std::string> joined(const Lines& lines) {
  const auto facts = facts_of(lines);
  std::vector<std::string> texts;
  for (const Block& block : find_blocks(facts, find_layout(facts))) texts.push_back(join_block(lines, block));
  return texts;
}

const Lines kWrapped = {
    "The harbour town has spent the last three winters arguing about whether the old pier",
    "should be rebuilt in timber, as the fishermen would like, or in concrete, as the",
    "council's engineers advise.",
    "",
    "On Tuesday the council voted, by nine to four, for concrete. The vote came after a",
    "debate of six hours in which thirty residents spoke, most of them against the plan,",
    "and in which the mayor twice had to ask the public gallery to be quiet.",
    "",
    "* Home",
    "* Sport",
    "* Weather and tides",
    "",
    "Work is to begin in the spring. It will cost eleven million pounds, two thirds of",
    "which will come from the regional fund.",
};

TEST(Layout, FindsTheWrapColumn) {
  const Layout layout = find_layout(facts_of(kWrapped));
  EXPECT_EQ(layout.style, LineStyle::wrapped);
  EXPECT_GE(layout.columns, 80U);
  EXPECT_LE(layout.columns, 86U);
}

TEST(Layout, ParagraphsOnOneLineAreNotWrapped) {
  const Lines lines = {
      "A paragraph that is a good deal longer than any column a program would wrap it at, and that goes on "
      "and "
      "on until nobody could take it for a line of a wrapped text, with a second clause.",
      "", "Another paragraph, shorter."};
  EXPECT_EQ(find_layout(facts_of(lines)).style, LineStyle::spaced);
}

TEST(Layout, HardlyABlankLineIsDense) {
  const Lines lines = {"Home", "Sport", "The council voted for concrete.", "Work begins in spring.",
                       "Imprint"};
  EXPECT_EQ(find_layout(facts_of(lines)).style, LineStyle::dense);
}

TEST(Blocks, WrappedParagraphsAreJoined) {
  const auto texts = joined(kWrapped);
  ASSERT_EQ(texts.size(), 6U);
  EXPECT_EQ(texts[0],
            "The harbour town has spent the last three winters arguing about whether the old pier should be "
            "rebuilt in "
            "timber, as the fishermen would like, or in concrete, as the council's engineers advise.");
  EXPECT_EQ(texts[2], "* Home");
  EXPECT_EQ(texts[5].substr(0, 40), "Work is to begin in the spring. It will ");
}

TEST(Blocks, PiecesOfASentenceAreJoined) {
  const auto texts = joined({"Home", "Sport", "Bobby McDonagh", ", a former ambassador, says the plan is",
                             "in his view", "not a good one.", "He added nothing."});
  ASSERT_EQ(texts.size(), 4U);
  EXPECT_EQ(texts[2], "Bobby McDonagh, a former ambassador, says the plan is in his view not a good one.");
  EXPECT_EQ(texts[3], "He added nothing.");
}

/// As BeautifulSoup's get_text("\n") writes it: links in a sentence are lines of their own.
const Lines kPieces = {
    "Evernote",
    "(",
    "Android",
    ",",
    "iOS",
    ") keeps your notes, and",
    "Simplenote",
    ", which costs nothing, is for those who want less.",
    "",
    "The harbour town has spent three winters arguing about",
    "whether the old pier should be rebuilt",
    ". On Tuesday",
    "the council",
    "voted for concrete, by nine to four (",
    "the mayor",
    ", who is ill, was away).",
    "",
    "Read more",
    "by Jane Doe",
};

TEST(Layout, PiecesShowATextNodeALine) {
  const Layout layout = find_layout(facts_of(kPieces));
  EXPECT_EQ(layout.style, LineStyle::dense);
  EXPECT_TRUE(layout.certain);
  Lines few(kPieces.begin(), kPieces.begin() + 8);
  EXPECT_FALSE(find_layout(facts_of(few)).certain);
}

TEST(Blocks, PiecesBetweenBlankLinesAreJoined) {
  const auto texts = joined(kPieces);
  ASSERT_EQ(texts.size(), 5U);
  EXPECT_EQ(
      texts[0],
      "Evernote (Android, iOS) keeps your notes, and Simplenote, which costs nothing, is for those who want "
      "less.");
  EXPECT_EQ(
      texts[1],
      "The harbour town has spent three winters arguing about whether the old pier should be rebuilt. On "
      "Tuesday");
  EXPECT_EQ(texts[2], "the council voted for concrete, by nine to four (the mayor, who is ill, was away).");
  EXPECT_EQ(texts[3], "Read more");
}

TEST(Blocks, WhatIsAPiece) {
  for (const std::string_view line : {", which", ". Then", "; so", ") and", "? No", "、と言う"})
    EXPECT_TRUE(is_piece(line)) << line;
  for (const std::string_view line :
       {",", ".", "... and more", ".NET is", ".@mayor said", "(no", "- no", "yes, no", "„Nein“", ""})
    EXPECT_FALSE(is_piece(line)) << line;
}

TEST(Blocks, AWrappedQuotationIsOneParagraph) {
  Lines lines = kWrapped;
  lines.insert(lines.end(),
               {"", "> The pier has stood for ninety years and nobody has ever asked us what we think of",
                "> it, least of all the council.", ">", "> We will remember that."});
  const auto texts = joined(lines);
  ASSERT_EQ(texts.size(), 9U);
  EXPECT_TRUE(texts[6].ends_with("least of all the council."));
}

TEST(Layout, ItemsOfListsMayBeWider) {
  Lines lines = kWrapped;
  for (int i = 0; i < 6; ++i) {
    lines.push_back(
        "* The harbour town's council votes for concrete by nine to four, and the fishermen say that they "
        "will "
        "not forget it");
  }
  EXPECT_EQ(find_layout(facts_of(lines)).style, LineStyle::wrapped);
  EXPECT_EQ(joined(lines).size(), 12U);
}

TEST(Blocks, BlankLinesNeverJoin) {
  const auto texts =
      joined({"one piece of a longer sentence that", "", "does not go on here", "", "x", "", "y", ""});
  EXPECT_EQ(texts.size(), 4U);
}

TEST(JoinBlock, HyphensStayAndSpacesAreRight) {
  EXPECT_EQ(join_block(Lines{"the right-", "wing party"}, {0, 2}), "the right-wing party");
  EXPECT_EQ(join_block(Lines{"Bildungs-", "und Kulturaustausch"}, {0, 2}), "Bildungs- und Kulturaustausch");
  EXPECT_EQ(join_block(Lines{"Nordrhein-", "Westfalen"}, {0, 2}), "Nordrhein- Westfalen");
  EXPECT_EQ(join_block(Lines{"a dash -", "and more"}, {0, 2}), "a dash - and more");
}

TEST(JoinBlock, ScriptsWithoutSpacesJoinWithoutOne) {
  EXPECT_EQ(join_block(Lines{"今日は天気が", "いいです。"}, {0, 2}), "今日は天気がいいです。");
  EXPECT_EQ(join_block(Lines{"オンライン", "online"}, {0, 2}), "オンライン online");
}

TEST(Blocks, EmptyInputHasNoBlocks) {
  EXPECT_TRUE(joined({}).empty());
  EXPECT_TRUE(joined({"", " ", ""}).empty());
}

TEST(Layout, NestedTextBreaksEarlierAndIsWrappedAllTheSame) {
  // lynx: what stands deeper in lists ends before the column that the page's paragraphs reach.
  const Lines lines = {
      "On Tuesday the council voted, by nine to four, for concrete. The vote came after a debate",
      "of six hours in which thirty residents spoke, most of them against the plan, and in which",
      "the mayor twice had to ask the public gallery to be quiet.",
      "",
      "* The harbour town has spent the last three winters arguing about whether the",
      "old pier should be rebuilt in timber, as the fishermen would like, or in",
      "concrete, as the engineers of the town's council advise it to do in their",
      "report.",
      "",
      "+ Work is to begin in the spring. It will cost eleven million pounds, two",
      "thirds of which will come from the regional fund, and the rest of it from the",
      "town.",
  };
  EXPECT_EQ(find_layout(facts_of(lines)).style, LineStyle::wrapped);
  EXPECT_EQ(joined(lines).size(), 3U);
}

TEST(Layout, LinesThatAllBeginWithCapitalsAreNotWrapped) {
  const Lines lines = {"The city sleeps, the bus goes on along the river and the lights go out",
                       "The lights are red, the lights are green",
                       "The city sleeps, the bus goes on along the river and the lights",
                       "And nobody gets in between the driver and the street",
                       "I carry cleaners, cooks and thieves that no one ever thanks for it all",
                       "I carry those who do not pay",
                       "The city sleeps, the bus goes on and then it is another day",
                       "And I am at the wheel"};
  EXPECT_NE(find_layout(facts_of(lines)).style, LineStyle::wrapped);
}

TEST(Blocks, ALinkWithinASentenceJoinsIt) {
  Lines lines = {"The decision was announced on Tuesday by", "Mary Fisher", "who leads the council.",
                 "A second paragraph stands here."};
  for (int i = 0; i < 30; ++i) lines.push_back("Sport");  // hardly a blank line: one text node a line
  const auto texts = joined(lines);
  EXPECT_EQ(texts[0], "The decision was announced on Tuesday by Mary Fisher who leads the council.");
  EXPECT_EQ(texts[1], "A second paragraph stands here.");
}

}  // namespace
}  // namespace newswash
