// Draws lines from the sample articles and the rules' examples and spoils some of them.
#include "properties/generated_text.h"

#include <array>
#include <string_view>

#include "properties/files.h"
#include "reader/boilerplate/packs.h"
#include "reader/boilerplate/rule_file.h"

namespace newswash::testing {
namespace {

/// Put between two characters of a line.
constexpr std::array<std::string_view, 47> kSpoilers = {
    "\u00A0",
    "  ",
    "\t",
    "\u2009",
    "\u3000",
    "\u00AD",
    "\u200B",
    "\u200C",
    "\u200D",
    "\u200E",
    "\u202E",
    "\uFEFF",
    "\uFE0F",
    "\U0001F468",
    "\U0001F3F4",
    "\x01",
    "\x1B[31m",
    "\x7F",
    "\u0085",
    "\u0093",
    "&amp;",
    "&nbsp;",
    "&lt;b&gt;",
    "&#8217;",
    "&copy",
    "Ã©",
    "â€™",
    "â€œwordâ€",
    "Â",
    "ï»¿",
    "\u2028",
    "e\u0301",
    "ﬁ",
    "Ｗ",
    "[",
    "](/a)",
    "](https://example.org/a b-\nc \"d\")",
    "![](/a.png)",
    "**",
    "_",
    "\\-",
    "\n, ",
    "\n. ",
    "\n(\n",
    "\n) ",
    "\n> ",
    "\n# ",
};
constexpr std::array<std::string_view, 6> kLineEnds = {"\n",        "\n\n",     "\r\n",
                                                       "\n \n\n\n", "\r\n\r\n", "\n\n\n"};
constexpr std::array<std::string_view, 6> kPlainLines = {"می‌خواهم کتاب‌ها را ببینم",
                                                         "Обстріл тривав до ранку, повідомила влада.",
                                                         "首相は会見で「状況は深刻だ」と述べた。",
                                                         "“Close a Chapter”",
                                                         "- item one of a list",
                                                         "12.5 % of the votes"};

std::size_t character_boundary(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) ++at;
  return at;
}

Ingredients load_ingredients() {
  Ingredients all;
  for (const NamedText& seed : seeds()) {
    std::size_t begin = 0;
    for (std::size_t end; begin < seed.bytes.size(); begin = end + 1) {
      end = std::min(seed.bytes.find('\n', begin), seed.bytes.size());
      if (end - begin > 60) all.prose.push_back(seed.bytes.substr(begin, end - begin));
    }
  }
  for (const PackSource& pack : built_in_packs()) {
    const auto file = parse_rule_file(pack.toml, pack.name);
    if (!file) continue;
    for (const Rule& rule : file->rules) {
      all.furniture.insert(all.furniture.end(), rule.examples.begin(), rule.examples.end());
      all.furniture.insert(all.furniture.end(), rule.counterexamples.begin(), rule.counterexamples.end());
    }
  }
  return all;
}

template <typename List>
auto& any_of(const List& list, Random& random) {
  return list[random.below(list.size())];
}

std::string line(Random& random) {
  std::string text;
  switch (random.below(8)) {
    case 0:
    case 1:
    case 2:
      text = any_of(ingredients().prose, random);
      break;
    case 3:
      text = any_of(kPlainLines, random);
      break;
    case 4:  // a headline-like line: the beginning of a sentence
      text = any_of(ingredients().prose, random);
      text.resize(std::min(text.find(' ', 40), text.size()));
      break;
    default:
      text = any_of(ingredients().furniture, random);
  }
  if (random.one_in(3)) {
    for (std::size_t i = random.below(3) + 1; i > 0; --i)
      text.insert(character_boundary(text, random.below(text.size() + 1)), any_of(kSpoilers, random));
  }
  return text;
}

}  // namespace

std::uint64_t Random::next() {
  std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15U;
  mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBU;
  return mixed ^ mixed >> 31;
}

const Ingredients& ingredients() {
  static const Ingredients all = load_ingredients();
  return all;
}

std::string generated_text(std::uint64_t seed) {
  Random random(seed);
  std::string text;
  std::string previous;
  for (std::size_t lines = random.below(40); lines > 0; --lines) {
    std::string next = !previous.empty() && random.one_in(12) ? previous : line(random);
    text += next;
    text += any_of(kLineEnds, random);
    previous = std::move(next);
  }
  if (random.one_in(2)) text += line(random);  // no line end at the end
  return text;
}

std::string mutated(std::string text, Random& random) {
  for (std::size_t changes = random.below(8) + 1; changes > 0; --changes) {
    const std::size_t at = random.below(text.size() + 1);
    switch (random.below(5)) {
      case 0:
        text.insert(at, 1, static_cast<char>(random.below(256)));
        break;
      case 1:
        text.insert(at, any_of(kSpoilers, random));
        break;
      case 2:
        text.erase(at, random.below(20));
        break;
      case 3:
        text.insert(at, text.substr(random.below(text.size() + 1), random.below(200)));
        break;
      default:
        if (at < text.size()) text[at] = static_cast<char>(random.below(256));
    }
  }
  return text;
}

}  // namespace newswash::testing
