// Escaping looks at 16 bytes at a time and copies what needs no escape in one piece.
#include "writer/json_out.h"

#include <array>
#include <charconv>

#if defined(__SSE2__)
#include <emmintrin.h>

#include <bit>
#endif

namespace newswash {
namespace {

bool needs_escape(char c) noexcept {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

/// The first byte from `at` on that can't stand in a JSON string; the text's end where there is none.
const char* find_escape(const char* at, const char* end) noexcept {
#if defined(__SSE2__)
  const __m128i quote = _mm_set1_epi8('"');
  const __m128i backslash = _mm_set1_epi8('\\');
  const __m128i last_control = _mm_set1_epi8(0x1F);
  for (; end - at >= 16; at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const __m128i marks = _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, backslash));
    const __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(bytes, last_control), bytes);
    const int found = _mm_movemask_epi8(_mm_or_si128(marks, controls));
    if (found != 0) return at + std::countr_zero(static_cast<unsigned>(found));
  }
#endif
  while (at < end && !needs_escape(*at)) ++at;
  return at;
}

char short_escape(char c) noexcept {
  switch (c) {
    case '"':
    case '\\':
      return c;
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    default:
      return '\0';
  }
}

void append_escape(char c, std::string& out) {
  if (const char letter = short_escape(c); letter != '\0') {
    const std::array<char, 2> escape = {'\\', letter};
    out.append(escape.data(), escape.size());
    return;
  }
  constexpr std::string_view kHex = "0123456789ABCDEF";
  out += "\\u00";
  out += kHex[static_cast<unsigned char>(c) >> 4U];
  out += kHex[static_cast<unsigned char>(c) & 0x0FU];
}

}  // namespace

void append_json_escaped(std::string_view text, std::string& out) {
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    const char* const next = find_escape(at, end);
    out.append(at, static_cast<std::size_t>(next - at));
    at = next;
    if (at < end) append_escape(*at++, out);
  }
}

void JsonOut::number(std::uint64_t value) {
  before_value();
  std::array<char, 20> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  out_.append(digits.data(), written.ptr);
}

void JsonOut::new_line() {
  out_ += '\n';
  out_.append(std::size_t{2} * depth_, ' ');
}

}  // namespace newswash
