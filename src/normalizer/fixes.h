// The normalizer's fixes, each a function that looks at a whole text and says what it would change. Mine:
// entities, controls, invisible characters, spaces and typography. Not mine: mojibake (mojibake.h), applying
// (edit_log.h), the order they run in (pipeline.h).
#pragma once

#include <newswash/repair.h>

#include <string_view>

#include "normalizer/edit.h"

namespace newswash {

// Each takes valid UTF-8 and adds ascending edits that don't overlap. None changes a text twice: applied to
// its own result it finds nothing.

/// HTML character references, decoded once: "&amp;lt;" becomes "&lt;". A reference without its semicolon only
/// where that is safe: known to the standard, and not inside a word or a URL.
void find_entities(std::string_view text, Edits& edits);

/// Control characters that no text needs, and terminal escape sequences with all they enclose.
void find_controls(std::string_view text, Edits& edits);

/// Characters nobody sees, but for those that the script or an emoji around them needs. With `keep_cuts` soft
/// hyphens that cut a word at a line's end stay, too, for who joins the lines; true if there are any.
bool find_invisibles(std::string_view text, Edits& edits, bool keep_cuts = false);

/// Line ends to a line feed, odd spaces to U+0020, runs of spaces to one, none at a line's ends, at most one
/// blank line.
void find_spaces(std::string_view text, Edits& edits);

/// Typographic ligatures and digraphs of one code point into their letters.
void find_ligatures(std::string_view text, Edits& edits);

/// Full-width and half-width forms, and the ideographic space, into the ordinary ones.
void find_widths(std::string_view text, Edits& edits);

/// Literal escapes that an accident with JSON left behind ("\\u2019", "\\n"), where the article shows that
/// they are damage: they stand inside words or between sentences, and no code, path or formula is near.
void find_escapes(std::string_view text, Edits& edits);

/// Closing quotation marks that stand where an opening one belongs, where the paragraph has one reading only.
void find_wrong_quotes(std::string_view text, Edits& edits);

/// Apostrophes that became "?" or U+FFFD, where the letters around are a contraction or elision.
void find_lost_apostrophes(std::string_view text, Edits& edits);

/// Quotation marks and apostrophes into straight or curly ones.
void find_quotes(std::string_view text, QuoteStyle style, Edits& edits);

/// A Unicode normalization form.
void find_form(std::string_view text, UnicodeForm form, Edits& edits);

}  // namespace newswash
