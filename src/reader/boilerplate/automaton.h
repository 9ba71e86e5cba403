// All templates of all rules as one automaton over folded words: a line is read once, word by word, and dies
// at the first word that no rule continues with. The tables are plain arrays, so packs compiled at build time
// cost nothing at start-up (automaton_builder.h makes them, generate_rules.cpp writes them out).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "reader/boilerplate/key.h"

namespace newswash {

/// Labels of edges that are no word of the vocabulary.
enum SpecialLabel : std::uint32_t { kAnyWord = 0xFFFFFFF0U, kNumber = 0xFFFFFFF1U };

struct Edge {
  std::uint32_t label;   // word id or SpecialLabel
  std::uint32_t target;  // state
  bool colon;            // only if a colon follows the word
};

/// How a template begins: its first word that is not "any word", and how many words may stand before it.
struct StartEdge {
  std::uint32_t label;  // word id or kNumber
  std::uint32_t target;
  bool colon;
  std::uint8_t at_least;
  std::uint8_t at_most;
};

/// What reaching a state means.
struct State {
  std::uint32_t first_edge;
  std::uint32_t edge_count;
  std::uint16_t accepts;  // rule index + 1 if the line may end here, else 0
  bool rest;              // whatever follows belongs to the match
};

struct VocabularyWord {
  std::uint32_t offset;  // in `letters`
  std::uint16_t length;
  std::uint32_t first_start;  // the templates it begins, in `starts`; those that may begin latest come first
  std::uint32_t start_count;
};

/// A place of the vocabulary's hash table; `word` is the id + 1, or 0 where it is free.
struct Bucket {
  std::uint32_t hash;
  std::uint32_t word;
};

/// Views into arrays that somebody else owns.
struct Automaton {
  std::string_view letters;
  std::span<const VocabularyWord> words;
  std::span<const Bucket> buckets;  // a power of two of them; open addressing by word_hash()
  std::span<const State> states;
  std::span<const Edge> edges;
  std::span<const StartEdge> starts;  // by word
  std::span<const StartEdge> number_starts;
  std::uint32_t latest_start;  // no template begins after this many words
};

/// The rules whose templates match a whole line; at most kMostMatches, in no order.
class Matcher {
 public:
  static constexpr std::size_t kMostMatches = 16;

  /// Rule indices. The span lives until the next call.
  std::span<const std::uint16_t> match(const Automaton& automaton, std::string_view line);

 private:
  void start(const Automaton& automaton, std::span<const StartEdge> starts, const Word& word,
             std::uint32_t position);
  void step(const Automaton& automaton, const Word& word, std::uint32_t id);
  void enter(const Automaton& automaton, std::uint32_t state);
  void accept(std::uint16_t rule);

  std::vector<std::uint32_t> active_, next_;
  std::vector<std::uint32_t> seen_;  // by state: the step that entered it last
  std::uint32_t step_ = 0;
  std::array<std::uint16_t, kMostMatches> matches_{};
  std::size_t match_count_ = 0;
};

}  // namespace newswash
