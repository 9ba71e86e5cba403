// How often each of many hashes occurs. Mine: a table with open addressing, at most half full. Not mine: what
// is hashed. Main type: RepeatTable.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace newswash::body {

class RepeatTable {
 public:
  explicit RepeatTable(std::size_t most) : slots_(std::bit_ceil(most * 2 + 2)) {}

  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t times = 0;
    bool seen = false;
  };

  Slot& slot_of(std::uint64_t hash) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (hash ^ (hash >> 32)) & mask;
    while (slots_[at].times != 0 && slots_[at].hash != hash) at = (at + 1) & mask;
    return slots_[at];
  }

  void add(std::uint64_t hash) {
    Slot& slot = slot_of(hash);
    slot.hash = hash;
    ++slot.times;
  }

 private:
  std::vector<Slot> slots_;
};

/// Once, twice, up to four times, more.
constexpr std::uint8_t repeat_scale(std::uint32_t times) {
  return times < 2 ? 0 : times == 2 ? 1 : times <= 4 ? 2 : 3;
}

}  // namespace newswash::body
