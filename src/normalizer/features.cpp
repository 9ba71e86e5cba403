// Scans 16 bytes of ASCII at a time where the machine can (SSE2 is part of x86-64), a code point at a time
// elsewhere.
#include "normalizer/features.h"

#include <array>
#include <bit>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "text/code_points.h"

namespace newswash {
namespace {

bool is_gap(char c) {
  return c == ' ' || c == '\n';
}

/// Two neighbours that the fix "spaces" would change: two spaces, or a space at a line's end or beginning.
bool spacing_between(char a, char b) {
  return (a == ' ' && is_gap(b)) || (a == '\n' && b == ' ');
}

void add_flags(TextFeatures& found, char32_t c) {
  found.flags = static_cast<std::uint8_t>(found.flags | properties(c).flags);
}

void look_at_ascii(std::string_view text, std::size_t at, TextFeatures& found) {
  const char c = text[at];
  if (c == '&') found.ampersand = true;
  if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
    add_flags(found, static_cast<unsigned char>(c));
  }
  if (at + 1 == text.size()) return;
  if (spacing_between(c, text[at + 1])) found.spacing = true;
  if (c == '\n' && text[at + 1] == '\n' && at + 2 < text.size() && text[at + 2] == '\n') found.spacing = true;
}

/// Whether a character that begins with this byte can have any flag: C2 (C1, no-break space, soft hyphen), C4
/// C5 C7 (digraph letters), CA (U+02BC), CD (U+034F), D8 (U+061C), E1 E2 E3 EF F3 (spaces, format characters,
/// wide forms, tags).
constexpr std::array<bool, 256> make_flagged_leads() {
  std::array<bool, 256> leads{};
  for (const unsigned lead :
       {0xC2U, 0xC4U, 0xC5U, 0xC7U, 0xCAU, 0xCDU, 0xD8U, 0xE1U, 0xE2U, 0xE3U, 0xEFU, 0xF3U})
    leads[lead] = true;
  return leads;
}
constexpr std::array<bool, 256> kFlaggedLeads = make_flagged_leads();

void look_at(std::string_view text, std::size_t at, TextFeatures& found) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return look_at_ascii(text, at, found);
  found.non_ascii = true;
  if (kFlaggedLeads[byte]) add_flags(found, next_code_point(text, at));
}

#if defined(__SSE2__)
constexpr std::size_t kBlock = 16;

__m128i load(const char* at) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
}
__m128i equal(__m128i bytes, char c) {
  return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c));
}

/// A bit for each of the 16 bytes at `at` that wants a closer look; needs two more bytes behind them.
unsigned odd_bytes(const char* at) {
  const __m128i here = load(at);
  const __m128i next = load(at + 1);
  const __m128i line_feed = equal(here, '\n');
  const __m128i gap_next = _mm_or_si128(equal(next, ' '), equal(next, '\n'));
  __m128i odd = _mm_and_si128(equal(here, ' '), gap_next);
  odd = _mm_or_si128(odd, _mm_and_si128(line_feed, equal(next, ' ')));
  const __m128i blank_lines = _mm_and_si128(equal(next, '\n'), equal(load(at + 2), '\n'));
  odd = _mm_or_si128(odd, _mm_and_si128(line_feed, blank_lines));
  odd = _mm_or_si128(odd, equal(here, '&'));
  // As signed bytes everything from 0x80 up is below 0x20 as well.
  const __m128i low = _mm_andnot_si128(line_feed, _mm_cmplt_epi8(here, _mm_set1_epi8(0x20)));
  odd = _mm_or_si128(odd, _mm_or_si128(low, equal(here, 0x7F)));
  // Bytes 0x80 to 0xBF only go on with a character: its first byte is looked at.
  odd = _mm_andnot_si128(_mm_cmplt_epi8(here, _mm_set1_epi8(-64)), odd);
  return static_cast<unsigned>(_mm_movemask_epi8(odd));
}
#endif

}  // namespace

TextFeatures scan_features(std::string_view text) noexcept {
  TextFeatures found;
  if (text.empty()) return found;
  found.spacing = is_gap(text.front()) || text.back() == ' ' || text.ends_with("\n\n");
  std::size_t at = 0;
#if defined(__SSE2__)
  for (; at + kBlock + 2 <= text.size(); at += kBlock) {
    for (unsigned odd = odd_bytes(text.data() + at); odd != 0; odd &= odd - 1) {
      look_at(text, at + static_cast<std::size_t>(std::countr_zero(odd)), found);
    }
  }
#endif
  for (; at < text.size(); ++at) look_at(text, at, found);
  return found;
}

}  // namespace newswash
