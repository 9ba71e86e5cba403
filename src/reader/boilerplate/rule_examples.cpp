// Matches each rule's examples against the file's own automaton.
#include "reader/boilerplate/rule_examples.h"

#include <algorithm>

#include "reader/boilerplate/layout.h"
#include "reader/boilerplate/matcher.h"

namespace newswash {

ExampleReport run_examples(const RuleFile& file) {
  const AutomatonTables tables = build_automaton(file.templates);
  const RuleGroups rules(tables.view(), RuleGroups::kAll);
  Matcher matcher;
  ExampleReport report;
  const auto matches = [&](std::size_t rule, const std::string& line) {
    if (!file.rules[rule].sentences && ends_like_sentence(line)) return false;
    const auto found = matcher.match(rules, line);
    return std::find(found.begin(), found.end(), rule) != found.end();
  };
  for (std::size_t i = 0; i < file.rules.size(); ++i) {
    const Rule& rule = file.rules[i];
    for (const auto& line : rule.examples) {
      ++report.examples;
      if (!matches(i, line)) report.failures.push_back({rule.id, line, true});
    }
    for (const auto& line : rule.counterexamples) {
      ++report.counterexamples;
      if (matches(i, line)) report.failures.push_back({rule.id, line, false});
    }
  }
  return report;
}

}  // namespace newswash
