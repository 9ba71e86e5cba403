// Names of output files: one an article, never the input, never twice.
#include "cli/output.h"

#include <gtest/gtest.h>

#include "scratch_folder.h"

namespace newswash {
namespace {

std::string name(OutputNames& names, const Source& source, std::uint64_t record = 1) {
  const auto path = names.path_for(source, record);
  return path ? *path : "error";
}

TEST(OutputNames, BelowTheFolderWithTheFormatsEnding) {
  OutputNames names("out", ".json");
  EXPECT_EQ(name(names, {"in/a.txt", "a.txt"}), "out/a.json");
  EXPECT_EQ(name(names, {"in/sub/a.txt", "sub/a.txt"}), "out/sub/a.json");
  EXPECT_EQ(name(names, {"in/two.txt", "two.txt"}, 2), "out/two-2.json");
  EXPECT_EQ(name(names, {"-", "stdin"}), "out/stdin.json");
}

TEST(OutputNames, NeverTheSameTwice) {
  OutputNames names("out", ".txt");
  EXPECT_EQ(name(names, {"x/a.txt", "a.txt"}), "out/a.txt");
  EXPECT_EQ(name(names, {"y/a.txt", "a.txt"}), "error");
  EXPECT_EQ(name(names, {"z/a.html", "a.html"}), "error");
}

TEST(OutputNames, NeverTheInputItself) {
  const testing::ScratchFolder folder;
  const std::string path = folder.write("a.txt", "x");
  OutputNames names(folder.path(""), ".txt");
  const auto result = names.path_for({path, "a.txt"}, 1);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::bad_value);
}

}  // namespace
}  // namespace newswash
