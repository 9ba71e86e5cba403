// What speaks for and against a candidate for the title. Mine: its marks. Not mine: which texts are
// candidates (headline.h), what a mark weighs (data/facts/model.toml).
#pragma once

#include "reader/facts/headline.h"

namespace newswash::facts {

/// Adds all marks to `candidate` but that of its form and those that compare it with other candidates. `text`
/// is what its words, their shape and what they share with the body are taken from: the value, or the whole
/// line where the value is a part of it that only its form should set apart.
void mark_headline(Page& page, HeadlineCandidate& candidate, std::string text);

/// Whether `text` is closed by a full stop.
bool ends_like_sentence(std::string_view text);

/// Marks of line `i` that cost little: how long it is, how it ends, where it stands, what is around it.
void mark_line_cheaply(Page& page, std::size_t i, Marks& marks);

/// Marks of `text` in line `i`: words it shares with the body and with the page's own title.
void mark_shared_words(Page& page, std::size_t i, std::string_view text, unsigned words, Marks& marks);

}  // namespace newswash::facts
