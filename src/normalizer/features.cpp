// Scans 16 bytes of ASCII at a time where the machine can (SSE2 is part of x86-64), a code point at a time
// elsewhere.
#include "normalizer/features.h"

#include <algorithm>

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

#if defined(__SSE2__)
constexpr std::size_t kBlock = 16;

__m128i load(const char* at) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
}
__m128i equal(__m128i bytes, char c) {
  return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c));
}

/// Whether the 16 bytes at `at` are ASCII that no fix cares for; needs two more bytes behind them.
bool plain_block(const char* at) {
  const __m128i here = load(at);
  const __m128i next = load(at + 1);
  const __m128i after_next = load(at + 2);
  const __m128i line_feed = equal(here, '\n');
  const __m128i gap_next = _mm_or_si128(equal(next, ' '), equal(next, '\n'));
  __m128i odd = _mm_and_si128(equal(here, ' '), gap_next);
  odd = _mm_or_si128(odd, _mm_and_si128(line_feed, equal(next, ' ')));
  odd =
      _mm_or_si128(odd, _mm_and_si128(line_feed, _mm_and_si128(equal(next, '\n'), equal(after_next, '\n'))));
  odd = _mm_or_si128(odd, equal(here, '&'));
  // As signed bytes everything from 0x80 up is below 0x20 as well.
  const __m128i low = _mm_andnot_si128(line_feed, _mm_cmplt_epi8(here, _mm_set1_epi8(0x20)));
  odd = _mm_or_si128(odd, _mm_or_si128(low, equal(here, 0x7F)));
  return _mm_movemask_epi8(odd) == 0;
}
#endif

std::size_t skip_plain(std::string_view text, std::size_t at) {
#if defined(__SSE2__)
  while (at + kBlock + 2 <= text.size() && plain_block(text.data() + at)) at += kBlock;
#endif
  return at;
}

}  // namespace

TextFeatures scan_features(std::string_view text) noexcept {
  TextFeatures found;
  if (text.empty()) return found;
  found.spacing = is_gap(text.front()) || text.back() == ' ' || text.ends_with("\n\n");
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = skip_plain(text, at);
    if (plain != at) {
      at = plain;
      continue;
    }
    // Something here is not plain: look closely for a block's length, then try to skip again.
    for (const std::size_t until = std::min(at + 16, text.size()); at < until;) {
      if (static_cast<signed char>(text[at]) >= 0) {
        look_at_ascii(text, at++, found);
      } else {
        found.non_ascii = true;
        add_flags(found, next_code_point(text, at));
      }
    }
  }
  return found;
}

}  // namespace newswash
