// The article's title among the lines before and at the start of its body. Mine: candidates and their marks,
// the site's name at the end of a title. Not mine: the weights (data/facts/model.toml), the body
// (reader/body).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reader/facts/choice.h"
#include "reader/facts/page.h"

namespace newswash::facts {

struct HeadlineCandidate {
  std::size_t line = 0;  // of the page's lines, not blank ones counted
  std::size_t last = 0;  // last line it covers: a title may be wrapped over several
  std::string value;
  unsigned words = 0;
  Marks marks;
};

/// The texts that may be the title, from the `lines` most promising lines at most.
std::vector<HeadlineCandidate> headline_candidates(Page& page, std::size_t lines);

/// The most probable title however unsure, because other finders look for their facts near it; `sure` where
/// it is sure enough to be given.
std::optional<HeadlineCandidate> likely_headline(Page& page, bool& sure);

}  // namespace newswash::facts
