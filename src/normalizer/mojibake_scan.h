// Finds the places of a text that could be mojibake, fast. Two kinds: characters that are lead byte and
// continuation byte in one code page (or a C1 control, or a lead byte beside a lost byte), and pairs of
// letters that no language has or a sign inside a word. Everything else is skipped, ASCII many bytes at a
// time. Mine: where to look. Not mine: whether it is damage (mojibake_repair.cpp). Main function:
// next_suspect.
#pragma once

#include <cstddef>
#include <string_view>

namespace newswash::mojibake {

struct Suspect {
  std::size_t at = std::string_view::npos;  ///< byte offset of the first character of the pair, npos: none
  bool letters = false;  ///< an odd pair of letters or a sign inside a word; else UTF-8 in disguise
};

/// The first suspicious place at or after `from`.
Suspect next_suspect(std::string_view text, std::size_t from);

/// Decodes the character at `at` of valid UTF-8 and moves `at` behind it.
char32_t decode_at(std::string_view text, std::size_t& at);

}  // namespace newswash::mojibake
