// Words that a line break cut in two: "econ-" at a line's end, "omy" at the start of the next. Mine: which
// hyphens the break put there, by the article's own words. Not mine: which lines belong together
// (body/blocks.h), joining them (lines.h).
#pragma once

#include <string_view>
#include <vector>

#include "normalizer/edit.h"
#include "reader/lines.h"

namespace newswash {

/// One entry a line: whether its last character is a hyphen that a line break put into a word which goes on
/// in the next line. A compound ("right-" "wing") keeps its hyphen, and so does whatever is in doubt.
std::vector<bool> find_broken_words(const Lines& lines);

/// The edits that mend such words in text that is wrapped at a column and stays so: the shorter part moves to
/// the other's line.
void find_hyphenation(std::string_view text, Edits& edits);

}  // namespace newswash
