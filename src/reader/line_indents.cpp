// Counting back from a line's place in the input; see line_indents.h.
#include "reader/line_indents.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

namespace newswash {

namespace {

constexpr std::size_t kMostSpaces = std::numeric_limits<std::uint8_t>::max();

/// How many of the eight bytes before `end` are spaces, counted from behind.
std::size_t spaces_in_word_before(const char* end) {
  constexpr std::uint64_t kSpaces = 0x2020202020202020;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, end - sizeof bytes, sizeof bytes);
  bytes ^= kSpaces;
  const int bits =
      std::endian::native == std::endian::little ? std::countl_zero(bytes) : std::countr_zero(bytes);
  return static_cast<std::size_t>(bits) / 8;
}

}  // namespace

std::uint8_t LineIndents::before(std::string_view line) noexcept {
  const std::size_t at = offsets_.end(static_cast<std::size_t>(line.data() - text_.data()));
  const std::size_t most = std::min(at, kMostSpaces);
  std::size_t spaces = 0;
  while (spaces + sizeof(std::uint64_t) <= most) {
    const std::size_t more = spaces_in_word_before(given_.data() + at - spaces);
    spaces += more;
    if (more < sizeof(std::uint64_t)) return static_cast<std::uint8_t>(spaces);
  }
  while (spaces < most && given_[at - spaces - 1] == ' ') ++spaces;
  return static_cast<std::uint8_t>(spaces);
}

}  // namespace newswash
