// Text that comes as one line, as some extractors write it: its pieces, so that furniture can be told from
// article where no line ends do it. Mine: which lines are too long to be a paragraph, and where their
// sentences and glued paragraphs end. Not mine: judging the pieces (selection.h), cutting the text around
// those that go (clean.cpp).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reader/lines.h"

namespace newswash {

/// A line no shorter than this may be several paragraphs, …
inline constexpr std::size_t kLongLineBytes = 600;
/// … and is where it holds this share of the text, …
inline constexpr double kLongLineShare = 0.4;
/// … or where so many sentences begin right behind another's full stop: "yesterday.The".
inline constexpr int kGluedSentences = 2;

/// The lines (by index) that are several paragraphs in one.
std::vector<std::uint32_t> find_long_lines(const Lines& lines);

/// The pieces of such a line, in order, without the spaces between them: its sentences, quotations whole, and
/// where sentences are glued together ("yesterday.The"), labels that are glued to them, too ("Read moreThe").
/// In doubt there is no cut. True if sentences are glued together.
bool split_into_pieces(std::string_view line, Lines& pieces);

}  // namespace newswash
