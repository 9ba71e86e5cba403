// Two kinds of evidence: text of Western languages has a zero in every other byte; any other has code units
// that are spaces, line ends or ideographic punctuation in one byte order and hardly a code unit that is not
// assigned.
#include "reader/unmarked_utf16.h"

#include <unicode/uchar.h>

#include <cstddef>

namespace newswash {
namespace {

constexpr std::size_t kSample = 1 << 16;  // bytes looked at

std::size_t count_zeros(std::string_view sample, std::size_t parity) {
  std::size_t zeros = 0;
  for (std::size_t i = parity; i < sample.size(); i += 2) zeros += sample[i] == '\0';
  return zeros;
}

std::string_view by_zeros(std::string_view sample) {
  const std::size_t even = count_zeros(sample, 0);
  const std::size_t odd = count_zeros(sample, 1);
  const std::size_t half = sample.size() / 2;
  if (odd * 10 >= half * 4 && even * 20 < half) return "UTF-16LE";
  if (even * 10 >= half * 4 && odd * 20 < half) return "UTF-16BE";
  return {};
}

/// The code units of a sample in one byte order.
struct Units {
  std::size_t all = 0;
  std::size_t parting = 0;      // spaces, line ends, ideographic comma and full stop
  std::size_t impossible = 0;   // not assigned, controls, halves of surrogate pairs
  std::size_t ascii_pairs = 0;  // both bytes printable: ASCII text misread
};

bool parts_text(char32_t unit) {
  return unit == 0x20 || unit == 0x0A || unit == 0x0D || unit == 0x3000 || unit == 0x3001 || unit == 0x3002 ||
         unit == 0xFF0C;
}

bool is_impossible(char32_t unit) {
  const auto type = u_charType(static_cast<UChar32>(unit));
  const bool control = type == U_CONTROL_CHAR && unit != '\n' && unit != '\r' && unit != '\t';
  return control || type == U_UNASSIGNED || type == U_PRIVATE_USE_CHAR;
}

bool is_printable(unsigned char byte) {
  return byte >= 0x20 && byte < 0x7F;
}

Units count_units(std::string_view sample, bool little) {
  Units units;
  bool high_surrogate = false;
  for (std::size_t i = 0; i + 1 < sample.size(); i += 2) {
    const auto first = static_cast<unsigned char>(sample[i]);
    const auto second = static_cast<unsigned char>(sample[i + 1]);
    const auto unit = static_cast<char32_t>(little ? second << 8U | first : first << 8U | second);
    const bool low = unit >= 0xDC00 && unit <= 0xDFFF;
    const bool high = unit >= 0xD800 && unit <= 0xDBFF;
    ++units.all;
    units.impossible += low != high_surrogate || (!low && !high && is_impossible(unit));
    units.parting += parts_text(unit);
    units.ascii_pairs += is_printable(first) && is_printable(second);
    high_surrogate = high;
  }
  return units;
}

/// Bytes that 8-bit text does not have: controls and zeros.
std::size_t count_controls(std::string_view sample) {
  std::size_t controls = 0;
  for (const char c : sample) {
    const auto byte = static_cast<unsigned char>(c);
    controls += byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t';
  }
  return controls;
}

bool is_text(const Units& units, const Units& other_order) {
  constexpr std::size_t kWidestApart = 200;  // code units between two spaces or stops, on average
  return units.parting > 0 && units.parting * kWidestApart >= units.all &&
         units.parting > other_order.parting && units.impossible * 100 <= units.all &&
         units.ascii_pairs * 2 < units.all;
}

std::string_view by_code_units(std::string_view sample, bool valid_utf8) {
  const std::size_t controls = count_controls(sample);
  // Cyrillic in UTF-16 is all ASCII bytes, every other one a control; Han has a zero at its line ends only.
  if (controls == 0 || (valid_utf8 && controls * 4 < sample.size())) return {};
  const Units little = count_units(sample, true);
  const Units big = count_units(sample, false);
  if (is_text(little, big)) return "UTF-16LE";
  if (is_text(big, little)) return "UTF-16BE";
  return {};
}

}  // namespace

std::string_view unmarked_utf16(std::string_view bytes, bool valid_utf8) {
  const std::string_view sample = bytes.substr(0, kSample);
  if (sample.size() < 4 || bytes.size() % 2 != 0) return {};
  if (const std::string_view found = by_zeros(sample); !found.empty()) return found;
  return by_code_units(sample, valid_utf8);
}

}  // namespace newswash
