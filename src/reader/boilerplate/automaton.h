// All templates of all rules as one automaton over folded words. Mine: its tables, plain arrays, so that
// packs compiled at build time cost nothing at start-up (automaton_builder.h makes them, generate_rules.cpp
// writes them out). Not mine: where templates begin (rule_groups.h), running it (matcher.h).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace newswash {

/// An edge's label is a word_hash() or one of these, which no word of the vocabulary hashes to
/// (word_hashes.h). All hashes from kAnyWord on are kept for them.
enum SpecialLabel : std::uint32_t { kAnyWord = 0xFFFFFFF0U, kNumber = 0xFFFFFFF1U };

struct Edge {
  std::uint32_t label;
  std::uint32_t target : 31;  // state
  std::uint32_t colon : 1;    // only if a colon follows the word

  bool operator==(const Edge&) const = default;
};

/// The class of what may follow a word, one bit of 32: numbers are one class, the line's end is another,
/// other words fall into one by hash.
constexpr std::uint32_t word_class(std::uint32_t hash, bool number) noexcept {
  return number ? 1U << 31 : 1U << ((hash >> 16) % 30);
}
inline constexpr std::uint32_t kEndClass = 1U << 30;
inline constexpr std::uint32_t kAnyWordClass = ~kEndClass;

/// How a template begins: its first word that is not "any word", and how many words may stand before it.
struct Start {
  std::uint32_t target;      // state
  std::uint32_t next_words;  // the classes of what may follow, or-ed together
  std::uint32_t last_words;  // the classes of the words that a matching line may end with
  std::uint8_t most_words;   // of a matching line; kNoLimit: any
  std::uint8_t at_least;
  std::uint8_t at_most;  // up to kLatest
  bool colon;            // only if one follows the first word

  bool operator==(const Start&) const = default;
};

/// A Start with what it is found by.
struct LabelledStart {
  std::uint32_t label;
  std::uint32_t group;  // of the rule, 0..63
  Start start;

  bool operator==(const LabelledStart&) const = default;
};

/// The order of starts: by label, and then those first that may begin latest.
inline bool stands_before(const LabelledStart& a, const LabelledStart& b) noexcept {
  return a.label != b.label ? a.label < b.label : a.start.at_most > b.start.at_most;
}
inline constexpr std::uint8_t kNoLimit = 255;
inline constexpr std::uint8_t kLatest = 24;  // "..." at a template's start stands for this many words

/// What reaching a state means.
struct State {
  std::uint32_t first_edge;
  std::uint32_t next_words;  // the classes of what may follow, or-ed together
  std::uint16_t edge_count;
  std::uint16_t accepts : 15;  // rule index + 1 if the line may end here, else 0
  std::uint16_t rest : 1;      // whatever follows belongs to the match
};

/// A place of the vocabulary's hash table; free where `size` is 0.
struct VocabularyWord {
  std::uint32_t hash;         // word_hash(), no other word's (word_hashes.h)
  std::uint32_t offset : 24;  // in `letters`
  std::uint32_t size : 8;
};

/// Views into arrays that somebody else owns.
struct Automaton {
  std::string_view letters;
  std::span<const VocabularyWord> vocabulary;  // a power of two of them; open addressing by hash
  std::span<const State> states;
  std::span<const Edge> edges;
  std::span<const LabelledStart> starts;  // pack by pack
};

/// The vocabulary's word of this hash; empty if there is none.
std::string_view known_word(const Automaton& automaton, std::uint32_t hash) noexcept;

}  // namespace newswash
