// Whether a run passes: levels, limits, rates, baselines, suppressions.
#include "quality/gate.h"

#include <gtest/gtest.h>

#include "scratch_folder.h"

namespace newswash {
namespace {

using testing::ScratchFolder;

Finding finding(std::string rule, Level level, std::string text, std::string id = "a") {
  Finding made;
  made.rule = std::move(rule);
  made.level = level;
  made.text = std::move(text);
  made.id = std::move(id);
  return made;
}

std::vector<Finding> share(std::string text = "Share it") {
  return {finding("leftover.share", Level::error, std::move(text))};
}

TEST(Gate, PassesARunWithoutFindings) {
  Gate gate({});
  std::vector<Finding> none;
  gate.record(none);
  EXPECT_TRUE(gate.failures().empty());
  EXPECT_EQ(gate.counts().records, 1U);
}

TEST(Gate, FailsOnTheLevelAskedForAndAbove) {
  for (const auto& [fail_on, fails] :
       {std::pair{Level::error, false}, {Level::warning, true}, {Level::note, true}}) {
    Gate gate({.fail_on = fail_on});
    std::vector<Finding> findings = {finding("profile.x", Level::warning, "")};
    gate.record(findings);
    EXPECT_EQ(!gate.failures().empty(), fails) << name_of(fail_on);
  }
}

TEST(Gate, LetsSoManyFindingsPass) {
  Gate gate({.max_findings = 2});
  for (int i = 0; i < 3; ++i) {
    EXPECT_TRUE(gate.failures().empty());
    auto findings = share();
    gate.record(findings);
  }
  EXPECT_EQ(gate.failures(), std::vector<std::string>{"3 findings of level error or above, 2 are let pass"});
}

TEST(Gate, CountsARateByRecordsNotByFindings) {
  Gate gate({.max_rate = {{"leftover", 0.5}}});
  std::vector<Finding> two = {share()[0], finding("leftover.follow", Level::error, "Follow us")};
  std::vector<Finding> none;
  gate.record(two);
  gate.record(none);
  EXPECT_TRUE(gate.failures().empty()) << "one record of two";
  auto more = share();
  gate.record(more);
  EXPECT_EQ(gate.failures(),
            std::vector<std::string>{"leftover in 66.67% of the records, 50.00% are let pass"});
}

TEST(Gate, CountsEachFindingOfABaselineOnce) {
  Baseline baseline;
  baseline.add(share()[0]);
  Gate gate({.baseline = baseline});
  auto first = share();
  gate.record(first);
  EXPECT_TRUE(first.empty());
  auto second = share();
  gate.record(second);
  EXPECT_EQ(second.size(), 1U) << "the baseline has it once";
  EXPECT_EQ(gate.counts().known, 1U);
  EXPECT_EQ(gate.failures().size(), 1U);
}

TEST(Gate, SaysWhatOfTheBaselineIsGone) {
  Baseline baseline;
  baseline.add(share()[0]);
  Gate gate({.baseline = baseline});
  std::vector<Finding> none;
  gate.record(none);
  EXPECT_EQ(gate.remarks(),
            std::vector<std::string>{
                "1 finding of the baseline was not found any more; --write-baseline prunes them"});
}

TEST(Baseline, ComesBackAsItWasWritten) {
  const ScratchFolder folder;
  Baseline baseline;
  baseline.add(share("Share \"it\"\n")[0]);
  baseline.add(share("Share \"it\"\n")[0]);
  baseline.add(finding("article.stub", Level::warning, "", "record 7"));
  const std::string path = folder.write("known.json", baseline.write());
  auto read = Baseline::read(path);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->write(), baseline.write());
  EXPECT_EQ(read->left(), 3U);
  EXPECT_TRUE(read->take(finding("article.stub", Level::warning, "", "record 7"))) << "known by its record";
}

TEST(Baseline, RefusesWhatIsNone) {
  const ScratchFolder folder;
  for (const std::string_view text : {"", "{}", "[1]", R"({"version":2,"findings":[]})",
                                      R"({"version":1,"findings":[{"rule":"leftover.share","text":"x"}]})"}) {
    const auto read = Baseline::read(folder.write("bad.json", text));
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().position.file, folder.path("bad.json"));
  }
}

Result<Suppressions> suppressions(const ScratchFolder& folder, std::string_view toml) {
  return Suppressions::read(folder.write("s.toml", toml));
}

TEST(Suppressions, CoverARuleOrFamilyWithTheTextOrRecord) {
  const ScratchFolder folder;
  auto read =
      suppressions(folder,
                   "[[suppress]]\nrule = \"leftover\"\ntext = \"Share it\"\nreason = \"about sharing\"\n"
                   "[[suppress]]\nrule = \"article.stub\"\nrecord = \"a\"\nreason = \"short by nature\"\n");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_TRUE(read->cover(share()[0]));
  EXPECT_FALSE(read->cover(share("Share this")[0])) << "another text";
  EXPECT_FALSE(read->cover(finding("article.stub", Level::warning, "", "b"))) << "another record";
  EXPECT_EQ(read->unused(), std::vector<std::string>{"line 5: article.stub 'a' suppresses nothing any more"});
}

TEST(Suppressions, NeedARuleAReasonAndWhatTheyAreFor) {
  const ScratchFolder folder;
  const std::vector<std::pair<std::string_view, std::string_view>> wrong = {
      {"[[suppress]]\nrule = \"leftover\"\ntext = \"x\"\n", "a suppression needs a reason"},
      {"[[suppress]]\nrule = \"lefover\"\ntext = \"x\"\nreason = \"r\"\n",
       "there is no rule 'lefover' to suppress"},
      {"[[suppress]]\nrule = \"leftover\"\nreason = \"r\"\n",
       "a suppression needs a text or a record; to switch a rule off, set its level"},
      {"[[suppress]]\nrul = \"leftover\"\n",
       "'rul' is not known; a suppression has rule, text, record, reason"},
      {"rule = \"leftover\"\n", "'rule' is not known here; a suppression begins with [[suppress]]"},
  };
  for (const auto& [toml, message] : wrong) {
    const auto read = suppressions(folder, toml);
    ASSERT_FALSE(read) << toml;
    EXPECT_EQ(read.error().message, message);
    EXPECT_GT(read.error().position.line, 0U);
  }
}

TEST(Levels, TheLongestSettingWins) {
  Levels levels;
  EXPECT_EQ(levels.of("leftover.share"), Level::error);
  EXPECT_TRUE(levels.set("leftover.share", Level::off));
  EXPECT_TRUE(levels.set("leftover", Level::note));
  EXPECT_EQ(levels.of("leftover.share"), Level::off);
  EXPECT_EQ(levels.of("leftover.follow"), Level::note);
  EXPECT_TRUE(levels.set("duplicate", Level::off)) << "a family that is no rule itself";
  EXPECT_FALSE(levels.set("leftovers", Level::off));
}

}  // namespace
}  // namespace newswash
