// A text as its lines, and lines as places in the text. Mine: splitting, counting, finding hard-wrapped lines
// that are one paragraph. Not mine: judging lines.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "normalizer/edit.h"
#include "reader/body/line_facts.h"

namespace newswash {

using Lines = std::vector<std::string_view>;

/// Splits at line feeds; spaces at a line's ends don't belong to it. Blank lines are there, and empty.
void split_lines(std::string_view text, Lines& lines);

/// The lines (by index) that go on in the next one, in text that is wrapped at a column; none in other text.
std::vector<std::uint32_t> find_wrapped_lines(const Lines& lines);

/// The same. `facts` becomes those of the lines, or empty where they were not needed or the lines are many.
std::vector<std::uint32_t> find_wrapped_lines(const Lines& lines, std::vector<LineFacts>& facts);

/// The edits that join lines broken at a column (a space, or nothing where the script has none between
/// words, or between the halves of a word that was cut). Text whose lines are paragraphs, verse or lists gets
/// none. `lines` are views into `text`.
void find_joins(std::string_view text, const Lines& lines, Edits& joins);

/// The same. `facts` becomes those of the lines, or empty where they were not needed.
void find_joins(std::string_view text, const Lines& lines, Edits& joins, std::vector<LineFacts>& facts);

/// Counts line ends (LF, CR LF, or CR alone) on the way to ascending offsets.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}

  /// The number, from 1, of the line that `offset` is in.
  std::uint32_t line_at(std::size_t offset) noexcept;

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t next_return_ = 0;  // where the search for carriage returns goes on, or the next one stands
  std::uint32_t line_ = 1;
};

}  // namespace newswash
