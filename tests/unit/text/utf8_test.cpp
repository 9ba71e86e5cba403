// Where bytes stop being UTF-8: the boundaries of the Unicode Standard's table 3-7.
#include "text/utf8.h"

#include <gtest/gtest.h>

#include "text/code_points.h"

namespace newswash {
namespace {

bool valid(std::string_view bytes) {
  return valid_utf8_prefix(bytes) == bytes.size();
}

TEST(Utf8, BoundariesOfTheTable) {
  for (const std::string_view good :
       {"", "a", "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
        "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(valid(good)) << good;
  }
  for (const std::string_view bad :
       {"\x80", "\xBF", "\xC0\xAF", "\xC1\xBF", "\xC2", "\xC2\x41", "\xE0\x9F\xBF", "\xED\xA0\x80",
        "\xE2\x82", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xF0\x9F\x98"}) {
    EXPECT_FALSE(valid(bad)) << bad;
  }
}

TEST(Utf8, PrefixEndsBeforeTheFault) {
  EXPECT_EQ(valid_utf8_prefix("für \xFF"), 5U);
  EXPECT_EQ(valid_utf8_prefix(std::string_view("a\0b", 3)), 3U);
}

TEST(Utf8, EveryCodePointThereAndBack) {
  std::size_t seen = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c == 0xD800) c = 0xE000;
    std::string text;
    append_utf8(text, c);
    ASSERT_TRUE(valid(text)) << static_cast<std::uint32_t>(c);
    std::size_t at = 0;
    ASSERT_EQ(next_code_point(text, at), c);
    ASSERT_EQ(at, text.size());
    ASSERT_EQ(previous_code_point(text, at), c);
    ASSERT_EQ(at, 0U);
    ++seen;
  }
  EXPECT_EQ(seen, 0x110000U - 0x800U);
}

TEST(Utf8, MostlyUtf8NeedsSomeUtf8) {
  EXPECT_TRUE(is_mostly_utf8("für größere Straßen \x93"));
  EXPECT_FALSE(
      is_mostly_utf8("f\xFCr gr\xF6\xDF"
                     "ere"));
  EXPECT_FALSE(is_mostly_utf8("plain"));
}

TEST(Utf8, Windows1252) {
  EXPECT_EQ(windows_1252(0x41), U'A');
  EXPECT_EQ(windows_1252(0x80), U'€');
  EXPECT_EQ(windows_1252(0x93), U'“');
  EXPECT_EQ(windows_1252(0xE9), U'é');
  for (const int gap : {0x81, 0x8D, 0x8F, 0x90, 0x9D})
    EXPECT_EQ(windows_1252(static_cast<unsigned char>(gap)), char32_t{0xFFFD});
}

}  // namespace
}  // namespace newswash
