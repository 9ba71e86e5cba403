// Finding a line's digits and marks 16 bytes at a time. Mine: where the next byte of interest is. Not mine:
// what it means (date_prefilter.cpp, author_lines.cpp).
#pragma once

#include <cstddef>
#include <string_view>

namespace newswash::facts {

/// The next ASCII digit, or lead byte of another script's digit, at or after `at`; the line's end where there
/// is none.
std::size_t next_digit(std::string_view line, std::size_t at);

/// The same for ASCII marks (no letter, digit, underscore or gap) and bytes that are not ASCII.
std::size_t next_mark_byte(std::string_view line, std::size_t at);

/// The same for the bytes that separators (author_lines.cpp) begin with.
std::size_t next_separator_byte(std::string_view line, std::size_t at);

}  // namespace newswash::facts
