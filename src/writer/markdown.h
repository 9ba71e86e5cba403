// Markdown (CommonMark): the headline, standfirst, byline and date, then the paragraphs by their kind. Mine:
// the marks and the escapes. Not mine: what kind a paragraph is (reader/paragraphs.h).
#pragma once

#include <newswash/article.h>

#include <string>
#include <string_view>

namespace newswash {

/// Appends the article, ended by a line feed; nothing where it is empty. A blank line stands between blocks;
/// list items that follow each other are one tight list. "# " headline, bold standfirst, byline and date on
/// one line, "## " heading, "- " or the item's own number, "> " quote, italic caption. Letters and digits are
/// the article's, and all its punctuation shows; a bullet becomes Markdown's own.
void write_markdown(const Article& article, std::string& out);

/// Appends `text` so that CommonMark (and GitHub's tables, strike-through and character references) shows it
/// as it stands, wherever in a line it is put; `at_start`: it begins a line's content.
void append_markdown_escaped(std::string_view text, bool at_start, std::string& out);

}  // namespace newswash
