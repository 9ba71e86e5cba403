// Plain text: the headline, a blank line, the paragraphs with a blank line between.
#pragma once

#include <newswash/article.h>

#include <string>

namespace newswash {

/// Appends the article, ended by a line feed; nothing where the article is empty.
void write_text(const Article& article, std::string& out);

/// Appends the paragraphs joined by a blank line, as articleBody holds them.
void write_body(const Article& article, std::string& out);

/// The line that stands between two articles on one stream: a form feed (U+000C).
inline constexpr std::string_view kArticleSeparator = "\f\n";

}  // namespace newswash
