// newswash rules: lists, shows and tests the boilerplate rules. The packs' own text is in the program.
#include "reader/rules.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/run.h"
#include "reader/boilerplate/packs.h"
#include "reader/boilerplate/rule_examples.h"
#include "reader/read_file.h"

namespace newswash {
namespace {

/// Rules that are code, because they compare lines of one article: no wording, so no pack holds them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kLayoutRules = {{
    {"layout.headline-repeat", "the headline again in the head or the tail, also with a character lost"},
    {"layout.headline-glued", "the headline again, with page furniture glued before it"},
    {"layout.repeated-line", "the same line twice in a row"},
    {"layout.before-headline", "the site's or section's name above the headline"},
}};

std::string_view where_in_words(std::uint8_t where) {
  constexpr std::array<std::string_view, 8> kWords = {"nowhere", "head",       "body",       "head, body",
                                                      "tail",    "head, tail", "body, tail", "anywhere"};
  return kWords[where & 7U];
}

std::string_view takes_in_words(Takes takes) {
  constexpr std::array<std::string_view, 4> kWords = {"", ", and the next line if it reads like a headline",
                                                      ", and the headline-like lines that follow",
                                                      ", and what follows"};
  return kWords[static_cast<std::size_t>(takes)];
}

void show(const Rule& rule) {
  print("{}\n  category  {}\n  takes     the line ({}){}\n", rule.id, name_of(rule.category),
        where_in_words(rule.where), takes_in_words(rule.takes));
  for (const Wording& wording : rule.match) print("  match     {}\n", wording.text);
  for (const std::string& example : rule.examples) print("  example   {}\n", example);
  for (const std::string& example : rule.counterexamples) print("  but not   {}\n", example);
}

int list(const RuleFile& file, const std::string& prefix) {
  int shown = 0;
  for (const Rule& rule : file.rules) {
    if (!prefix.empty() && !rule.id.starts_with(prefix)) continue;
    ++shown;
    if (!prefix.empty())
      show(rule);
    else
      print("{:<36} {:<18} {}\n", rule.id, name_of(rule.category), where_in_words(rule.where));
  }
  return shown;
}

/// True if every example holds.
bool test(const RuleFile& file, std::string_view name) {
  const ExampleReport report = run_examples(file);
  for (const ExampleFailure& failure : report.failures) {
    say(fmt::format("{}: rule {} {}: {}", name, failure.rule,
                    failure.should_match ? "misses its example" : "matches its counterexample",
                    failure.line));
  }
  print("{}: {} rules, {} examples, {} counterexamples, {} failed\n", name, file.rules.size(),
        report.examples, report.counterexamples, report.failures.size());
  return report.failures.empty();
}

/// The files asked for: the user's own where one is named, else the built-in packs.
Result<std::vector<std::pair<std::string, RuleFile>>> rule_files(const Options& options) {
  std::vector<std::pair<std::string, std::string>> sources;
  if (!options.rules_file.empty()) {
    auto text = read_file(options.rules_file);
    if (!text) return text.error();
    sources.emplace_back(options.rules_file, *std::move(text));
  } else {
    for (const PackSource& pack : built_in_packs()) sources.emplace_back(pack.name, pack.toml);
  }
  std::vector<std::pair<std::string, RuleFile>> files;
  for (const auto& [name, toml] : sources) {
    auto file = parse_rule_file(toml, name);
    if (!file) return file.error();
    files.emplace_back(name, *std::move(file));
  }
  return files;
}

}  // namespace

std::shared_ptr<const Rules> rules_from(const Options& options, bool& failed) {
  failed = false;
  if (options.rules_file.empty()) return nullptr;
  const auto text = read_file(options.rules_file);
  auto rules =
      text ? load_rules(*text, options.rules_file) : Result<std::shared_ptr<const Rules>>(text.error());
  if (rules) return *std::move(rules);
  failed = true;
  say(describe(rules.error()));
  return nullptr;
}

int run_rules(const Options& options) {
  const auto files = rule_files(options);
  if (!files) return say(describe(files.error())), kFailed;
  bool all_hold = true;
  int shown = 0;
  for (const auto& [name, file] : *files) {
    if (options.test)
      all_hold = test(file, name) && all_hold;
    else
      shown += list(file, options.show);
  }
  if (options.test) return all_hold ? kDone : kFindings;
  for (const auto& [id, does] : kLayoutRules) {
    if (options.show.empty() || id.starts_with(options.show)) print("{:<36} {}\n", id, does), ++shown;
  }
  if (shown > 0) return kDone;
  say(fmt::format("no rule's name begins with '{}'; 'newswash rules' lists them", options.show));
  return kFailed;
}

}  // namespace newswash
