// The shape of a line: words, sentence ends, prose, headlines.
#include "reader/boilerplate/layout.h"

#include <gtest/gtest.h>

namespace newswash {
namespace {

TEST(Layout, SentenceEnds) {
  for (const std::string_view end :
       {"Yes.", "He said “no.”", "Why?)", "Stop!", "Wait…", "終わり。", "क्यों।", "لماذا؟"})
    EXPECT_TRUE(ends_like_sentence(end)) << end;
  for (const std::string_view open : {"", "Read more", "He said:", "”", "1. Introduction"})
    EXPECT_FALSE(ends_like_sentence(open)) << open;
}

TEST(Layout, Words) {
  EXPECT_EQ(count_words(""), 0U);
  EXPECT_EQ(count_words("one"), 1U);
  EXPECT_EQ(count_words("one two-three four"), 3U);
  EXPECT_EQ(count_words("新聞記事"), 2U);  // half a word each
  EXPECT_EQ(count_words("三つ a"), 2U);
  EXPECT_EQ(count_words("здесь был"), 2U);
}

TEST(Layout, ProseIsASentenceOrLong) {
  EXPECT_TRUE(shape_of("The minister said on Tuesday that the talks would resume.").prose);
  EXPECT_FALSE(shape_of("Sign up now.").prose);
  EXPECT_FALSE(shape_of("Minister says talks with the neighbours will resume on Tuesday").prose);
  std::string words;
  for (std::uint32_t i = 0; i < kShape.prose_words; ++i) words += "word ";
  EXPECT_TRUE(shape_of(words).prose);
}

TEST(Layout, Headlines) {
  EXPECT_TRUE(reads_like_headline(shape_of("Minister says talks will resume")));
  EXPECT_FALSE(reads_like_headline(shape_of("Read more")));
  EXPECT_FALSE(reads_like_headline(shape_of("The minister said talks would resume.")));
}

}  // namespace
}  // namespace newswash
