// Numbers lines and paragraphs by their hashes, then adds up. Mine: see repeated_lines.h.
#include "quality/repeated_lines.h"

namespace newswash::quality {

void RepeatedLines::add(std::uint64_t hash, std::uint32_t chars) {
  units_.push_back({hash, chars, 0});
}

RepeatCount RepeatedLines::count() {
  RepeatCount found;
  counts_.clear();
  table_.reset();
  for (Unit& unit : units_) {
    unit.number = table_.number(unit.hash);
    found.all += 1;
    found.all_chars += unit.chars;
    if (unit.number == counts_.size()) {
      counts_.push_back(1);
      continue;
    }
    ++counts_[unit.number];
    found.later += 1;
    found.later_chars += unit.chars;
  }
  if (found.later == 0) return found;
  for (const Unit& unit : units_) {
    if (counts_[unit.number] < 2) continue;
    found.copies += 1;
    found.copies_chars += unit.chars;
  }
  return found;
}

void RepeatedLines::find(const Scan& scan) {
  units_.clear();
  for (const Line& line : scan.lines) add(line.hash, line.chars);
  lines_ = count();
  units_.clear();
  std::uint32_t paragraph = UINT32_MAX;
  for (const Line& line : scan.lines) {
    if (line.paragraph != paragraph) {
      paragraph = line.paragraph;
      add(line.hash, line.chars);
    } else {
      Unit& open = units_.back();
      open.hash = open.hash * 0x9E3779B97F4A7C15ULL + line.hash;
      open.chars += line.chars + 1;  // the line feed between
    }
  }
  paragraphs_ = count();
}

}  // namespace newswash::quality
