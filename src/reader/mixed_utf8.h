// Files that are UTF-8 in part. Mine: whether bytes are such a file, its next piece, the damaged sequences of
// UTF-8 (CESU-8, an overlong zero), the lines in another charset. Not mine: putting the text together
// (decode.cpp). Main type: MixedPiece.
#pragma once

#include <cstddef>
#include <string_view>

namespace newswash {

/// What begins at a byte that is not valid UTF-8: `length` bytes that stand for `code_point`, or a single
/// byte of another charset.
struct MixedPiece {
  std::size_t length = 1;
  char32_t code_point = 0;
  bool utf8_like = false;  // CESU-8, half a surrogate pair or an overlong zero
};
MixedPiece read_mixed_piece(std::string_view bytes) noexcept;

/// Whether the bytes are UTF-8 but for a few, or but for some whole lines.
bool is_mixed_utf8(std::string_view bytes) noexcept;

/// Whether nearly all that is beyond ASCII is UTF-8, and more than chance would have it: a declaration of
/// another charset is wrong then.
bool is_surely_utf8(std::string_view bytes) noexcept;

/// A line's bytes beyond ASCII: some, and none of them UTF-8.
bool is_foreign_line(std::string_view line) noexcept;

}  // namespace newswash
