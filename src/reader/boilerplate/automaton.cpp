// Runs the automaton: the set of states a line's words lead to, one step a word.
#include "reader/boilerplate/automaton.h"

#include <algorithm>

namespace newswash {
namespace {

constexpr std::uint32_t kUnknownWord = 0xFFFFFFFFU;

std::uint32_t find_word(const Automaton& automaton, const Word& word) {
  const std::size_t mask = automaton.buckets.size() - 1;
  for (std::size_t at = word.hash & mask;; at = (at + 1) & mask) {
    const Bucket& bucket = automaton.buckets[at];
    if (bucket.word == 0) return kUnknownWord;
    if (bucket.hash != word.hash) continue;
    const VocabularyWord& known = automaton.words[bucket.word - 1];
    if (automaton.letters.substr(known.offset, known.length) == word.folded) return bucket.word - 1;
  }
}

bool follows(const Edge& edge, const Word& word, std::uint32_t id) {
  if (edge.colon && !word.colon_after) return false;
  return edge.label == id || edge.label == kAnyWord || (edge.label == kNumber && word.number);
}

}  // namespace

RuleGroups::RuleGroups(const Automaton& automaton, std::uint64_t groups)
    : automaton_(automaton), groups_(groups) {
  for (Openings& openings : openings_) openings.latest_.fill(-1);
  auto at = automaton.starts_by_group.begin();
  for (std::uint64_t left = groups; left != 0; left &= left - 1) {
    const auto group = static_cast<std::uint8_t>(std::countr_zero(left));
    const auto is_before = [&](std::uint32_t start) { return automaton.starts[start].group < group; };
    at = std::partition_point(at, automaton.starts_by_group.end(), is_before);
    for (; at != automaton.starts_by_group.end() && automaton.starts[*at].group == group; ++at)
      add(automaton.starts[*at]);
  }
  for (const StartEdge& start : automaton.number_starts) {
    if (has(start.group)) add(start);
  }
}

void RuleGroups::add(const StartEdge& start) {
  const bool number = start.label == kNumber;
  const VocabularyWord word = number ? VocabularyWord{} : automaton_.words[start.label];
  const std::string_view letters = automaton_.letters.substr(word.offset, word.length);
  for (std::size_t i = 0; i < kLengths.size() && start.most_words >= kLengths[i]; ++i) {
    Openings& openings = openings_[i];
    openings.add(start, number ? openings.numbers_ : openings.places_[word.hash % Openings::kPlaces]);
    openings.add_beginning(start, letters);
  }
}

/// `word`: empty for numbers.
void RuleGroups::Openings::add_beginning(const StartEdge& start, std::string_view word) {
  const auto add_to = [&](WordBeginnings& beginnings) {
    word.empty() ? beginnings.add_numbers() : beginnings.add(word);
  };
  if (start.at_most > 0) add_to(near_);
  if (start.at_most > kNear) add_to(far_);
}

void RuleGroups::Openings::add(const StartEdge& start, Place& place) {
  if (start.at_least == 0) place.first |= start.last_words;
  if (start.at_most > 0) place.later |= start.last_words;
  for (std::uint32_t classes = start.last_words & ~by_latest_[start.at_most]; classes != 0;
       classes &= classes - 1) {
    std::int8_t& latest = latest_[static_cast<std::size_t>(std::countr_zero(classes))];
    latest = std::max(latest, static_cast<std::int8_t>(start.at_most));
  }
  by_latest_[start.at_most] |= start.last_words;
}

void Matcher::accept(std::uint16_t rule) {
  const auto end = matches_.begin() + static_cast<std::ptrdiff_t>(match_count_);
  if (match_count_ < kMostMatches && std::find(matches_.begin(), end, rule) == end)
    matches_[match_count_++] = rule;
}

/// Enters a state if the word that comes next lets it live on, or the line's end lets it accept. `next`: the
/// word's class, 0 at the end.
void Matcher::enter(const Automaton& automaton, std::uint32_t state, std::uint32_t next) {
  const State& entered = automaton.states[state];
  if (entered.rest == 0 && (next != 0 ? (entered.next_words & next) == 0 : entered.accepts == 0)) return;
  if (seen_[state] == step_) return;
  seen_[state] = step_;
  if (entered.rest != 0)
    accept(static_cast<std::uint16_t>(entered.accepts - 1));
  else
    next_.push_back(state);
}

void Matcher::start(const RuleGroups& rules, std::span<const StartEdge> starts, const Opening& opening) {
  for (const StartEdge& start : starts) {
    if (start.at_most < opening.position) return;
    if ((start.last_words & opening.ends.last) == 0 || start.most_words < opening.ends.least_words) continue;
    if (opening.next != 0 && (start.next_words & opening.next) == 0) continue;
    if (start.at_least > opening.position || (start.colon && !opening.word.colon_after)) continue;
    if (rules.has(start.group)) enter(rules.automaton(), start.target, opening.next);
  }
}

void Matcher::step(const Automaton& automaton, const Word& word, std::uint32_t id, std::uint32_t next) {
  for (const std::uint32_t from : active_) {
    const State& state = automaton.states[from];
    for (const Edge& edge : automaton.edges.subspan(state.first_edge, state.edge_count)) {
      if (follows(edge, word, id)) enter(automaton, edge.target, next);
    }
  }
}

std::span<const std::uint16_t> Matcher::match(const RuleGroups& rules, std::string_view line,
                                              std::uint32_t least_words) {
  const Automaton& automaton = rules.automaton();
  if (seen_.size() < automaton.states.size()) seen_.assign(automaton.states.size(), 0), step_ = 0;
  match_count_ = 0;
  active_.clear();
  Word word;
  KeyReader key(line);
  if (!key.look_at_last(word)) return {};
  const LineEnds ends{word_class(word.hash, word.number), std::min<std::uint32_t>(least_words, kNoLimit)};
  const RuleGroups::Openings& openings = rules.openings(ends.least_words);
  const int latest = openings.latest(ends.last);
  const auto may_begin_later = [&](std::uint32_t hash, bool number) {
    return openings.may_begin(hash, number, false, ends.last);
  };
  bool more = key.next(word);
  for (int position = 0; more && (position <= latest || !active_.empty()); ++position) {
    const bool begins = position <= latest && openings.may_begin(word, position == 0, ends.last);
    if (!begins && active_.empty()) {
      position += key.skip_others(openings.beginnings(position + 1), latest - position, may_begin_later);
      more = key.next(word);
      continue;
    }
    if (++step_ == 0) std::fill(seen_.begin(), seen_.end(), 0U), step_ = 1;
    next_.clear();
    const std::uint32_t id = find_word(automaton, word);
    const Word here = word;
    more = key.next(word);
    const std::uint32_t next = more ? word_class(word.hash, word.number) : 0;
    if (!active_.empty()) step(automaton, here, id, next);
    if (begins) {
      const Opening opening{here, static_cast<std::uint32_t>(position), next, ends};
      if (id != kUnknownWord) {
        const VocabularyWord& known = automaton.words[id];
        start(rules, automaton.starts.subspan(known.first_start, known.start_count), opening);
      }
      if (here.number) start(rules, automaton.number_starts, opening);
    }
    active_.swap(next_);
  }
  for (const std::uint32_t state : active_) {
    if (automaton.states[state].accepts != 0)
      accept(static_cast<std::uint16_t>(automaton.states[state].accepts - 1));
  }
  return {matches_.data(), match_count_};
}

}  // namespace newswash
