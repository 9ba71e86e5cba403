// Counts the sequences beyond ASCII line by line. A text in another charset has hardly a line in which all of
// them are valid UTF-8; a file put together from two charsets has such lines, and others with none.
#include "reader/mixed_utf8.h"

#include <algorithm>

#include "text/code_points.h"
#include "text/utf8.h"

namespace newswash {
namespace {

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

/// Half a surrogate pair as UTF-8 would write it, or 0.
char32_t surrogate_at(std::string_view bytes, std::size_t at) {
  const unsigned second = byte_at(bytes, at + 1);
  const unsigned third = byte_at(bytes, at + 2);
  if (byte_at(bytes, at) != 0xED || second < 0xA0 || second > 0xBF || (third & 0xC0U) != 0x80) return 0;
  return 0xD000 | (second & 0x3FU) << 6 | (third & 0x3FU);
}

struct Counts {
  std::size_t valid = 0;    // sequences of UTF-8 beyond ASCII
  std::size_t invalid = 0;  // other bytes beyond ASCII
  void operator+=(const Counts& more) { valid += more.valid, invalid += more.invalid; }
};

Counts count(std::string_view bytes) {
  Counts counts;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t valid = valid_utf8_prefix(bytes.substr(at));
    counts.valid +=
        static_cast<std::size_t>(std::count_if(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                                               bytes.begin() + static_cast<std::ptrdiff_t>(at + valid),
                                               [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
    at += valid;
    if (at == bytes.size()) break;
    const MixedPiece piece = read_mixed_piece(bytes.substr(at));
    ++(piece.utf8_like ? counts.valid : counts.invalid);
    at += piece.length;
  }
  return counts;
}

}  // namespace

MixedPiece read_mixed_piece(std::string_view bytes) noexcept {
  if (byte_at(bytes, 0) == 0xC0 && byte_at(bytes, 1) == 0x80) return {2, 0, true};
  const char32_t high = surrogate_at(bytes, 0);
  const char32_t low = surrogate_at(bytes, 3);
  if (high >= 0xD800 && high <= 0xDBFF && low >= 0xDC00 && low <= 0xDFFF)
    return {6, 0x10000 + ((high & 0x3FFU) << 10) + (low & 0x3FFU), true};
  if (high != 0) return {3, 0xFFFD, true};
  return {1, windows_1252(byte_at(bytes, 0)), false};
}

bool is_mixed_utf8(std::string_view bytes) noexcept {
  Counts all;
  std::size_t pure = 0, foreign = 0, both = 0;  // lines
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const Counts line = count(bytes.substr(begin, end - begin));
    pure += line.valid > 0 && line.invalid == 0;
    foreign += line.valid == 0 && line.invalid > 0;
    both += line.valid > 0 && line.invalid > 0;
    all += line;
    begin = end + 1;
  }
  if (all.valid > 0 && all.valid >= all.invalid) return true;
  return pure > 0 && all.valid > 1 && both * 4 <= pure + foreign && pure * 20 >= foreign;
}

bool is_surely_utf8(std::string_view bytes) noexcept {
  const Counts all = count(bytes);
  return all.valid >= 3 && all.valid >= all.invalid * 4;
}

bool is_foreign_line(std::string_view line) noexcept {
  const Counts counts = count(line);
  return counts.invalid > 0 && counts.valid == 0;
}

}  // namespace newswash
