// Collects the templates of some groups by their first words.
#include "reader/boilerplate/rule_groups.h"

#include <algorithm>
#include <bit>

#include "reader/boilerplate/rule.h"

namespace newswash {
namespace {

constexpr std::size_t kExpected = 8192;  // starts; a language's are half as many

/// The starts of some groups in the order of one pack's.
std::vector<LabelledStart> starts_of(const Automaton& automaton, std::uint64_t groups) {
  std::vector<LabelledStart> chosen;
  chosen.reserve(kExpected);
  for (std::uint32_t pack = 0; pack < 64 / kGroupsPerPack; ++pack) {
    const std::uint32_t first_group = pack * kGroupsPerPack;
    if ((groups >> first_group & ((1U << kGroupsPerPack) - 1)) == 0) continue;
    const auto is_before = [=](const LabelledStart& start) { return start.group < first_group; };
    auto at = std::partition_point(automaton.starts.begin(), automaton.starts.end(), is_before);
    const auto known = static_cast<std::ptrdiff_t>(chosen.size());
    for (; at != automaton.starts.end() && at->group < first_group + kGroupsPerPack; ++at) {
      if ((groups >> at->group & 1) != 0) chosen.push_back(*at);
    }
    std::inplace_merge(chosen.begin(), chosen.begin() + known, chosen.end(), stands_before);
  }
  return chosen;
}

}  // namespace

RuleGroups::RuleGroups(const Automaton& automaton, std::uint64_t groups)
    : automaton_(automaton), groups_(groups) {
  latest_.fill(-1);
  const std::vector<LabelledStart> chosen = starts_of(automaton, groups);
  starts_.reserve(chosen.size());
  for (const LabelledStart& labelled : chosen) add(labelled);
  for (std::size_t words = latest_.size() - 1; words-- > 0;)
    latest_[words] = std::max(latest_[words], latest_[words + 1]);
  for (std::size_t i = kLengths.size() - 1; i-- > 0;) openings_[i].add_all(openings_[i + 1]);
  index(chosen);
}

void RuleGroups::add(const LabelledStart& labelled) {
  const Start& start = labelled.start;
  starts_.push_back(start);
  std::int8_t& latest = latest_[std::min<std::size_t>(start.most_words, latest_.size() - 1)];
  latest = std::max(latest, static_cast<std::int8_t>(start.at_most));
  const auto add_to = [&](WordBeginnings& beginnings) {
    labelled.label == kNumber ? beginnings.add_numbers()
                              : beginnings.add(known_word(automaton_, labelled.label));
  };
  Openings& openings = openings_[length_class(start.most_words)];  // those of shorter lines get it later
  if (start.at_least == 0) openings.first_.add(labelled.label);
  if (start.at_most > 0) openings.later_.add(labelled.label), add_to(openings.near_);
  if (start.at_most > Openings::kNear) add_to(openings.far_);
}

void RuleGroups::Openings::add_all(const Openings& others) {
  first_.add_all(others.first_);
  later_.add_all(others.later_);
  near_.add_all(others.near_);
  far_.add_all(others.far_);
}

/// Makes the hash table; `starts` are those of `starts_`.
void RuleGroups::index(std::span<const LabelledStart> starts) {
  const auto label = [&](std::size_t i) { return starts[i].label; };
  std::size_t words = 0;
  for (std::size_t i = 0; i < starts.size(); ++i) words += i == 0 || label(i) != label(i - 1);
  places_.resize(std::bit_ceil(2 * words + 1));
  for (std::size_t begin = 0; begin < starts.size();) {
    std::size_t end = begin;
    while (end < starts.size() && label(end) == label(begin)) ++end;
    std::size_t at = label(begin) & (places_.size() - 1);
    while (places_[at].end != 0) at = (at + 1) & (places_.size() - 1);
    places_[at] = {label(begin), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    begin = end;
  }
}

std::span<const Start> RuleGroups::starts(std::uint32_t label) const {
  const std::size_t mask = places_.size() - 1;
  for (std::size_t at = label & mask; places_[at].end != 0; at = (at + 1) & mask) {
    if (places_[at].label == label)
      return std::span(starts_).subspan(places_[at].begin, places_[at].end - places_[at].begin);
  }
  return {};
}

}  // namespace newswash
