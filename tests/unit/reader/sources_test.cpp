// Walking files and folders: order, filters, lists of names, what can't be had.
#include <gtest/gtest.h>
#include <newswash/source.h>

#include "scratch_folder.h"

namespace newswash {
namespace {

using Names = std::vector<std::string>;

Names walk(SourceOptions options) {
  SourceWalker walker(std::move(options));
  Names found;
  while (const auto source = walker.next())
    found.push_back(*source ? (*source)->relative : "error: " + source->error().message);
  return found;
}

class Sources : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* name :
         {"b.txt", "a.txt", "Z.txt", "sub/c.txt", "sub/deep/d.md", ".hidden", ".git/x.txt"})
      folder_.write(name, "x");
  }
  testing::ScratchFolder folder_;
};

TEST_F(Sources, FoldersInTheOrderOfTheirNames) {
  EXPECT_EQ(walk({.inputs = {folder_.path("")}}),
            (Names{"Z.txt", "a.txt", "b.txt", "sub/c.txt", "sub/deep/d.md"}));
}

TEST_F(Sources, Globs) {
  EXPECT_EQ(walk({.inputs = {folder_.path("")}, .include = {"*.md"}}), (Names{"sub/deep/d.md"}));
  EXPECT_EQ(walk({.inputs = {folder_.path("")}, .include = {"sub/*.txt"}}), (Names{"sub/c.txt"}));
  EXPECT_EQ(walk({.inputs = {folder_.path("")}, .exclude = {"sub"}}), (Names{"Z.txt", "a.txt", "b.txt"}));
  EXPECT_EQ(walk({.inputs = {folder_.path("")}, .include = {"*.txt"}, .exclude = {"[ab].txt", "sub/c.txt"}}),
            (Names{"Z.txt"}));
}

TEST_F(Sources, FilesNamedThemselvesAreNotFiltered) {
  EXPECT_EQ(walk({.inputs = {folder_.path("a.txt"), folder_.path(".hidden"), "-"}, .include = {"*.md"}}),
            (Names{"a.txt", ".hidden", "stdin"}));
}

TEST_F(Sources, TheWalkGoesOnAfterWhatIsMissing) {
  const Names found = walk({.inputs = {folder_.path("nothing"), folder_.path("a.txt")}});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].starts_with("error: ")) << found[0];
  EXPECT_EQ(found[1], "a.txt");
}

TEST_F(Sources, NamesFromAFile) {
  const std::string names = folder_.path("b.txt") + '\0' + folder_.path("a.txt") + '\0';
  EXPECT_EQ(walk({.files0_from = folder_.write("names", names)}), (Names{"b.txt", "a.txt"}));
  EXPECT_TRUE(walk({.files0_from = folder_.write("none", "")}).empty());
  const Names missing = walk({.files0_from = folder_.path("nothing")});
  ASSERT_EQ(missing.size(), 1U);
  EXPECT_TRUE(missing[0].starts_with("error: "));
}

TEST(Source, Name) {
  EXPECT_EQ((Source{"-", "stdin"}.name()), "<stdin>");
  EXPECT_EQ((Source{"a", "a"}.name()), "a");
}

}  // namespace
}  // namespace newswash
