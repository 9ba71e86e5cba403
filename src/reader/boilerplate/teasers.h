// Teasers that come with a sentence or two: behind the article titles follow each other, each with one
// paragraph. Mine: the paragraphs between titles that went. Not mine: the titles (clean.cpp lets the model
// judge them).
#pragma once

#include <span>

#include "reader/boilerplate/strip.h"

namespace newswash {

/// The rule for a teaser's text.
inline constexpr std::string_view kTeaserText = "layout.teaser-text";

/// Takes every paragraph that stands alone between two titles that went, or after the last one, if there are
/// at least kFewestTeasers. `behind` is what stands after furniture near the end of a text. True if a line
/// went.
bool strip_teaser_texts(std::span<PageLine> behind);
inline constexpr std::size_t kFewestTeasers = 3;

}  // namespace newswash
