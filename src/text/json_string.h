// Strings as JSON writes them (RFC 8259): finding their end, reading and writing their escapes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newswash {

/// A quote, a backslash or a control character: what can't stand in a JSON string as it is.
constexpr bool is_json_special(char c) noexcept {
  return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

/// The first quote, backslash or control character from `from` on; the text's size where there is none.
std::size_t find_json_special(std::string_view text, std::size_t from) noexcept;

/// The same; the bytes before it are copied to `to`, where there is room for all from `from` on.
std::size_t copy_to_json_special(std::string_view text, std::size_t from, char* to) noexcept;

/// Writes what the valid escape at `raw[at]` stands for, and moves `to` behind it. Returns the escape's
/// length; 0 for half a surrogate pair, which no UTF-8 can hold: nothing is written then. Of a whole pair the
/// second half was not checked before.
std::size_t unescape_one(std::string_view raw, std::size_t at, char*& to) noexcept;

/// Replaces `out` by what `raw`, a string's inside with valid escapes, stands for. False at half a pair.
bool unescape_json(std::string_view raw, std::string& out);

/// Appends `text` (UTF-8) as it stands between the quotes of a JSON string; only what must be escaped is.
void append_json_escaped(std::string_view text, std::string& out);

/// Appends `text` (UTF-8) as a JSON string with its quotes; only what must be escaped is.
void append_json_string(std::string_view text, std::string& out);

/// The same for what may be any bytes, such as a file's name: each that is no UTF-8 becomes U+FFFD.
void append_json_bytes(std::string_view bytes, std::string& out);

}  // namespace newswash
