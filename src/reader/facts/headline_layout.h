// How a candidate for the title is set on its page. Mine: the marks of its indentation and of the lines right
// above and below it. Not mine: its words, and what else is near it (headline_marks.h).
#pragma once

#include "reader/facts/headline.h"

namespace newswash::facts {

/// Adds these marks to `candidate`.
void mark_layout(Page& page, HeadlineCandidate& candidate);

/// "Jane Doe after the race. Jane Doe": a caption with its credit.
bool repeats_its_end(std::string_view text);

}  // namespace newswash::facts
