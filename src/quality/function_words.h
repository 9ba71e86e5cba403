// The function words of a language, as hashes. Mine: looking them up. Not mine: the words
// (data/languages.toml, made into a table by generate_function_words.cpp).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace newswash::quality {

/// A word's token hash in lower case and with a capital first letter.
struct FunctionWord {
  std::uint64_t lower;
  std::uint64_t title;
};

/// The most frequent first; empty for "" and for languages without a list.
std::span<const FunctionWord> function_words(std::string_view language) noexcept;

/// The same words, for looking up a token's hash in either spelling.
class FunctionWordSet {
 public:
  explicit FunctionWordSet(std::span<const FunctionWord> words);

  bool has(std::uint64_t token) const noexcept {
    for (std::size_t at = token & mask_;; at = (at + 1) & mask_) {
      if (slots_[at] == token) return true;
      if (slots_[at] == 0) return false;
    }
  }

 private:
  void add(std::uint64_t token);

  std::vector<std::uint64_t> slots_;  // 0: free
  std::size_t mask_;
};

/// An empty set for "" and for languages without a list. Sets are made once, for all threads.
const FunctionWordSet& function_word_set(std::string_view language) noexcept;

}  // namespace newswash::quality
