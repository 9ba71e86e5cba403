// The folded key: what does not count when lines are compared.
#include "reader/boilerplate/key.h"

#include <gtest/gtest.h>

#include <string>

namespace newswash {
namespace {

std::string key(std::string_view line) {
  std::string joined;
  KeyReader reader(line);
  for (Word word; reader.next(word);) {
    if (!joined.empty()) joined += ' ';
    joined += word.folded;
    if (word.colon_after) joined += ':';
  }
  return joined;
}

TEST(Key, FoldsWhatDoesNotCount) {
  EXPECT_EQ(key("  • Sign Up — NOW! "), "sign up now");
  EXPECT_EQ(key("Don’t MISS"), key("Don't miss"));
  EXPECT_EQ(key("log-in"), "log in");
  EXPECT_EQ(key("ＡＢＣ"), "abc");
  EXPECT_EQ(key("Café"), key("Cafe\u0301"));
  EXPECT_EQ(key("a\u00A0b"), "a b");
  EXPECT_EQ(key("eco\u00ADnomy"), "economy");
  EXPECT_EQ(key(""), "");
  EXPECT_EQ(key(" — • | "), "");
}

TEST(Key, ColonsAndIdeographs) {
  EXPECT_EQ(key("Photo: Reuters"), "photo: reuters");
  EXPECT_EQ(key("新聞"), "新 聞");
}

TEST(Key, PlacesOfWords) {
  const std::string_view line = "— Read more";
  KeyReader reader(line);
  Word word;
  ASSERT_TRUE(reader.next(word));
  EXPECT_EQ(line.substr(word.begin, word.end - word.begin), "Read");
  ASSERT_TRUE(reader.next(word));
  EXPECT_EQ(line.substr(word.begin, word.end - word.begin), "more");
  EXPECT_FALSE(reader.next(word));
}

TEST(Key, NumbersAndLongWords) {
  KeyReader reader("3k");
  Word word;
  ASSERT_TRUE(reader.next(word));
  EXPECT_TRUE(word.number);
  const std::string longest(5000, 'a');
  KeyReader cut(longest);
  ASSERT_TRUE(cut.next(word));
  EXPECT_EQ(word.folded.size(), KeyReader::kLongestWord);
  EXPECT_EQ(word.end, longest.size());
}

TEST(KeyHash, EqualForEqualKeysOnly) {
  EXPECT_EQ(key_hash("Read More!"), key_hash("• read more"));
  EXPECT_NE(key_hash("read more"), key_hash("readmore"));
  EXPECT_EQ(key_hash(" — "), 0U);
}

}  // namespace
}  // namespace newswash
