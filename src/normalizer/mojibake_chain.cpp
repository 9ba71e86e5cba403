// Decodes one unit: lead byte, continuation bytes, and the ways those get lost. See mojibake_chain.h.
#include "normalizer/mojibake_chain.h"

#include "normalizer/mojibake_tables.h"

namespace newswash::mojibake {
namespace {

int bytes_announced(std::uint8_t lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

bool is_continuation(std::uint8_t byte) {
  return byte >= 0x80 && byte <= 0xBF;
}

/// The bytes of one sequence as they are read, with what was lost.
struct Sequence {
  std::uint8_t bytes[4] = {};
  int known = 0;  ///< continuation bytes that were really there
  bool lossy = false;
  bool question = false;
  bool lost_space = false;
};

bool read_continuation(char32_t c, int page, int index, Sequence& sequence) {
  const std::uint8_t byte = byte_of(c, page);
  if (is_continuation(byte)) {
    sequence.bytes[index] = byte;
    ++sequence.known;
    return true;
  }
  if (c == kReplacement || c == U'?') {
    sequence.lossy = true;
    sequence.question |= c == U'?';
    sequence.bytes[index] = 0x80;
    return true;
  }
  const std::uint8_t space = byte_of(kNoBreakSpace, page);
  if (c != U' ' || space != 0xA0) return false;
  sequence.lost_space = true;
  sequence.bytes[index] = space;
  return true;
}

char32_t value_of(const Sequence& s, int length) {
  const auto low = [&](int i) { return static_cast<char32_t>(s.bytes[i] & 0x3F); };
  if (length == 2) return static_cast<char32_t>(s.bytes[0] & 0x1F) << 6U | low(1);
  if (length == 3) return static_cast<char32_t>(s.bytes[0] & 0x0F) << 12U | low(1) << 6U | low(2);
  return static_cast<char32_t>(s.bytes[0] & 0x07) << 18U | low(1) << 12U | low(2) << 6U | low(3);
}

bool is_shortest(char32_t value, int length) {
  constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  return value >= least[length] && value <= 0x10FFFF;
}

Unit decode_sequence(std::span<const Cell> cells, std::size_t at, int page) {
  Sequence sequence;
  sequence.bytes[0] = byte_of(cells[at].c, page);
  const int length = bytes_announced(sequence.bytes[0]);
  if (length == 0 || at + static_cast<std::size_t>(length) > cells.size()) return {};
  for (int i = 1; i < length; ++i) {
    if (!read_continuation(cells[at + static_cast<std::size_t>(i)].c, page, i, sequence)) return {};
  }
  // Of three bytes and more, something beyond the lead must be left; nothing is guessed out of spaces alone.
  if (length > 2 && sequence.known == 0) return {};
  const char32_t value = value_of(sequence, length);
  Unit unit{static_cast<std::size_t>(length),
            value,
            length,
            sequence.lossy,
            sequence.question,
            sequence.lost_space};
  if (sequence.lossy) {
    unit.result = kReplacement;
  } else if (!is_shortest(value, length)) {
    return {};
  }
  return unit;
}

/// windows-1252 has no 9D, so the closing quote E2 80 9D often lost its end: "â€" before a space, a sign or
/// nothing.
bool is_cut_quote(std::span<const Cell> cells, std::size_t at, int page) {
  if (page != 0 || cells[at].c != U'â' || at + 1 >= cells.size() || cells[at + 1].c != U'€') return false;
  if (at == 0 || cells[at - 1].c <= U' ') return false;
  if (at + 2 == cells.size()) return true;
  const char32_t next = cells[at + 2].c;
  return next <= U' ' || next == U'.' || next == U',' || next == U';' || next == U':' || next == U'!' ||
         next == U')' || next == U'<';
}

bool is_surrogate(char32_t c, char32_t from) {
  return c >= from && c < from + 0x400;
}

}  // namespace

Unit decode_unit(std::span<const Cell> cells, std::size_t at, int page) {
  if (is_cut_quote(cells, at, page)) return {2, U'”', 3, false, false, true};
  Unit first = decode_sequence(cells, at, page);
  if (first.length == 0 || first.lossy || first.result < 0xD800 || first.result > 0xDFFF) return first;
  if (!is_surrogate(first.result, 0xD800) || at + 3 >= cells.size()) return {};
  const Unit second = decode_sequence(cells, at + 3, page);
  if (second.length != 3 || second.lossy || !is_surrogate(second.result, 0xDC00)) return {};
  first.result = 0x10000 + ((first.result - 0xD800) << 10U) + (second.result - 0xDC00);
  first.length = 6;
  first.bytes = 6;
  first.lost_space |= second.lost_space;
  return first;
}

}  // namespace newswash::mojibake
