// Runs the examples and counterexamples that stand beside the rules. `newswash rules --test` and the unit
// tests call this; so does --rules FILE before a user's rules are used.
#pragma once

#include <string>
#include <vector>

#include "reader/boilerplate/rule_file.h"

namespace newswash {

/// An example that no template of its rule matches, or a counterexample that one does.
struct ExampleFailure {
  std::string rule;
  std::string line;
  bool should_match = true;
};

struct ExampleReport {
  std::size_t examples = 0;
  std::size_t counterexamples = 0;
  std::vector<ExampleFailure> failures;
};

/// Wording only: positions and neighbours are not part of an example.
ExampleReport run_examples(const RuleFile& file);

}  // namespace newswash
