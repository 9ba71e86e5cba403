// See mojibake_repair.h. A chain is a run of units of one page without a gap. It is repaired when the text
// gets less odd by more points than the page's threshold, and when nothing in the result is what no genuine
// text has.
#include "normalizer/mojibake_repair.h"

#include <algorithm>
#include <bit>
#include <span>
#include <vector>

#include "normalizer/mojibake.h"
#include "normalizer/mojibake_chain.h"
#include "normalizer/mojibake_words.h"

namespace newswash::mojibake {
namespace {

constexpr int kMaxLayers = 8;
constexpr std::size_t kWord = 24;      // how far a word is followed to either side
constexpr std::size_t kSample = 3000;  // characters of a chain's result that are judged for all of it
constexpr int kUnmistakable = 60;
constexpr int kOddEach = 11;      // points a character from which on a run counts as odd by itself
constexpr int kRefused = 100000;  // more points than any text is worth
// Points a repair through the page must save; fewer where the article shows that page elsewhere.
constexpr std::array<int, kPages> kThreshold = {30, 35, 35, 31, 34, 36, 32, 33, 34, 40, 40, 41, 40, 40};
constexpr int kThresholdWithEvidence = 8;
constexpr std::uint64_t kFullShare = 1000;
// Faroese and the languages from Filipino on: they lose to a big one that fits as well.
constexpr std::uint64_t kSmallLanguages = 0x000FFFF0'FC000400U;
constexpr int kThresholdStated = 6;
constexpr int kDoubtful =
    60;  // a chain that loses fewer points may still be decided by the rest of the article
constexpr int kInnerLayer = 15;  // points that taking off one more layer must save
constexpr int kOtherPage = 20;  // points for a layer of another page under the first one
constexpr int kScriptOfArticle =
    15;                         // points for a letter of the script the article's damage has given so far
constexpr int kDominance = 60;  // how much the article's own page is preferred to another that fits as well

using Chars = std::vector<char32_t>;

struct Chain {
  int page = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t units = 0;
  std::size_t multibyte = 0;  // units of three bytes
  std::size_t astral = 0;     // units of four bytes and CESU pairs
  std::size_t lost = 0;       // units with a lost byte or space
  bool question = false;
  std::size_t results = 0;  // where its characters start in the pool
  std::size_t result_count = 0;
  int gain = 0;
  int threshold = 0;
  int net() const { return gain - threshold; }
};

bool is_letter_at(std::span<const Cell> cells, std::size_t at) {
  return at < cells.size() && properties_of(cells[at].c).is_letter();
}

/// Quotes, dashes, trade marks: a word in capitals may well end with an accented letter and one of these.
bool is_common_after_words(char32_t letter, char32_t c) {
  if (letter == U'Â') return false;
  return properties_of(c).kind() == Kind::punct || c == U'™' || c == U'®' || c == U'©';
}

bool is_word_char(char32_t c) {
  const Properties p = properties_of(c);
  return p.is_letter() || p.kind() == Kind::mark;
}

Chars chars_of(std::span<const Cell> cells) {
  Chars chars;
  chars.reserve(cells.size());
  for (const Cell& cell : cells) chars.push_back(cell.c);
  return chars;
}

/// One layer over one stretch.
class Layer {
 public:
  Layer(Cells& cells, const Evidence& known, Evidence& found, std::size_t& steps)
      : cells_(cells), known_(known), found_(found), steps_(steps) {}

  Outcome run() {
    for (std::size_t at = 0; at < cells_.size(); ++at) {
      ++steps_;
      if (at >= cluster_end_) settle();
      if (cells_[at].c >= 0x80) look(at);
    }
    settle();
    apply();
    return outcome_;
  }

 private:
  void look(std::size_t at);
  bool build(std::size_t at, Chain& chain);
  void shape_lost_space(std::size_t at, const Chain& chain, Unit& unit) const;
  void judge(Chain& chain);
  bool is_formula(const Chain& chain) const;
  bool touches_text(const Chain& chain) const;
  bool touches_whole_letter(const Chain& chain) const;
  bool is_drawing(const Chain& chain) const;
  bool loses_letters(const Chain& chain, std::span<const char32_t> before, std::span<const char32_t> after) const;
  int threshold_of(const Chain& chain, std::span<const char32_t> before,
                   std::span<const char32_t> after) const;
  int context_points(const Chain& chain, std::span<const char32_t> results) const;
  int alphabet_points(const Chain& chain, std::span<const char32_t> middle) const;
  unsigned inner_pages(int outer) const;
  Cells one_layer_off(const Cells& text, int page) const;
  int deeper(std::span<const char32_t> left, Cells& text, std::span<const char32_t> right, int depth,
             int outer) const;
  bool touches_broken_sequence(const Chain& chain) const;
  bool touches_broken_sequence(const Chain& chain, int page) const;
  bool is_refused(const Chain& chain, std::span<const char32_t> results) const;
  Chars word_with(const Chain& chain, std::span<const char32_t> middle) const;
  bool is_lone(const Chain& chain) const;
  bool shows(int page) const { return (known_.shown >> page & 1U) != 0; }
  int standing(const Chain& chain) const;
  void learn(const Chain& chain);
  bool same_result(const Chain& a, const Chain& b) const;
  void settle();
  void apply();

  Cells& cells_;
  const Evidence& known_;
  Evidence& found_;
  std::size_t& steps_;
  std::array<std::size_t, kPages>
      free_from_{};  // a page's chains don't overlap: each cell is tried once a page
  std::vector<Chain> cluster_;
  std::size_t cluster_end_ = 0;
  std::vector<Chain> accepted_;
  Cells pool_;  // what chains become; begin and end are places in cells_
  Outcome outcome_;
};

void Layer::look(std::size_t at) {
  if (at + 1 >= cells_.size()) return;
  const char32_t next = cells_[at + 1].c;
  unsigned pages = masks_of(cells_[at].c).lead;
  if (pages == 0) return;
  const bool lost = next == U' ' || next == U'?' || next == kReplacement;
  if (!lost) pages &= masks_of(next).continuation;
  for (; pages != 0; pages &= pages - 1) {
    const int page = std::countr_zero(pages);
    if (at < free_from_[static_cast<std::size_t>(page)]) continue;
    Chain chain;
    chain.page = page;
    if (!build(at, chain)) continue;
    free_from_[static_cast<std::size_t>(page)] = chain.end;
    judge(chain);
    cluster_end_ = std::max(cluster_end_, chain.end);
    cluster_.push_back(chain);
  }
}

/// A no-break space that became a plain one either belonged to the letter or stands between words all the
/// same.
void Layer::shape_lost_space(std::size_t at, const Chain& chain, Unit& unit) const {
  if (!unit.lost_space || unit.lossy || unit.bytes != 2) {
    return;
  }
  const std::size_t next = at + unit.length;
  const bool in_chain = chain.units > 0;
  const Properties result = properties_of(unit.result);
  if (result.letter_case() == Case::lower && result.script() == Script::latin) {
    if (next < cells_.size() && cells_[next].c == U' ') return;  // two spaces: one was the letter's
    if (!joins_next_word(cells_, at) && !is_inside_word(cells_, at)) unit.length = 1;
    return;
  }
  if (unit.result == kNoBreakSpace) return;
  if (!in_chain && !is_letter_at(cells_, next)) unit.length = 0;
}

bool Layer::build(std::size_t at, Chain& chain) {
  chain.begin = chain.end = at;
  chain.results = pool_.size();
  while (chain.end < cells_.size()) {
    Unit unit = decode_unit(cells_, chain.end, chain.page);
    steps_ += 1 + unit.length;
    shape_lost_space(chain.end, chain, unit);
    if (unit.length == 0) break;
    // Sequences with lost bytes are only believed beside whole ones, or where a lead of three bytes speaks
    // for them.
    ++chain.units;
    chain.multibyte += unit.bytes == 3;
    chain.astral += unit.bytes > 3;
    chain.lost += unit.lossy || unit.lost_space;
    chain.question |= unit.question;
    const auto from = static_cast<std::uint32_t>(chain.end);
    chain.end += unit.length;
    pool_.push_back({unit.result, from, static_cast<std::uint32_t>(chain.end)});
  }
  chain.result_count = pool_.size() - chain.results;
  return chain.units > 0;
}

bool Layer::is_lone(const Chain& chain) const {
  const bool left = chain.begin > 0 && (is_letter_at(cells_, chain.begin - 1));
  return !left && !is_letter_at(cells_, chain.end);
}

/// "√π" and "Å³" are formulas, not letters of MacRoman and windows-1252.
bool Layer::is_formula(const Chain& chain) const {
  if (chain.units != 1 || !is_lone(chain)) return false;
  const char32_t second = cells_[chain.begin + 1].c;
  return cells_[chain.begin].c == U'√' ||
         (cells_[chain.begin].c == U'Å' && (second == U'²' || second == U'³'));
}

/// Letters alone that would become something else than letters: "Ôôô" is no "ⓓ". But "ВЈ5" among Latin words is £5.
bool Layer::loses_letters(const Chain& chain, std::span<const char32_t> before, std::span<const char32_t> after) const {
  const auto is_letter = [](char32_t c) { return properties_of(c).is_letter(); };
  if (!std::all_of(before.begin(), before.end(), is_letter) || std::any_of(after.begin(), after.end(), is_letter)) {
    return false;
  }
  const bool foreign = properties_of(before[0]).script() != Script::latin;
  return before[0] != U'Â' && before[0] != U'Ā' && !(foreign && neighbours_are_latin(cells_, chain.begin, chain.end));
}

/// A letter beyond ASCII right beside the chain: UTF-8 in disguise would have broken that one, too.
bool Layer::touches_whole_letter(const Chain& chain) const {
  const auto is_whole = [&](std::size_t at) {
    return cells_[at].c >= 0x80 && properties_of(cells_[at].c).is_letter();
  };
  return (chain.begin > 0 && is_whole(chain.begin - 1)) || (chain.end < cells_.size() && is_whole(chain.end));
}

/// Box drawing that stays undecodable in the same word: it is a drawing.
bool Layer::is_drawing(const Chain& chain) const {
  if (properties_of(cells_[chain.begin].c).kind() != Kind::box) return false;
  std::size_t at = chain.begin;
  while (at > 0 && chain.begin - at < kWord && cells_[at - 1].c > U' ') --at;
  for (std::size_t limit = chain.end + kWord; at < std::min(limit, cells_.size()) && cells_[at].c > U' ';) {
    const Unit unit = decode_unit(cells_, at, chain.page);
    const Properties p = properties_of(unit.result);
    const bool rare = p.is_letter() && p.rarity() > 2;
    if (properties_of(cells_[at].c).kind() == Kind::box && (unit.length == 0 || rare)) return true;
    at += std::max<std::size_t>(unit.length, 1);
  }
  return false;
}

int Layer::threshold_of(const Chain& chain, std::span<const char32_t> before,
                        std::span<const char32_t> after) const {
  const auto page = static_cast<std::size_t>(chain.page);
  const bool only_lost = chain.lost == chain.units && chain.multibyte + chain.astral == 0 && chain.question;
  const bool letters_only = before.size() > 1 && std::all_of(before.begin(), before.end(), [](char32_t c) {
                              return properties_of(c).is_letter();
                            });
  const int doubt = (only_lost ? 30 : letters_only ? 12 : 0) + (loses_letters(chain, before, after) ? 40 : 0);
  if (known_.stated == chain.page) return kThresholdStated + doubt;
  if (shows(chain.page)) return kThresholdWithEvidence + doubt;
  int threshold = kThreshold[page];
  if (is_formula(chain)) threshold += 60;
  if (chain.units < 3 && touches_whole_letter(chain)) threshold += 50;
  const bool short_one = chain.units == 1 && chain.multibyte + chain.astral == 0;
  if (short_one && is_lone(chain) && is_common_after_words(cells_[chain.begin].c, cells_[chain.begin + 1].c)) threshold += 20;
  const bool iso = std::any_of(before.begin(), before.end(), [](char32_t c) { return c < 0xA0; });
  if (chain.page == static_cast<int>(CodePage::iso_8859_2) && !iso) threshold += 15;  // windows-1250 is likelier
  return threshold + doubt - (letters_only ? 12 : 0);
}

Chars Layer::word_with(const Chain& chain, std::span<const char32_t> middle) const {
  Chars word;
  std::size_t from = chain.begin;
  while (from > 0 && chain.begin - from < kWord && is_word_char(cells_[from - 1].c)) --from;
  for (; from < chain.begin; ++from) word.push_back(cells_[from].c);
  word.insert(word.end(), middle.begin(), middle.end());
  for (std::size_t i = chain.end; i < cells_.size() && i - chain.end < kWord && is_word_char(cells_[i].c);
       ++i) {
    word.push_back(cells_[i].c);
  }
  return word;
}

/// Points for a word whose letters no single language has together.
int Layer::alphabet_points(const Chain& chain, std::span<const char32_t> middle) const {
  std::uint64_t languages = ~std::uint64_t{0};
  for (const char32_t c : word_with(chain, middle)) {
    if (c >= 0x80 && properties_of(c).kind() == Kind::letter) languages &= languages_of(c);
  }
  return languages == 0 ? 25 : 0;
}

/// Takes one more layer off `text` through the page, as far as it goes.
Cells Layer::one_layer_off(const Cells& text, int page) const {
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
int Layer::deeper(std::span<const char32_t> left, Cells& text, std::span<const char32_t> right, int depth,
                  int outer) const {
  const Chars chars = chars_of(text);
  // A sample ends anywhere: what its last characters are is no sign of anything.
  const std::span<const char32_t> whole(chars);
  const auto settled = right.empty() && text.size() > 32 ? whole.first(whole.size() - 8) : whole;
  int best = oddness(left, chars, right) + (breaks_a_word(left, settled, right) ? kRefused : 0);
  steps_ += text.size();
  if (depth == 0 || text.size() < 2) return best;
  unsigned pages = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    pages |= masks_of(text[i].c).lead & masks_of(text[i + 1].c).continuation;
  }
  pages &= inner_pages(outer);
  const Cells here = text;
  for (; pages != 0; pages &= pages - 1) {
    const int page = std::countr_zero(pages);
    Cells inner = one_layer_off(here, page);
    if (inner.size() == here.size()) continue;
    const int points = deeper(left, inner, right, depth - 1, page) + kInnerLayer + (page == outer ? 0 : kOtherPage) +
                       (known_.best >= 0 && known_.best != page ? kOtherPage : 0);
    if (points < best) {
      best = points;
      text.swap(inner);
    }
  }
  return best;
}

/// Under one layer there is mostly the same page again, or one of the two that everybody has.
unsigned Layer::inner_pages(int outer) const {
  unsigned pages = 1U << static_cast<unsigned>(outer) | 1U << static_cast<unsigned>(CodePage::windows_1252) |
                   1U << static_cast<unsigned>(CodePage::windows_1251);
  if (known_.best >= 0) pages |= 1U << static_cast<unsigned>(known_.best);
  return pages;
}

/// A sequence cut short right beside the chain: the stretch is damaged beyond what this page explains.
bool Layer::touches_broken_sequence(const Chain& chain) const {
  return touches_broken_sequence(chain, chain.page) || (chain.page != 0 && touches_broken_sequence(chain, 0));
}

bool Layer::touches_broken_sequence(const Chain& chain, int page) const {
  const auto byte_at = [&](std::size_t i) { return byte_of(cells_[i].c, page); };
  if (page != chain.page && chain.begin > 0 && cells_[chain.begin - 1].c >= 0x80 &&
      byte_at(chain.begin - 1) >= 0xE0 && byte_at(chain.begin) >= 0x80 && byte_at(chain.begin) < 0xC0) {
    return true;
  }
  for (std::size_t back = 2; back <= 3 && back <= chain.begin; ++back) {
    const std::uint8_t last = byte_at(chain.begin - back + 1);
    if (cells_[chain.begin - back + 1].c < 0x80 || last < 0x80 || last > 0xBF) break;
    const std::uint8_t lead = byte_at(chain.begin - back);
    if (lead >= 0xE0 && lead <= 0xF4 && (back == 2 || lead >= 0xF0)) return true;
  }
  if (chain.end + 1 >= cells_.size()) return false;
  const std::uint8_t lead = byte_at(chain.end);
  const std::uint8_t next = byte_at(chain.end + 1);
  return lead >= 0xE0 && lead <= 0xF4 && next >= 0x80 && next <= 0xBF;
}

bool Layer::is_refused(const Chain& chain, std::span<const char32_t> results) const {
  if (touches_broken_sequence(chain) && chain.units < 4) return true;
  if (chain.units < 4 && is_drawing(chain)) return true;
  const Properties only = properties_of(results[0]);
  if (chain.units == 1 && only.is_letter() && only.rarity() == 3 && results[0] < 0x3000) return true;
  const bool struck = results[0] >= 0x332 && results[0] <= 0x338;
  if (chain.units == 1 && properties_of(results[0]).kind() == Kind::mark && !struck) {
    const bool follows =
        chain.begin > 0 && (is_letter_at(cells_, chain.begin - 1) || cells_[chain.begin - 1].c == U'\'');
    if (!follows) return true;
  }
  const bool lost_left = chain.begin > 0 && cells_[chain.begin - 1].c == kReplacement;
  const bool lost_right = chain.end < cells_.size() && cells_[chain.end].c == kReplacement;
  if (chain.lost > 0 && (lost_left || lost_right)) return true;
  const bool c1_left = std::any_of(results.begin(), results.end(), [](char32_t c) {
    return c < 0x80 || (properties_of(c).kind() == Kind::c1 && char_of(static_cast<std::uint8_t>(c), 0) == 0);
  });
  return c1_left && chain.units == 1;
}

/// Does anything but space stand right beside the chain?
bool Layer::touches_text(const Chain& chain) const {
  return (chain.begin > 0 && cells_[chain.begin - 1].c > U' ') || (chain.end < cells_.size() && cells_[chain.end].c > U' ');
}

/// Points the surroundings give or take: a lone "Ã", a no-break space inside a word, an apostrophe before
/// "s".
int Layer::context_points(const Chain& chain, std::span<const char32_t> results) const {
  int points = 0;
  const char32_t second = cells_[chain.begin + 1].c;
  const bool pair = chain.units == 1 && chain.multibyte + chain.astral == 0;
  const bool space = second == U' ' || second == kNoBreakSpace;
  const bool left_letter = chain.begin > 0 && is_letter_at(cells_, chain.begin - 1);
  if (pair && space && !left_letter) {
    const bool latin = properties_of(cells_[chain.begin].c).script() == Script::latin;
    if (latin || neighbours_are_latin(cells_, chain.begin, chain.end)) points += 20;
  }
  if (pair && !space && is_lone(chain) && !properties_of(results[0]).is_letter() &&
      properties_of(cells_[chain.begin].c).script() != Script::latin &&
      neighbours_are_latin(cells_, chain.begin, chain.end)) {
    points += 20;
  }
  if (pair && second == kNoBreakSpace && left_letter && is_letter_at(cells_, chain.end)) points += 20;
  if (pair && second == U'’' && chain.end < cells_.size() &&
      (cells_[chain.end].c == U's' || cells_[chain.end].c == U't')) {
    points -= 30;
  }
  if (pair && second == U' ' && is_inside_word(cells_, chain.begin)) points += 30;
  if (pair && second == U' ' && chain.end == chain.begin + 2 && is_letter_at(cells_, chain.end)) points += 10;
  const Properties first = properties_of(results[0]);
  const bool foreign_letter = first.kind() == Kind::letter && first.script() != Script::latin;
  if (chain.units == 1 && foreign_letter && is_lone(chain) && touches_text(chain) &&
      known_.scripts[static_cast<std::size_t>(first.script())] == 0) {
    points -= 25;
  }
  if (foreign_letter && shows(chain.page) &&
      properties_of(cells_[chain.begin].c).script() != first.script() &&
      known_.scripts[static_cast<std::size_t>(first.script())] > 0) {
    points += kScriptOfArticle;
  }
  if (pair)
    points += word_points(word_with(chain, results), word_with(chain, std::span(&cells_[chain.begin].c, 1)));
  return points;
}

void Layer::judge(Chain& chain) {
  const std::span<const Cell> cells(cells_);
  const std::size_t from = chain.begin >= 2 ? chain.begin - 2 : 0;
  const bool sampled = chain.result_count > kSample;
  Cells after(
      pool_.begin() + static_cast<std::ptrdiff_t>(chain.results),
      pool_.begin() + static_cast<std::ptrdiff_t>(chain.results + std::min(kSample, chain.result_count)));
  const std::size_t end = after.back().end;
  const Chars left = chars_of(cells.subspan(from, chain.begin - from));
  const Chars right =
      chars_of(cells.subspan(end, sampled ? 0 : std::min<std::size_t>(2, cells.size() - end)));
  const Chars before = chars_of(cells.subspan(chain.begin, end - chain.begin));
  steps_ += before.size() + after.size();
  const int odd_after = deeper(left, after, right, 3, chain.page);
  if (!sampled) {
    pool_.resize(chain.results);
    pool_.insert(pool_.end(), after.begin(), after.end());
    chain.result_count = after.size();
  }
  chain.threshold = threshold_of(chain, before, chars_of(after));
  const Chars results = chars_of(after);
  if (odd_after >= kRefused || is_refused(chain, results)) {
    chain.gain = -kRefused;
    return;
  }
  const int odd_before = oddness(left, before, right) + alphabet_points(chain, before);
  chain.gain = odd_before - odd_after - alphabet_points(chain, results) + context_points(chain, results);
  // Three characters that happen to fit are rarer than two; but plain letters and quotes are no sign of
  // anything.
  const auto beyond_ascii = std::count_if(before.begin(), before.end(), [](char32_t c) { return c >= 0x80; });
  if (odd_before >= kOddEach * static_cast<int>(beyond_ascii)) {
    chain.gain += static_cast<int>(chain.multibyte) * 15 + static_cast<int>(chain.astral) * 60;
  }
}

/// Where pages compete for the same characters, the one that explains more of the article goes first.
int Layer::standing(const Chain& chain) const {
  const int best = known_.best;
  return chain.net() + (chain.page == best || chain.page == known_.stated ? kDominance : 0);
}

void Layer::learn(const Chain& chain) {
  if (chain.gain < kUnmistakable || chain.net() <= 0 || chain.lost == chain.units) return;
  const auto page = static_cast<std::size_t>(chain.page);
  found_.points[page] += static_cast<std::uint64_t>(chain.gain);
  for (std::size_t i = 0; i < chain.result_count; ++i) {
    const Properties p = properties_of(pool_[chain.results + i].c);
    if (p.kind() != Kind::letter) continue;
    ++found_.scripts[static_cast<std::size_t>(p.script())];
    if (p.script() != Script::latin && p.script() != Script::cyrillic) continue;
    ++found_.letters[page];
    for (std::uint64_t bits = languages_of(pool_[chain.results + i].c); bits != 0; bits &= bits - 1) {
      ++found_.languages[page][static_cast<std::size_t>(std::countr_zero(bits))];
    }
  }
}

void Layer::settle() {
  if (cluster_.empty()) return;
  std::stable_sort(cluster_.begin(), cluster_.end(),
                   [&](const Chain& a, const Chain& b) { return standing(a) > standing(b); });
  const auto first = static_cast<std::ptrdiff_t>(accepted_.size());
  for (const Chain& chain : cluster_) {
    learn(chain);
    if (chain.net() <= 0) {
      outcome_.undecided |= chain.gain > -kDoubtful;
      continue;
    }
    const auto rival = std::find_if(accepted_.begin() + first, accepted_.end(), [&](const Chain& a) {
      return chain.begin < a.end && a.begin < chain.end;
    });
    if (rival == accepted_.end()) {
      accepted_.push_back(chain);
    } else {
      outcome_.undecided |= !same_result(*rival, chain);
    }
  }
  std::sort(accepted_.begin() + first, accepted_.end(),
            [](const Chain& a, const Chain& b) { return a.begin < b.begin; });
  cluster_.clear();
}

bool Layer::same_result(const Chain& a, const Chain& b) const {
  const auto results = [&](const Chain& c) { return std::span(pool_).subspan(c.results, c.result_count); };
  return a.begin == b.begin && a.end == b.end &&
         std::equal(results(a).begin(), results(a).end(), results(b).begin(), results(b).end(),
                    [](const Cell& x, const Cell& y) { return x.c == y.c; });
}

void Layer::apply() {
  if (accepted_.empty()) return;
  outcome_.changed = true;
  Cells repaired;
  repaired.reserve(cells_.size());
  std::size_t at = 0;
  for (const Chain& chain : accepted_) {
    for (; at < chain.begin; ++at) repaired.push_back(cells_[at]);
    for (std::size_t i = 0; i < chain.result_count; ++i) {
      const Cell& result = pool_[chain.results + i];
      repaired.push_back({result.c, cells_[result.begin].begin, cells_[result.end - 1].end});
    }
    at = pool_[chain.results + chain.result_count - 1].end;
  }
  for (; at < cells_.size(); ++at) repaired.push_back(cells_[at]);
  cells_.swap(repaired);
}

/// May a control beside `c` be a windows-1252 character? Not in text of another kind, and not in a heap of
/// controls.
bool allows_control(char32_t c) {
  const Properties p = properties_of(c);
  if (p.kind() == Kind::c1) return char_of(static_cast<std::uint8_t>(c), 0) != 0;
  if (!p.is_letter()) return c != kReplacement;
  return p.kind() == Kind::ascii_letter || p.script() <= Script::cyrillic;
}

/// Reads stray C1 controls as windows-1252, where that gives a character that fits its neighbours.
bool read_controls(Cells& cells) {
  bool changed = false;
  // A control that windows-1252 doesn't know says that these bytes are something else.
  const bool foreign = std::any_of(cells.begin(), cells.end(), [](const Cell& cell) {
    return properties_of(cell.c).kind() == Kind::c1 && char_of(static_cast<std::uint8_t>(cell.c), 0) == 0;
  });
  if (foreign) return false;
  const auto at_or_space = [&](std::size_t i) { return i < cells.size() ? cells[i].c : U' '; };
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (cells[at].c < 0x80 || cells[at].c > 0x9F) continue;
    const char32_t c = char_of(static_cast<std::uint8_t>(cells[at].c), 0);
    const char32_t before[2] = {at_or_space(at - 2), at_or_space(at - 1)};
    const char32_t after[2] = {at_or_space(at + 1), at_or_space(at + 2)};
    if (c == 0 || !allows_control(before[0]) || !allows_control(before[1]) || !allows_control(after[0]) ||
        !allows_control(after[1])) {
      continue;
    }
    const auto next = std::span(after).first(1);
    if (breaks_a_word(before, std::span(&c, 1), next) || oddness(before, std::span(&c, 1), next) > 60)
      continue;
    cells[at].c = c;
    changed = true;
  }
  return changed;
}

}  // namespace

/// How well the page explains the article: its points, fewer if no one language has the letters it gives.
std::uint64_t Evidence::weight(std::size_t p) const {
  if (letters[p] == 0) return points[p] * kFullShare;
  const std::uint64_t full = p == static_cast<std::size_t>(CodePage::iso_8859_2) ? kFullShare * 85 / 100 : kFullShare;
  std::uint64_t most = 0;
  for (std::size_t language = 0; language < 64; ++language) {
    const std::uint64_t share = (kSmallLanguages >> language & 1U) != 0 ? 95 : 100;
    most = std::max(most, languages[p][language] * share / 100);
  }
  return points[p] * full * most / letters[p];
}

void Evidence::conclude() {
  std::array<std::uint64_t, kPages> weights{};
  for (std::size_t page = 0; page < kPages; ++page) weights[page] = weight(page);
  const auto most = std::max_element(weights.begin(), weights.end());
  if (*most == 0) return;
  best = static_cast<int>(most - weights.begin());
  for (std::size_t page = 0; page < kPages; ++page) {
    if (weights[page] * 4 >= *most) shown |= 1U << page;
  }
}

Outcome repair_stretch(Cells& cells, const Evidence& known, Evidence& found, std::size_t& steps) {
  Outcome total;
  for (int layer = 0; layer < kMaxLayers; ++layer) {
    const Outcome outcome = Layer(cells, known, found, steps).run();
    total.changed |= outcome.changed;
    total.undecided |= outcome.undecided;
    if (!outcome.changed) {
      if (!read_controls(cells)) break;
      total.changed = true;
    }
  }
  return total;
}

}  // namespace newswash::mojibake
