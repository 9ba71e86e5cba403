// Which lines are several paragraphs in one, their pieces, and where a text is cut around furniture.
#include "reader/long_lines.h"

#include <gtest/gtest.h>
#include <newswash/clean.h>
#include <toml++/toml.h>

#include <string>
#include <utility>

#include "properties/files.h"

namespace newswash {
namespace {

Lines pieces_of(std::string_view line) {
  Lines pieces;
  split_into_pieces(line, pieces);
  return pieces;
}

// Three sentences that begin right behind a full stop: glued.
constexpr std::string_view kGlued = "It rained.Nobody came.The hall was shut.Then it snowed.";

std::string glued(std::string_view line) {
  return std::string(kGlued) + std::string(line);
}

Lines pieces_behind(std::string_view line) {
  static std::string text;
  text = glued(line);
  Lines pieces = pieces_of(text);
  pieces.erase(pieces.begin(), pieces.begin() + 4);
  return pieces;
}

TEST(LongLines, AreLongAndHoldMuchOfTheText) {
  const std::string paragraph(kLongLineBytes, 'x');
  const std::string shorter(kLongLineBytes - 1, 'x');
  EXPECT_EQ(find_long_lines({paragraph}), std::vector<std::uint32_t>{0});
  EXPECT_TRUE(find_long_lines({shorter}).empty());
  EXPECT_TRUE(find_long_lines({paragraph, paragraph, paragraph}).empty());
}

TEST(LongLines, AreThoseWithGluedSentencesWhateverElseThereIs) {
  const std::string paragraph(kLongLineBytes, 'x');
  const std::string two = glued(paragraph);
  EXPECT_EQ(find_long_lines({paragraph, two, paragraph}), std::vector<std::uint32_t>{1});
}

TEST(LongLines, FallIntoSentences) {
  EXPECT_EQ(pieces_of("It rained.  Nobody came! Why? he asked."),
            (Lines{"It rained.", "Nobody came!", "Why? he asked."}));
  EXPECT_EQ(pieces_of("雨が降った。誰も来なかった。"), (Lines{"雨が降った。", "誰も来なかった。"}));
  EXPECT_EQ(pieces_of("No word of NJ.com here.Not yet"), (Lines{"No word of NJ.com here.Not yet"}));
}

TEST(LongLines, AreNotCutBehindAbbreviations) {
  EXPECT_EQ(pieces_of("Editing by J. Smith and Mrs. Hart in the U.S. Senate"),
            (Lines{"Editing by J. Smith and Mrs. Hart in the U.S. Senate"}));
}

TEST(LongLines, AreCutAsTheExamplesOfAbbreviationsSay) {
  const toml::parse_result file = toml::parse(testing::read_project_file("data/abbreviations.toml"),
                                              std::string_view("abbreviations.toml"));
  ASSERT_TRUE(file);
  std::size_t examples = 0;
  for (const auto& [key, count] : {std::pair{"one", std::size_t{1}}, {"two", std::size_t{2}}}) {
    const toml::array* const lines = file.table()["examples"][key].as_array();
    ASSERT_NE(lines, nullptr);
    for (const toml::node& each : *lines) {
      EXPECT_EQ(pieces_of(*each.value<std::string_view>()).size(), count) << *each.value<std::string_view>();
      ++examples;
    }
  }
  EXPECT_GE(examples, 11U);
}

TEST(LongLines, AreNotCutInsideQuotations) {
  EXPECT_EQ(pieces_of("“It rained. Nobody came.” So it ended."),
            (Lines{"“It rained. Nobody came.”", "So it ended."}));
  EXPECT_EQ(pieces_of("He said: \"It rained. Nobody came.\" So it ended."),
            (Lines{"He said: \"It rained. Nobody came.\"", "So it ended."}));
}

TEST(LongLines, AreCutBehindBracketsThatHoldAllOfAPiece) {
  EXPECT_EQ(pieces_of("It rained. (Reporting by Jane Doe) Nobody came."),
            (Lines{"It rained.", "(Reporting by Jane Doe)", "Nobody came."}));
  EXPECT_EQ(pieces_of("Jane Doe (Labour) Smith came."), (Lines{"Jane Doe (Labour) Smith came."}));
}

TEST(LongLines, FallIntoGluedParagraphs) {
  EXPECT_EQ(pieces_of(kGlued),
            (Lines{"It rained.", "Nobody came.", "The hall was shut.", "Then it snowed."}));
  EXPECT_EQ(pieces_behind("Read moreThe next day"), (Lines{"Read more", "The next day"}));
  EXPECT_EQ(pieces_behind("Updated in 2019The next day"), (Lines{"Updated in 2019", "The next day"}));
  EXPECT_EQ(pieces_behind("(AP Photo)The next day"), (Lines{"(AP Photo)", "The next day"}));
  EXPECT_EQ(pieces_behind("SUBSCRIBEThe next day"), (Lines{"SUBSCRIBE", "The next day"}));
}

TEST(LongLines, KeepNamesWithCapitalsInside) {
  for (const std::string_view name :
       {"McDonald and MacArthur", "YouTube and LinkedIn", "An iPhone on eBay", "The NGOs"})
    EXPECT_EQ(pieces_behind(name), Lines{name});
}

constexpr std::string_view kMore =
    "Nobody knows yet who will buy it. Two builders have asked for the plans, and a circus has asked for the "
    "tiles. ";

constexpr std::string_view kStory =
    "The council voted on Tuesday to close the old swimming pool, which has stood empty since a storm tore "
    "off part "
    "of its roof. The decision ends months of argument over the cost of the repairs, which an engineer had "
    "put at "
    "four million pounds. Residents filled the hall, and a few of them wept when the result was read out. "
    "The "
    "building will be sold in the autumn, and the money is to go to the new library in the market square. "
    "The old "
    "lifeguard said that he had seen it coming for years, and that he would miss the smell of it most of "
    "all. ";

TEST(LongLines, LoseTheirFurnitureAndNothingElse) {
  const std::string given = std::string(kStory) + "Sign up for our newsletter. " + std::string(kMore);
  Cleaner cleaner({});
  const Article& article = cleaner.clean(given);
  ASSERT_EQ(article.removed.size(), 1U);
  EXPECT_EQ(article.removed[0].text, "Sign up for our newsletter.");
  EXPECT_EQ(article.removed[0].begin, kStory.size());
  ASSERT_EQ(article.paragraphs.size(), 2U);
  EXPECT_EQ(std::string(article.paragraphs[0].text) + " ", kStory);
  EXPECT_EQ(std::string(article.paragraphs[1].text) + " ", kMore);
}

TEST(LongLines, StayWholeWhereNothingGoes) {
  Cleaner cleaner({});
  const Article& article = cleaner.clean(kStory);
  ASSERT_EQ(article.paragraphs.size(), 1U);
  EXPECT_TRUE(article.repairs.empty() || article.repairs.front().begin + 1 == kStory.size());
}

TEST(LongLines, AreLeftAloneWhereSpacesAre) {
  const std::string given = std::string(kStory) + "Sign up for our newsletter. " + std::string(kMore);
  CleanOptions options;
  options.repair.fixes =
      static_cast<std::uint8_t>(options.repair.fixes & ~(1U << static_cast<unsigned>(Fix::spaces)));
  Cleaner cleaner(options);
  EXPECT_TRUE(cleaner.clean(given).removed.empty());
}

}  // namespace
}  // namespace newswash
