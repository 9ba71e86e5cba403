// Names from ids: safe, short, told apart.
#include "writer/file_name.h"

#include <gtest/gtest.h>

#include <set>

#include "text/utf8.h"

namespace newswash {
namespace {

TEST(FileName, WhatIsSafeStays) {
  for (const std::string_view id : {"a", "55b0872eb473370c", "2024-05-01_x.y", "Größe", "新聞", "a b"})
    EXPECT_EQ(safe_file_name(id), id);
}

TEST(FileName, WhatIsNotIsChangedAndHashed) {
  EXPECT_TRUE(safe_file_name("https://a.example/b?c=1").starts_with("https___a.example_b_c=1-"));
  EXPECT_TRUE(safe_file_name("..").starts_with("id-"));
  EXPECT_TRUE(safe_file_name("").starts_with("id-"));
  EXPECT_TRUE(safe_file_name("-rf").starts_with("rf-"));
  EXPECT_TRUE(safe_file_name(".hidden").starts_with("hidden-"));
  EXPECT_TRUE(safe_file_name(std::string_view("a\0b", 3)).starts_with("a_b-"));
  EXPECT_TRUE(safe_file_name("bad \xFF byte").starts_with("bad-"));
  EXPECT_NE(safe_file_name("a/b"), safe_file_name("a_b"));
  EXPECT_NE(safe_file_name("a/b"), safe_file_name("a:b"));
  EXPECT_EQ(safe_file_name("a/b"), safe_file_name("a/b"));
}

TEST(FileName, LongOnesAreCutBetweenCharacters) {
  std::string id;
  while (id.size() < 1000) id += "ü";
  const std::string name = safe_file_name(id);
  EXPECT_LE(name.size(), 200U);
  EXPECT_GT(name.size(), 190U);
  EXPECT_EQ(valid_utf8_prefix(name), name.size());
  EXPECT_NE(name, safe_file_name(id + "x"));
}

TEST(FileName, EveryByteAndPairOfBytes) {
  std::set<std::string> names;
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string id = {static_cast<char>(first), static_cast<char>(second)};
      const std::string name = safe_file_name(id);
      ASSERT_FALSE(name.empty());
      ASSERT_NE(name.front(), '.');
      ASSERT_NE(name.front(), '-');
      ASSERT_EQ(name.find_first_of(std::string_view("/\\\0\n", 4)), std::string::npos);
      names.insert(name);
    }
  }
  EXPECT_EQ(names.size(), 65536U);
}

TEST(FileName, RelativePaths) {
  EXPECT_EQ(safe_relative_path("a/b.txt"), "a/b.txt");
  EXPECT_EQ(safe_relative_path("/a//./b"), "a/b");
  EXPECT_EQ(safe_relative_path("../a/../../b"), "__/a/__/__/b");
  EXPECT_EQ(safe_relative_path(""), "_");
  EXPECT_EQ(safe_relative_path("a\tb"), "a_b");
  EXPECT_EQ(safe_relative_path(std::string(300, 'x')).size(), 200U);
}

TEST(FileName, ASetOfMany) {
  NameSet names;
  for (int i = 0; i < 100000; ++i) ASSERT_TRUE(names.insert(std::to_string(i)));
  for (int i = 0; i < 100000; ++i) ASSERT_FALSE(names.insert(std::to_string(i)));
  EXPECT_TRUE(names.insert(""));
  EXPECT_FALSE(names.insert(""));
}

TEST(FileName, CaseFolding) {
  EXPECT_EQ(case_folded("A-b_É.TXT"), case_folded("a-B_é.txt"));
  EXPECT_NE(case_folded("a_b"), case_folded("a-b"));
  EXPECT_NE(case_folded("a\xFF"), case_folded("b\xFF"));
}

}  // namespace
}  // namespace newswash
