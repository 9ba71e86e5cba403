// The title at the head of extracted text: no site header, no menus, perhaps a site's name, a breadcrumb or a
// kicker before it. Mine: rules for that case. Neighbour: headline.h, which chooses on whole pages.
#pragma once

#include <optional>

#include "reader/facts/headline.h"

namespace newswash::facts {

/// The title before the first paragraph of extracted text, or nothing where the text begins with its first
/// paragraph or nothing before it reads like a title.
std::optional<HeadlineCandidate> headline_of_article(Page& page);

}  // namespace newswash::facts
