// Counts of one line, in several scripts.
#include "reader/body/line_facts.h"

#include <gtest/gtest.h>

#include <string>

namespace newswash {
namespace {

TEST(LineFacts, CountsWordsSentencesAndCapitals) {
  const LineFacts facts = scan_line("  The council voted. Mayor Smith, 52, \"did not like it\".  ");
  EXPECT_EQ(facts.words, 10U);
  EXPECT_EQ(facts.sentences, 2U);
  EXPECT_EQ(facts.capitals, 3U);
  EXPECT_EQ(facts.commas, 2U);
  EXPECT_EQ(facts.digits, 2U);
  EXPECT_EQ(facts.quotes, 2U);
  EXPECT_EQ(facts.first, EdgeMark::upper);
  EXPECT_EQ(facts.last, EdgeMark::stop);
}

TEST(LineFacts, TakesListMarksOff) {
  EXPECT_EQ(scan_line("  * Home").mark, ListMark::bullet);
  EXPECT_EQ(scan_line("  + Home").text, "Home");
  EXPECT_EQ(scan_line("o Berlin Playbook").mark, ListMark::nested);
  EXPECT_EQ(scan_line("## Heading").mark, ListMark::heading);
  EXPECT_EQ(scan_line("12. Twelfth").mark, ListMark::number);
  EXPECT_EQ(scan_line("1984 was a year").mark, ListMark::none);
  EXPECT_EQ(scan_line("#hashtag").mark, ListMark::none);
}

TEST(LineFacts, KnowsCapitalsOutsideAscii) {
  EXPECT_EQ(scan_line("Élan").first, EdgeMark::upper);
  EXPECT_EQ(scan_line("élan").first, EdgeMark::lower);
  EXPECT_EQ(scan_line("Москва и область").capitals, 1U);
  EXPECT_FALSE(scan_line("今日は天気がいいです。").cased);
}

TEST(LineFacts, StopsOfOtherScriptsEndSentences) {
  EXPECT_EQ(scan_line("今日は天気がいいです。").last, EdgeMark::stop);
  EXPECT_EQ(scan_line("هل هذا صحيح؟").last, EdgeMark::stop);
  EXPECT_EQ(scan_line("He said “no.”").last, EdgeMark::stop);
  EXPECT_EQ(scan_line("Read more…").last, EdgeMark::ellipsis);
}

TEST(LineFacts, EqualTextsHaveEqualHashes) {
  EXPECT_EQ(scan_line("  * Read more").hash, scan_line("Read more ").hash);
  EXPECT_NE(scan_line("Read more").hash, scan_line("Read less").hash);
}

TEST(LineFacts, LongLinesDoNotOverflow) {
  std::string line;
  for (int i = 0; i < 5000; ++i) line += "a ";
  EXPECT_EQ(scan_line(line).words, 5000U);
}

TEST(LineFacts, EmptyAndMarkOnly) {
  EXPECT_TRUE(scan_line("").empty());
  EXPECT_TRUE(scan_line(" \t ").empty());
  EXPECT_EQ(scan_line("*").words, 0U);
}

}  // namespace
}  // namespace newswash
