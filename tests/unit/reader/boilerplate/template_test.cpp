// The template language: what parses, and where a fault is.
#include "reader/boilerplate/template.h"

#include <gtest/gtest.h>

namespace newswash {
namespace {

TEST(Template, EveryConstructParses) {
  const NamedWords names = {{"letter", {"newsletter", "mailing list"}}};
  for (const std::string_view good :
       {"sign up", "(a|b c)", "[a|b] c", "{letter}", "<2-5> x", "<3>", "# shares", "photo: <1-3>",
        "read more ...", "... jpg", "((a|b) [c])", "{letter}: x"}) {
    EXPECT_TRUE(parse_template(good, names)) << good;
  }
}

TEST(Template, FaultsHaveAColumn) {
  const NamedWords names;
  const auto column = [&](std::string_view text) {
    const auto parsed = parse_template(text, names);
    return parsed ? std::uint64_t{0} : parsed.error().position.column;
  };
  EXPECT_EQ(column("a (b|c"), 3U);
  EXPECT_EQ(column("a [b"), 3U);
  EXPECT_EQ(column("a) b"), 2U);
  EXPECT_EQ(column("ab {nobody}"), 4U);
  EXPECT_EQ(column("ab {nobody"), 4U);
  EXPECT_EQ(column("x <0>"), 3U);
  EXPECT_EQ(column("x <5-2>"), 3U);
  EXPECT_EQ(column("x <1-4000>"), 3U);
  EXPECT_EQ(column("x <a>"), 3U);
  EXPECT_EQ(column("x }"), 3U);
  EXPECT_NE(column(""), 0U);
}

}  // namespace
}  // namespace newswash
