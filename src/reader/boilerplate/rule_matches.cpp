// Matches lines and chooses packs.
#include "reader/boilerplate/rule_matches.h"

#include <algorithm>

namespace newswash {
namespace {

constexpr std::string_view kAnyLanguage = "und";

/// Whether a rule applies whatever the language is.
bool is_sure(const RuleInfo* rule) {
  return rule->pack.empty() || rule->pack == kAnyLanguage;
}

bool is_any_language(const RuleInfo* rule) {
  return rule->pack == kAnyLanguage;
}

/// Whether the lines that only a language's own pack could know are matched by one, half of them at least.
bool mostly_furniture(std::span<const PageLine> lines) {
  std::size_t matched = 0;
  std::size_t others = 0;
  for (const PageLine& line : lines) {
    if (std::any_of(line.all_matches.begin(), line.all_matches.end(), is_any_language)) continue;
    ++(line.all_matches.empty() ? others : matched);
  }
  return matched >= others;
}

/// The groups of a set that apply in a language, of all languages where it is empty.
std::uint64_t groups_of(const RuleSetView& set, std::string_view language) {
  if (set.packs.empty() || language.empty()) return RuleGroups::kAll;
  std::uint64_t groups = 0;
  for (std::size_t i = 0; i < set.packs.size(); ++i) {
    if (set.packs[i] != language && set.packs[i] != kAnyLanguage) continue;
    groups |= std::uint64_t{(1U << kGroupsPerPack) - 1} << (i * kGroupsPerPack);
  }
  return groups;
}

}  // namespace

std::span<const RuleMatches::Groups> RuleMatches::groups_for(std::string_view language) {
  const auto has_pack = [&](const RuleSetView& set) {
    return std::find(set.packs.begin(), set.packs.end(), language) != set.packs.end();
  };
  if (!language.empty() && std::none_of(sets_.begin(), sets_.end(), has_pack)) language = kAnyLanguage;
  std::vector<Groups>& groups = groups_[language];
  if (!groups.empty()) return groups;
  for (const RuleSetView& set : sets_) {
    std::uint64_t sentences = 0;
    for (std::size_t i = kSentenceGroup; i < 64; i += kGroupsPerPack) sentences |= std::uint64_t{1} << i;
    const std::uint64_t all = groups_of(set, language);
    groups.push_back({RuleGroups(set.automaton, all & sentences), RuleGroups(set.automaton, all)});
  }
  return groups;
}

void RuleMatches::match(const PageLine& line, std::span<const Groups> groups) {
  for (std::size_t i = 0; i < sets_.size(); ++i) {
    const RuleGroups& rules = line.shape.ends_sentence ? groups[i].sentences : groups[i].labels;
    for (const std::uint16_t found : matcher_.match(rules, line.text, line.shape.sure_words))
      found_.push_back(&sets_[i].rules[found]);
  }
}

void RuleMatches::find(std::span<PageLine> lines, std::string_view language) {
  const std::span<const Groups> groups = groups_for(language);
  found_.clear();
  ends_.clear();
  for (const PageLine& line : lines) {
    const std::size_t begin = found_.size();
    match(line, groups);
    const std::size_t end = found_.size();
    ends_.push_back(end);
    if (!language.empty()) continue;
    for (std::size_t i = begin; i < end; ++i) {
      if (is_sure(found_[i])) found_.push_back(found_[i]);
    }
    ends_.push_back(found_.size());
  }
  std::size_t begin = 0;
  auto next = [&, end = ends_.begin()]() mutable {
    const auto found = std::span(found_).subspan(begin, *end - begin);
    begin = *end++;
    return found;
  };
  for (PageLine& line : lines) {
    line.all_matches = line.matches = next();
    if (language.empty()) line.sure_matches = next();
  }
  if (language.empty()) choose_packs(lines);
}

void RuleMatches::choose_packs(std::span<PageLine> lines) {
  const bool all = mostly_furniture(lines);
  for (PageLine& line : lines) line.matches = all ? line.all_matches : line.sure_matches;
}

}  // namespace newswash
