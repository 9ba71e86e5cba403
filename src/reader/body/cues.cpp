// Looking for cue words in a short line. Mine: cutting words, the look-up. Not mine: the words
// (data/model/cues.txt). Main function: find_cue.
#include "reader/body/cues.h"

#include <array>
#include <bit>

#include "body_model.h"
#include "reader/body/byte_masks.h"
#include "reader/body/word_hash.h"

namespace newswash::body {
namespace {

using generated::kCueTable;

bool may_be_cue(std::uint32_t hash) {
  return (generated::kCueFilter[(hash >> 6) & 127U] >> (hash & 63U) & 1U) != 0;
}

/// False where no cue has a word that begins, ends and measures like this one.
bool may_be_of_cue(const char* word, std::size_t size) {
  const std::uint16_t beginning = generated::kCueSizesByBeginning[byte_pair(word[0], word[size > 1 ? 1 : 0])];
  const std::uint16_t ends = generated::kCueSizesByEnds[byte_pair(word[0], word[size - 1])];
  return (beginning & ends & size_bit(size)) != 0;
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

/// The first cue among words that come one after the other: a pair before a single word.
class CueWords {
 public:
  /// True when the answer is known.
  bool add(std::uint32_t hash) {
    if (before_ != 0) pair_ = look_up(pair_hash(before_, hash));
    if (pair_ != Cue::none) return true;
    if (single_ == Cue::none) single_ = look_up(hash);
    before_ = hash;
    return false;
  }

  /// The next word is none of a cue.
  void pass() { before_ = 0; }

  [[nodiscard]] Cue cue() const { return pair_ != Cue::none ? pair_ : single_; }

 private:
  std::uint32_t before_ = 0;
  Cue single_ = Cue::none;
  Cue pair_ = Cue::none;
};

void add_words(std::string_view text, CueWords& words) {
  std::size_t at = 0;
  for (std::string_view word = next_word(text, at); !word.empty(); word = next_word(text, at)) {
    if (words.add(word_hash(word))) return;
  }
}

#if defined(__SSE2__)
/// As kGaps has it.
__m128i gaps_of(__m128i here) {
  const __m128i pairs = _mm_and_si128(here, _mm_set1_epi8(static_cast<char>(0xfe)));
  const __m128i upto_quote = _mm_set1_epi8('"');
  __m128i gaps = _mm_cmpeq_epi8(_mm_min_epu8(here, upto_quote), here);  // spaces, ! "
  const auto add = [&](__m128i bytes, char c) {
    gaps = _mm_or_si128(gaps, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)));
  };
  for (const char c : {'(', ':', '>'}) add(pairs, c);  // with the next: ( ) : ; > ?
  for (const char c : {',', '/', '[', ']', '|'}) add(here, c);
  return gaps;
}

/// A short text's words, told apart all at once: most are seen to be none of a cue without a branch.
void add_words_of_short(std::string_view text, CueWords& words) {
  const auto [gaps] = masks_of<1>(text, [](__m128i here) { return Classes<1>{gaps_of(here)}; });
  const std::uint64_t inside = ~gaps & all_of(text.size());
  const std::uint64_t begins = inside & ~(inside << 1);
  const auto size_at = [&](std::size_t at) {
    return static_cast<std::size_t>(std::countr_one(inside >> at));
  };
  std::uint64_t likely = 0;
  for (std::uint64_t left = begins; left != 0; left &= left - 1) {
    const auto at = static_cast<std::size_t>(std::countr_zero(left));
    likely |= std::uint64_t{may_be_of_cue(text.data() + at, size_at(at))} << at;
  }
  for (std::uint64_t left = likely, before = 0; left != 0; left &= left - 1) {
    const std::uint64_t here = left & -left;
    if ((begins & (here - 1) & ~likely) > before) words.pass();  // another word stands between
    before = here;
    const auto at = static_cast<std::size_t>(std::countr_zero(left));
    const std::string_view word = text.substr(at, size_at(at));
    if (words.add(at + 8 <= text.size() ? word_hash(word.data(), word.size()) : word_hash(word))) return;
  }
}
#endif

Cue cue_of_words(std::string_view text) {
  CueWords words;
#if defined(__SSE2__)
  if (text.size() <= kMaskBytes) return add_words_of_short(text, words), words.cue();
#endif
  return add_words(text, words), words.cue();
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
