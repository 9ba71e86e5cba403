// Word evidence for repairs of one letter: which words end in à or ù, where a lost no-break space joined two
// words. Mine: the short lists and the questions over them. Not mine: points for characters
// (mojibake_score.h).
#pragma once

#include <cstddef>
#include <span>

#include "normalizer/mojibake_score.h"

namespace newswash::mojibake {

/// Does the letter at `at` (a lone "Ã" whose no-break space became a plain one) belong to the word after the
/// space, as in Portuguese "às" and "àquele"?
bool joins_next_word(std::span<const Cell> cells, std::size_t at);

/// Do the letter before the "Ã" at `at` and those after the space make one word with à, as in Gaelic "cànan"?
bool is_inside_word(std::span<const Cell> cells, std::size_t at);

/// Are the words close before `begin` and from `end` on written in Latin letters (one of them there at
/// least)?
bool neighbours_are_latin(std::span<const Cell> cells, std::size_t begin, std::size_t end);

/// Points for a repaired word that is one.
int points_of_repaired(std::span<const char32_t> word);

/// Points, less than none, for a damaged word that is one as it stands.
int points_as_it_stands(std::span<const char32_t> word);

}  // namespace newswash::mojibake
