// Which of a page's dates is the article's: published, and modified. Mine: candidates and their marks.
// Not mine: reading a date (date_parser.h), the weights (data/facts/model.toml).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reader/facts/choice.h"
#include "reader/facts/page.h"

namespace newswash::facts {

/// `line` is Fact::kNoLine for the date in the URL, otherwise an index into the page's lines.
struct DateCandidate {
  std::size_t line = 0;
  WrittenDate date;
  bool modified = false;   // words beside it say "updated"
  bool published = false;  // words beside it say "published"
  Marks marks;
};

/// `headline` is the index of the title's line, or page.size() where none is known.
std::vector<DateCandidate> date_candidates(Page& page, std::size_t headline);

struct FoundDates {
  std::optional<DateCandidate> published, modified;
};

/// The article's dates, where they are sure enough.
FoundDates find_dates(Page& page, std::size_t headline);

}  // namespace newswash::facts
