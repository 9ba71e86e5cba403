// Runs the automaton over a line: the line is read once, word by word, and dies at the first word that no
// rule continues with. Mine: the states a line's words lead to. Not mine: the tables (automaton.h), where
// templates may begin (rule_groups.h), words (key.h).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "reader/boilerplate/rule_groups.h"

namespace newswash {

/// The rules whose templates match a whole line; at most kMostMatches, in no order.
class Matcher {
 public:
  static constexpr std::size_t kMostMatches = 64;

  /// Indices of rules of these groups. `least_words`: the line is known to have that many, 0 if nothing is
  /// known. The span lives until the next call.
  std::span<const std::uint16_t> match(const RuleGroups& rules, std::string_view line,
                                       std::uint32_t least_words = 0);

 private:
  /// A word of the line, and what is known of the line around it.
  struct Place {
    const KeyReader* key;       // reads the line
    std::uint32_t position;     // words before it
    std::uint32_t next;         // the class of what follows it
    std::uint32_t least_words;  // of the line
  };

  void take(const Word& word);
  bool is_known(const Automaton& automaton);
  std::uint32_t last_word(const KeyReader& key);
  void start(const Automaton& automaton, std::span<const Start> starts, const Place& place, bool sure);
  void step(const Automaton& automaton, std::uint32_t next);
  bool follows(const Automaton& automaton, const Edge& edge);
  void enter(const Automaton& automaton, std::uint32_t state, std::uint32_t next);
  void accept(std::uint16_t rule);

  std::string_view line_;
  std::uint32_t last_word_ = 0;                        // the class of the line's last word; 0: not looked at
  Word word_;                                          // the word that leads on …
  std::array<char, KeyReader::kLongestWord> letters_;  // … its letters …
  bool asked_ = false;                                 // … and whether the vocabulary was asked …
  bool known_ = false;                                 // … and knows it
  std::vector<std::uint32_t> active_, next_;           // states
  std::vector<std::uint64_t> seen_;                    // a bit a state: is in `next_`
  std::array<std::uint16_t, kMostMatches> matches_{};
  std::size_t match_count_ = 0;
};

}  // namespace newswash
