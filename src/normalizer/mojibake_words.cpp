// Looks words up in the lists of data/mojibake/words.toml. See mojibake_words.h.
#include "normalizer/mojibake_words.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "mojibake_data.h"
#include "normalizer/mojibake_tables.h"

namespace newswash::mojibake {
namespace {

std::size_t word_end(std::span<const Cell> cells, std::size_t at) {
  while (at < cells.size() && properties_of(cells[at].c).is_letter()) ++at;
  return at;
}

bool ends_with(std::span<const char32_t> word, std::u32string_view ending) {
  return word.size() >= ending.size() && word.back() == ending.back() &&
         std::equal(ending.begin(), ending.end(), word.end() - static_cast<std::ptrdiff_t>(ending.size()));
}

bool is_latin(char32_t c) {
  const Properties p = properties_of(c);
  return p.kind() == Kind::ascii_letter || (p.is_letter() && p.script() == Script::latin);
}

}  // namespace

bool is_inside_word(std::span<const Cell> cells, std::size_t at) {
  if (at == 0) return false;
  const auto folded = [](char32_t c) { return c >= U'A' && c <= U'Z' ? c + 32 : c; };
  return std::any_of(kWordsAroundA.begin(), kWordsAroundA.end(), [&](std::u32string_view word) {
    const std::size_t end = at + word.size();
    if (end > cells.size() || (end < cells.size() && properties_of(cells[end].c).is_letter())) return false;
    if (at > 1 && properties_of(cells[at - 2].c).is_letter()) return false;
    if (folded(cells[at - 1].c) != word[0]) return false;
    return std::equal(word.begin() + 1, word.end(), cells.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                      [&](char32_t c, const Cell& cell) { return c == cell.c; });
  });
}

bool joins_next_word(std::span<const Cell> cells, std::size_t at) {
  if (at > 0 && properties_of(cells[at - 1].c).is_letter()) return false;
  const std::size_t begin = at + 2;
  const std::size_t end = word_end(cells.subspan(0, std::min(cells.size(), begin + 8)), begin);
  if (end <= begin || (end < cells.size() && (cells[end].c == U'\'' || cells[end].c == U'’'))) return false;
  return std::any_of(kWordsJoined.begin(), kWordsJoined.end(), [&](std::u32string_view word) {
    return word.size() == end - begin &&
           std::equal(word.begin(), word.end(), cells.begin() + static_cast<std::ptrdiff_t>(begin),
                      [](char32_t c, const Cell& cell) { return c == cell.c; });
  });
}

bool neighbours_are_latin(std::span<const Cell> cells, std::size_t begin, std::size_t end) {
  bool found = false;
  const auto agrees = [&](std::size_t place) {
    if (!properties_of(cells[place].c).is_letter()) return -1;
    found |= is_latin(cells[place].c);
    return is_latin(cells[place].c) ? 1 : 0;
  };
  int left = -1;
  for (std::size_t i = begin; i > 0 && begin - i < 5 && left < 0; --i) left = agrees(i - 1);
  int right = -1;
  for (std::size_t i = end; i < cells.size() && i - end < 5 && right < 0; ++i) right = agrees(i);
  return found && left != 0 && right != 0;
}

int points_of_repaired(std::span<const char32_t> word) {
  const auto is_word = [&](std::u32string_view known) {
    return known.size() == word.size() && std::equal(known.begin(), known.end(), word.begin());
  };
  return std::any_of(kWordsRepaired.begin(), kWordsRepaired.end(), is_word) ? kWordKnown : 0;
}

int points_as_it_stands(std::span<const char32_t> word) {
  const auto ends = [&](std::u32string_view ending) { return ends_with(word, ending); };
  return std::any_of(kWordsAsTheyStand.begin(), kWordsAsTheyStand.end(), ends) ? -kWordAsItStands : 0;
}

}  // namespace newswash::mojibake
