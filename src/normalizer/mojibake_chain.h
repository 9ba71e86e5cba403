// UTF-8 inside text: runs of characters that, written back in a code page, are valid UTF-8.
// Mine: decoding one character out of such a run (a unit), with bytes lost on the way and CESU-8 pairs. Not
// mine: whether that is a repair (mojibake_repair.cpp). Main function: decode_unit. Neighbour:
// mojibake_tables.h.
#pragma once

#include <cstddef>
#include <span>

#include "normalizer/mojibake_score.h"

namespace newswash::mojibake {

/// One character found: cells [at, at + length) become `result`, and a space after it if `keeps_space`.
struct Unit {
  std::size_t length = 0;  ///< 0: nothing here
  char32_t result = 0;
  int bytes = 0;            ///< how many bytes of UTF-8 it was written with
  bool lossy = false;       ///< a byte was U+FFFD or '?': the result is U+FFFD
  bool question = false;    ///< ... and it was '?'
  bool lost_space = false;  ///< a no-break space had become a plain one
};

/// Decodes the character that starts at cells[at], read through the page.
Unit decode_unit(std::span<const Cell> cells, std::size_t at, int page);

}  // namespace newswash::mojibake
