// Finds where bytes stop being ASCII or UTF-8, and reads single bytes as windows-1252.
#pragma once

#include <cstddef>
#include <string_view>

namespace newswash {

/// The first byte beyond ASCII from `at` on, or the text's end.
std::size_t skip_ascii(std::string_view text, std::size_t at) noexcept;

/// How many bytes from the start are valid UTF-8.
std::size_t valid_utf8_prefix(std::string_view bytes) noexcept;

/// Whether the bytes are UTF-8 but for a few: there is UTF-8 beyond ASCII, and most of what is beyond ASCII
/// is it.
bool is_mostly_utf8(std::string_view bytes) noexcept;

/// The code point of a byte in windows-1252; U+FFFD for the five bytes it leaves out.
char32_t windows_1252(unsigned char byte) noexcept;

}  // namespace newswash
