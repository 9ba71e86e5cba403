// The folded key: what does not count when lines are compared.
#include "reader/boilerplate/key.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "properties/generated_text.h"

namespace newswash {
namespace {

std::string key(std::string_view line) {
  std::string joined;
  KeyReader reader(line);
  for (Word word; reader.next(word);) {
    if (!joined.empty()) joined += ' ';
    joined += word.folded;
    if (colon_after(line, word)) joined += ':';
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

TEST(Key, MarksPartWords) {
  for (const std::string mark : {"\u2012", "–", "—", "“", "”", "„", "•", "…"}) {
    EXPECT_EQ(key("Read" + mark + "more"), "read more") << mark;
    EXPECT_EQ(key(mark + "3" + mark + "4 don’t"), "3 4 dont") << mark;
  }
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

/// Words of all kinds, of any length, so that they stand across the reader's windows.
std::string random_line(testing::Random& random) {
  constexpr std::array<std::string_view, 21> kPieces = {
      "Read",    "more",     "don’t",
      "can't",   "1,234.5",  "3.",
      "新聞",    "über",     "Photo:",
      "—",       "a",        "(x)",
      "Новости", "“yes”",    "…",
      "– or",    "\u0080Да", "•",
      "co-op",   "e.g.",     "Donaudampfschifffahrtsgesellschaftskapitaen"};
  std::string line;
  for (std::size_t n = random.below(40); n > 0; --n) {
    line += kPieces[random.below(kPieces.size())];
    if (random.below(8) != 0) line += ' ';
  }
  return line;
}

/// Reads each chunk between spaces by itself: a space always parts words.
std::vector<std::string> words_by_chunks(const std::string& line) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    KeyReader reader(std::string_view(line).substr(begin, end - begin));
    for (Word word; reader.next(word);) words.emplace_back(word.folded);
    begin = end + 1;
  }
  return words;
}

TEST(Key, WindowsChangeNothing) {
  testing::Random random(3);
  for (int i = 0; i < 5000; ++i) {
    const std::string line = random_line(random);
    const std::vector<std::string> expected = words_by_chunks(line);
    std::vector<std::string> found;
    KeyReader reader(line);
    for (Word word; reader.next(word);) {
      found.emplace_back(word.folded);
      ASSERT_EQ(word.hash, word_hash(word.folded)) << line;
    }
    ASSERT_EQ(found, expected) << line;
    Word last;
    ASSERT_EQ(KeyReader(line).look_at_last(last), !expected.empty()) << line;
    ASSERT_EQ(last.hash, expected.empty() ? 0 : word_hash(expected.back())) << line;
    if (found.empty()) continue;
    ASSERT_EQ(last.number, expected.back()[0] >= '0' && expected.back()[0] <= '9') << line;
    KeyReader again(line);  // having looked at its last word, it reads the first
    Word first;
    ASSERT_TRUE(again.look_at_last(last) && again.next(first)) << line;
    ASSERT_EQ(first.folded, found.front()) << line;
  }
}

TEST(Key, SkippingKeepsCount) {
  WordBeginnings wanted;
  wanted.add("more");
  const auto is_more = [](std::uint32_t hash, bool) { return hash == word_hash("more"); };
  testing::Random random(4);
  for (int i = 0; i < 5000; ++i) {
    const std::string line = random_line(random);
    const std::vector<std::string> expected = words_by_chunks(line);
    KeyReader reader(line);
    Word word;
    for (std::size_t at = 0; reader.next(word); ++at) {
      ASSERT_EQ(word.folded, expected[at]) << line;
      const auto skipped = static_cast<std::size_t>(reader.skip_others(wanted, 5, is_more));
      ASSERT_LE(skipped, 5U);
      for (std::size_t n = 0; n < skipped; ++n) ASSERT_NE(expected[++at], "more") << line;
    }
  }
}

TEST(Key, SameKeyIsSameHash) {
  EXPECT_TRUE(same_key("Read More!", "• read more"));
  EXPECT_FALSE(same_key("read more", "read more now"));
  EXPECT_FALSE(same_key("read more", "read less"));
  EXPECT_FALSE(same_key(" — ", "•"));
}

TEST(KeyHash, EqualForEqualKeysOnly) {
  EXPECT_EQ(key_hash("Read More!"), key_hash("• read more"));
  EXPECT_NE(key_hash("read more"), key_hash("readmore"));
  EXPECT_EQ(key_hash(" — "), 0U);
}

}  // namespace
}  // namespace newswash
