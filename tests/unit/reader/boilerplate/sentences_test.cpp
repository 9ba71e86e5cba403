// Where sentences end inside a line.
#include "reader/boilerplate/sentences.h"

#include <gtest/gtest.h>

#include <vector>

namespace newswash {
namespace {

std::vector<std::string_view> sentences_of(std::string_view line) {
  std::vector<std::string_view> sentences;
  while (!line.empty()) {
    if (const std::string_view sentence = take_sentence(line); !sentence.empty())
      sentences.push_back(sentence);
  }
  return sentences;
}

using Sentences = std::vector<std::string_view>;

TEST(Sentences, EndAtAStopBeforeASpaceAndNoSmallLetter) {
  EXPECT_EQ(sentences_of("It rained.  Nobody came! Why?"), (Sentences{"It rained.", "Nobody came!", "Why?"}));
  EXPECT_EQ(sentences_of("He paid 3.5 million at example.com today"),
            (Sentences{"He paid 3.5 million at example.com today"}));
  EXPECT_EQ(sentences_of("Wait ... and see."), (Sentences{"Wait ... and see."}));
}

TEST(Sentences, TakeWhatClosesThem) {
  EXPECT_EQ(sentences_of("“It rained.” Nobody came."), (Sentences{"“It rained.”", "Nobody came."}));
}

TEST(Sentences, NeedNoSpaceInScriptsWithoutSpaces) {
  EXPECT_EQ(sentences_of("雨が降った。誰も来なかった。"), (Sentences{"雨が降った。", "誰も来なかった。"}));
}

TEST(Sentences, OfNothingAreNone) {
  EXPECT_TRUE(sentences_of("").empty());
  EXPECT_TRUE(sentences_of("   ").empty());
}

TEST(Sentences, ApostrophesAreNoQuotationMarks) {
  EXPECT_FALSE(holds_quotation_mark("It's the girls’ boat"));
  EXPECT_TRUE(holds_quotation_mark("It's a “boat”"));
  EXPECT_TRUE(holds_quotation_mark("« Suivez-nous »"));
}

}  // namespace
}  // namespace newswash
