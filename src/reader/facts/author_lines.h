// Which lines may be the byline. Mine: quick looks that spare most lines being split and looked up whole, and
// the marks that stand beside names. Not mine: candidates and their marks (authors.h), reading names
// (byline.h).
#pragma once

#include <cstddef>
#include <string_view>

#include "reader/facts/byline.h"
#include "reader/facts/page.h"

namespace newswash::facts {

/// Where names are looked for at all: not in long lines without a number, and not in what is a label.
bool is_line_of_names(Page& page, std::size_t i);

/// False where line `i` is none of these or certainly gives no candidate.
bool may_name_authors(Page& page, std::size_t i);

/// Names without byline word or date stand for a byline where a role follows them, nothing does, or a mark or
/// words of the page do ("Jane Doe Follow").
bool stands_for_byline(const Names& names, const Tokens& tokens);

/// Token `i` is one of `marks`.
bool is_mark(const Tokens& tokens, std::size_t i, std::u32string_view marks);

}  // namespace newswash::facts
