// What a chain is refused for whatever it gains: signs that its place is no mojibake, or none of its page.
// The rest of the judge is in mojibake_judge.cpp.
#include <algorithm>
#include <span>

#include "mojibake_data.h"
#include "normalizer/mojibake.h"
#include "normalizer/mojibake_judge.h"

namespace newswash::mojibake {
namespace {

bool is_letter_at(std::span<const Cell> cells, std::size_t at) {
  return at < cells.size() && properties_of(cells[at].c).is_letter();
}

}  // namespace

/// Han, kana or hangul right beside a short chain: no text mixes so.
bool Judge::touches_wide_letter(const Chain& chain) const {
  const auto is_wide = [&](std::size_t at) {
    const Script script = properties_of(cells_[at].c).script();
    return script == Script::han || script == Script::kana || script == Script::hangul;
  };
  return (chain.begin > 0 && is_wide(chain.begin - 1)) || (chain.end < cells_.size() && is_wide(chain.end));
}

/// Box drawing that stays undecodable in the same word: it is a drawing.
bool Judge::is_drawing(const Chain& chain) const {
  if (properties_of(cells_[chain.begin].c).kind() != Kind::box) return false;
  std::size_t at = chain.begin;
  while (at > 0 && chain.begin - at < kWordReach && cells_[at - 1].c > U' ') --at;
  for (std::size_t limit = chain.end + kWordReach;
       at < std::min(limit, cells_.size()) && cells_[at].c > U' ';) {
    const Unit unit = decode_unit(cells_, at, chain.page);
    const Properties p = properties_of(unit.result);
    const bool rare = p.is_letter() && p.rarity() > 2;
    if (properties_of(cells_[at].c).kind() == Kind::box && (unit.length == 0 || rare)) return true;
    at += std::max<std::size_t>(unit.length, 1);
  }
  return false;
}

/// A sequence cut short right beside the chain: the stretch is damaged beyond what this page explains.
bool Judge::touches_broken_sequence(const Chain& chain) const {
  return touches_broken_sequence(chain, chain.page) || (chain.page != 0 && touches_broken_sequence(chain, 0));
}

bool Judge::touches_broken_sequence(const Chain& chain, int page) const {
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

bool Judge::is_refused(const Chain& chain, std::span<const char32_t> results) const {
  if (touches_broken_sequence(chain) && chain.units < 4) return true;
  if (chain.units < 4 && is_drawing(chain)) return true;
  if (chain.units < 3 && touches_wide_letter(chain)) return true;
  const Properties only = properties_of(results[0]);
  if (chain.units == 1 && only.is_letter() && only.rarity() == 3 && results[0] < 0x3000) return true;
  const bool struck = results[0] >= 0x332 && results[0] <= 0x338;
  const bool space_second = cells_[chain.begin + 1].c == U' ' && cells_[chain.begin].c != U'â';
  if (chain.units == 1 && chain.multibyte == 1 && space_second) return true;  // "« à »"
  const bool mac = chain.page == static_cast<int>(CodePage::macroman);
  if (chain.units == 1 && mac && properties_of(results[0]).kind() == Kind::mark) return true;
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

}  // namespace newswash::mojibake
