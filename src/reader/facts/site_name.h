// The site's own name: at the end of titles, in the copyright line, in the address. Mine: proving that a
// piece of text is the site's name before anything is cut off. Main functions: without_site_name,
// find_publisher.
#pragma once

#include <optional>
#include <string_view>

#include "reader/facts/page.h"

namespace newswash::facts {

/// `title` of line `self` without " | Site", where "Site" is proven to be the site's name: it stands alone on
/// another line, in the copyright line, or in the address. Otherwise `title` as it is.
std::string_view without_site_name(Page& page, std::size_t self, std::string_view title);

/// The publisher's name: from the copyright line where it is also elsewhere, or the suffix of the page's
/// title.
std::optional<Fact> find_publisher(Page& page);

}  // namespace newswash::facts
