// Replacing a file: whole or not at all, mode and links kept, no needless writing.
#include "writer/replace_file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "scratch_folder.h"

namespace newswash {
namespace {

namespace fs = std::filesystem;

TEST(ReplaceFile, NewFileAndFoldersOnTheWay) {
  const testing::ScratchFolder folder;
  ASSERT_FALSE(replace_file(folder.path("a/b/c.txt"), "text"));
  EXPECT_EQ(folder.read("a/b/c.txt"), "text");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path("a/b")), {}), 1);  // nothing is left beside it
}

TEST(ReplaceFile, KeepsTheMode) {
  const testing::ScratchFolder folder;
  const std::string path = folder.write("a", "old");
  fs::permissions(path, fs::perms(0640));
  ASSERT_FALSE(replace_file(path, "new"));
  EXPECT_EQ(folder.read("a"), "new");
  EXPECT_EQ(fs::status(path).permissions(), fs::perms(0640));
}

TEST(ReplaceFile, KeepsTheOwner) {
  if (getuid() != 0) GTEST_SKIP() << "only root gives files away";
  const testing::ScratchFolder folder;
  const std::string path = folder.write("a", "old");
  ASSERT_EQ(chown(path.c_str(), 12, 34), 0);
  ASSERT_FALSE(replace_file(path, "new"));
  struct stat now {};
  ASSERT_EQ(stat(path.c_str(), &now), 0);
  EXPECT_EQ(now.st_uid, 12U);
  EXPECT_EQ(now.st_gid, 34U);
}

TEST(ReplaceFile, ALinkStaysALink) {
  const testing::ScratchFolder folder;
  folder.write("target", "old");
  fs::create_symlink("target", folder.path("link"));
  ASSERT_FALSE(replace_file(folder.path("link"), "new"));
  EXPECT_TRUE(fs::is_symlink(folder.path("link")));
  EXPECT_EQ(folder.read("target"), "new");
}

TEST(ReplaceFile, TheSameBytesAreNotWritten) {
  const testing::ScratchFolder folder;
  const std::string path = folder.write("a", "same");
  struct stat before {
  }, after{};
  ASSERT_EQ(stat(path.c_str(), &before), 0);
  ASSERT_FALSE(replace_file(path, "same"));
  ASSERT_EQ(stat(path.c_str(), &after), 0);
  EXPECT_EQ(before.st_ino, after.st_ino);
  ASSERT_FALSE(replace_file(path, "sane"));
  ASSERT_EQ(stat(path.c_str(), &after), 0);
  EXPECT_NE(before.st_ino, after.st_ino);
}

TEST(ReplaceFile, EmptyFiles) {
  const testing::ScratchFolder folder;
  ASSERT_FALSE(replace_file(folder.path("new"), ""));
  EXPECT_TRUE(fs::exists(folder.path("new")));
  const std::string path = folder.write("a", "old");
  ASSERT_FALSE(replace_file(path, ""));
  EXPECT_EQ(folder.read("a"), "");
}

TEST(ReplaceFile, FailuresSayWhereAndLeaveTheOldFile) {
  const testing::ScratchFolder folder;
  folder.write("file", "x");
  const auto failed = replace_file(folder.path("file/below"), "y");
  ASSERT_TRUE(failed);
  EXPECT_EQ(failed->code, ErrorCode::write_failed);
  EXPECT_FALSE(failed->position.file.empty());
  EXPECT_EQ(folder.read("file"), "x");
  fs::create_directory(folder.path("folder"));
  EXPECT_TRUE(replace_file(folder.path("folder"), "y"));
  EXPECT_TRUE(fs::is_directory(folder.path("folder")));
}

TEST(ReplacedFile, TakesItsPlaceWhenClosed) {
  const testing::ScratchFolder folder;
  const std::string path = folder.write("a", "old");
  ReplacedFile file;
  ASSERT_FALSE(file.open(path));
  ASSERT_FALSE(file.write(std::string(100000, 'n')));
  ASSERT_FALSE(file.write("ew"));
  ASSERT_FALSE(file.flush());
  EXPECT_EQ(folder.read("a"), "old");
  ASSERT_FALSE(file.close());
  EXPECT_EQ(folder.read("a"), std::string(100000, 'n') + "ew");
  ASSERT_FALSE(file.open(path));  // again, and given up
  ASSERT_FALSE(file.write("newer"));
  file.discard();
  EXPECT_EQ(folder.read("a").size(), 100002U);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path("")), {}), 1);
}

TEST(ReplacedFile, VeryLongNames) {
  const testing::ScratchFolder folder;
  std::string name;
  while (name.size() < 250) name += "é";
  ASSERT_FALSE(replace_file(folder.path(name), "x"));
  EXPECT_EQ(folder.read(name), "x");
}

TEST(ReplacedFile, LeftoversOfAKilledRunGoAndALiveRunsFilesStay) {
  const testing::ScratchFolder folder;
  folder.write(".a.txt.newswash-1-0", "half");
  folder.write(".mine", "x");
  folder.write("b.newswash-1-0", "x");
  ReplacedFile live;
  ASSERT_FALSE(live.open(folder.path("c")));
  EXPECT_EQ(remove_leftovers(folder.path("")), 1U);
  EXPECT_FALSE(fs::exists(folder.path(".a.txt.newswash-1-0")));
  EXPECT_TRUE(fs::exists(folder.path(".mine")));
  EXPECT_TRUE(fs::exists(folder.path("b.newswash-1-0")));
  ASSERT_FALSE(live.write("whole"));
  ASSERT_FALSE(live.close());
  EXPECT_EQ(folder.read("c"), "whole");
  EXPECT_EQ(remove_leftovers(folder.path("none")), 0U);
}

TEST(ReplacedFile, AnInterruptedStreamLeavesNothing) {
  const testing::ScratchFolder folder;
  const int probe = open(folder.path("").c_str(), O_TMPFILE | O_WRONLY, 0600);
  if (probe < 0) GTEST_SKIP() << "this file system has no files without a name";
  close(probe);
  folder.write("a", "old");
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    ReplacedFile file;
    if (!file.open(folder.path("a")) && !file.write(std::string(1000000, 'x'))) kill(getpid(), SIGINT);
    _exit(1);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(folder.read("a"), "old");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path("")), {}), 1);
}

constexpr std::size_t kKilledSize = 2000000;

/// Writes files of several buffers' length until it is killed.
[[noreturn]] void write_for_ever(const std::string& folder) {
  for (int number = 0;; number = (number + 1) % 5) {
    const std::string text(kKilledSize, static_cast<char>('a' + number));
    if (replace_file(folder + std::to_string(number) + "/whole.txt", text)) _exit(1);
    if (replace_file(folder + "same.txt", text)) _exit(1);
  }
}

TEST(ReplacedFile, KilledAtAnyMomentOnlyWholeFilesStand) {
  const testing::ScratchFolder folder;
  std::size_t left = 0;
  for (int round = 0; round < 25; ++round) {
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) write_for_ever(folder.path(""));
    usleep(3000 + 777 * static_cast<unsigned>(round % 7));
    kill(child, SIGKILL);
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status));
    for (const auto& entry : fs::recursive_directory_iterator(folder.path(""))) {
      if (!entry.is_regular_file() || entry.path().filename().string().starts_with('.')) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
      ASSERT_EQ(text, std::string(kKilledSize, text.empty() ? '?' : text[0])) << entry.path();
    }
    left += remove_leftovers(folder.path(""));
    for (int number = 0; number < 5; ++number) left += remove_leftovers(folder.path(std::to_string(number)));
  }
  for (const auto& entry : fs::recursive_directory_iterator(folder.path("")))
    EXPECT_FALSE(entry.path().filename().string().starts_with('.')) << entry.path();
  RecordProperty("leftovers", static_cast<int>(left));
}

}  // namespace
}  // namespace newswash
