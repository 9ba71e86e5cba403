// How errors read: place, message, line and caret.
#include <gtest/gtest.h>
#include <newswash/result.h>

namespace newswash {
namespace {

TEST(Error, PlaceAsFarAsItIsKnown) {
  EXPECT_EQ(describe({ErrorCode::not_found, {"a.txt", 0, 0, 0}, "no such file", {}}), "a.txt: no such file");
  EXPECT_EQ(describe({ErrorCode::bad_record, {"a", 7, 0, 0}, "bad", {}}), "a:7: bad");
  EXPECT_EQ(describe({ErrorCode::bad_record, {"a", 7, 3, 0}, "bad", {}}), "a:7:3: bad");
  EXPECT_EQ(describe({ErrorCode::bad_value, {}, "bad", {}}), "bad");
}

TEST(Error, CaretStandsBelowItsCharacter) {
  EXPECT_EQ(describe({ErrorCode::bad_rule, {"r", 2, 3, 0}, "bad", "abcd"}), "r:2:3: bad\n  abcd\n    ^");
  EXPECT_EQ(describe({ErrorCode::bad_rule, {"r", 2, 3, 0}, "bad", "\tücd"}), "r:2:3: bad\n  \tücd\n  \t ^");
}

TEST(Result, HoldsOneOfTwo) {
  const Result<int> good(3);
  ASSERT_TRUE(good);
  EXPECT_EQ(*good, 3);
  const Result<int> bad(Error{ErrorCode::bad_value, {}, "why", {}});
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().message, "why");
}

}  // namespace
}  // namespace newswash
