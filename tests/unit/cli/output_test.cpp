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

TEST(OutputNames, NothingLeadsOutOfTheFolder) {
  OutputNames names("out", ".txt");
  EXPECT_EQ(name(names, {"x.zip", "../../etc/passwd"}), "out/__/__/etc/passwd.txt");
  EXPECT_EQ(name(names, {"x.zip", "/root/a\nb.html"}), "out/root/a_b.txt");
  EXPECT_EQ(name(names, {"x.zip", "./..//"}), "out/__.txt");
}

TEST(OutputNames, CompressedInputs) {
  OutputNames names("out", ".txt");
  EXPECT_EQ(name(names, {"in/a.html.gz", "a.html.gz"}), "out/a.txt");
  EXPECT_EQ(name(names, {"in/b.zst", "b.zst"}), "out/b.txt");
}

TEST(OutputNames, MadeFromIds) {
  OutputNames names("out", ".txt");
  const Source source{"in/news.jsonl", "sub/news.jsonl"};
  const auto by_id = [&](std::uint64_t record, std::string_view id) {
    const auto path = names.path_for(source, record, id);
    return path ? *path : "error";
  };
  EXPECT_EQ(by_id(1, "a-1"), "out/sub/news/a-1.txt");
  EXPECT_EQ(by_id(2, "A-1"), "out/sub/news/A-1-2.txt");  // one file where case is ignored
  EXPECT_EQ(by_id(3, ""), "out/sub/news/3.txt");
  EXPECT_EQ(by_id(4, "x-5"), "out/sub/news/x-5.txt");
  EXPECT_EQ(by_id(4, "x"), "out/sub/news/x.txt");
  EXPECT_EQ(by_id(5, "x"), "error");
  EXPECT_TRUE(by_id(6, "../../x").starts_with("out/sub/news/_.._x-"));
  const auto from_pipe = names.path_for({"-", "stdin"}, 1, "a");
  ASSERT_TRUE(from_pipe);
  EXPECT_EQ(*from_pipe, "out/a.txt");
}

TEST(OutputTarget, FileOrFolder) {
  using Kind = OutputTarget::Kind;
  const testing::ScratchFolder folder;
  folder.write("dir.txt/x", "x");
  folder.write("plain", "x");
  EXPECT_EQ(output_target("").kind, Kind::standard_output);
  EXPECT_EQ(output_target("-").kind, Kind::standard_output);
  EXPECT_EQ(output_target(folder.path("dir.txt")).kind, Kind::folder);
  EXPECT_EQ(output_target(folder.path("new.txt/")).kind, Kind::folder);
  EXPECT_EQ(output_target(folder.path("new")).kind, Kind::folder);
  EXPECT_EQ(output_target(folder.path("new.d")).kind, Kind::folder);
  EXPECT_EQ(output_target(folder.path("plain")).kind, Kind::file);
  EXPECT_EQ(output_target("/dev/null").kind, Kind::file);
  const OutputTarget packed = output_target(folder.path("r.jsonl.gz"));
  EXPECT_EQ(packed.kind, Kind::file);
  EXPECT_EQ(packed.format, ".jsonl");
  EXPECT_EQ(output_target(folder.path("r.zst")).kind, Kind::file);
  EXPECT_EQ(output_target(folder.path("r.zst")).format, "");
}

}  // namespace
}  // namespace newswash
