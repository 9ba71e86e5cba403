// A legacy code page read as another: "Ïðèâåò" for "Привет", "Pøíští" for "Příští".
// Mine: weighing whole lines, since single letters prove nothing. Not mine: UTF-8 inside text
// (mojibake_repair.h). Main function: best_reading. Neighbours: mojibake_score.h, mojibake_tables.h.
#pragma once

#include <cstddef>
#include <span>

#include "normalizer/mojibake_score.h"

namespace newswash::mojibake {

/// A line's better reading: its bytes in page `from`, read as page `to`.
struct Reading {
  int from = -1;
  int to = -1;
  int gain = 0;  ///< points the line gets less odd by
};

/// Whether the characters beyond ASCII of a text are all in one of the pages that others are taken for.
bool is_of_one_page(std::span<const char32_t> text);

/// Points for two letters by how rarely they stand together, one of them beyond ASCII: tells one Cyrillic
/// reading from another.
int points_of_pair(char32_t first, char32_t second);

/// Share of the letters beyond ASCII, in percent, that the best fitting language has.
int alphabet_share(std::span<const char32_t> text);

/// Whether that share is so small that another reading could be proved.
bool is_broken(int share);

/// Whether a line costs so much that another reading could be proved, whatever its alphabet.
bool is_scrambled(std::size_t beyond_ascii, int points);

/// The best reading of a line, `from` -1 if it is fine as it stands. Sure of itself: whole words have to
/// change.
Reading best_reading(const Cells& line, std::size_t& steps);

/// Is this reading, proved by other lines of the article, right for this line, too?
bool follows(const Cells& line, Reading proved, std::size_t& steps);

/// Reads the line again that way.
void apply(Cells& line, Reading reading);

}  // namespace newswash::mojibake
