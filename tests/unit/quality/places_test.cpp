// What is found at places of a text, and what is left alone: repeated paragraphs, ends that are missing,
// glued words (the examples of data/quality/mixed_case.toml), paragraphs in another language.
#include "quality/places.h"

#include <gtest/gtest.h>
#include <newswash/quality.h>
#include <toml++/toml.h>

#include <string>

#include "properties/files.h"

namespace newswash::quality {
namespace {

std::string_view at(std::string_view text, Place place) {
  return text.substr(place.begin, place.end - place.begin);
}

Scan scanned(std::string_view text) {
  Scan scan;
  scan_text(text, scan);
  return scan;
}

std::vector<GluedWord> glued_in(std::string_view text, std::string_view language) {
  std::vector<GluedWord> found;
  find_glued_words(scanned(text), language, found);
  return found;
}

constexpr std::string_view kLong =
    "The council said on Monday that it would repair the bridge before the end of the year.";
constexpr std::string_view kOther =
    "Engineers had found cracks in two of the pillars when they looked at them in the spring.";

TEST(RepeatedParagraphs, NameTheFirst) {
  const std::string text =
      std::string(kLong) + "\n\n" + std::string(kOther) + "\n\n" + std::string(kLong) + "\n";
  std::vector<RepeatedParagraph> found;
  find_repeated_paragraphs(scanned(text), found);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(at(text, found[0].place), kLong);
  EXPECT_EQ(found[0].place.begin, kLong.size() + kOther.size() + 4);
  EXPECT_EQ(found[0].first.begin, 0U);
}

TEST(RepeatedParagraphs, AreLong) {
  std::vector<RepeatedParagraph> found;
  find_repeated_paragraphs(scanned("The city sleeps, the bus goes on\nThe city sleeps, the bus goes on"),
                           found);
  EXPECT_TRUE(found.empty());
}

TEST(Truncation, IsAnEllipsisAtTheEnd) {
  for (const std::string_view end : {"He left the…", "He left the...", "He left […]", "He left [...] "}) {
    const auto found = find_truncation(scanned(end));
    ASSERT_TRUE(found) << end;
    EXPECT_EQ(found->ending, Ending::ellipsis);
    EXPECT_EQ(found->place.begin, 0U);
  }
}

TEST(Truncation, IsASentenceThatBreaksOff) {
  const std::string before = std::string(kLong) + "\n\n" + std::string(kOther) + "\n\n";
  const auto found =
      find_truncation(scanned(before + "The work will cost about two million, the mayor said on"));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->ending, Ending::in_sentence);
  EXPECT_EQ(found->place.begin, before.size());
  for (const std::string_view fine :
       {"Reporting by Ann Smith", "The work will cost about two million, “the mayor said.”",
        "The work will cost about two million, the mayor said. PTI",
        "— Ann Smith of the city council (@annsmith) on November 19, 2019"})
    EXPECT_FALSE(find_truncation(scanned(before + std::string(fine)))) << fine;
}

TEST(Truncation, IsNoneWhereParagraphsEndAsTheyPlease) {
  EXPECT_FALSE(
      find_truncation(scanned("one two three four five six seven eight nine ten\n"
                              "one two three four five six seven eight nine ten eleven\n"
                              "one two three four five six seven eight nine ten twelve")));
  EXPECT_FALSE(find_truncation(scanned("")));
}

TEST(GluedWords, OfTheExamples) {
  const toml::parse_result file = toml::parse(testing::read_project_file("data/quality/mixed_case.toml"),
                                              std::string_view("mixed_case.toml"));
  ASSERT_TRUE(file);
  std::size_t examples = 0;
  for (const auto& [key, glued] : {std::pair{"glued", true}, {"whole", false}}) {
    for (const toml::node& node : *file.table()["examples"][key].as_array()) {
      const std::string text = node.value_or(std::string());
      const bool german = text.find("Die ") == 0 || text.find("ein ") == 0;
      EXPECT_EQ(!glued_in(text, german ? "de" : "en").empty(), glued) << text;
      ++examples;
    }
  }
  EXPECT_GE(examples, 30U);
}

TEST(GluedWords, SayWhereTheSpaceIsMissing) {
  const std::string_view text = "In the HomeLatestAzerbaijan menu, a wordThere.";
  const auto found = glued_in(text, "en");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(at(text, found[0].place), "HomeLatestAzerbaijan");
  EXPECT_EQ(text.substr(found[0].split, 6), "Latest");
  EXPECT_EQ(at(text, found[1].place), "wordThere");
  EXPECT_EQ(text.substr(found[1].split), "There.");
  const auto sentence = glued_in("They went home.The next day came.", "en");
  ASSERT_EQ(sentence.size(), 1U);
  EXPECT_EQ(sentence[0].split, 15U);
}

TEST(GluedWords, OfManyCapitalsTakeLinearTime) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "wordsGluedtogether" + std::to_string(i) + " FooodBaaar ";
  EXPECT_LT(glued_in(text, "en").size(), 100000U);
}

TEST(ForeignParagraphs, AreFoundAmongTheOwn) {
  constexpr std::string_view kGerman =
      "Die Stadt will die Brücke noch vor dem Ende des Jahres reparieren lassen, nachdem Ingenieure bei "
      "einer "
      "Prüfung Risse in zwei Pfeilern gefunden haben, wie der Bürgermeister am Montag sagte.";
  const std::string text = std::string(kLong) + ' ' + std::string(kOther) + "\n\n" + std::string(kGerman) +
                           "\n\n" + std::string(kOther);
  std::vector<ForeignParagraph> found;
  find_foreign_paragraphs(scanned(text), "en", found);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].language, "de");
  EXPECT_EQ(at(text, found[0].place), kGerman);
  find_foreign_paragraphs(scanned(text), "", found);
  EXPECT_TRUE(found.empty());
}

}  // namespace
}  // namespace newswash::quality
