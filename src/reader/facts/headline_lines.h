// The lines that may hold the title, the most promising ones where there are many: marking all of them with
// everything known costs more than the rest of the search. Mine: which lines. Not mine: which of them is it
// (headline.h).
#pragma once

#include <vector>

#include "reader/facts/page.h"

namespace newswash::facts {

/// At most `most` lines of `page`, in order.
std::vector<std::size_t> headline_lines(Page& page, std::size_t most);

}  // namespace newswash::facts
