// See mojibake_unrecoverable.h. Three signs: a sign between letters that no orthography has there, a sequence
// of UTF-8 cut short by a straight quote, and a whole odd sequence that could not be repaired.
#include "normalizer/mojibake_unrecoverable.h"

#include <span>
#include <string_view>

#include "mojibake_data.h"
#include "normalizer/mojibake_chain.h"
#include "normalizer/mojibake_tables.h"

namespace newswash::mojibake {
namespace {

constexpr int kWindows1252 = 0;

bool is_letter_at(const Cells& cells, std::size_t at) {
  return at < cells.size() && properties_of(cells[at].c).is_letter();
}

bool is_sign(char32_t c) {
  return kSetDamage.find(c) != std::u32string_view::npos;
}

bool is_straight_quote(char32_t c) {
  return c == U'"' || c == U'\'';
}

/// "A¯a": one sign between letters.
std::size_t sign_in_word(const Cells& cells, std::size_t at) {
  return at > 0 && is_sign(cells[at].c) && is_letter_at(cells, at - 1) && is_letter_at(cells, at + 1) ? 1 : 0;
}

std::uint8_t byte_at(const Cells& cells, std::size_t at) {
  return at < cells.size() && cells[at].c >= 0x80 ? byte_of(cells[at].c, kWindows1252) : std::uint8_t{0};
}

bool is_continuation(std::uint8_t byte) {
  return byte >= 0x80 && byte < 0xC0;
}

/// `â"¢` and `â€"`: a curly quote inside a sequence was straightened.
std::size_t straightened(const Cells& cells, std::size_t at) {
  if (byte_at(cells, at) < 0xE0 || at + 2 >= cells.size()) return 0;
  const bool first = is_straight_quote(cells[at + 1].c) && is_continuation(byte_at(cells, at + 2)) &&
                     !is_letter_at(cells, at + 2);
  const bool second = cells[at + 1].c == U'€' && is_straight_quote(cells[at + 2].c);
  return first || second ? 3 : 0;
}

/// A sequence that is whole and odd, and was refused all the same.
std::size_t refused(const Cells& cells, std::size_t at) {
  const Unit unit = decode_unit(cells, at, kWindows1252);
  if (unit.length == 0 || unit.lossy || unit.lost_space || unit.bytes < 3) return 0;
  std::vector<char32_t> text;
  for (std::size_t i = 0; i < unit.length; ++i) text.push_back(cells[at + i].c);
  const std::vector<char32_t> next(is_letter_at(cells, at + unit.length) ? 1 : 0, U'a');
  const std::vector<char32_t> before(at > 0 && is_letter_at(cells, at - 1) ? 1 : 0, U'a');
  return oddness(before, text, next) >= kOddSequence ? unit.length : 0;
}

}  // namespace

void report_unrecoverable(const Cells& cells, std::size_t base, std::vector<Unrecoverable>& places) {
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (cells[at].c < 0x80) continue;
    std::size_t length = sign_in_word(cells, at);
    if (length == 0) length = straightened(cells, at);
    if (length == 0) length = refused(cells, at);
    if (length == 0) continue;
    const std::size_t begin = base + cells[at].begin;
    const std::size_t end = base + cells[at + length - 1].end;
    if (!places.empty() && places.back().end == begin) {
      places.back().end = end;
    } else {
      places.push_back({begin, end});
    }
    at += length - 1;
  }
}

}  // namespace newswash::mojibake
