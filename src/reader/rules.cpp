// Compiles a user's rule file, once its examples hold.
#include "reader/rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "reader/boilerplate/rule_examples.h"

namespace newswash {

Rules::Rules(RuleFile file) : file_(std::move(file)), tables_(build_automaton(file_.templates)) {
  for (const Rule& rule : file_.rules) {
    infos_.push_back({rule.id,
                      {},
                      rule.category,
                      rule.taken_category,
                      rule.where,
                      rule.takes,
                      rule.alone,
                      rule.sentences});
  }
}

Result<std::shared_ptr<const Rules>> load_rules(std::string_view toml, std::string_view name) {
  auto file = parse_rule_file(toml, name);
  if (!file) return file.error();
  const ExampleReport report = run_examples(*file);
  if (!report.failures.empty()) {
    const ExampleFailure& failure = report.failures.front();
    const auto rule = std::find_if(file->rules.begin(), file->rules.end(),
                                   [&](const Rule& r) { return r.id == failure.rule; });
    return Error{ErrorCode::bad_rule,
                 {std::string(name), rule->match.front().line, rule->match.front().column, 0},
                 fmt::format("rule '{}' {} its {} \"{}\"", failure.rule,
                             failure.should_match ? "does not match" : "matches",
                             failure.should_match ? "example" : "counterexample", failure.line),
                 std::string(nth_line(toml, rule->match.front().line))};
  }
  return std::shared_ptr<const Rules>(std::make_shared<Rules>(*std::move(file)));
}

}  // namespace newswash
