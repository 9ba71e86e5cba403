// Counting lines, 16 bytes at a time where the machine can.
#pragma once

#include <cstddef>
#include <string_view>

namespace newswash {

/// How many line feeds `text` holds.
std::size_t count_line_feeds(std::string_view text) noexcept;

}  // namespace newswash
