// Digits and marks, told by their first bytes.
#include "reader/facts/byte_scan.h"

#include "reader/facts/letters.h"
#include "text/find_byte.h"

namespace newswash::facts {

namespace {

struct Digit {
  /// 0xD9, 0xDB, 0xE0, 0xEF: the lead byte of Arabic, Persian, Devanagari or full-width digits.
  static bool is(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (c >= '0' && c <= '9') || byte == 0xD9 || byte == 0xDB || byte == 0xE0 || byte == 0xEF;
  }
#if defined(__SSE2__)
  static __m128i among(__m128i bytes) {
    const __m128i arabic = sse2::equal(_mm_or_si128(bytes, _mm_set1_epi8(2)), '\xDB');  // 0xD9, too
    const __m128i others = _mm_or_si128(sse2::equal(bytes, '\xE0'), sse2::equal(bytes, '\xEF'));
    return _mm_or_si128(sse2::in_range(bytes, '0', 10), _mm_or_si128(arabic, others));
  }
#endif
};

/// An ASCII digit, or no ASCII.
struct DigitOrWide {
  static bool is(char c) { return (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }
#if defined(__SSE2__)
  static __m128i among(__m128i bytes) {
    return _mm_or_si128(sse2::in_range(bytes, '0', 10), bytes);
  }
#endif
};

/// No ASCII letter, digit, space or control.
struct Mark {
  static bool is(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte > 0x20 && !is_letter(byte) && digit_value(byte) < 0);
  }
#if defined(__SSE2__)
  static __m128i among(__m128i bytes) {
    const __m128i small = _mm_or_si128(bytes, _mm_set1_epi8(0x20));  // no other ASCII becomes a letter
    const __m128i word = _mm_or_si128(sse2::in_range(small, 'a', 26), sse2::equal(bytes, '_'));
    const __m128i rest = _mm_or_si128(sse2::in_range(bytes, '0', 10), sse2::in_range(bytes, 0, 0x21));
    return _mm_andnot_si128(_mm_or_si128(word, rest), _mm_set1_epi8(-1));
  }
#endif
};

/// , - / : ( | and the lead bytes of · » and of bullets and dashes.
struct Separator {
  static bool is(char c) {
    return c == ',' || c == '-' || c == '/' || c == ':' || c == '(' || c == '|' || c == '\xC2' || c == '\xE2';
  }
#if defined(__SSE2__)
  static __m128i among(__m128i bytes) {
    const __m128i comma_hyphen = sse2::equal(_mm_or_si128(bytes, _mm_set1_epi8(1)), '-');
    const __m128i lead = sse2::equal(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), '\xE2');  // 0xC2, too
    const __m128i stroke_colon = _mm_or_si128(sse2::equal(bytes, '/'), sse2::equal(bytes, ':'));
    const __m128i bracket_bar = _mm_or_si128(sse2::equal(bytes, '('), sse2::equal(bytes, '|'));
    return _mm_or_si128(_mm_or_si128(comma_hyphen, lead), _mm_or_si128(stroke_colon, bracket_bar));
  }
#endif
};

}  // namespace

/// Lines are mostly ASCII, for which little needs to be asked.
std::size_t next_digit(std::string_view line, std::size_t at) {
  at = find_byte<DigitOrWide>(line, at);
  return at == line.size() || Digit::is(line[at]) ? at : find_byte<Digit>(line, at);
}

std::size_t next_mark_byte(std::string_view line, std::size_t at) {
  return find_byte<Mark>(line, at);
}

std::size_t next_separator_byte(std::string_view line, std::size_t at) {
  return find_byte<Separator>(line, at);
}

}  // namespace newswash::facts
