// Every example and counterexample of every pack in data/rules.
#include "reader/boilerplate/rule_examples.h"

#include <gtest/gtest.h>

#include <array>

#include "properties/files.h"
#include "reader/boilerplate/packs.h"

namespace newswash {
namespace {

TEST(RuleExamples, EveryExampleOfEveryPackHolds) {
  std::size_t packs = 0, rules = 0, examples = 0, counterexamples = 0;
  for (const auto& [name, text] : testing::project_files("data/rules")) {
    if (!name.ends_with(".toml")) continue;
    const auto file = parse_rule_file(text, name);
    ASSERT_TRUE(file) << describe(file.error());
    const ExampleReport report = run_examples(*file);
    for (const ExampleFailure& failure : report.failures)
      ADD_FAILURE() << name << ": " << failure.rule << (failure.should_match ? " misses " : " matches ")
                    << failure.line;
    ++packs;
    rules += file->rules.size();
    examples += report.examples;
    counterexamples += report.counterexamples;
  }
  EXPECT_GE(packs, 14U);
  EXPECT_GE(rules, 690U);
  EXPECT_GE(examples, 3700U);
  EXPECT_GE(counterexamples, 1700U);
}

/// Parity: wording of every category in every language. A repeated headline has no wording of its own.
TEST(RuleExamples, EveryLanguageHasEveryCategory) {
  std::size_t packs = 0;
  for (const auto& [name, text] : testing::project_files("data/rules")) {
    if (!name.ends_with(".toml") || name.ends_with("und.toml")) continue;
    const auto file = parse_rule_file(text, name);
    ASSERT_TRUE(file) << describe(file.error());
    std::array<bool, kCategoryCount> there{};
    for (const Rule& rule : file->rules) there[static_cast<std::size_t>(rule.category)] = true;
    there[static_cast<std::size_t>(Category::headline_repeat)] = true;
    for (std::size_t i = 0; i < kCategoryCount; ++i)
      EXPECT_TRUE(there[i]) << name << " has no rule for " << name_of(static_cast<Category>(i));
    ++packs;
  }
  EXPECT_EQ(packs, 13U);
}

TEST(RuleExamples, FailuresAreFound) {
  const auto file = parse_rule_file(R"(language = "en"
[[rule]]
id = "x"
category = "share"
match = ["share it"]
sentences = false
examples = ["Share it", "Share that", "Share it."]
counterexamples = ["Share IT", "Other"]
)",
                                    "x.toml");
  ASSERT_TRUE(file);
  const ExampleReport report = run_examples(*file);
  EXPECT_EQ(report.examples, 3U);
  EXPECT_EQ(report.counterexamples, 2U);
  ASSERT_EQ(report.failures.size(), 3U);
  EXPECT_EQ(report.failures[0].line, "Share that");
  EXPECT_EQ(report.failures[1].line, "Share it.");
  EXPECT_FALSE(report.failures[2].should_match);
}

TEST(Packs, BuiltInOnesAreTheFiles) {
  std::size_t packs = 0;
  for (const PackSource& pack : built_in_packs()) {
    EXPECT_EQ(pack.toml, testing::read_project_file("data/rules/" + std::string(pack.name))) << pack.name;
    ++packs;
  }
  EXPECT_EQ(packs, 14U);
  EXPECT_FALSE(built_in_rules().rules.empty());
}

}  // namespace
}  // namespace newswash
