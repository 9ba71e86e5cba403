// See mojibake_scan.h. One pass over the bytes; characters beyond ASCII are looked up in one table of masks.
#include "normalizer/mojibake_scan.h"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "normalizer/mojibake_tables.h"

namespace newswash::mojibake {
namespace {

/// The first byte beyond ASCII from `at` on, eight bytes at a time.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    bytes &= 0x8080808080808080U;
    if (bytes == 0) continue;
    const int bits =
        std::endian::native == std::endian::little ? std::countr_zero(bytes) : std::countl_zero(bytes);
    return at + static_cast<std::size_t>(bits) / 8;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

// What the scan knows of a character: lead masks in bits 0-13, continuation masks in 14-27, and these.
constexpr std::uint32_t kC1 = 1U << 28U;
constexpr std::uint32_t kSign = 1U << 29U;    // doesn't belong between letters
constexpr std::uint32_t kLetter = 1U << 30U;  // beyond ASCII, below U+0500
constexpr std::uint32_t kLoser = 1U << 31U;   // a lead byte whose next byte may have become a space or '?'
constexpr std::uint32_t kLeads = (1U << 14U) - 1;
constexpr char32_t kTableEnd = 0x2700;
constexpr char32_t kRareBegin = 0x3400;
constexpr char32_t kRareEnd = 0xFB00;
constexpr char32_t kWide = 0x2E80;  // from here on nothing is in a single-byte page but U+F8FF and U+FFFD

bool is_sign(char32_t c) {
  constexpr std::u32string_view signs = U"¤¦¬¯¶†‡‰¹²³¾½¼±¿¡ª¥£¢©®¨¸";
  return signs.find(c) != std::u32string_view::npos;
}

bool may_lose_next(char32_t c) {
  constexpr std::u32string_view losers = U"ÃÂÅГĂÐâ";
  return losers.find(c) != std::u32string_view::npos;
}

/// Filled once: the masks of every character below U+2700; nothing above is in a code page but U+F8FF and
/// U+FFFD.
struct ScanTable {
  std::array<std::uint32_t, kTableEnd> flags{};
  std::array<bool, kRareEnd - kRareBegin> rare{};
  ScanTable() {
    for (char32_t c = 0x80; c < kTableEnd; ++c) {
      const ByteMasks masks = masks_of(c);
      std::uint32_t flag = masks.lead | std::uint32_t{masks.continuation} << 14U;
      if (c < 0xA0) flag |= kC1;
      if (is_sign(c)) flag |= kSign;
      if (c < 0x500 && properties_of(c).is_letter()) flag |= kLetter;
      if (may_lose_next(c)) flag |= kLoser;
      flags[c] = flag;
    }
    for (char32_t c = kRareBegin; c < kRareEnd; ++c) rare[c - kRareBegin] = properties_of(c).rarity() >= 2;
  }
};

/// A Han character that no language's everyday text has, and the half-width kana that Shift-JIS makes of
/// bytes.
bool is_rare_wide(const ScanTable& table, char32_t c) {
  if (c >= 0xFF61 && c <= 0xFF9F) return true;
  return c >= kRareBegin && c < kRareEnd && table.rare[c - kRareBegin];
}

std::uint32_t flags_of(const ScanTable& table, char32_t c) {
  if (c < kTableEnd) return table.flags[c];
  return c == 0xF8FF ? masks_of(c).lead | std::uint32_t{masks_of(c).continuation} << 14U : 0;
}

const ScanTable& scan_table() {
  static const ScanTable table;
  return table;
}

bool is_ascii_letter(char32_t c) {
  return (c | 0x20U) >= U'a' && (c | 0x20U) <= U'z';
}

bool odd_letters(char32_t first, char32_t second) {
  const Properties a = properties_of(first);
  const Properties b = properties_of(second);
  if (a.letter_case() == Case::lower && b.letter_case() == Case::upper) return true;
  return a.script() == Script::latin && b.script() == Script::latin && pair_frequency(first, second) == 0;
}

/// Is there a whole sequence at `at` in a page that both first characters belong to, or one cut short by
/// ASCII?
bool holds_sequence(const ScanTable& table, std::string_view text, std::size_t at, std::uint32_t pages) {
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
      whole = lost || (flags_of(table, chars[i]) >> 14U >> page & 1U) != 0;
    }
    if (whole) return true;
  }
  return false;
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

Suspect next_suspect(std::string_view text, std::size_t from) {
  const ScanTable& table = scan_table();
  std::size_t at = from;
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      at = skip_ascii(text, at);
      continue;
    }
    std::size_t here = at;
    char32_t c = decode_at(text, at);
    std::uint32_t flags = flags_of(table, c);
    if ((flags & kC1) != 0) return {here, false};
    if ((flags & kSign) != 0 && here > 0 && at < text.size() &&
        is_ascii_letter(static_cast<unsigned char>(text[here - 1])) &&
        is_ascii_letter(static_cast<unsigned char>(text[at]))) {
      return {here, true};
    }
    if (c >= kWide && flags == 0 && c != kReplacement) {
      // One rare character is a name; a rare one glued to a Latin word or to another rare one is not.
      if (!is_rare_wide(table, c)) continue;
      std::size_t then = at;
      const bool glued = here > 0 && is_ascii_letter(static_cast<unsigned char>(text[here - 1]));
      if (glued || (at < text.size() && is_rare_wide(table, decode_at(text, then)))) return {here, true};
      continue;
    }
    if (flags == 0 || at >= text.size()) continue;
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      if ((flags & kLoser) != 0 && (text[at] == ' ' || text[at] == '?' || text[at] == '"'))
        return {here, false};
      continue;
    }
    std::size_t behind = at;
    const char32_t next = decode_at(text, behind);
    const std::uint32_t next_flags = flags_of(table, next);
    if ((flags & kLeads & next_flags >> 14U) != 0 &&
        holds_sequence(table, text, here, flags & kLeads & next_flags >> 14U)) {
      return {here, false};
    }
    if (next == kReplacement && (flags & kLeads) != 0) return {here, false};
    if ((flags & next_flags & kLetter) != 0 && odd_letters(c, next)) return {here, true};
    if ((flags & kLetter) != 0 && (next_flags & kSign) != 0 && behind < text.size() &&
        (is_ascii_letter(static_cast<unsigned char>(text[behind])))) {
      return {here, true};
    }
  }
  return {};
}

}  // namespace newswash::mojibake
