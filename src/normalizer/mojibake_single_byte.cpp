// See mojibake_single_byte.h. A reading must change many letters, leave no word broken, make the line less
// odd by much, and give letters that one language has together where the letters before had no such language.
#include "normalizer/mojibake_single_byte.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <iterator>
#include <span>
#include <vector>

#include "mojibake_data.h"
#include "normalizer/mojibake_tables.h"

namespace newswash::mojibake {
namespace {

struct Way {
  int from;
  int to;
};

constexpr int kTo = kPages;  // every pair is tried, so that rivals show

using Chars = std::vector<char32_t>;

char32_t read_again(char32_t c, Way way) {
  if (c < 0x80) return c;
  const std::uint8_t byte = byte_of(c, way.from);
  return byte < 0x80 ? 0 : char_of(byte, way.to);
}

int pair_points(const Chars& text) {
  int points = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) points += points_of_pair(text[i], text[i + 1]);
  return points;
}

int line_points(const Chars& text) {
  return oddness({}, text, {}) + pair_points(text);
}

/// How many different characters the reading changes.
int distinct(const Chars& text, Way way) {
  std::array<bool, 256> seen{};
  for (const char32_t c : text) {
    if (c >= 0x80 && read_again(c, way) != c) seen[byte_of(c, way.from)] = true;
  }
  return static_cast<int>(std::count(seen.begin(), seen.end(), true));
}

struct Weighed {
  int changed = 0;
  int gain = 0;
  bool possible = false;
  bool convincing = false;
  int share = 0;
  bool same_as(const Chars& before, Way way, const Reading& other) const;
};

/// Do two ways give this line the same text?
bool Weighed::same_as(const Chars& before, Way way, const Reading& other) const {
  if (other.from < 0) return false;
  return std::all_of(before.begin(), before.end(), [&](char32_t c) {
    return read_again(c, way) == read_again(c, {other.from, other.to});
  });
}

/// A line as it stands, and what it costs.
struct Line {
  Chars chars;      // all, or its skeleton
  int points = 0;   // of `chars`
  int of_line = 0;  // of the whole line
  bool was_broken = false;
};

/// Many of them, and hardly anything else.
bool changes_letters(int changed, int letters) {
  return static_cast<std::size_t>(changed) >= kLeastChanged && letters * 5 >= changed * 4;
}

/// `after` is room to work in: most lines are weighed many times.
Weighed weigh(const Line& line, Way way, Chars& after) {
  Weighed result;
  int letters = 0;
  after.clear();
  for (const char32_t c : line.chars) {
    const char32_t again = read_again(c, way);
    if (c >= 0x80 && again == 0) return result;
    result.changed += again != c;
    letters += again != c && properties_of(again).is_letter();
    after.push_back(again);
  }
  if (result.changed == 0 || breaks_a_word({}, after, {})) return result;
  result.possible = true;
  result.gain = line.points - line_points(after);
  result.share = alphabet_share(after);
  const bool whole = result.share >= kWholePercent;
  const bool less_odd =
      result.gain >= kLeastGain && result.gain >= kLeastGainEach * result.changed && line.was_broken;
  const bool much_less_odd = result.gain >= kMuchGain && result.gain * 2 >= line.of_line;
  const bool an_alphabet = result.gain > 0 && line.was_broken && result.share == 100 &&
                           distinct(line.chars, way) >= static_cast<int>(kDistinct);
  result.convincing =
      changes_letters(result.changed, letters) && whole && (less_odd || much_less_odd || an_alphabet);
  return result;
}

std::size_t count_beyond_ascii(const Chars& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char32_t c) { return c >= 0x80; }));
}

/// Neither of the two proofs can succeed on text that has an alphabet and is not odd.
bool is_suspicious(std::size_t beyond_ascii, int share, int points) {
  return is_broken(share) || is_scrambled(beyond_ascii, points);
}

/// The characters beyond ASCII with two neighbours on either side: the others are the same in every reading
/// and cost the same.
Chars skeleton_of(const Chars& text) {
  constexpr std::size_t kNeighbours = 2;
  Chars skeleton;
  std::size_t taken = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] < 0x80) continue;
    for (taken = std::max(taken, at - std::min(at, kNeighbours)); taken <= at; ++taken)
      skeleton.push_back(text[taken]);
    for (; taken < std::min(text.size(), at + kNeighbours + 1) && text[taken] < 0x80; ++taken)
      skeleton.push_back(text[taken]);
  }
  return skeleton;
}

Chars chars_of(const Cells& line) {
  Chars chars;
  chars.reserve(line.size());
  for (const Cell& cell : line) chars.push_back(cell.c);
  return chars;
}

}  // namespace

namespace {

/// The characters beyond ASCII, each once: whether a way can read them is soon seen.
struct Alphabet {
  Chars chars;
  std::vector<int> times;
};

Alphabet alphabet_of(const Chars& text) {
  Chars sorted;
  std::copy_if(text.begin(), text.end(), std::back_inserter(sorted), [](char32_t c) { return c >= 0x80; });
  std::sort(sorted.begin(), sorted.end());
  Alphabet found;
  for (auto begin = sorted.begin(); begin != sorted.end();) {
    const auto end = std::upper_bound(begin, sorted.end(), *begin);
    found.chars.push_back(*begin);
    found.times.push_back(static_cast<int>(end - begin));
    begin = end;
  }
  return found;
}

bool can_read(const Alphabet& alphabet, Way way) {
  return way.from != way.to && std::all_of(alphabet.chars.begin(), alphabet.chars.end(),
                                           [way](char32_t c) { return read_again(c, way) != 0; });
}

/// Whether what the way makes of the alphabet has all that a proof needs beside a gain.
bool may_convince(const Alphabet& alphabet, Way way) {
  int changed = 0;
  int letters = 0;
  for (std::size_t i = 0; i < alphabet.chars.size(); ++i) {
    const char32_t again = read_again(alphabet.chars[i], way);
    if (again == alphabet.chars[i]) continue;
    changed += alphabet.times[i];
    letters += properties_of(again).is_letter() ? alphabet.times[i] : 0;
  }
  if (!changes_letters(changed, letters)) return false;
  Chars after;
  for (std::size_t i = 0; i < alphabet.chars.size(); ++i)
    after.insert(after.end(), static_cast<std::size_t>(alphabet.times[i]),
                 read_again(alphabet.chars[i], way));
  return alphabet_share(after) >= kWholePercent;
}

constexpr int kWays = static_cast<int>(kTakenFor.size()) * kTo;

Way numbered(int number) {
  return {kTakenFor[static_cast<std::size_t>(number / kTo)], number % kTo};
}

/// Whether any way could be proved, if it gained enough: for most lines none could, and what the ways gain
/// need not be known.
bool any_may_convince(const Chars& skeleton, const Alphabet& alphabet, Chars& room) {
  for (int number = 0; number < kWays; ++number) {
    const Way way = numbered(number);
    if (!can_read(alphabet, way) || !may_convince(alphabet, way)) continue;
    room.clear();
    for (const char32_t c : skeleton) room.push_back(read_again(c, way));
    if (!breaks_a_word({}, room, {})) return true;
  }
  return false;
}

}  // namespace

int alphabet_share(std::span<const char32_t> text) {
  std::array<int, 64> have{};
  int letters = 0;
  for (const char32_t c : text) {
    if (c < 0x80 || properties_of(c).kind() != Kind::letter) continue;
    ++letters;
    for (std::uint64_t bits = languages_of(c); bits != 0; bits &= bits - 1) {
      ++have[static_cast<std::size_t>(std::countr_zero(bits))];
    }
  }
  return letters == 0 ? 100 : *std::max_element(have.begin(), have.end()) * 100 / letters;
}

bool is_of_one_page(std::span<const char32_t> text) {
  return std::any_of(kTakenFor.begin(), kTakenFor.end(), [text](int page) {
    return std::all_of(text.begin(), text.end(),
                       [page](char32_t c) { return c < 0x80 || byte_of(c, page) >= 0x80; });
  });
}

bool is_broken(int share) {
  return share <= kBrokenPercent;
}

int points_of_pair(char32_t first, char32_t second) {
  if ((first | second) < 0x80) return 0;
  const bool letters = properties_of(first).is_letter() && properties_of(second).is_letter();
  return letters ? kPairByFrequency[static_cast<std::size_t>(pair_frequency(first, second))] : 0;
}

bool is_scrambled(std::size_t beyond_ascii, int points) {
  return points >= kMuchGain && points >= kScrambledEach * static_cast<int>(beyond_ascii);
}

Reading best_reading(const Cells& cells, std::size_t& steps) {
  Reading best;
  int second = 0;
  steps += cells.size();
  const Chars whole = chars_of(cells);
  const std::size_t beyond_ascii = count_beyond_ascii(whole);
  if (beyond_ascii < kLeastChanged) return best;
  Line line{skeleton_of(whole)};
  Chars room;
  const Alphabet alphabet = alphabet_of(line.chars);
  if (!any_may_convince(line.chars, alphabet, room)) return best;
  const int share = alphabet_share(whole);
  const int points = line_points(whole);
  if (!is_suspicious(beyond_ascii, share, points)) return best;
  line.points = line_points(line.chars);
  line.of_line = points;
  line.was_broken = is_broken(share);
  for (int number = 0; number < kWays; ++number) {
    const Way way = numbered(number);
    if (!can_read(alphabet, way)) continue;
    steps += line.chars.size();
    const Weighed weighed = weigh(line, way, room);
    if (!weighed.possible || weighed.same_as(alphabet.chars, way, best)) continue;
    if (weighed.gain <= best.gain) {
      second = std::max(second, weighed.gain);
      continue;
    }
    second = best.gain;
    best = weighed.convincing ? Reading{way.from, way.to, weighed.gain} : Reading{-1, -1, weighed.gain};
  }
  // Two readings that are about as good: neither is proved.
  if ((points - best.gain) * 10 > (points - second) * 9) best.from = -1;
  return best;
}

bool follows(const Cells& cells, Reading proved, std::size_t& steps) {
  steps += cells.size();
  Line line{chars_of(cells)};
  line.points = line.of_line = line_points(line.chars);
  line.was_broken = is_broken(alphabet_share(line.chars));
  Chars room;
  const Weighed weighed = weigh(line, {proved.from, proved.to}, room);
  return weighed.possible && weighed.gain >= kLeastGainFollowing &&
         weighed.gain >= kLeastGainEach * weighed.changed;
}

void apply(Cells& line, Reading reading) {
  for (Cell& cell : line) cell.c = read_again(cell.c, {reading.from, reading.to});
}

}  // namespace newswash::mojibake
