// The rules a run works with: the packs compiled into the program and, beside them, a user's own file.
// Mine: what a compiled rule is and where the built-in ones are. Not mine: matching (automaton.h), deciding
// (strip.h).
#pragma once

#include <newswash/category.h>
#include <newswash/result.h>

#include <memory>
#include <span>
#include <string_view>

#include "reader/boilerplate/automaton.h"
#include "reader/boilerplate/rule.h"

namespace newswash {

/// What deciding needs to know of a rule.
struct RuleInfo {
  std::string_view id;
  std::string_view pack;  // empty: the user's own, which apply to any language
  Category category;
  Category taken_category;
  std::uint8_t where;
  Takes takes;
  bool alone;
  bool sentences;
};

/// Rules and their automaton; the rule indices of the one are those of the other. The groups of `packs[i]`
/// are those from kGroupsPerPack * i on; a user's rules name no packs.
struct RuleSetView {
  std::span<const RuleInfo> rules;
  Automaton automaton;
  std::span<const std::string_view> packs;
};

/// A rule file as it was when the program was built.
struct PackSource {
  std::string_view name;  // "en.toml"
  std::string_view toml;
};

/// The rules of all packs in data/rules. Made at build time.
RuleSetView built_in_rules() noexcept;
std::span<const PackSource> built_in_packs() noexcept;

}  // namespace newswash
