// Matching whole lines: each construct of the template language, and the fast automaton against a slow
// obvious matcher.
#include "reader/boilerplate/matcher.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "properties/generated_text.h"
#include "reader/boilerplate/automaton_builder.h"
#include "reader/boilerplate/layout.h"
#include "reader/boilerplate/packs.h"

namespace newswash {
namespace {

const NamedWords kNames = {{"letter", {"newsletter", "mailing list"}}};

TemplateNode parsed(std::string_view text) {
  auto tree = parse_template(text, kNames);
  EXPECT_TRUE(tree) << text;
  return tree ? *std::move(tree) : TemplateNode{};
}

bool matches(std::string_view wording, std::string_view line) {
  const AutomatonTables tables = build_automaton({{0, parsed(wording)}});
  Matcher matcher;
  return !matcher.match({tables.view(), RuleGroups::kAll}, line).empty();
}

TEST(Matcher, WholeLinesOnly) {
  EXPECT_TRUE(matches("sign up", "• SIGN UP!"));
  EXPECT_FALSE(matches("sign up", "sign up now"));
  EXPECT_FALSE(matches("sign up", "please sign up"));
  EXPECT_FALSE(matches("sign up", "sign"));
  EXPECT_FALSE(matches("sign up", ""));
}

TEST(Matcher, EveryConstruct) {
  EXPECT_TRUE(matches("(a|b c) d", "a d") && matches("(a|b c) d", "b c d"));
  EXPECT_FALSE(matches("(a|b c) d", "d"));
  EXPECT_TRUE(matches("[a|b] d", "d") && matches("[a|b] d", "b d"));
  EXPECT_TRUE(matches("our {letter}", "our mailing list"));
  EXPECT_TRUE(matches("x <2-3> y", "x 1 2 y") && matches("x <2-3> y", "x 1 2 3 y"));
  EXPECT_FALSE(matches("x <2-3> y", "x 1 y") || matches("x <2-3> y", "x 1 2 3 4 y"));
  EXPECT_TRUE(matches("# shares", "12 shares") && matches("# shares", "3k shares"));
  EXPECT_FALSE(matches("# shares", "many shares"));
  EXPECT_TRUE(matches("photo: <1-3>", "Photo: Jane Doe"));
  EXPECT_FALSE(matches("photo: <1-3>", "Photo Jane Doe"));
  EXPECT_TRUE(matches("read more ...", "read more about everything") &&
              matches("read more ...", "read more"));
  EXPECT_TRUE(matches("... jpg", "any name jpg"));
}

struct KnownWord {
  std::string folded;
  bool number = false;
  bool colon_after = false;
};

/// The slow obvious matcher: every end that a tree may reach from a position.
std::vector<std::size_t> ends(const TemplateNode& node, const std::vector<KnownWord>& words, std::size_t at) {
  using Kind = TemplateNode::Kind;
  std::vector<std::size_t> found;
  switch (node.kind) {
    case Kind::word:
      if (at < words.size() && words[at].folded == node.word && (!node.colon || words[at].colon_after))
        found.push_back(at + 1);
      break;
    case Kind::number:
      if (at < words.size() && words[at].number) found.push_back(at + 1);
      break;
    case Kind::any_words:
      for (std::size_t n = node.at_least; n <= node.at_most && at + n <= words.size(); ++n)
        found.push_back(at + n);
      break;
    case Kind::rest:
      for (std::size_t end = at; end <= words.size(); ++end) found.push_back(end);
      break;
    case Kind::sequence:
      found = {at};
      for (const TemplateNode& child : node.children) {
        std::vector<std::size_t> next;
        for (const std::size_t from : found) {
          for (const std::size_t end : ends(child, words, from)) {
            if (std::find(next.begin(), next.end(), end) == next.end()) next.push_back(end);
          }
        }
        found = std::move(next);
      }
      break;
    case Kind::choice:
      for (const TemplateNode& child : node.children) {
        for (const std::size_t end : ends(child, words, at)) found.push_back(end);
      }
  }
  return found;
}

bool slowly_matches(const TemplateNode& tree, std::string_view line) {
  std::vector<KnownWord> words;
  KeyReader reader(line);
  for (Word word; reader.next(word);)
    words.push_back({std::string(word.folded), word.number, colon_after(line, word)});
  const auto found = ends(tree, words, 0);
  return !words.empty() && std::find(found.begin(), found.end(), words.size()) != found.end();
}

TEST(Matcher, AgreesWithTheSlowMatcher) {
  const std::vector<std::string> wordings = {"sign up [now]",
                                             "(sign|log) (in|up) <0-2>",
                                             "a <1-3> b",
                                             "<1-2> a",
                                             "... b",
                                             "a: <1-2>",
                                             "# (a|b)",
                                             "[a] [b] c",
                                             "a ...",
                                             "(a b|a) (b c|c)",
                                             "our {letter} [a|b|c]",
                                             "<2> #"};
  std::vector<RuleTemplate> templates;
  for (std::size_t i = 0; i < wordings.size(); ++i) {
    auto tree = parse_template(wordings[i], kNames);
    const auto group = static_cast<std::uint8_t>(i % 3);
    if (tree) templates.push_back({static_cast<std::uint16_t>(i), *std::move(tree), group});
  }
  ASSERT_GE(templates.size(), wordings.size() - 1);  // <0-2> may be refused
  const AutomatonTables tables = build_automaton(templates);
  const RuleGroups all(tables.view(), RuleGroups::kAll);
  const RuleGroups two(tables.view(), 0b101);
  constexpr std::array<std::string_view, 22> kWords = {
      "a",          "b",    "c",       "sign", "log",   "up",  "in",   "12", "now",   "a:",  "our",
      "newsletter", "list", "mailing", "“A”",  "don’t", "1,2", "Über", "B…", "новый", "(b)", "cabs"};
  testing::Random random(7);
  Matcher matcher;
  std::size_t matched = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string line;
    for (std::size_t n = random.below(i % 10 == 0 ? 24 : 5) + 1; n > 0; --n)
      line += std::string(kWords[random.below(kWords.size())]) + " ";
    const RuleGroups& rules = i % 2 == 0 ? all : two;
    const auto found = matcher.match(rules, line, i % 3 == 0 ? 0 : shape_of(line).sure_words);
    for (const RuleTemplate& each : templates) {
      const bool fast = std::find(found.begin(), found.end(), each.rule) != found.end();
      const bool slow = rules.has(each.group) && slowly_matches(each.tree, line);
      ASSERT_EQ(fast, slow) << wordings[each.rule] << " on " << line;
      matched += fast;
    }
  }
  EXPECT_GT(matched, 1000U);
}

TEST(Matcher, LongLinesAreLinear) {
  std::string line;
  for (int i = 0; i < 200000; ++i) line += "sign up share subscribe ";
  Matcher matcher;
  const RuleGroups rules(built_in_rules().automaton, RuleGroups::kAll);
  EXPECT_TRUE(matcher.match(rules, line).size() <= Matcher::kMostMatches);
}

}  // namespace
}  // namespace newswash
