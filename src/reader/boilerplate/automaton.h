// All templates of all rules as one automaton over folded words: a line is read once, word by word, and dies
// at the first word that no rule continues with. The tables are plain arrays, so packs compiled at build time
// cost nothing at start-up (automaton_builder.h makes them, generate_rules.cpp writes them out).
#pragma once

#include <array>
#include <bit>
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

/// The class of a word, one bit of 32: numbers are one class, other words fall into one by hash.
constexpr std::uint32_t word_class(std::uint32_t hash, bool number) noexcept {
  return number ? 1U << 31 : 1U << ((hash >> 16) % 31);
}
inline constexpr std::uint32_t kAnyClass = 0xFFFFFFFFU;

/// How a template begins: its first word that is not "any word", and how many words may stand before it.
struct StartEdge {
  std::uint32_t label;  // word id or kNumber
  std::uint32_t target;
  std::uint32_t next_words;  // the classes of the words that may follow, or-ed together
  std::uint32_t last_words;  // the classes of the words that a matching line may end with
  std::uint8_t most_words;   // of a matching line; kNoLimit: any
  std::uint8_t at_least;
  std::uint8_t at_most;  // up to kLatest
  std::uint8_t group;    // of the rule, 0..63
  bool colon;
};
inline constexpr std::uint8_t kNoLimit = 255;
inline constexpr std::uint8_t kLatest = 24;  // "..." at a template's start stands for this many words

/// What reaching a state means.
struct State {
  std::uint32_t first_edge;
  std::uint32_t next_words;  // the classes of the words that may follow, or-ed together
  std::uint16_t edge_count;
  std::uint16_t accepts : 15;  // rule index + 1 if the line may end here, else 0
  std::uint16_t rest : 1;      // whatever follows belongs to the match
};

struct VocabularyWord {
  std::uint32_t hash;         // word_hash()
  std::uint32_t offset;       // in `letters`
  std::uint32_t first_start;  // the templates it begins, in `starts`; those that may begin latest come first
  std::uint16_t start_count;
  std::uint16_t length;
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
  std::span<const std::uint32_t> starts_by_group;  // indices of `starts`
};

/// What is known of a line before its words are read.
struct LineEnds {
  std::uint32_t last = 0;         // the class of its last word
  std::uint32_t least_words = 0;  // it has at least so many
};

/// Some groups of an automaton's rules, and what their templates ask of a line's first and last words and of
/// its length: most lines are none of theirs, and it takes two words and one look to see it.
class RuleGroups {
 public:
  static constexpr std::uint64_t kAll = ~std::uint64_t{0};

  /// `groups`: one bit each. The arrays that `automaton` views must outlive this.
  RuleGroups(const Automaton& automaton, std::uint64_t groups);

  const Automaton& automaton() const { return automaton_; }
  bool has(std::uint8_t group) const { return (groups_ >> group & 1) != 0; }

  /// The classes of last words of the templates that begin with a word, at a line's start or later.
  struct Place {
    std::uint32_t first = 0;
    std::uint32_t later = 0;
  };

  /// Where the templates of lines with at least so many words may begin.
  class Openings {
   public:
    /// Whether one may begin with `word`, as a line's first or as a later word. Never false where one does.
    bool may_begin(const Word& word, bool first, std::uint32_t last) const {
      return may_begin(word.hash, word.number, first, last);
    }
    bool may_begin(std::uint32_t hash, bool number, bool first, std::uint32_t last) const {
      const std::uint32_t classes = classes_at(places_[hash % kPlaces], first);
      return ((number ? classes | classes_at(numbers_, first) : classes) & last) != 0;
    }

    /// The words that one may begin with after `position` others.
    const WordBeginnings& beginnings(int position) const { return position <= kNear ? near_ : far_; }

    /// None begins after this many words in a line whose last word is of class `last`; -1: none at all.
    int latest(std::uint32_t last) const { return latest_[static_cast<std::size_t>(std::countr_zero(last))]; }

   private:
    friend class RuleGroups;
    static constexpr std::size_t kPlaces = 1024;
    static constexpr int kNear = 6;  // hardly a template begins after more words

    static std::uint32_t classes_at(const Place& place, bool first) {
      return first ? place.first : place.later;
    }
    void add(const StartEdge& start, Place& place);
    void add_beginning(const StartEdge& start, std::string_view word);

    std::array<Place, kPlaces> places_{};
    Place numbers_;
    WordBeginnings near_, far_;
    std::array<std::int8_t, 32> latest_{};
    std::array<std::uint32_t, kLatest + 1> by_latest_{};  // the classes of templates that may begin so late
  };

  const Openings& openings(std::uint32_t least_words) const {
    return openings_[(least_words >= kLengths[1]) + (least_words >= kLengths[2]) +
                     (least_words >= kLengths[3])];
  }

 private:
  static constexpr std::array<std::uint32_t, 4> kLengths = {0, 16, 28, 42};

  void add(const StartEdge& start);

  Automaton automaton_;
  std::uint64_t groups_;
  std::array<Openings, kLengths.size()> openings_;
};

/// The rules whose templates match a whole line; at most kMostMatches, in no order.
class Matcher {
 public:
  static constexpr std::size_t kMostMatches = 64;

  /// Indices of rules of these groups. `least_words`: the line is known to have that many, 0 if nothing is
  /// known. The span lives until the next call.
  std::span<const std::uint16_t> match(const RuleGroups& rules, std::string_view line,
                                       std::uint32_t least_words = 0);

 private:
  /// A word where a template may begin.
  struct Opening {
    const Word& word;
    std::uint32_t position;
    std::uint32_t next;  // the class of the word after it; 0: none
    LineEnds ends;
  };

  void start(const RuleGroups& rules, std::span<const StartEdge> starts, const Opening& opening);
  void step(const Automaton& automaton, const Word& word, std::uint32_t id, std::uint32_t next);
  void enter(const Automaton& automaton, std::uint32_t state, std::uint32_t next);
  void accept(std::uint16_t rule);

  std::vector<std::uint32_t> active_, next_;
  std::vector<std::uint32_t> seen_;  // by state: the step that entered it last
  std::uint32_t step_ = 0;
  std::array<std::uint16_t, kMostMatches> matches_{};
  std::size_t match_count_ = 0;
};

}  // namespace newswash
