// The nearest known name.
#include "cli/nearest.h"

#include <gtest/gtest.h>

namespace newswash {
namespace {

TEST(Nearest, OneThatIsNear) {
  const std::vector<std::string> known = {"--audit", "--only", "--out", "--quotes"};
  EXPECT_EQ(nearest("--adit", known), "--audit");
  EXPECT_EQ(nearest("--qoutes", known), "--quotes");
  EXPECT_EQ(nearest("--ouput", known), "--out");
  EXPECT_EQ(nearest("--audit", known), "--audit");
}

TEST(Nearest, NoneThatIsFar) {
  EXPECT_EQ(nearest("--something", {"--audit", "--only"}), "");
  EXPECT_EQ(nearest("x", {}), "");
  EXPECT_EQ(nearest("", {"--audit"}), "");
}

}  // namespace
}  // namespace newswash
