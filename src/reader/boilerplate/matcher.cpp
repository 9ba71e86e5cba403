// The set of states a line's words lead to, one step a word.
#include "reader/boilerplate/matcher.h"

#include <algorithm>

namespace newswash {
namespace {

/// Has the processor fetch what is read after the next word.
void prefetch(const void* place) noexcept {
#if defined(__GNUC__)
  __builtin_prefetch(place);
#endif
}

}  // namespace

/// Keeps a word beyond the reader's next.
void Matcher::take(const Word& word) {
  word_ = word;
  std::copy(word.folded.begin(), word.folded.end(), letters_.begin());
  word_.folded = {letters_.data(), word.folded.size()};
  asked_ = false;
}

/// Whether the word is the vocabulary's, not only its hash.
inline bool Matcher::is_known(const Automaton& automaton) {
  if (!asked_) {
    known_ = known_word(automaton, word_.hash) == word_.folded;
    asked_ = true;
  }
  return known_;
}

inline std::uint32_t Matcher::last_word(const KeyReader& key) {
  if (last_word_ != 0) return last_word_;
  Word word;
  if (key.look_at_last(word)) last_word_ = word_class(word.hash, word.number);
  return last_word_;
}

void Matcher::accept(std::uint16_t rule) {
  const auto end = matches_.begin() + static_cast<std::ptrdiff_t>(match_count_);
  if (match_count_ < kMostMatches && std::find(matches_.begin(), end, rule) == end)
    matches_[match_count_++] = rule;
}

/// Enters a state if what comes next, of the class `next`, lets it live on or accept.
inline void Matcher::enter(const Automaton& automaton, std::uint32_t state, std::uint32_t next) {
  const State& entered = automaton.states[state];
  if (entered.rest != 0) return accept(static_cast<std::uint16_t>(entered.accepts - 1));
  if ((entered.next_words & next) == 0) return;
  const std::uint64_t bit = std::uint64_t{1} << state % 64;
  if ((seen_[state / 64] & bit) != 0) return;
  seen_[state / 64] |= bit;
  next_.push_back(state);
  prefetch(automaton.edges.data() + entered.first_edge);
}

/// Enters the templates that begin here. `sure`: with a number; else with the word, if it is the
/// vocabulary's.
void Matcher::start(const Automaton& automaton, std::span<const Start> starts, const Place& place,
                    bool sure) {
  for (const Start& start : starts) {
    if (start.at_most < place.position) return;
    if ((start.next_words & place.next) == 0) continue;
    if (start.at_least > place.position || start.most_words < place.least_words) continue;
    if ((start.last_words & last_word(*place.key)) == 0 || (start.colon && !colon_after(line_, word_)))
      continue;
    if (!sure && !is_known(automaton)) return;
    enter(automaton, start.target, place.next);
  }
}

bool Matcher::follows(const Automaton& automaton, const Edge& edge) {
  if (edge.colon != 0 && !colon_after(line_, word_)) return false;
  return edge.label == kAnyWord || (edge.label == kNumber ? word_.number : is_known(automaton));
}

void Matcher::step(const Automaton& automaton, std::uint32_t next) {
  for (const std::uint32_t from : active_) {
    const State& state = automaton.states[from];
    for (const Edge& edge : automaton.edges.subspan(state.first_edge, state.edge_count)) {
      const bool may_follow = edge.label == word_.hash || edge.label >= kAnyWord;
      if (may_follow && follows(automaton, edge)) enter(automaton, edge.target, next);
    }
  }
}

std::span<const std::uint16_t> Matcher::match(const RuleGroups& rules, std::string_view line,
                                              std::uint32_t least_words) {
  const Automaton& automaton = rules.automaton();
  if (seen_.size() * 64 < automaton.states.size()) seen_.assign(automaton.states.size() / 64 + 1, 0);
  match_count_ = 0;
  line_ = line;
  last_word_ = 0;
  least_words = std::min<std::uint32_t>(least_words, kNoLimit);
  const RuleGroups::Openings& openings = rules.openings(least_words);
  const int latest = rules.latest(least_words);
  const auto may_begin_later = [&](std::uint32_t hash, bool number) {
    return openings.may_begin_later(hash, number);
  };
  KeyReader key(line);
  Word word;
  bool more = key.next(word);
  for (int position = 0; more && (position <= latest || !active_.empty()); ++position) {
    const bool begins = position == 0
                            ? openings.may_begin(word.hash, word.number)
                            : position <= latest && openings.may_begin_later(word.hash, word.number);
    const auto by_word = begins ? rules.starts(word.hash) : std::span<const Start>();
    const auto by_number = begins && word.number ? rules.starts(kNumber) : std::span<const Start>();
    if (by_word.empty() && by_number.empty() && active_.empty()) {
      const int most = latest - position;  // of the words after this one, as many are to be looked at
      const int others = key.skip_others(openings.beginnings(position + 1), most, may_begin_later);
      if (others == most) break;
      position += others;
      more = key.next(word);
      continue;
    }
    if (!by_word.empty()) prefetch(by_word.data());
    take(word);
    more = key.next(word);
    const Place place{&key, static_cast<std::uint32_t>(position),
                      more ? word_class(word.hash, word.number) : kEndClass, least_words};
    if (!active_.empty()) step(automaton, place.next);
    if (!by_word.empty()) start(automaton, by_word, place, false);
    if (!by_number.empty()) start(automaton, by_number, place, true);
    for (const std::uint32_t state : next_) seen_[state / 64] = 0;
    active_.swap(next_);
    next_.clear();
  }
  for (const std::uint32_t state : active_) {
    if (automaton.states[state].accepts != 0)
      accept(static_cast<std::uint16_t>(automaton.states[state].accepts - 1));
  }
  active_.clear();
  return {matches_.data(), match_count_};
}

}  // namespace newswash
