// Shards and trees: whole files, the same ones whether a run was stopped or not.
#include "writer/shard_writer.h"

#include <gtest/gtest.h>

#include <map>

#include "scratch_folder.h"
#include "writer/folder_writer.h"

namespace newswash {
namespace {

namespace fs = std::filesystem;

/// All files of a folder but the manifest, with what they hold.
std::map<std::string, std::string> files_of(const testing::ScratchFolder& folder, const std::string& name) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder.path(name))) {
    const std::string file = fs::relative(entry.path(), folder.path(name)).string();
    if (entry.is_regular_file() && file != ".newswash.json") files[file] = folder.read(name + "/" + file);
  }
  return files;
}

ShardOptions options_for(const testing::ScratchFolder& folder, const std::string& name, bool resume) {
  return {.folder = folder.path(name),
          .shard_bytes = 100,
          .options = "clean --to jsonl",
          .inputs = {"in.jsonl"},
          .resume = resume};
}

std::string line_of(std::uint64_t record) {
  if (record % 5 == 0) return {};  // rejected
  return "{\"record\":" + std::to_string(record) + ",\"x\":\"" + std::string(record % 37, 'x') + "\"}\n";
}

/// Writes the records from where the run begins up to `last`, and ends the run if that is all.
std::optional<Error> run(ShardOptions options, std::uint64_t last, std::uint64_t all) {
  ShardWriter shards;
  if (auto failed = shards.open(std::move(options))) return failed;
  for (std::uint64_t record = shards.start().records + 1; record <= last; ++record) {
    if (auto failed = shards.write(line_of(record), {0, record, "in.jsonl"})) return failed;
  }
  if (last < all) return std::nullopt;  // killed
  return shards.finish();
}

TEST(ShardWriter, ShardsHoldWholeLinesInOrder) {
  const testing::ScratchFolder folder;
  ASSERT_FALSE(run(options_for(folder, "out", false), 100, 100));
  std::string all, expected;
  for (const auto& [name, bytes] : files_of(folder, "out")) {
    EXPECT_LE(bytes.size(), 100U) << name;
    EXPECT_TRUE(bytes.ends_with("}\n"));
    all += bytes;
  }
  for (std::uint64_t record = 1; record <= 100; ++record) expected += line_of(record);
  EXPECT_EQ(all, expected);
  EXPECT_TRUE(fs::exists(folder.path("out/part-00000.jsonl")));
}

TEST(ShardWriter, StoppedAnywhereAndContinuedTheSameFiles) {
  const testing::ScratchFolder folder;
  for (const std::string_view ending : {".jsonl", ".jsonl.gz"}) {
    const auto with_ending = [&](const std::string& name, bool resume) {
      ShardOptions options = options_for(folder, name + std::string(ending), resume);
      options.ending = ending;
      return options;
    };
    ASSERT_FALSE(run(with_ending("whole", false), 60, 60));
    for (std::uint64_t stop = 0; stop < 60; stop += 7) {
      const std::string name = "stopped" + std::to_string(stop);
      ASSERT_FALSE(run(with_ending(name, false), stop, 60));
      ASSERT_FALSE(run(with_ending(name, true), std::min<std::uint64_t>(stop + 9, 59), 60));
      ASSERT_FALSE(run(with_ending(name, true), 60, 60));
      EXPECT_EQ(files_of(folder, name + std::string(ending)),
                files_of(folder, "whole" + std::string(ending)));
      ASSERT_FALSE(run(with_ending(name, true), 60, 60));  // nothing is left to do
      EXPECT_EQ(files_of(folder, name + std::string(ending)),
                files_of(folder, "whole" + std::string(ending)));
    }
  }
}

TEST(ShardWriter, RefusesWhatItCannotVouchFor) {
  const testing::ScratchFolder folder;
  ASSERT_FALSE(run(options_for(folder, "out", false), 60, 100));
  const auto again = run(options_for(folder, "out", false), 100, 100);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->code, ErrorCode::bad_value);
  EXPECT_NE(again->message.find("--resume"), std::string::npos);
  ShardOptions other = options_for(folder, "out", true);
  other.options = "clean --to jsonl --audit";
  const auto refused = run(other, 100, 100);
  ASSERT_TRUE(refused);
  EXPECT_NE(refused->message.find("--audit"), std::string::npos);
  other = options_for(folder, "out", true);
  other.inputs = {"other.jsonl"};
  EXPECT_TRUE(run(other, 100, 100));
  folder.write("out/part-00000.jsonl", "changed");
  EXPECT_TRUE(run(options_for(folder, "out", true), 100, 100));
  fs::remove(folder.path("out/part-00000.jsonl"));
  EXPECT_TRUE(run(options_for(folder, "out", true), 100, 100));
  folder.write("out/.newswash.json", "{}");
  EXPECT_TRUE(run(options_for(folder, "out", true), 100, 100));
}

TEST(ShardWriter, NoResultsNoShards) {
  const testing::ScratchFolder folder;
  ASSERT_FALSE(run(options_for(folder, "out", false), 0, 0));
  EXPECT_TRUE(files_of(folder, "out").empty());
}

TEST(FolderWriter, TheFirstFileOfASourceComesLast) {
  const testing::ScratchFolder folder;
  const FolderOptions options{folder.path("out"), "clean", {"in"}, false};
  FolderWriter writer;
  ASSERT_FALSE(writer.open(options));
  ASSERT_FALSE(writer.write(folder.path("out/a.txt"), 1, "one"));
  ASSERT_FALSE(writer.write(folder.path("out/a-2.txt"), 2, "two"));
  EXPECT_FALSE(fs::exists(folder.path("out/a.txt")));
  EXPECT_EQ(folder.read("out/a-2.txt"), "two");
  ASSERT_FALSE(writer.end_source());
  EXPECT_EQ(folder.read("out/a.txt"), "one");
  EXPECT_FALSE(writer.is_done(folder.path("out/a.txt")));  // a new run does all again
  ASSERT_FALSE(writer.write(folder.path("out/sub/b.txt"), 1, "b"));
  ASSERT_FALSE(writer.finish());
  EXPECT_EQ(files_of(folder, "out").size(), 3U);
}

TEST(FolderWriter, ContinuesItsOwnRunOnly) {
  const testing::ScratchFolder folder;
  FolderOptions options{folder.path("out"), "clean", {"in"}, true};
  ASSERT_FALSE(FolderWriter().open(options));  // nothing is there: a new run
  folder.write("out/a.txt", "one");
  folder.write("out/.b.txt.newswash-7-1", "ha");
  FolderWriter writer;
  ASSERT_FALSE(writer.open(options));
  EXPECT_TRUE(writer.is_done(folder.path("out/a.txt")));
  EXPECT_FALSE(writer.is_done(folder.path("out/b.txt")));
  ASSERT_FALSE(writer.write(folder.path("out/b.txt"), 1, "two"));
  ASSERT_FALSE(writer.finish());
  EXPECT_EQ(files_of(folder, "out"),
            (std::map<std::string, std::string>{{"a.txt", "one"}, {"b.txt", "two"}}));
  options.options = "clean --to json";
  EXPECT_TRUE(FolderWriter().open(options));
  folder.write("strange/x", "x");
  options.folder = folder.path("strange");
  EXPECT_TRUE(FolderWriter().open(options));
}

}  // namespace
}  // namespace newswash
