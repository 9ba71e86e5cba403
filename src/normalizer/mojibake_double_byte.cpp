// See mojibake_double_byte.h. Real Chinese and Japanese hardly ever spells UTF-8 by chance for more than two
// characters; the reading must also make the line much less odd.
#include "normalizer/mojibake_double_byte.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "mojibake_data.h"
#include "normalizer/mojibake_tables.h"

namespace newswash::mojibake {
namespace {

constexpr int kSets = 3;

struct Byte {
  std::uint8_t value;
  std::size_t cell;
  bool known;
};

std::vector<Byte> bytes_of(const Cells& line, int set) {
  std::vector<Byte> bytes;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char32_t c = line[i].c;
    const std::uint16_t code = double_byte_of(c, set);
    if (c < 0x80) {
      bytes.push_back({static_cast<std::uint8_t>(c), i, true});
    } else if (code == 0) {
      bytes.push_back({c == 0x80 ? std::uint8_t{0x80} : std::uint8_t{0}, i, c == 0x80});
    } else {
      if (code > 0xFF) bytes.push_back({static_cast<std::uint8_t>(code >> 8U), i, true});
      bytes.push_back({static_cast<std::uint8_t>(code & 0xFFU), i, true});
    }
  }
  return bytes;
}

struct Whole {
  char32_t c = 0;
  std::size_t bytes = 0;  ///< 0: no whole sequence here
};

Whole whole_at(std::span<const Byte> bytes, std::size_t at) {
  const std::uint8_t lead = bytes[at].value;
  const std::size_t length = !bytes[at].known || lead < 0xC2 ? 0
                             : lead < 0xE0                   ? 2
                             : lead < 0xF0                   ? 3
                             : lead < 0xF5                   ? 4
                                                             : 0;
  if (length == 0 || at + length > bytes.size()) return {};
  char32_t c = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const Byte& byte = bytes[at + i];
    if (!byte.known || byte.value < 0x80 || byte.value > 0xBF) return {};
    c = c << 6U | (byte.value & 0x3FU);
  }
  const bool shortest = length == 2 || (length == 3 && c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) ||
                        (length == 4 && c >= 0x10000 && c <= 0x10FFFF);
  return shortest ? Whole{c, length} : Whole{};
}

struct Read {
  Cells cells;
  std::size_t whole = 0;
  std::size_t lost = 0;
};

/// Cells may lie across two characters: the first takes such a cell, the next starts behind it.
void push(char32_t c, std::size_t first, std::size_t last, const Cells& line, Read& read) {
  const std::uint32_t done = read.cells.empty() ? line.front().begin : read.cells.back().end;
  read.cells.push_back({c, std::max(done, line[first].begin), std::max(done, line[last].end)});
}

Read read_as_utf8(std::span<const Byte> bytes, const Cells& line) {
  Read read;
  for (std::size_t at = 0; at < bytes.size();) {
    const Whole whole = whole_at(bytes, at);
    if (whole.bytes > 0) {
      push(whole.c, bytes[at].cell, bytes[at + whole.bytes - 1].cell, line, read);
      ++read.whole;
      at += whole.bytes;
      continue;
    }
    const std::size_t from = at++;
    if (bytes[from].known && bytes[from].value < 0x80) {
      push(bytes[from].value, bytes[from].cell, bytes[from].cell, line, read);
      continue;
    }
    while (at < bytes.size() && (!bytes[at].known || (bytes[at].value >= 0x80 && bytes[at].value < 0xC0)))
      ++at;
    push(kReplacement, bytes[from].cell, bytes[at - 1].cell, line, read);
    ++read.lost;
  }
  return read;
}

std::vector<char32_t> chars_of(const Cells& cells) {
  std::vector<char32_t> chars;
  chars.reserve(cells.size());
  for (const Cell& cell : cells) chars.push_back(cell.c);
  return chars;
}

}  // namespace

bool read_double_byte(Cells& line, int stated, std::size_t& steps) {
  const bool has_wide =
      std::any_of(line.begin(), line.end(), [](const Cell& cell) { return cell.c >= 0x2E80; });
  if (!has_wide) return false;
  const int odd_before = oddness({}, chars_of(line), {});
  Read best;
  int best_gain = 0;
  for (int set = 0; set < kSets; ++set) {
    const std::vector<Byte> bytes = bytes_of(line, set);
    Read read = read_as_utf8(bytes, line);
    steps += bytes.size();
    const bool named = stated == set;
    if (read.whole < (named ? 1 : kDoubleLeastWhole) || read.lost * kDoubleWholeToLost > read.whole) continue;
    const std::vector<char32_t> after = chars_of(read.cells);
    const int odd_after = oddness({}, after, {});
    const auto beyond_ascii = std::count_if(after.begin(), after.end(), [](char32_t c) { return c >= 0x80; });
    if (odd_after > kDoubleOddEach * static_cast<int>(beyond_ascii)) continue;
    const int gain = odd_before - odd_after - static_cast<int>(read.lost) * kDoubleLostByte;
    if (gain < (named ? kDoubleLeastGainStated : kDoubleLeastGain) || gain <= best_gain ||
        breaks_a_word({}, after, {}))
      continue;
    best_gain = gain;
    best = std::move(read);
  }
  if (best_gain == 0) return false;
  line.swap(best.cells);
  return true;
}

}  // namespace newswash::mojibake
