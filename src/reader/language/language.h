// Which language a text is in, from its script, its function words and its letters. Mine: the sample and the
// decision. Not mine: the words (data/languages.toml, made into tables by generate_languages.cpp) and what a
// language is used for (rule packs in reader/boilerplate, dates and names in reader/facts).
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace newswash {

/// No more of a text is looked at than this many bytes, in pieces spread evenly over its long lines; an
/// eighth of it is tried first and nearly always enough.
inline constexpr std::size_t kSampleBytes = 4096;

/// ISO 639-1 code of the text's language ("en", "zh"; Tagalog "tl", both Norwegian forms "no", Serbian "sr"
/// in either script), or "" where the evidence is too thin or too mixed: a few words, code, numbers,
/// gibberish. The lines are valid UTF-8, in the order of the text. Prose is preferred to menus: where a text
/// has long lines, only they count. Same lines, same answer; nothing is allocated. The result points at
/// static storage.
std::string_view find_language(std::span<const std::string_view> lines) noexcept;

}  // namespace newswash
