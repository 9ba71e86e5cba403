// SSE2 is part of x86-64; elsewhere a table serves.
#include "text/json_string.h"

#include <algorithm>

#include "text/code_points.h"
#include "text/find_byte.h"
#include "text/utf8.h"

namespace newswash {
namespace {

struct Special {
  static bool is(char c) { return is_json_special(c); }
#if defined(__SSE2__)
  static __m128i among(__m128i bytes) {
    const __m128i last_control = _mm_set1_epi8(0x20);
    const __m128i moved = _mm_xor_si128(bytes, _mm_set1_epi8('"' ^ 0x20));  // only the quote becomes 0x20
    const __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(moved, last_control), moved);
    return _mm_or_si128(controls, sse2::equal(bytes, '\\'));
  }
#endif
};

/// The value of four hexadecimal digits, which were checked.
unsigned hex4(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits.substr(0, 4)) {
    const auto digit = static_cast<unsigned>(c <= '9' ? c - '0' : (c & ~0x20) - 'A' + 10);
    value = value << 4U | digit;
  }
  return value;
}

/// Writes where there is room.
struct Writer {
  char*& to;
  void push_back(char c) { *to++ = c; }
};

/// Reads \uXXXX and its second half at `at`, which stands on the backslash. 0 where a half is missing.
std::size_t append_unicode(std::string_view raw, std::size_t at, char*& to) {
  Writer out{to};
  const unsigned first = hex4(raw.substr(at + 2));
  if (first < 0xD800 || first > 0xDFFF) return append_utf8(out, first), 6;
  if (first > 0xDBFF || raw.substr(at + 6, 2) != "\\u") return 0;
  const unsigned second = hex4(raw.substr(at + 8));
  if (second < 0xDC00 || second > 0xDFFF) return 0;
  append_utf8(out, 0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00));
  return 12;
}

char short_escape(char letter) {
  switch (letter) {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return letter;  // a quote, a backslash, a slash
  }
}

void append_escape(char special, std::string& out) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto put = [&](char letter) {
    const char escape[] = {'\\', letter};
    out.append(escape, sizeof escape);
  };
  switch (special) {
    case '"':
    case '\\':
      return put(special);
    case '\b':
      return put('b');
    case '\f':
      return put('f');
    case '\n':
      return put('n');
    case '\r':
      return put('r');
    case '\t':
      return put('t');
    default:
      out += "\\u00";
      out += kHex[static_cast<unsigned char>(special) >> 4U];
      out += kHex[static_cast<unsigned char>(special) & 15U];
  }
}

}  // namespace

std::size_t find_json_special(std::string_view text, std::size_t from) noexcept {
  return find_byte<Special>(text, from);
}

std::size_t copy_to_json_special(std::string_view text, std::size_t from, char* to) noexcept {
  return copy_to_byte<Special>(text, from, to);
}

std::size_t unescape_one(std::string_view raw, std::size_t at, char*& to) noexcept {
  if (raw[at + 1] == 'u') return append_unicode(raw, at, to);
  *to++ = short_escape(raw[at + 1]);
  return 2;
}

bool unescape_json(std::string_view raw, std::string& out) {
  out.resize(raw.size());  // an escape is longer than what it stands for
  char* to = out.data();
  for (std::size_t at = 0;;) {
    const std::size_t next = copy_to_json_special(raw, at, to);
    to += next - at;
    if (next == raw.size()) break;
    const std::size_t length = unescape_one(raw, next, to);
    if (length == 0) return false;
    at = next + length;
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
  return true;
}

void append_json_escaped(std::string_view text, std::string& out) {
  for (std::size_t from = 0;;) {
    const std::size_t at = find_json_special(text, from);
    out.append(text, from, at - from);
    if (at == text.size()) break;
    append_escape(text[at], out);
    from = at + 1;
  }
}

void append_json_string(std::string_view text, std::string& out) {
  out += '"';
  append_json_escaped(text, out);
  out += '"';
}

void append_json_bytes(std::string_view bytes, std::string& out) {
  out += '"';
  while (true) {
    const std::size_t valid = valid_utf8_prefix(bytes);
    append_json_escaped(bytes.substr(0, valid), out);
    if (valid == bytes.size()) break;
    out += "\xEF\xBF\xBD";
    bytes.remove_prefix(valid + 1);
  }
  out += '"';
}

}  // namespace newswash
