// What the whole text says of an author's candidate: words that its body shares with the name, lines that
// begin with it. Mine: these marks, and when they can be spared. Not mine: the marks of the lines near
// (authors.h).
#pragma once

#include <vector>

#include "reader/facts/authors.h"

namespace newswash::facts {

/// Adds these marks.
void mark_by_text(Page& page, AuthorCandidate& candidate);

/// False where no candidate's share can reach `threshold`, whatever marks these would be. Asked before them.
bool may_be_sure(const std::vector<AuthorCandidate>& candidates, float threshold);

}  // namespace newswash::facts
