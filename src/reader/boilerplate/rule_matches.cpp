// Matches lines and chooses packs.
#include "reader/boilerplate/rule_matches.h"

#include <algorithm>
#include <array>

#include "reader/boilerplate/sentences.h"

namespace newswash {
namespace {

constexpr std::string_view kAnyLanguage = "und";

/// Whether a rule applies whatever the language is.
bool is_sure(const RuleInfo* rule) {
  return rule->pack.empty() || rule->pack == kAnyLanguage;
}

/// A line of calls is at most this long. No shorter line of a labelled body in ../shared/corpora is one.
constexpr std::uint32_t kCallWords = 70;
constexpr std::size_t kCallSentences = 6;
constexpr std::uint32_t kAfterCallWords = 12;  // the last sentence may be none if it is as short as this

/// A caption is at most this long, and says at least this much before its credit.
constexpr std::uint32_t kCaptionWords = 70;
constexpr std::uint32_t kCaptionAbout = 4;

/// What a call to the reader is about.
constexpr std::array kCalls = {
    Category::newsletter, Category::subscribe, Category::follow, Category::donation, Category::app_promo,
    Category::comment,    Category::log_in,    Category::share,  Category::cookie,   Category::ad_block};

bool is_any_language(const RuleInfo* rule) {
  return rule->pack == kAnyLanguage;
}

/// The rules of any pack that match, where the language is not known.
std::span<const RuleInfo* const> all_matches(const PageLine& line) {
  return {line.found, line.all_matches};
}

/// Whether the lines that only a language's own pack could know are matched by one, half of them at least.
bool mostly_furniture(std::span<const PageLine> lines) {
  std::size_t matched = 0;
  std::size_t others = 0;
  for (const PageLine& line : lines) {
    const auto matches = all_matches(line);
    if (std::any_of(matches.begin(), matches.end(), is_any_language)) continue;
    ++(matches.empty() ? others : matched);
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
  std::vector<Groups>& groups = (*groups_)[language];
  if (!groups.empty()) return groups;
  for (const RuleSetView& set : sets_) {
    std::uint64_t sentences = 0;
    for (std::size_t i = kSentenceGroup; i < 64; i += kGroupsPerPack) sentences |= std::uint64_t{1} << i;
    const std::uint64_t all = groups_of(set, language);
    groups.push_back({RuleGroups(set.automaton, all & sentences), RuleGroups(set.automaton, all)});
  }
  return groups;
}

void RuleMatches::match(PageLine& line, std::span<const Groups> groups, bool any_language) {
  const std::size_t begin = found_.size();
  for (std::size_t i = 0; i < sets_.size(); ++i) {
    const RuleGroups& rules = line.shape.ends_sentence ? groups[i].sentences : groups[i].labels;
    for (const std::uint16_t found : matcher_.match(rules, line.text(), line.shape.sure_words))
      found_.push_back(&sets_[i].rules[found]);
  }
  const std::size_t end = found_.size();
  for (std::size_t i = begin; any_language && i < end; ++i) {
    if (is_sure(found_[i])) found_.push_back(found_[i]);
  }
  line.all_matches = static_cast<std::uint8_t>(end - begin);
  line.sure_matches = static_cast<std::uint8_t>(found_.size() - end);
}

void RuleMatches::find(std::span<PageLine> lines, std::string_view language,
                       std::span<const PageLine* const> known) {
  const std::span<const Groups> groups = groups_for(language);
  chosen_ = groups;
  all_packs_ = true;  // those chosen
  found_.clear();
  const auto is_known = [&](std::size_t i) { return !known.empty() && known[i] != nullptr; };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_known(i))
      lines[i].take_matches(*known[i]);
    else
      match(lines[i], groups, language.empty());
  }
  const RuleInfo* const* next = found_.data();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    lines[i].only_sure = false;
    if (is_known(i)) continue;
    lines[i].found = next;
    next += lines[i].all_matches + lines[i].sure_matches;
  }
  if (language.empty()) choose_packs(lines);
}

void RuleMatches::choose_packs(std::span<PageLine> lines) {
  const bool all = all_packs_ = mostly_furniture(lines);
  for (PageLine& line : lines) line.only_sure = !all;
}

/// The first rule that matches a part of a line, applies and is `wanted`.
template <typename Wanted>
const RuleInfo* RuleMatches::match_part(std::string_view part, Wanted wanted) {
  const Shape shape = shape_of(part);
  for (std::size_t i = 0; i < sets_.size(); ++i) {
    const RuleGroups& rules = shape.ends_sentence ? chosen_[i].sentences : chosen_[i].labels;
    for (const std::uint16_t found : matcher_.match(rules, part, shape.sure_words)) {
      const RuleInfo& rule = sets_[i].rules[found];
      if ((all_packs_ || is_sure(&rule)) && wanted(rule)) return &rule;
    }
  }
  return nullptr;
}

const RuleInfo* RuleMatches::call_within(const PageLine& line) {
  if (line.shape.words > kCallWords || holds_quotation_mark(line.text())) return nullptr;
  const auto is_call = [](const RuleInfo& rule) {
    return rule.where == kAnywhere && rule.alone && rule.takes == Takes::line &&
           std::find(kCalls.begin(), kCalls.end(), rule.category) != kCalls.end();
  };
  std::array<std::string_view, kCallSentences> sentences;
  std::size_t count = 0;
  for (std::string_view rest = line.text(); !rest.empty();) {
    if (count == kCallSentences) return nullptr;
    sentences[count++] = take_sentence(rest);
  }
  if (count < 2) return nullptr;
  const std::string_view last = sentences[count - 1];
  if (const RuleInfo* const call = match_part(last, is_call)) return call;
  if (count_words(last) > kAfterCallWords) return nullptr;
  const RuleInfo* first = nullptr;
  for (const std::string_view sentence : std::span(sentences).first(count - 1)) {
    const RuleInfo* const call = match_part(sentence, is_call);
    if (call != nullptr && first != nullptr) return first;
    if (first == nullptr) first = call;
  }
  return nullptr;
}

const RuleInfo* RuleMatches::caption_credit(const PageLine& line) {
  if (!line.text().ends_with(')') || line.shape.words > kCaptionWords) return nullptr;
  const std::size_t open = line.text().rfind('(');
  if (open == std::string_view::npos || count_words(line.text().substr(0, open)) < kCaptionAbout)
    return nullptr;
  return match_part(line.text().substr(open),
                    [](const RuleInfo& rule) { return rule.category == Category::caption; });
}

}  // namespace newswash
