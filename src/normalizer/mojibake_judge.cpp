// See mojibake_judge.h. A chain gains what its text gets less odd by; its page, its surroundings and the
// article set the threshold. What is refused whatever it gains stands in mojibake_refusal.cpp.
#include "normalizer/mojibake_judge.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "mojibake_data.h"
#include "normalizer/mojibake.h"
#include "normalizer/mojibake_words.h"

namespace newswash::mojibake {
namespace {

constexpr int kRefused = 100000;  // more points than any text is worth

bool is_letter_at(std::span<const Cell> cells, std::size_t at) {
  return at < cells.size() && properties_of(cells[at].c).is_letter();
}

/// Quotes, dashes, trade marks: a word in capitals may well end with an accented letter and one of these.
bool is_common_after_words(char32_t letter, char32_t c) {
  if (letter == U'Â' || letter == U'Ā' || c == kReplacement) return false;
  return properties_of(c).kind() == Kind::punct || c == U'™' || c == U'®' || c == U'©';
}

bool is_word_char(char32_t c) {
  const Properties p = properties_of(c);
  return p.is_letter() || p.kind() == Kind::mark;
}

void take_chars(std::span<const Cell> cells, Chars& chars) {
  chars.clear();
  for (const Cell& cell : cells) chars.push_back(cell.c);
}

}  // namespace

bool Judge::is_lone(const Chain& chain) const {
  const bool left = chain.begin > 0 && (is_letter_at(cells_, chain.begin - 1));
  return !left && !is_letter_at(cells_, chain.end);
}

/// "√π" and "Å³" are formulas, not letters of MacRoman and windows-1252.
bool Judge::is_formula(const Chain& chain) const {
  if (chain.units != 1 || !is_lone(chain)) return false;
  const char32_t second = cells_[chain.begin + 1].c;
  return (cells_[chain.begin].c == U'√' && properties_of(second).is_letter()) ||
         (cells_[chain.begin].c == U'Å' && (second == U'²' || second == U'³'));
}

/// Letters alone that would become something else than letters: "Ôôô" is no "ⓓ". But "ВЈ5" among Latin words
/// is £5.
bool Judge::loses_letters(const Chain& chain, std::span<const char32_t> before,
                          std::span<const char32_t> after) const {
  const auto is_letter = [](char32_t c) { return properties_of(c).is_letter(); };
  if (!std::all_of(before.begin(), before.end(), is_letter) ||
      std::any_of(after.begin(), after.end(), is_letter)) {
    return false;
  }
  const bool foreign = properties_of(before[0]).script() != Script::latin;
  return before[0] != U'Â' && before[0] != U'Ā' &&
         !(foreign && neighbours_are_latin(cells_, chain.begin, chain.end));
}

/// A letter beyond ASCII right beside the chain: UTF-8 in disguise would have broken that one, too.
bool Judge::touches_whole_letter(const Chain& chain) const {
  const auto is_whole = [&](std::size_t at) {
    return cells_[at].c >= 0x80 && properties_of(cells_[at].c).is_letter();
  };
  return (chain.begin > 0 && is_whole(chain.begin - 1)) || (chain.end < cells_.size() && is_whole(chain.end));
}

/// Points that a chain must save more, whatever the article shows: it could as well be good text.
int Judge::doubt_about(const Chain& chain, std::span<const char32_t> before,
                       std::span<const char32_t> after) const {
  const bool short_one = chain.units == 1 && chain.multibyte + chain.astral == 0;
  const bool lost_alone = chain.lost == chain.units && chain.multibyte + chain.astral == 0 && chain.question;
  const Script script = properties_of(before[0]).script();
  int doubt = lost_alone ? kLostBytesAlone : 0;
  if (loses_letters(chain, before, after)) doubt += kLettersLost;
  if (is_formula(chain)) doubt += kFormula;
  if (!short_one) return doubt;
  if (before.size() > 1 && is_common_after_words(before[0], before[1]) &&
      (properties_of(after[0]).script() == Script::latin || touches_text(chain))) {
    doubt += is_letter_at(cells_, chain.end) ? kCommonInsideWord : kCommonAfterWord;
  }
  // "Β²" and "В·" among words of their own script
  const bool own = script != Script::latin && !neighbours_are_latin(cells_, chain.begin, chain.end);
  const bool alone = is_lone(chain) && !touches_text(chain);
  return own && alone && !properties_of(after[0]).is_letter() ? doubt + kOwnScriptAlone : doubt;
}

/// Does the article's evidence hold for what the chain gives? Not for a single letter of a script not seen
/// yet.
bool Judge::is_shown(const Chain& chain, std::span<const char32_t> after) const {
  if (!shows(chain.page)) return false;
  const Properties p = properties_of(after[0]);
  return chain.units > 1 || p.kind() != Kind::letter || p.script() == Script::latin ||
         known_.scripts[static_cast<std::size_t>(p.script())] > 0;
}

int Judge::threshold_of(const Chain& chain, std::span<const char32_t> before,
                        std::span<const char32_t> after) const {
  const auto page = static_cast<std::size_t>(chain.page);
  const int doubt = doubt_about(chain, before, after);
  const bool letters_only = before.size() > 1 && std::all_of(before.begin(), before.end(), [](char32_t c) {
                              return properties_of(c).is_letter();
                            });
  if (known_.stated == chain.page) return kThresholdStated + doubt + (letters_only ? kLettersOnly : 0);
  if (is_shown(chain, after)) return kThresholdWithEvidence + doubt + (letters_only ? kLettersOnly : 0);
  int threshold = kPageThreshold[page] + doubt;
  const bool short_one = chain.units == 1 && chain.multibyte + chain.astral == 0;
  const bool common = short_one && before.size() > 1 && is_common_after_words(before[0], before[1]);
  if (common) threshold -= std::min(doubt, kCommonAfterWord);
  if (common && page != 0 && !is_letter_at(cells_, chain.end)) threshold += kCommonOtherPage;
  if (common && is_lone(chain)) threshold += kCommonAlone;
  const bool latin = properties_of(before[0]).script() == Script::latin;
  if (short_one && chain.lost == 1 && !latin) threshold += kLostNotLatin;
  if (chain.units < 3 && touches_whole_letter(chain)) threshold += kBesideWholeLetter;
  const bool iso = std::any_of(before.begin(), before.end(), [](char32_t c) { return c < 0xA0; });
  // windows-1250 is likelier
  return page == static_cast<std::size_t>(CodePage::iso_8859_2) && !iso ? threshold + kIso88592WithoutC1
                                                                        : threshold;
}

/// The letters and marks on either side that make a word with the chain.
Judge::Word Judge::word_around(const Chain& chain) const {
  Word word{chain.begin, chain.end};
  while (word.begin > 0 && chain.begin - word.begin < kWordReach && is_word_char(chars_[word.begin - 1]))
    --word.begin;
  while (word.end < chars_.size() && word.end - chain.end < kWordReach && is_word_char(chars_[word.end]))
    ++word.end;
  return word;
}

/// The languages that have all letters beyond ASCII of `text`.
std::uint64_t Judge::common_languages(std::span<const char32_t> text) {
  std::uint64_t languages = ~std::uint64_t{0};
  for (const char32_t c : text) {
    if (c >= 0x80 && properties_of(c).kind() == Kind::letter) languages &= languages_of(c);
  }
  return languages;
}

/// Points for a word whose letters no single language has together; `around` is what the letters beside
/// `middle` allow.
int Judge::alphabet_points(std::uint64_t around, std::span<const char32_t> middle) {
  return (around & common_languages(middle)) == 0 ? kNoAlphabet : 0;
}

/// Points for words that one damaged letter leaves ambiguous; `result` is what the chain's pair becomes.
int Judge::points_of_words(const Chain& chain, Word word, char32_t result) const {
  std::array<char32_t, 2 * kWordReach + 1> letters{};
  const std::size_t head = chain.begin - word.begin;
  const std::size_t tail = word.end - chain.end;
  std::copy_n(chars_.begin() + static_cast<std::ptrdiff_t>(word.begin), head, letters.begin());
  std::copy_n(chars_.begin() + static_cast<std::ptrdiff_t>(chain.end), tail,
              letters.begin() + static_cast<std::ptrdiff_t>(head + 1));
  const auto with = [&](char32_t middle) {
    letters[head] = middle;
    return std::span<const char32_t>(letters).first(head + 1 + tail);
  };
  return points_of_repaired(with(result)) + points_as_it_stands(with(chars_[chain.begin]));
}

/// Takes one more layer off `text` through the page, as far as it goes.
Cells Judge::one_layer_off(const Cells& text, int page) const {
  Cells inner;
  for (std::size_t at = 0; at < text.size();) {
    const Unit unit = decode_unit(text, at, page);
    steps_ += 1 + unit.length;
    const bool usable = unit.length > 0 && !unit.question && !unit.lost_space;
    const std::size_t length = usable ? unit.length : 1;
    inner.push_back({usable ? unit.result : text[at].c, text[at].begin, text[at + length - 1].end});
    at += length;
  }
  return inner;
}

/// The least odd reading of `text`, which is set to it, taking off up to `depth` more layers.
int Judge::deeper(std::span<const char32_t> left, Cells& text, std::span<const char32_t> right, int depth,
                  int outer) const {
  Chars chars;
  take_chars(text, chars);
  int best = points_alone(left, chars, right);
  steps_ += text.size();
  unsigned pages = depth == 0 ? 0 : pages_inside(chars, outer);
  if (pages == 0) return best;
  const Cells here = text;
  for (; pages != 0; pages &= pages - 1) {
    const int page = std::countr_zero(pages);
    Cells inner = one_layer_off(here, page);
    if (inner.size() == here.size()) continue;
    const int points = deeper(left, inner, right, depth - 1, page) + kInnerLayer +
                       (page == outer ? 0 : kOtherPage) +
                       (known_.best >= 0 && known_.best != page ? kOtherPage : 0);
    if (points < best) {
      best = points;
      text.swap(inner);
    }
  }
  return best;
}

/// What a reading costs between its neighbours.
int Judge::points_alone(std::span<const char32_t> left, std::span<const char32_t> text,
                        std::span<const char32_t> right) {
  // A sample ends anywhere: what its last characters are is no sign of anything.
  const std::size_t settled = right.empty() && text.size() > 32 ? text.size() - 8 : text.size();
  const Weight weight = weigh(left, text, right, settled);
  return weight.points + (weight.breaks_a_word ? kRefused : 0);
}

/// The pages through which one more layer could come off.
unsigned Judge::pages_inside(std::span<const char32_t> text, int outer) const {
  unsigned pages = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] >= 0x80 && text[i + 1] >= 0x80)
      pages |= masks_of(text[i]).lead & masks_of(text[i + 1]).continuation;
  }
  return pages == 0 ? 0 : pages & inner_pages(outer);
}

/// Under one layer there is mostly the same page again, or one of the two that everybody has.
unsigned Judge::inner_pages(int outer) const {
  unsigned pages = 1U << static_cast<unsigned>(outer) | 1U << static_cast<unsigned>(CodePage::windows_1252) |
                   1U << static_cast<unsigned>(CodePage::windows_1251);
  if (known_.best >= 0) pages |= 1U << static_cast<unsigned>(known_.best);
  return pages;
}

/// Does anything but space stand right beside the chain?
bool Judge::touches_text(const Chain& chain) const {
  return (chain.begin > 0 && cells_[chain.begin - 1].c > U' ') ||
         (chain.end < cells_.size() && cells_[chain.end].c > U' ');
}

/// Points the surroundings give or take where two characters would become one: a lone "Ã", a no-break space
/// inside a word, an apostrophe before "s".
int Judge::pair_points(const Chain& chain, Word word, char32_t result) const {
  int points = 0;
  const char32_t second = chars_[chain.begin + 1];
  const bool latin = properties_of(chars_[chain.begin]).script() == Script::latin;
  const bool among_latin = neighbours_are_latin(cells_, chain.begin, chain.end);
  const bool left_letter = chain.begin > 0 && is_letter_at(cells_, chain.begin - 1);
  const auto case_at = [&](std::size_t at) {
    return at < chars_.size() ? properties_of(chars_[at]).letter_case() : Case::none;
  };
  if (second == U' ' || second == kNoBreakSpace) {
    if (!left_letter && (latin || among_latin)) points += kLoneCapitalAndSpace;
  } else if (is_lone(chain) && !properties_of(result).is_letter() && !latin && among_latin) {
    points += kLoneForeignAmongLatin;
  }
  if (second == kNoBreakSpace && left_letter && case_at(chain.end) == Case::lower)
    points += kNoBreakSpaceInWord;
  if (second == U' ') {
    const std::size_t after_space = chain.begin + 2;
    const bool capital_before = left_letter && case_at(chain.begin - 1) == Case::upper;
    if (capital_before && case_at(after_space) == Case::upper) points -= kCapitalsAround;
    if (is_inside_word(cells_, chain.begin)) points += kGaelicWord;
    if (chain.end == after_space && among_latin && is_letter_at(cells_, chain.end))
      points += kLetterAfterSpace;
  }
  const char32_t next = chain.end < chars_.size() ? chars_[chain.end] : 0;
  if (second == U'’' && (next == U's' || next == U't')) points -= kApostropheBeforeS;
  return points + points_of_words(chain, word, result);
}

/// Points for a letter of a script that the article's damage gave elsewhere, or not yet.
int Judge::script_points(const Chain& chain, char32_t result) const {
  const Properties first = properties_of(result);
  if (first.kind() != Kind::letter || first.script() == Script::latin) return 0;
  const bool seen = known_.scripts[static_cast<std::size_t>(first.script())] > 0;
  if (!seen) return chain.units == 1 && is_lone(chain) && touches_text(chain) ? -kForeignLetterAlone : 0;
  return shows(chain.page) && properties_of(chars_[chain.begin]).script() != first.script() ? kScriptOfArticle
                                                                                            : 0;
}

int Judge::context_points(const Chain& chain, Word word, std::span<const char32_t> results) const {
  const bool pair = chain.units == 1 && chain.multibyte + chain.astral == 0;
  return script_points(chain, results[0]) + (pair ? pair_points(chain, word, results[0]) : 0);
}

/// The reading of the chain's results that makes most sense: `room` has it where it lies some layers deeper,
/// as `deep` then.
int Judge::best_reading(std::span<const char32_t> left, std::span<const Cell> results,
                        std::span<const char32_t> right, int page, Chars& room, Cells& deep) const {
  take_chars(results, room);
  deep.clear();
  if (results.size() < 2 || pages_inside(room, page) == 0) {
    steps_ += results.size();
    return points_alone(left, room, right);
  }
  deep.assign(results.begin(), results.end());
  const int points = deeper(left, deep, right, 3, page);
  take_chars(deep, room);
  return points;
}

void Judge::judge(Chain& chain, Cells& pool) {
  const bool sampled = chain.result_count > kSample;
  const auto after =
      std::span<const Cell>(pool).subspan(chain.results, std::min(kSample, chain.result_count));
  const std::size_t end = after.back().end;
  const std::size_t from = chain.begin - std::min<std::size_t>(chain.begin, 2);
  const auto left = chars_.subspan(from, chain.begin - from);
  const auto right = chars_.subspan(end, sampled ? 0 : std::min<std::size_t>(2, chars_.size() - end));
  const auto before = chars_.subspan(chain.begin, end - chain.begin);
  steps_ += before.size() + after.size();
  const int odd_after = best_reading(left, after, right, chain.page, results_, deep_);
  if (!sampled && !deep_.empty()) {
    pool.resize(chain.results);
    pool.insert(pool.end(), deep_.begin(), deep_.end());
    chain.result_count = deep_.size();
  }
  chain.threshold = threshold_of(chain, before, results_);
  if (odd_after >= kRefused || is_refused(chain, results_)) {
    chain.gain = -kRefused;
    return;
  }
  const Word word = word_around(chain);
  const std::uint64_t around = common_languages(chars_.subspan(word.begin, chain.begin - word.begin)) &
                               common_languages(chars_.subspan(chain.end, word.end - chain.end));
  const int odd_before = oddness(left, before, right) + alphabet_points(around, before);
  chain.gain =
      odd_before - odd_after - alphabet_points(around, results_) + context_points(chain, word, results_);
  // Three characters that happen to fit are rarer than two; but plain letters and quotes are no sign of
  // anything.
  const auto beyond_ascii = std::count_if(before.begin(), before.end(), [](char32_t c) { return c >= 0x80; });
  if (odd_before >= kOddEach * static_cast<int>(beyond_ascii)) {
    chain.gain +=
        static_cast<int>(chain.multibyte) * kThreeBytesFit + static_cast<int>(chain.astral) * kFourBytesFit;
  }
}

}  // namespace newswash::mojibake
