// Who wrote the article: the byline among the page's lines. Mine: candidates, their marks, the agency credit.
// Not mine: reading names (byline.h), the weights (data/facts/model.toml).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reader/facts/byline.h"
#include "reader/facts/choice.h"
#include "reader/facts/page.h"

namespace newswash::facts {

struct AuthorCandidate {
  std::size_t line = 0;  // of the page's lines
  std::string value;     // names joined by "; "
  std::vector<std::string> names;
  std::vector<std::string> agencies;
  bool by_word = false;  // a byline word introduces it
  bool agency_only = false;
  Marks marks;
};

/// `headline` is the index of the title's line, or page.size() where none is known.
std::vector<AuthorCandidate> author_candidates(Page& page, std::size_t headline);

/// Those of line `i`, read whole whatever a quick look (author_lines.h) says of it, and only with the marks
/// that the lines near it give.
std::vector<AuthorCandidate> authors_in_line(Page& page, std::size_t headline, std::size_t i);

/// The byline, where one is sure enough.
std::optional<AuthorCandidate> find_authors(Page& page, std::size_t headline);

}  // namespace newswash::facts
