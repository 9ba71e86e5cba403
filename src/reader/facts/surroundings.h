// What stands around title and body: standfirst, section, tags, and the credit of an agency or source.
// Mine: rules for these four. Not mine: title, dates and names, which have finders of their own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reader/facts/page.h"

namespace newswash::facts {

/// The summary between the title (whose last line is `title`) and the article: what a date or a byline
/// follows before the first paragraph.
std::optional<Fact> find_standfirst(Page& page, std::size_t title);

/// The section: "Section: World", the last part of a breadcrumb, or a known label right above the title.
std::optional<Fact> find_section(Page& page, std::size_t title);

/// "Source: Reuters", or an agency alone on a line at the body's end.
std::optional<Fact> find_credit(Page& page);

/// The entries after "Tags:", on its line or in the list below it.
std::vector<std::string> find_tags(Page& page);

}  // namespace newswash::facts
