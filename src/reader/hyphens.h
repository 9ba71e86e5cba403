// Words that a line break cut in two: "econ-" at a line's end, "omy" at the start of the next. Mine: which
// hyphens the break put there, by the article's own words. Not mine: which lines belong together
// (body/blocks.h), joining them (lines.h).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "normalizer/edit.h"
#include "reader/lines.h"

namespace newswash {

/// One entry a line: how many bytes its last character has, if that is a hyphen that a line break put into a
/// word which goes on in the next line; else 0. A compound ("right-" "wing") keeps its hyphen, and so does
/// whatever is in doubt; a soft hyphen is never in doubt.
std::vector<std::uint8_t> find_broken_words(const Lines& lines);

/// The edits that mend such words in text that is wrapped at a column and stays so: the shorter part moves to
/// the other's line.
void find_hyphenation(std::string_view text, Edits& edits);

/// The edits that take away soft hyphens at lines' ends, where no lines were joined.
void find_soft_line_ends(std::string_view text, Edits& edits);

}  // namespace newswash
