// Looking for cue words in a short line. Mine: cutting words, the look-up. Not mine: the words
// (data/model/cues.txt). Main function: find_cue.
#include "reader/body/cues.h"

#include <array>

#include "body_model.h"
#include "reader/body/word_hash.h"

namespace newswash::body {
namespace {

using generated::kCueTable;

bool may_be_cue(std::uint32_t hash) {
  return (generated::kCueFilter[(hash >> 6) & 127U] >> (hash & 63U) & 1U) != 0;
}

Cue find_in_table(std::uint32_t hash) {
  constexpr std::size_t kMask = kCueTable.size() - 1;
  for (std::size_t at = (hash >> 13) & kMask; kCueTable[at].cue != 0; at = (at + 1) & kMask) {
    if (kCueTable[at].hash == hash) return static_cast<Cue>(kCueTable[at].cue);
  }
  return Cue::none;
}

Cue look_up(std::uint32_t hash) {
  return may_be_cue(hash) ? find_in_table(hash) : Cue::none;
}

/// Characters that stand between words.
constexpr std::array<bool, 256> kGaps = [] {
  std::array<bool, 256> gaps{};
  for (std::size_t c = 0; c <= ' '; ++c) gaps[c] = true;
  for (const char c : std::string_view(",:;()|[]/>!?\"")) gaps[static_cast<unsigned char>(c)] = true;
  return gaps;
}();

bool is_gap(char c) {
  return kGaps[static_cast<unsigned char>(c)];
}

std::string_view next_word(std::string_view text, std::size_t& at) {
  while (at < text.size() && is_gap(text[at])) ++at;
  const std::size_t begin = at;
  while (at < text.size() && !is_gap(text[at])) ++at;
  return text.substr(begin, at - begin);
}

Cue cue_of_words(std::string_view text) {
  std::size_t at = 0;
  std::uint32_t before = 0;
  Cue single = Cue::none;
  for (std::string_view word = next_word(text, at); !word.empty(); word = next_word(text, at)) {
    const std::uint32_t hash = word_hash(word);
    if (before != 0) {
      const Cue pair = look_up(pair_hash(before, hash));
      if (pair != Cue::none) return pair;
    }
    if (single == Cue::none) single = look_up(hash);
    before = hash;
  }
  return single;
}

/// Scripts without spaces: every run of two to four characters is tried.
Cue cue_of_characters(std::string_view text) {
  for (std::size_t begin = 0; begin + 6 <= text.size(); begin += 3) {
    for (std::size_t size = 6; size <= 12 && begin + size <= text.size(); size += 3) {
      const Cue cue = look_up(word_hash(text.substr(begin, size)));
      if (cue != Cue::none) return cue;
    }
  }
  return Cue::none;
}

bool is_wide(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  return lead >= 0xe3 && lead <= 0xed;
}

}  // namespace

Cue find_cue(std::string_view text) {
  if (text.empty()) return Cue::none;
  const Cue cue = cue_of_words(text);
  return cue == Cue::none && is_wide(text) ? cue_of_characters(text) : cue;
}

}  // namespace newswash::body
