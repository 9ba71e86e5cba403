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

/// The byline, where one is sure enough.
std::optional<AuthorCandidate> find_authors(Page& page, std::size_t headline);

}  // namespace newswash::facts
