// Rule files: what is read, and that every fault has its line, column and caret.
#include "reader/boilerplate/rule_file.h"

#include <gtest/gtest.h>
#include <newswash/clean.h>

namespace newswash {
namespace {

constexpr std::string_view kGood = R"(language = "en"
[words]
thing = ["news", "mailing list"]
[[rule]]
id = "test.one"
category = "newsletter"
where = ["head", "tail"]
takes = "run"
takes-as = "related"
sentences = false
match = ["our {thing}", "sign up"]
examples = ["Our news"]
counterexamples = ["Our house"]
)";

TEST(RuleFile, ReadsEveryKey) {
  const auto file = parse_rule_file(kGood, "good.toml");
  ASSERT_TRUE(file) << describe(file.error());
  ASSERT_EQ(file->rules.size(), 1U);
  const Rule& rule = file->rules[0];
  EXPECT_EQ(rule.id, "en.test.one");
  EXPECT_EQ(rule.pack, "en");
  EXPECT_EQ(rule.category, Category::newsletter);
  EXPECT_EQ(rule.taken_category, Category::related);
  EXPECT_EQ(rule.where, kHead | kTail);
  EXPECT_EQ(rule.takes, Takes::run);
  EXPECT_FALSE(rule.sentences);
  ASSERT_EQ(rule.match.size(), 2U);
  EXPECT_EQ(rule.match[1].line, 11U);
  EXPECT_EQ(rule.examples.size(), 1U);
  EXPECT_EQ(rule.counterexamples.size(), 1U);
  EXPECT_EQ(file->templates.size(), 2U);
}

struct Fault {
  std::string_view from, to;
  std::uint64_t line;
  std::string_view says;
};

TEST(RuleFile, FaultsHaveLineColumnAndExcerpt) {
  const std::vector<Fault> faults = {
      {"language = \"en\"\n", "", 1, "'language' is missing"},
      {"language = \"en\"", "language = en", 1, ""},
      {"[words]", "[wrods]", 2, "no key 'wrods'"},
      {"category = \"newsletter\"", "category = \"news-letter\"", 6, "no category 'news-letter'"},
      {"category =", "kategory =", 6, "no key 'kategory'"},
      {"\"tail\"]", "\"foot\"]", 7, "not 'foot'"},
      {"\"run\"", "\"runs\"", 8, "not 'runs'"},
      {"{thing}", "{thong}", 11, "no 'thong'"},
      {"sign up", "sign (up", 11, "not closed"},
      {"sign up", "Zou or [jegk]", 11, "'zou' and 'jegk' have one hash"},
      {"\"mailing list\"", "\"uhib jjoj\"", 11, "'uhib' and 'jjoj' have one hash"},
      {"sign up", "<0-2> lgruve", 11, "'lgruve' has a hash (fffffff7)"},
      {"match = [\"our {thing}\", \"sign up\"]", "match = 3", 11, "'match' must be"},
      {"examples = [\"Our news\"]\n", "", 4, "needs examples"},
  };
  for (const Fault& fault : faults) {
    std::string text(kGood);
    const std::size_t at = text.find(fault.from);
    ASSERT_NE(at, std::string::npos) << fault.from;
    text.replace(at, fault.from.size(), fault.to);
    const auto file = parse_rule_file(text, "bad.toml");
    ASSERT_FALSE(file) << fault.to;
    const Error& error = file.error();
    EXPECT_EQ(error.code, ErrorCode::bad_rule);
    EXPECT_EQ(error.position.file, "bad.toml");
    EXPECT_EQ(error.position.line, fault.line) << error.message;
    EXPECT_GT(error.position.column, 0U) << error.message;
    EXPECT_NE(error.message.find(fault.says), std::string::npos) << error.message;
    EXPECT_NE(describe(error).find('^'), std::string::npos) << describe(error);
  }
}

TEST(RuleFile, CaretPointsAtTheTemplatesFault) {
  std::string text(kGood);
  text.replace(text.find("sign up"), 7, "sign (up");
  const auto file = parse_rule_file(text, "bad.toml");
  ASSERT_FALSE(file);
  const std::string& excerpt = file.error().excerpt;
  ASSERT_LE(file.error().position.column, excerpt.size());
  EXPECT_EQ(excerpt[file.error().position.column - 1], '(') << describe(file.error());
}

TEST(RuleFile, SameNameTwice) {
  const std::string text = std::string(kGood) + std::string(kGood.substr(kGood.find("[[rule]]")));
  const auto file = parse_rule_file(text, "twice.toml");
  ASSERT_FALSE(file);
  EXPECT_NE(file.error().message.find("already"), std::string::npos);
  EXPECT_GT(file.error().position.line, 12U);
}

TEST(LoadRules, ExamplesMustHold) {
  EXPECT_TRUE(load_rules(kGood, "good.toml"));
  std::string text(kGood);
  text.replace(text.find("Our news"), 8, "Our nose");
  const auto missed = load_rules(text, "bad.toml");
  ASSERT_FALSE(missed);
  EXPECT_NE(missed.error().message.find("Our nose"), std::string::npos);
  EXPECT_EQ(missed.error().position.line, 11U);
  text = kGood;
  text.replace(text.find("Our house"), 9, "• Sign up");
  EXPECT_FALSE(load_rules(text, "bad.toml"));
}

}  // namespace
}  // namespace newswash
