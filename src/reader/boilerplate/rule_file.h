// Reads rule files: the packs in data/rules (at build time and for `newswash rules`) and a user's own
// (--rules). The format, with every key, is described at the top of data/rules/en.toml.
#pragma once

#include <newswash/result.h>

#include <string>
#include <string_view>
#include <vector>

#include "reader/boilerplate/automaton_builder.h"
#include "reader/boilerplate/rule.h"

namespace newswash {

/// One rule file: its rules and their templates, in the file's order.
struct RuleFile {
  std::string pack;  // the file's `language`
  std::vector<Rule> rules;
  std::vector<RuleTemplate> templates;  // `rule` and `group` count within this file
};

/// Parses a rule file. `name` is for messages. An unknown key, a wrong type, a template that does not parse
/// or a rule without examples is an error with line, column and the line itself.
Result<RuleFile> parse_rule_file(std::string_view toml, std::string_view name);

/// The line of that number, from 1, without its end: what an error shows. Empty where there is none.
std::string_view nth_line(std::string_view text, std::uint64_t number);

}  // namespace newswash
