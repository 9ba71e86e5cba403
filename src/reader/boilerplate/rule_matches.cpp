// Matches lines and chooses packs.
#include "reader/boilerplate/rule_matches.h"

#include <algorithm>

namespace newswash {
namespace {

constexpr std::string_view kAnyLanguage = "und";

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

}  // namespace

void RuleMatches::find(std::span<PageLine> lines, std::span<const RuleSetView> rules) {
  all_.clear();
  ends_.clear();
  for (const PageLine& line : lines) {
    for (const RuleSetView& set : rules) {
      for (const std::uint16_t found : matcher_.match(set.automaton, line.text)) {
        const RuleInfo& rule = set.rules[found];
        if (rule.sentences || !line.shape.ends_sentence) all_.push_back(&rule);
      }
    }
    ends_.push_back(all_.size());
  }
  for (std::size_t i = 0, begin = 0; i < lines.size(); begin = ends_[i++]) {
    lines[i].all_matches = std::span(all_).subspan(begin, ends_[i] - begin);
  }
}

void RuleMatches::choose_packs(std::span<PageLine> lines, std::string_view language) {
  const bool all = language.empty() && mostly_furniture(lines);
  chosen_.clear();
  chosen_.reserve(all_.size());  // so that the spans stay
  for (PageLine& line : lines) {
    const std::size_t begin = chosen_.size();
    for (const RuleInfo* rule : line.all_matches) {
      const bool own = rule->pack.empty();
      if (all || own || is_any_language(rule) || rule->pack == language) chosen_.push_back(rule);
    }
    line.matches = std::span(chosen_).subspan(begin);
  }
}

}  // namespace newswash
