// See mojibake_glance.h. Characters beyond ASCII are decoded one by one; of ASCII only what costs points is
// counted, 64 bytes at a time.
#include "normalizer/mojibake_glance.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "mojibake_data.h"
#include "normalizer/mojibake_score.h"
#include "normalizer/mojibake_single_byte.h"
#include "normalizer/mojibake_tables.h"
#include "text/byte_block.h"
#include "text/code_points.h"
#include "text/utf8.h"

namespace newswash::mojibake {
namespace {

constexpr int kWindows1252 = 0;

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

/// Calls `see` with each character beyond ASCII and the offset behind it, until it says true; whether it did.
template <typename See>
bool any_beyond_ascii(std::string_view line, See see) {
  for (std::size_t at = skip_ascii(line, 0); at < line.size(); at = skip_ascii(line, at)) {
    const char32_t c = next_code_point(line, at);
    if (see(c, at)) return true;
  }
  return false;
}

/// What the alphabet of a line shows.
struct Letters {
  std::size_t beyond_ascii = 0;
  bool wide = false;          // some might be of a double-byte set
  bool one_alphabet = false;  // some language has them all
};

Letters letters_of(std::string_view line) {
  Letters letters;
  std::uint64_t languages = ~std::uint64_t{0};
  any_beyond_ascii(line, [&](char32_t c, std::size_t) {
    ++letters.beyond_ascii;
    letters.wide = letters.wide || c >= kWide;
    if (properties_of(c).kind() == Kind::letter) languages &= languages_of(c);
    return false;
  });
  letters.one_alphabet = languages != 0;
  return letters;
}

std::vector<char32_t> characters_beyond_ascii(std::string_view line) {
  std::vector<char32_t> found;
  any_beyond_ascii(line, [&](char32_t c, std::size_t) { return found.push_back(c), false; });
  return found;
}

/// Points of ASCII by itself: control characters, and capitals behind small letters.
int points_of_ascii(std::string_view line) {
  int points = 0;
  std::uint64_t carried = 0;
  for (std::size_t at = 0; at < line.size(); at += kBlockBytes) {
    const ByteBlock block(line, at, ' ');
    const std::uint64_t small = block.in_range('a', 26);
    points += kCamelCase * std::popcount((small << 1 | carried) & block.in_range('A', 26));
    carried = small >> 63;
    for (std::uint64_t odd = block.in_range(0, ' ') | block.equal(0x7F); odd != 0; odd &= odd - 1)
      points += oddness_of_char(
          static_cast<unsigned char>(line[at + static_cast<std::size_t>(std::countr_zero(odd))]));
  }
  return points;
}

/// Points of all pairs that have a character beyond ASCII, and of those characters themselves.
int points_beyond_ascii(std::string_view line) {
  int points = 0;
  char32_t before = 0;
  char32_t previous = 0;
  const auto step = [&](char32_t c) {
    if (previous != 0) points += oddness_of_pair(before, previous, c);
    points += points_of_pair(previous, c);
    before = previous;
    previous = c;
  };
  for (std::size_t at = skip_ascii(line, 0); at < line.size(); at = skip_ascii(line, at)) {
    // What stands before a run of them is ASCII, and mostly so is what stands before that.
    if (at > 1 && is_ascii(line[at - 2])) previous = static_cast<unsigned char>(line[at - 2]);
    before = at > 1 ? previous : 0;
    previous = at > 0 ? static_cast<unsigned char>(line[at - 1]) : 0;
    while (at < line.size() && !is_ascii(line[at])) {
      const char32_t c = next_code_point(line, at);
      points += oddness_of_char(c);
      step(c);
    }
    const char32_t last = previous;
    if (at < line.size()) step(static_cast<unsigned char>(line[at]));
    previous = last;
  }
  return points;
}

}  // namespace

bool may_be_reread(std::string_view line) {
  const Letters letters = letters_of(line);
  if (letters.wide) return true;
  if (letters.beyond_ascii < kLeastChanged) return false;
  const std::vector<char32_t> characters = characters_beyond_ascii(line);
  if (!is_of_one_page(characters)) return false;
  if (!letters.one_alphabet && is_broken(alphabet_share(characters))) return true;
  return is_scrambled(letters.beyond_ascii, points_beyond_ascii(line) + points_of_ascii(line));
}

/// Each of the three signs begins with one of these; the last two go on with a straight quote or with what
/// windows-1252 has for a continuation byte.
bool may_be_unrecoverable(std::string_view line) {
  return any_beyond_ascii(line, [&](char32_t c, std::size_t behind) {
    if (kSetDamage.find(c) != std::u32string_view::npos) return true;
    if (byte_of(c, kWindows1252) < 0xE0 || behind == line.size()) return false;
    const char32_t next = next_code_point(line, behind);
    return next == U'"' || next == U'\'' || (masks_of(next).continuation >> kWindows1252 & 1U) != 0;
  });
}

}  // namespace newswash::mojibake
