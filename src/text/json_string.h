// Strings as JSON writes them (RFC 8259): finding their end, reading and writing their escapes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newswash {

/// The first quote, backslash or control character from `from` on; the text's size where there is none.
std::size_t find_json_special(std::string_view text, std::size_t from) noexcept;

/// What a JSON string stands for.
struct JsonText {
  static constexpr std::size_t kNone = ~std::size_t{0};
  std::string_view text;
  bool plain = true;              // of its bytes only line feeds need an escape in JSON
  std::size_t half_pair = kNone;  // where half a surrogate pair stands, which no UTF-8 can hold
};

/// What `raw`, a string's inside with valid escapes, stands for: itself where it has none or holds half a
/// pair, else a text at the start of `memory`, which is empty or of any length otherwise.
JsonText unescape_json(std::string_view raw, std::string& memory);

/// Appends `text` (UTF-8) as it stands between the quotes of a JSON string; only what must be escaped is.
void append_json_escaped(std::string_view text, std::string& out);

/// Appends `text` (UTF-8) as a JSON string with its quotes; only what must be escaped is.
void append_json_string(std::string_view text, std::string& out);

/// The same for what may be any bytes, such as a file's name: each that is no UTF-8 becomes U+FFFD.
void append_json_bytes(std::string_view bytes, std::string& out);

}  // namespace newswash
