// Lines to blocks: a hard-wrapped paragraph, or a sentence that came in pieces, is one block for deciding and
// in the output. Mine: finding the wrap column, joining. Not mine: what a block is (features.h). Main types:
// Block, Layout.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reader/body/line_facts.h"

namespace newswash {

/// Lines [first_line, first_line + line_count) belong together. Blank lines belong to no block.
struct Block {
  std::uint32_t first_line = 0;
  std::uint32_t line_count = 1;
};

/// How the program that wrote the text sets its lines.
enum class LineStyle : std::uint8_t {
  spaced,   // a paragraph a line, blank lines between paragraphs
  dense,    // one text node a line: hardly a blank line, or sentences that come in pieces
  wrapped,  // broken at a column
};

struct Layout {
  LineStyle style = LineStyle::spaced;
  std::uint32_t columns = 0;  // the wrap column; 0 when not wrapped
  bool certain = false;  // wrapped: breaks at the column alone show it; dense: pieces do; so that lines may
                         // be joined for good
};

inline constexpr std::uint32_t kWidest = 140;      // column that a program wraps at
inline constexpr std::uint32_t kWrappedWords = 4;  // shorter lines say nothing of wrapping

/// Of so many lines so many may be wider than the wrap column.
constexpr std::uint32_t tolerated_wide(std::uint32_t lines) {
  return 1 + lines / 50;
}

/// Whether a text that is not wrapped has hardly a blank line.
constexpr bool is_dense(std::size_t lines, std::size_t blank) {
  return blank * 20 < lines;
}

inline constexpr std::uint32_t kPiecesOfPage = 3;  // so many pieces show that a text has a text node a line

/// Whether a line begins as no paragraph does: ", which", ". Then", ") and". Without outer spaces.
bool is_piece(std::string_view line);

inline bool is_piece(const LineFacts& line) {
  return line.mark == ListMark::none && is_piece(line.text);
}

/// Whether a text has a text node a line, with blank lines between its paragraphs or without: no paragraph
/// begins with a comma or a full stop. `Line` is std::string_view or LineFacts.
template <typename Line>
bool comes_in_pieces(std::span<const Line> lines) {
  std::uint32_t pieces = 0;
  for (std::size_t i = 1; i < lines.size() && pieces < kPiecesOfPage; ++i)
    pieces += !lines[i - 1].empty() && is_piece(lines[i]) ? 1U : 0U;
  return pieces == kPiecesOfPage;
}

/// Whether `next` could go on what `line` begins, in a dense text, for all that their ends tell.
bool may_continue(const LineEdges& line, const LineEdges& next);

Layout find_layout(std::span<const LineFacts> lines);
std::vector<Block> find_blocks(std::span<const LineFacts> lines, const Layout& layout);

/// The text of a block: its lines joined by one space; by nothing between characters of scripts written
/// without spaces; by nothing after a hyphen that stands inside a word ("right-" + "wing"), but "Bildungs-
/// und" keeps its space. No letter changes: hyphens stay. The first line keeps its list mark.
std::string join_block(std::span<const std::string_view> lines, const Block& block);

}  // namespace newswash
