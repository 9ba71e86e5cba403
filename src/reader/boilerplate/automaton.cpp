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

void Matcher::accept(std::uint16_t rule) {
  const auto end = matches_.begin() + static_cast<std::ptrdiff_t>(match_count_);
  if (match_count_ < kMostMatches && std::find(matches_.begin(), end, rule) == end)
    matches_[match_count_++] = rule;
}

void Matcher::enter(const Automaton& automaton, std::uint32_t state) {
  if (seen_[state] == step_) return;
  seen_[state] = step_;
  const State& entered = automaton.states[state];
  if (entered.rest)
    accept(static_cast<std::uint16_t>(entered.accepts - 1));
  else
    next_.push_back(state);
}

void Matcher::start(const Automaton& automaton, std::span<const StartEdge> starts, const Word& word,
                    std::uint32_t position) {
  for (const StartEdge& start : starts) {
    if (start.at_most < position) return;
    if (start.at_least <= position && (!start.colon || word.colon_after)) enter(automaton, start.target);
  }
}

void Matcher::step(const Automaton& automaton, const Word& word, std::uint32_t id) {
  for (const std::uint32_t from : active_) {
    const State& state = automaton.states[from];
    for (const Edge& edge : automaton.edges.subspan(state.first_edge, state.edge_count)) {
      if (follows(edge, word, id)) enter(automaton, edge.target);
    }
  }
}

std::span<const std::uint16_t> Matcher::match(const Automaton& automaton, std::string_view line) {
  if (seen_.size() < automaton.states.size()) seen_.assign(automaton.states.size(), 0), step_ = 0;
  match_count_ = 0;
  active_.clear();
  KeyReader key(line);
  std::uint32_t position = 0;
  for (Word word; key.next(word); ++position) {
    if (++step_ == 0) std::fill(seen_.begin(), seen_.end(), 0U), step_ = 1;
    next_.clear();
    const std::uint32_t id = find_word(automaton, word);
    step(automaton, word, id);
    if (id != kUnknownWord) {
      const VocabularyWord& known = automaton.words[id];
      start(automaton, automaton.starts.subspan(known.first_start, known.start_count), word, position);
    }
    if (word.number) start(automaton, automaton.number_starts, word, position);
    active_.swap(next_);
    if (active_.empty() && position >= automaton.latest_start) return {matches_.data(), match_count_};
  }
  for (const std::uint32_t state : active_) {
    if (automaton.states[state].accepts != 0)
      accept(static_cast<std::uint16_t>(automaton.states[state].accepts - 1));
  }
  return {matches_.data(), match_count_};
}

}  // namespace newswash
