// A short line as tokens: words, numbers and single marks, each with what the word tables say of it.
// Mine: splitting and phrase look-up. Not mine: what tokens mean together (date_parser.h, byline.h).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reader/facts/words.h"

namespace newswash::facts {

enum class TokenType : std::uint8_t { kWord, kNumber, kMark };

/// Bytes [begin, end) of the line. `kinds` and `month` are those of the word alone; `phrase` is the number of
/// tokens of the longest known phrase that starts here (0 none) and `phrase_kinds` what that phrase is.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  TokenType type = TokenType::kMark;
  bool space_before = true;
  bool upper = false;  // a word that begins with a capital
  bool cased = false;  // a word of a script with case
  std::uint8_t digits = 0;
  std::uint8_t month = 0;
  std::uint8_t phrase = 0;
  std::uint32_t value = 0;  // of a number; the code point of a mark
  std::uint32_t kinds = 0;
  std::uint32_t phrase_kinds = 0;
  std::uint32_t hash = 0;  // of a word, folded
};

using Tokens = std::vector<Token>;

inline constexpr std::size_t kMostTokens = 128;
inline constexpr std::size_t kLongestPhrase = 6;

/// Splits `line` (at most its first `most` tokens) into `tokens`.
void split_tokens(std::string_view line, Languages languages, Tokens& tokens, std::size_t most = kMostTokens);

/// The same without looking anything up: what the tokens are, but not what they mean.
void cut_tokens(std::string_view line, Tokens& tokens, std::size_t most = kMostTokens);

/// A word and the hash of it folded.
struct Word {
  std::uint32_t hash = 0;
  std::size_t end = 0;
};

/// The word that begins with the letter at `at`, as its token is.
Word word_at(std::string_view line, std::size_t at);

/// A word of ASCII letters, `plain` where nothing more can belong to it; its token has the same hash.
struct PlainWord {
  std::uint32_t hash = 0;
  std::size_t end = 0;
  bool plain = false;
};

/// The word of ASCII letters at `at`; the hash goes on from `hash`.
PlainWord plain_word(std::string_view line, std::size_t at, std::uint32_t hash = kWordHashStart);

/// Looks up the phrases that tokens `first` to `last` (not included) begin.
void find_phrases(std::string_view line, Languages languages, Tokens& tokens, std::size_t first,
                  std::size_t last);

/// Splits as many tokens off the start of `line` as its first phrase needs, one more where there is a phrase,
/// and looks that phrase up.
void find_first_phrase(std::string_view line, Languages languages, Tokens& tokens);

}  // namespace newswash::facts
