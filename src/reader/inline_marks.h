// What programs that turn HTML into text write into the lines of a page: Markdown's links with their
// addresses, images, emphasis and escapes; the numbers that lynx gives its links. Mine: finding these marks,
// so that the text is what a browser shows. Not mine: marks at a line's start, headings and lists
// (body/line_facts.h); writing Markdown (writer/markdown.h).
#pragma once

#include <string_view>

#include "normalizer/edit.h"

namespace newswash {

/// The edits that leave a link's text and nothing of an image: "[Sport](/sport)" and "[12]Sport" are "Sport".
/// A few links show that the text is Markdown; then emphasis ("**Sport**") and escapes (a backslash before a
/// sign) give way to what they stand for, too. Numbers go where many count up from 1, each before a word.
/// What only looks like a link ("[sic](he said)") stays. Linear in the text's length. The forms are those of
/// CommonMark 0.31, sections 2.4 and 6.2 to 6.4, and an address that was broken behind a hyphen.
void find_inline_marks(std::string_view text, Edits& edits);

}  // namespace newswash
