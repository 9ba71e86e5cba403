// Where sentences end inside a line, well enough to judge them one by one: at a full stop and its kin before
// a space and no small letter. Mine: the cut. Not mine: what a sentence says (rule_matches.h). An
// abbreviation before a name ("Mr. Smith") cuts, too; whoever judges sentences must not be misled by half of
// one.
#pragma once

#include <string_view>

namespace newswash {

/// The first sentence of `rest`, without the spaces around it, and takes it off `rest`; empty at the end.
std::string_view take_sentence(std::string_view& rest) noexcept;

/// Whether a line quotes: it holds a quotation mark that is no apostrophe.
bool holds_quotation_mark(std::string_view line) noexcept;

/// A full stop and its kin; the wide ones need no space behind them.
bool is_stop(char32_t c) noexcept;
bool is_wide_stop(char32_t c) noexcept;

/// What may close a quotation or parenthesis behind a full stop.
bool closes_quotation(char32_t c) noexcept;

/// Letters of Latin, Greek and Cyrillic, near enough for how a line begins; other scripts have no two forms.
bool is_small_letter(char32_t c) noexcept;
bool is_capital_letter(char32_t c) noexcept;

}  // namespace newswash
