// The template language of the rule files: one template stands for many wordings of a line.
//
//   sign up            words, compared by their folded form (case, accents, quotes, width do not count)
//   (a|b c)            one of these
//   [a|b]              one of these, or nothing
//   {name}             one of the words that the pack lists under [words] name = […]
//   <2-5>  <3>         between two and five words of any kind; exactly three
//   #                  a number, or a word that begins with a digit ("12", "3k")
//   word:              the word, followed by a colon in the line
//   ...                any rest of the line, or (at the start) up to 24 words: "... jpg"
//
// A template matches a whole line. Hyphens part words ("log-in" is "log in"), apostrophes don't ("don't" is
// "dont").
#pragma once

#include <newswash/result.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace newswash {

/// A template as a tree.
struct TemplateNode {
  enum class Kind : std::uint8_t { word, number, any_words, rest, sequence, choice };
  Kind kind = Kind::sequence;
  std::string word;                    // word: folded
  bool colon = false;                  // word: a colon must follow
  std::uint16_t at_least = 0;          // any_words
  std::uint16_t at_most = 0;           // any_words
  std::vector<TemplateNode> children;  // sequence, choice; an empty sequence is "nothing"
};

/// The named alternatives of a pack.
using NamedWords = std::map<std::string, std::vector<std::string>, std::less<>>;

/// Parses a template. On failure the error's column is the byte of `text` at fault, from 1.
Result<TemplateNode> parse_template(std::string_view text, const NamedWords& names);

}  // namespace newswash
