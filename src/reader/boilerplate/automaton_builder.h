// Builds the automaton of a set of rules. Used at build time for the packs in data/rules and at run time for
// a user's own rule file.
#pragma once

#include <string>
#include <vector>

#include "reader/boilerplate/automaton.h"
#include "reader/boilerplate/template.h"

namespace newswash {

/// The arrays an Automaton looks into.
struct AutomatonTables {
  std::string letters;
  std::vector<VocabularyWord> vocabulary;
  std::vector<State> states;
  std::vector<Edge> edges;
  std::vector<LabelledStart> starts;

  Automaton view() const;
};

struct RuleTemplate {
  std::uint16_t rule;  // index of the rule it belongs to
  TemplateNode tree;
  std::uint8_t group = 0;  // of rules that are matched or left out together, 0..63
};

/// Linear in the size of the templates, slots counted by their longest length.
AutomatonTables build_automaton(const std::vector<RuleTemplate>& templates);

}  // namespace newswash
