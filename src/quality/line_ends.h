// How a line ends: the marks that end sentences, and the quotes and brackets that close after them. Mine: the
// characters. Not mine: which filter accepts which (metrics_c4.cpp).
#pragma once

#include <string_view>

namespace newswash::quality {

/// Closing quotes and brackets, and the straight quotes.
bool is_closer(char32_t c) noexcept;

/// Ends a sentence: Unicode's Sentence_Terminal.
bool is_sentence_terminal(char32_t c) noexcept;

/// `line` without closing quotes, brackets, footnote marks and spaces at its end.
std::string_view without_closers(std::string_view line) noexcept;

/// Whether a line ends a sentence, quotes and brackets looked through: a sentence terminal or an ellipsis.
bool ends_sentence(std::string_view line) noexcept;

/// The last code point, 0 of an empty line.
char32_t last_code_point(std::string_view line) noexcept;

}  // namespace newswash::quality
