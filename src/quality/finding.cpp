// The table of finding rules. Their names are part of the configuration, of baselines and of every report:
// a rename is a breaking change.
#include "quality/finding.h"

#include <algorithm>
#include <array>

namespace newswash {
namespace {

constexpr std::array<std::string_view, 4> kLevels = {"off", "note", "warning", "error"};

constexpr std::array<FindingRule, 24> kRules = {{
    {"article.empty", Level::error, "Nothing is left of the record once furniture is gone", ""},
    {"article.interstitial", Level::error,
     "A wall (cookies, ad blocker, log-in, subscription), not an article", ""},
    {"article.listing", Level::warning, "Links and teasers, not an article", ""},
    {"article.no-headline", Level::note, "No headline was found", ""},
    {"article.stub", Level::warning, "Too little prose to be an article", ""},
    {"article.truncated", Level::note, "The text ends in the middle of a sentence", ""},
    {"duplicate.exact", Level::error, "The same article stands in the run already", ""},
    {"duplicate.near", Level::warning, "Nearly the same article stands in the run already", ""},
    {"duplicate.paragraph", Level::note, "The article repeats a long paragraph of its own", ""},
    {"encoding.lost", Level::warning, "A character was lost for good (U+FFFD)", ""},
    {"encoding.repairable", Level::error, "Text decoded with the wrong charset", "repairs it"},
    {"encoding.unrepairable", Level::warning, "Damaged text that can't be told what it was", ""},
    {"language.mixed", Level::note, "A paragraph is in another language than the article", ""},
    {"language.wrong", Level::error, "The article is in none of the languages that were asked for", ""},
    {"leftover", Level::error, "What the web site put around the article", "removes it"},
    {"profile", Level::warning, "A corpus filter would drop the article", ""},
    {"text.control", Level::error, "A control character or a terminal escape", "removes it"},
    {"text.entity", Level::error, "An HTML character reference or an escape that was never decoded",
     "decodes it"},
    {"text.escaped-markup", Level::note, "An escaped < or >, which may be meant", "decodes it"},
    {"text.glued-words", Level::note, "Words that lost the space or line end between them", ""},
    {"text.invisible", Level::error, "An invisible character without use", "removes it"},
    {"text.spaces", Level::note, "Odd spaces, runs of spaces or wrapped lines", "makes them single spaces"},
    {"text.typography", Level::note, "Typography other than asked for", "changes it as asked"},
    {"warning", Level::note, "Cleaning has doubts about the article", ""},
}};

}  // namespace

std::string_view name_of(Level level) noexcept {
  return kLevels[static_cast<std::size_t>(level)];
}

std::optional<Level> level_named(std::string_view name) noexcept {
  const auto found = std::find(kLevels.begin(), kLevels.end(), name);
  if (found == kLevels.end()) return std::nullopt;
  return static_cast<Level>(found - kLevels.begin());
}

bool covers(std::string_view family, std::string_view rule) {
  return rule.starts_with(family) && (rule.size() == family.size() || rule[family.size()] == '.');
}

std::span<const FindingRule> finding_rules() {
  return kRules;
}

const FindingRule* finding_rule(std::string_view name) {
  const auto found = std::find_if(kRules.begin(), kRules.end(),
                                  [&](const FindingRule& rule) { return covers(rule.name, name); });
  return found == kRules.end() ? nullptr : &*found;
}

bool Levels::set(std::string_view rule, Level level) {
  const bool known =
      finding_rule(rule) != nullptr ||
      std::any_of(kRules.begin(), kRules.end(), [&](const auto& each) { return covers(rule, each.name); });
  if (known) settings_.push_back({std::string(rule), level});
  return known;
}

Level Levels::of(std::string_view rule) const {
  if (const auto set = stated(rule)) return *set;
  const FindingRule* const known = finding_rule(rule);
  return known == nullptr ? Level::warning : known->level;
}

std::optional<Level> Levels::stated(std::string_view rule) const {
  std::optional<Level> level;
  std::size_t longest = 0;
  for (const Setting& setting : settings_) {
    if (!covers(setting.rule, rule) || setting.rule.size() < longest) continue;
    longest = setting.rule.size();
    level = setting.level;
  }
  return level;
}

}  // namespace newswash
