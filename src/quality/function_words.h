// The function words of a language, as hashes. Mine: looking them up. Not mine: the words
// (data/languages.toml, made into a table by generate_function_words.cpp).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace newswash::quality {

/// A word's token hash in lower case and with a capital first letter.
struct FunctionWord {
  std::uint64_t lower;
  std::uint64_t title;
};

/// The most frequent first; empty for "" and for languages without a list.
std::span<const FunctionWord> function_words(std::string_view language) noexcept;

}  // namespace newswash::quality
