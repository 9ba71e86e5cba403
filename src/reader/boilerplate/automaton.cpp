// Looks words up.
#include "reader/boilerplate/automaton.h"

namespace newswash {

std::string_view known_word(const Automaton& automaton, std::uint32_t hash) noexcept {
  const std::size_t mask = automaton.vocabulary.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const VocabularyWord& word = automaton.vocabulary[at];
    if (word.size == 0) return {};
    if (word.hash == hash) return automaton.letters.substr(word.offset, word.size);
  }
}

}  // namespace newswash
