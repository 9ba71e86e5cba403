// One rule of boilerplate wording as a rule file states it. Mine: what a rule says. Not mine: reading the
// file (rule_file.h), the template language (template.h), matching (automaton.h), deciding (strip.h).
#pragma once

#include <newswash/category.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace newswash {

/// Where in an article a rule may take a line; flags. The head ends where the first prose stays, the tail
/// begins after the last prose that stays.
enum Where : std::uint8_t { kHead = 1, kBody = 2, kTail = 4, kAnywhere = 7 };

/// Categories whose lines editors also write under their articles (a credit, a disclaimer, a photograph's
/// caption): in a text that shows no other furniture they stay, unless the rule says otherwise.
inline constexpr std::array kDoubtful = {
    Category::credit, Category::copyright, Category::disclaimer, Category::caption, Category::image,
    Category::legal,  Category::read_more, Category::page_date,  Category::tags,    Category::other};

/// Rules are matched in groups: those of a pack that sentences may match, and those that are labels only.
inline constexpr std::uint8_t kSentenceGroup = 0;
inline constexpr std::uint8_t kLabelGroup = 1;
inline constexpr std::uint8_t kGroupsPerPack = 2;

/// What goes with the line that matched.
enum class Takes : std::uint8_t {
  line,  // nothing else
  next,  // the next line, if it reads like a headline
  run,   // the run of headline-like lines that follows
  rest,  // everything that follows
};

/// One wording: the template and where it stands in its file, for messages.
struct Wording {
  std::string text;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

struct Rule {
  std::string id;    // "en.newsletter.sign-up": the pack's language, then the file's id
  std::string pack;  // the pack's language, "und" for the language-free one
  Category category = Category::other;
  Category taken_category = Category::other;  // of what goes with the line
  std::uint8_t where = kAnywhere;
  Takes takes = Takes::line;
  bool alone = true;      // false: taken only where the text shows other furniture
  bool sentences = true;  // false: a line that ends like a sentence is not meant
  std::vector<Wording> match;
  std::vector<std::string> examples;
  std::vector<std::string> counterexamples;
};

}  // namespace newswash
