// SSE2 is part of x86-64; elsewhere bytes are looked at one by one.
#include "reader/facts/byte_scan.h"

#if defined(__SSE2__)
#include <emmintrin.h>

#include <bit>
#endif

#include "reader/facts/letters.h"

namespace newswash::facts {

namespace {

/// The lead byte of Arabic, Persian, Devanagari or full-width digits.
bool leads_digit(unsigned char byte) {
  return byte == 0xD9 || byte == 0xDB || byte == 0xE0 || byte == 0xEF;
}

bool is_digit_byte(unsigned char byte) {
  return static_cast<unsigned char>(byte - '0') <= 9 || leads_digit(byte);
}

bool is_mark_byte(unsigned char byte) {
  return byte >= 0x80 || (byte > 0x20 && !is_letter(byte) && digit_value(byte) < 0);
}

#if defined(__SSE2__)
constexpr std::size_t kBlock = 16;

__m128i load(const char* bytes) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
}
__m128i equal(__m128i block, int byte) {
  return _mm_cmpeq_epi8(block, _mm_set1_epi8(static_cast<char>(byte)));
}
/// Bytes of at least `first` and at most `first` + `more`.
__m128i within(__m128i block, char first, char more) {
  const __m128i from_first = _mm_sub_epi8(block, _mm_set1_epi8(first));
  return _mm_cmpeq_epi8(_mm_min_epu8(from_first, _mm_set1_epi8(more)), from_first);
}

/// A bit for each of 16 bytes.
unsigned digits_among(const char* bytes) {
  const __m128i block = load(bytes);
  const __m128i arabic = equal(_mm_or_si128(block, _mm_set1_epi8(2)), 0xDB);  // 0xD9 and 0xDB
  const __m128i leads = _mm_or_si128(arabic, _mm_or_si128(equal(block, 0xE0), equal(block, 0xEF)));
  return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(within(block, '0', 9), leads)));
}

unsigned marks_among(const char* bytes) {
  const __m128i block = load(bytes);
  const __m128i small = _mm_or_si128(block, _mm_set1_epi8(0x20));  // of letters; no other ASCII becomes one
  const __m128i word = _mm_or_si128(within(small, 'a', 'z' - 'a'), equal(block, '_'));
  const __m128i rest = _mm_or_si128(within(block, '0', 9), within(block, 0, 0x20));
  return 0xFFFFU ^ static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(word, rest)));
}
#endif

}  // namespace

std::size_t next_digit(std::string_view line, std::size_t at) {
#if defined(__SSE2__)
  for (; at + kBlock <= line.size(); at += kBlock) {
    const unsigned digits = digits_among(line.data() + at);
    if (digits != 0) return at + static_cast<std::size_t>(std::countr_zero(digits));
  }
  if (at < line.size() && line.size() >= kBlock) {  // the rest as the end of the last whole block
    const std::size_t begin = line.size() - kBlock;
    const unsigned digits = digits_among(line.data() + begin) >> (at - begin);
    return digits != 0 ? at + static_cast<std::size_t>(std::countr_zero(digits)) : line.size();
  }
#endif
  while (at < line.size() && !is_digit_byte(static_cast<unsigned char>(line[at]))) ++at;
  return at;
}

std::size_t next_mark_byte(std::string_view line, std::size_t at) {
#if defined(__SSE2__)
  for (; at + kBlock <= line.size(); at += kBlock) {
    const unsigned marks = marks_among(line.data() + at);
    if (marks != 0) return at + static_cast<std::size_t>(std::countr_zero(marks));
  }
  if (at < line.size() && line.size() >= kBlock) {
    const std::size_t begin = line.size() - kBlock;
    const unsigned marks = marks_among(line.data() + begin) >> (at - begin);
    return marks != 0 ? at + static_cast<std::size_t>(std::countr_zero(marks)) : line.size();
  }
#endif
  while (at < line.size() && !is_mark_byte(static_cast<unsigned char>(line[at]))) ++at;
  return at;
}

}  // namespace newswash::facts
