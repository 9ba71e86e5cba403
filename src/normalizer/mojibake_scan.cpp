// See mojibake_scan.h. ASCII is skipped; each character beyond it is decoded once and looked up in one table
// of masks.
#include "normalizer/mojibake_scan.h"

#include <array>
#include <bit>
#include <cstdint>

#include "normalizer/mojibake_tables.h"
#include "text/code_points.h"
#include "text/utf8.h"

namespace newswash::mojibake {
namespace {

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

/// A Han character that no language's everyday text has, and the half-width kana that Shift-JIS makes of
/// bytes.
bool is_rare_wide(char32_t c) {
  if (c >= 0xFF61 && c <= 0xFF9F) return true;
  if (c < kRareBegin || c >= kRareEnd) return false;
  return (tables::kRare[(c - kRareBegin) >> 5U] >> (c & 31U) & 1U) != 0;
}

std::uint32_t flags_of(char32_t c) {
  if (c < kScanEnd) return tables::kScan[c];
  return c == 0xF8FF ? masks_of(c).lead | std::uint32_t{masks_of(c).continuation} << 14U : 0;
}

bool is_ascii_letter(char c) {
  return static_cast<unsigned char>((c | 0x20) - 'a') < 26;
}

bool ascii_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_ascii_letter(text[at]);
}

/// Both letters below U+0500 and beyond ASCII.
bool odd_letters(char32_t first, char32_t second) {
  const unsigned a = tables::kLetterClass[first];
  const unsigned b = tables::kLetterClass[second];
  if ((a & kLower) != 0 && (b & kUpper) != 0) return true;
  return (a & b & kLatin) != 0 && pair_frequency(first, second) == 0;
}

}  // namespace

char32_t decode_at(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) {
    ++at;
    return first;
  }
  const auto low = [&](std::size_t i) { return static_cast<char32_t>(byte(at + i) & 0x3FU); };
  if (first < 0xE0 && at + 1 < text.size()) {
    const char32_t c = static_cast<char32_t>(first & 0x1FU) << 6U | low(1);
    at += 2;
    return c;
  }
  if (first < 0xF0 && at + 2 < text.size()) {
    const char32_t c = static_cast<char32_t>(first & 0x0FU) << 12U | low(1) << 6U | low(2);
    at += 3;
    return c;
  }
  if (at + 3 < text.size()) {
    const char32_t c = static_cast<char32_t>(first & 0x07U) << 18U | low(1) << 12U | low(2) << 6U | low(3);
    at += 4;
    return c <= 0x10FFFF ? c : kReplacement;
  }
  ++at;
  return kReplacement;
}

namespace {

/// Is there a whole sequence at `at` in a page that both first characters belong to, or one cut short by
/// ASCII?
bool holds_sequence(std::string_view text, std::size_t at, std::uint32_t pages) {
  std::array<char32_t, 4> chars{};
  std::size_t count = 0;
  for (; count < 4 && at < text.size(); ++count) chars[count] = decode_at(text, at);
  for (; pages != 0; pages &= pages - 1) {
    const int page = std::countr_zero(pages);
    const std::uint8_t lead = byte_of(chars[0], page);
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    bool whole = length <= count || (length == 3 && count == 2);
    for (std::size_t i = 2; whole && i < length && i < count; ++i) {
      const bool lost = chars[i] < 0x80 || chars[i] == kReplacement;
      whole = lost || (flags_of(chars[i]) >> 14U >> page & 1U) != 0;
    }
    if (whole) return true;
  }
  return false;
}

/// One character beyond ASCII and what the scan knows of it.
struct Scanned {
  std::size_t at;
  char32_t c;
  std::uint32_t flags;
};

/// The character at `at`; moves `at` behind it.
Scanned scan_at(std::string_view text, std::size_t& at) {
  const std::size_t begin = at;
  const char32_t c = decode_at(text, at);
  return {begin, c, flags_of(c)};
}

enum class Kin : std::uint8_t { none, letters, utf8 };

/// Is the character suspicious by itself? `behind` is where the next one begins.
Kin suspect_alone(std::string_view text, const Scanned& here, std::size_t behind) {
  if ((here.flags & kC1) != 0) return Kin::utf8;
  const bool after_letter = here.at > 0 && is_ascii_letter(text[here.at - 1]);
  if ((here.flags & kSign) != 0 && after_letter && ascii_letter_at(text, behind)) return Kin::letters;
  if (here.c < kWide || here.flags != 0 || !is_rare_wide(here.c)) return Kin::none;
  // One rare character is a name; a rare one glued to a Latin word or to another rare one is not.
  std::size_t then = behind;
  const bool glued = after_letter || (behind < text.size() && is_rare_wide(decode_at(text, then)));
  return glued ? Kin::letters : Kin::none;
}

/// Are two neighbours beyond ASCII suspicious together? `behind` is where the third one begins.
Kin suspect_pair(std::string_view text, const Scanned& here, const Scanned& next, std::size_t behind) {
  const std::uint32_t pages = here.flags & kLeads & next.flags >> 14U;
  if (pages != 0 && holds_sequence(text, here.at, pages)) return Kin::utf8;
  if (next.c == kReplacement && (here.flags & kLeads) != 0) return Kin::utf8;
  if ((here.flags & next.flags & kLetter) != 0 && odd_letters(here.c, next.c)) return Kin::letters;
  const bool sign = (here.flags & kLetter) != 0 && (next.flags & kSign) != 0;
  return sign && ascii_letter_at(text, behind) ? Kin::letters : Kin::none;
}

/// May the character have lost its next byte to this ASCII character?
bool lost_next(const Scanned& here, char c) {
  return (here.flags & kLoser) != 0 && (c == ' ' || c == '?' || c == '"');
}

/// What decides, in one lookup, whether a character needs any of the questions above.
Glance glance_at(char32_t c) {
  if (c < kScanEnd) return tables::kGlance[c];
  if (c == kReplacement) return {0, kLostBit};
  return {is_rare_wide(c) || c == 0xF8FF ? kAlone : 0, 0};
}

Suspect suspect_pair_or_alone(std::string_view text, std::size_t at) {
  std::size_t behind = at;
  const Scanned here = scan_at(text, behind);
  if (const Kin kin = suspect_alone(text, here, behind); kin != Kin::none)
    return {here.at, kin == Kin::letters};
  if (behind == text.size()) return {};
  if (is_ascii(text[behind])) return lost_next(here, text[behind]) ? Suspect{here.at, false} : Suspect{};
  const Scanned next = scan_at(text, behind);
  const Kin kin = suspect_pair(text, here, next, behind);
  return kin == Kin::none ? Suspect{} : Suspect{here.at, kin == Kin::letters};
}

/// The first suspicious place in the run of characters beyond ASCII at `at`, which is moved to its end.
Suspect suspect_in_run(std::string_view text, std::size_t& at) {
  std::size_t before = at;
  Glance seen;
  while (at < text.size() && !is_ascii(text[at])) {
    const std::size_t here = at;
    const Glance now = glance_at(next_code_point(text, at));
    if ((seen.first & now.second) != 0) {
      const Suspect pair = suspect_pair_or_alone(text, before);
      if (pair.at != std::string_view::npos) return pair;
    }
    if ((now.first & kAlone) != 0) {
      const Suspect alone = suspect_pair_or_alone(text, here);
      if (alone.at != std::string_view::npos) return alone;
    }
    before = here;
    seen = now;
  }
  return {};
}

}  // namespace

Suspect next_suspect(std::string_view text, std::size_t from) {
  for (std::size_t at = skip_ascii(text, from); at < text.size(); at = skip_ascii(text, at)) {
    const Suspect suspect = suspect_in_run(text, at);
    if (suspect.at != std::string_view::npos) return suspect;
  }
  return {};
}

}  // namespace newswash::mojibake
