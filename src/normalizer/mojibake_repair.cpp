// See mojibake_repair.h. A chain is a run of units of one page without a gap. It is repaired when its gain
// passes its threshold; of chains that want the same characters, the one that gains most is.
#include "normalizer/mojibake_repair.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "mojibake_data.h"
#include "normalizer/mojibake_chain.h"
#include "normalizer/mojibake_judge.h"
#include "normalizer/mojibake_words.h"

namespace newswash::mojibake {
namespace {

bool is_letter_at(std::span<const Cell> cells, std::size_t at) {
  return at < cells.size() && properties_of(cells[at].c).is_letter();
}

/// One layer over one stretch.
class Layer {
 public:
  Layer(Cells& cells, const Evidence& known, Evidence& found, std::size_t& steps, StretchRepair::Room& room)
      : cells_(cells),
        known_(known),
        found_(found),
        steps_(steps),
        chars_(room.chars),
        judge_(cells, known, steps, room.judge),
        owner_(room.owner),
        cluster_(room.cluster),
        accepted_(room.accepted),
        pool_(room.pool),
        repaired_(room.repaired) {
    chars_.clear();
    for (const Cell& cell : cells) chars_.push_back(cell.c);
    judge_.look_at(chars_);
    owner_.assign(cells.size(), 0);
    cluster_.clear();
    accepted_.clear();
    pool_.clear();
  }

  Outcome run() {
    steps_ += chars_.size();
    for (std::size_t at = 0; at < chars_.size(); ++at) {
      if (chars_[at] < 0x80) continue;
      if (at >= cluster_end_) settle();
      look(at);
    }
    settle();
    apply();
    return outcome_;
  }

 private:
  void look(std::size_t at);
  bool build(std::size_t at, Chain& chain);
  void shape_lost_space(std::size_t at, const Chain& chain, Unit& unit) const;
  int standing(const Chain& chain) const;
  void learn(const Chain& chain);
  bool same_result(const Chain& a, const Chain& b) const;
  void sort_cluster();
  void settle();
  void apply();

  Cells& cells_;
  const Evidence& known_;
  Evidence& found_;
  std::size_t& steps_;
  Chars& chars_;
  Judge judge_;
  std::vector<std::uint32_t>& owner_;  // by cell: which accepted chain has it, counted from 1
  std::array<std::size_t, kPages>
      free_from_{};  // a page's chains don't overlap: each cell is tried once a page
  std::vector<Chain>& cluster_;
  std::size_t cluster_end_ = 0;
  std::vector<Chain>& accepted_;
  Cells& pool_;  // what chains become; begin and end are places in cells_
  Cells& repaired_;
  Outcome outcome_;
};

void Layer::look(std::size_t at) {
  if (at + 1 >= chars_.size()) return;
  const char32_t next = chars_[at + 1];
  unsigned pages = masks_of(chars_[at]).lead;
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
    judge_.judge(chain, pool_);
    cluster_end_ = std::max(cluster_end_, chain.end);
    cluster_.push_back(chain);
  }
}

/// A no-break space that became a plain one either belonged to the letter or stands between words all the
/// same.
void Layer::shape_lost_space(std::size_t at, const Chain& chain, Unit& unit) const {
  if (!unit.lost_space || unit.lossy || unit.bytes != 2) return;
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
  while (chain.end < chars_.size()) {
    if (chars_[chain.end] < 0x80) {  // no unit begins with it
      ++steps_;
      break;
    }
    Unit unit = decode_unit(cells_, chain.end, chain.page);
    steps_ += 1 + unit.length;
    shape_lost_space(chain.end, chain, unit);
    if (unit.length == 0) break;
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

/// The best first; those that are as good keep their order.
void Layer::sort_cluster() {
  constexpr std::size_t kFew = 8;
  const auto better = [&](const Chain& a, const Chain& b) { return standing(a) > standing(b); };
  if (cluster_.size() > kFew) return std::stable_sort(cluster_.begin(), cluster_.end(), better);
  for (auto next = cluster_.begin(); next != cluster_.end(); ++next)
    std::rotate(std::upper_bound(cluster_.begin(), next, *next, better), next, next + 1);
}

void Layer::settle() {
  if (cluster_.empty()) return;
  sort_cluster();
  const auto first = static_cast<std::ptrdiff_t>(accepted_.size());
  for (const Chain& chain : cluster_) {
    learn(chain);
    if (chain.net() <= 0) {
      outcome_.undecided |= chain.gain > -kDoubtful;
      continue;
    }
    const auto begin = owner_.begin() + static_cast<std::ptrdiff_t>(chain.begin);
    const auto end = owner_.begin() + static_cast<std::ptrdiff_t>(chain.end);
    const auto rival = std::find_if(begin, end, [](std::uint32_t owner) { return owner != 0; });
    if (rival == end) {
      accepted_.push_back(chain);
      std::fill(begin, end, static_cast<std::uint32_t>(accepted_.size()));
    } else {
      outcome_.undecided |= !same_result(accepted_[*rival - 1], chain);
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
  repaired_.clear();
  std::size_t at = 0;
  for (const Chain& chain : accepted_) {
    for (; at < chain.begin; ++at) repaired_.push_back(cells_[at]);
    for (std::size_t i = 0; i < chain.result_count; ++i) {
      const Cell& result = pool_[chain.results + i];
      repaired_.push_back({result.c, cells_[result.begin].begin, cells_[result.end - 1].end});
    }
    at = pool_[chain.results + chain.result_count - 1].end;
  }
  for (; at < cells_.size(); ++at) repaired_.push_back(cells_[at]);
  cells_.swap(repaired_);
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
  const auto is_control = [](const Cell& cell) { return cell.c >= 0x80 && cell.c <= 0x9F; };
  if (std::none_of(cells.begin(), cells.end(), is_control)) return false;
  const bool foreign = std::any_of(cells.begin(), cells.end(), [&](const Cell& cell) {
    return is_control(cell) && char_of(static_cast<std::uint8_t>(cell.c), 0) == 0;
  });
  if (foreign) return false;
  const auto at_or_space = [&](std::size_t i) { return i < cells.size() ? cells[i].c : U' '; };
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (!is_control(cells[at])) continue;
    const char32_t c = char_of(static_cast<std::uint8_t>(cells[at].c), 0);
    // What stands on another line is no neighbour.
    const char32_t before[2] = {at_or_space(at - 1) == U'\n' ? U' ' : at_or_space(at - 2),
                                at_or_space(at - 1)};
    const char32_t after[2] = {at_or_space(at + 1),
                               at_or_space(at + 1) == U'\n' ? U' ' : at_or_space(at + 2)};
    if (c == 0 || !allows_control(before[0]) || !allows_control(before[1]) || !allows_control(after[0]) ||
        !allows_control(after[1])) {
      continue;
    }
    const auto next = std::span(after).first(1);
    if (breaks_a_word(before, std::span(&c, 1), next) ||
        oddness(before, std::span(&c, 1), next) > kOddControl)
      continue;
    cells[at].c = c;
    changed = true;
  }
  return changed;
}

}  // namespace

Outcome StretchRepair::repair(Cells& cells, const Evidence& known, Evidence& found, std::size_t& steps) {
  Outcome total;
  for (std::size_t layer = 0; layer < kMostLayers; ++layer) {
    const Outcome outcome = Layer(cells, known, found, steps, room_).run();
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
