// What an automaton may not do without: that no two of its words have the same hash. Mine: refusing words
// that hashes cannot tell apart, in the packs when the program is built and in a user's file when it is read.
// Not mine: the hash (key.h).
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "reader/boilerplate/template.h"

namespace newswash {

/// The words of the templates of one automaton.
class WordHashes {
 public:
  /// Adds a template's words. Says what is wrong with them, with each word by its folded form; empty if
  /// nothing is.
  std::string add(const TemplateNode& tree);

 private:
  std::string add_word(const std::string& word);

  std::unordered_map<std::uint32_t, std::string> words_;
};

}  // namespace newswash
