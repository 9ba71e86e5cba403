// The article that a selection of lines makes. Mine: paragraphs, facts, what was removed and repaired, by
// offsets of the text that was given, and the verdict. Not mine: selecting (selection.h), judging
// (boilerplate/verdict.h), writing it out (src/writer). Main function: record_article().
#pragma once

#include <newswash/article.h>

#include "normalizer/pipeline.h"
#include "reader/selection.h"

namespace newswash {

/// Fills `article` anew. `repaired` is what became of `given`, and the selection's lines are places in its
/// text.
void record_article(std::string_view given, const Repaired& repaired, const Selection& selection,
                    const CleanOptions& options, Article& article);

}  // namespace newswash
