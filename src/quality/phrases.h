// Finds fixed ASCII phrases in any case, jumping from one rare letter to the next. Mine: the search. Not
// mine: the phrases (metrics_*.cpp).
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace newswash::quality {

/// A phrase in lower case, and the place of its rarest letter.
struct Phrase {
  std::string_view text;
  std::size_t rare = 0;
};

constexpr char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

/// Whether `text` begins with `phrase`, in any case.
constexpr bool begins_with(std::string_view text, std::string_view phrase) {
  return text.size() >= phrase.size() && std::equal(phrase.begin(), phrase.end(), text.begin(),
                                                    [](char a, char b) { return a == ascii_lower(b); });
}

constexpr bool ends_with(std::string_view text, std::string_view phrase) {
  return text.size() >= phrase.size() && begins_with(text.substr(text.size() - phrase.size()), phrase);
}

/// Calls `take(place)` for every occurrence; those whose rare letter is in lower case come first.
template <typename Take>
void for_each_place(std::string_view text, const Phrase& phrase, Take take) {
  const char lower = phrase.text[phrase.rare];
  for (const char letter : {lower, static_cast<char>(lower & ~0x20)}) {
    for (std::size_t at = text.find(letter); at != text.npos; at = text.find(letter, at + 1)) {
      if (at >= phrase.rare && begins_with(text.substr(at - phrase.rare), phrase.text))
        take(at - phrase.rare);
    }
  }
}

inline bool contains(std::string_view text, const Phrase& phrase) {
  bool found = false;
  for_each_place(text, phrase, [&](std::size_t) { found = true; });
  return found;
}

}  // namespace newswash::quality
