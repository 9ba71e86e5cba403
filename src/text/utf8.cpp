// Validity of UTF-8, byte by byte (Unicode Standard, table 3-7). ASCII is skipped 16 bytes at a time where
// the machine can.
#include "text/utf8.h"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace newswash {
namespace {

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

bool continues(unsigned char byte) {
  return (byte & 0xC0U) == 0x80;
}

/// Length of the valid sequence at `at`, or 0.
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
  const unsigned lead = byte_at(bytes, at);
  const unsigned char second = byte_at(bytes, at + 1);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4 || !continues(second)) return 0;
  if (lead < 0xE0) return 2;
  if (!continues(byte_at(bytes, at + 2))) return 0;
  if (lead < 0xF0) return (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ? 0 : 3;
  if (!continues(byte_at(bytes, at + 3))) return 0;
  return (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F) ? 0 : 4;
}

}  // namespace

std::size_t skip_ascii(std::string_view text, std::size_t at) noexcept {
#if defined(__SSE2__)
  for (; at + 16 <= text.size(); at += 16) {
    const __m128i here = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    const auto beyond = static_cast<unsigned>(_mm_movemask_epi8(here));
    if (beyond != 0) return at + static_cast<std::size_t>(std::countr_zero(beyond));
  }
#else
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    bytes &= 0x8080808080808080U;
    if (bytes == 0) continue;
    const int bits =
        std::endian::native == std::endian::little ? std::countr_zero(bytes) : std::countl_zero(bytes);
    return at + static_cast<std::size_t>(bits) / 8;
  }
#endif
  while (at < text.size() && byte_at(text, at) < 0x80) ++at;
  return at;
}

std::size_t valid_utf8_prefix(std::string_view bytes) noexcept {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t length = sequence_length(bytes, at);
    if (length == 0) break;
    at += length;
  }
  return at;
}

bool is_mostly_utf8(std::string_view bytes) noexcept {
  std::size_t valid = 0;
  std::size_t invalid = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = sequence_length(bytes, at);
    valid += length > 1;
    invalid += length == 0;
    at += length == 0 ? 1 : length;
  }
  return valid > 0 && valid >= invalid;
}

char32_t windows_1252(unsigned char byte) noexcept {
  // 0x80 to 0x9F, WHATWG Encoding, index windows-1252; 0 where that index only passes a control character on.
  constexpr std::array<char32_t, 32> kHigh = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                              0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                              0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                              0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
  if (byte < 0x80 || byte > 0x9F) return byte;
  return kHigh[byte - 0x80U] == 0 ? char32_t{0xFFFD} : kHigh[byte - 0x80U];
}

}  // namespace newswash
