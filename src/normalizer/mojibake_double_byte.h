// UTF-8 read as GBK, Big5 or Shift-JIS: "It鈥檚" for "It’s", "縺ゅ" for "あ…". Two bytes became one
// character, across the borders of the real ones, so a whole line is written back to bytes and read again.
// Mine: that reading and its proof. Not mine: single-byte pages (mojibake_repair.h). Main function:
// read_double_byte.
#pragma once

#include <cstddef>

#include "normalizer/mojibake_score.h"

namespace newswash::mojibake {

/// Reads the line again if it is UTF-8 read as one of the three; false and unchanged if not, or if `steps`
/// show none. `stated` is the set the user named (0 GBK, 1 Big5, 2 Shift-JIS), -1 if none.
bool read_double_byte(Cells& line, int stated, std::size_t& steps);

}  // namespace newswash::mojibake
