// How far a line was indented before the repair took its indentation away: dumps of pages indent paragraphs,
// headings and lists differently. Mine: asking the record of repairs. Not mine: what an indentation says
// (facts/headline_layout.h). Main type: LineIndents.
#pragma once

#include <cstdint>
#include <string_view>

#include "normalizer/edit_log.h"

namespace newswash {

/// Asks nothing of the text until the first line is asked for.
class LineIndents {
 public:
  /// `repaired` is what became of `given`; both outlive this.
  LineIndents(std::string_view given, const Repaired& repaired)
      : given_(given), text_(repaired.text), offsets_(repaired.repairs) {}

  /// Spaces before `line`, a part of the repaired text; 255 at most. Ask in ascending order.
  std::uint8_t before(std::string_view line) noexcept;

 private:
  std::string_view given_;
  std::string_view text_;
  InputOffsets offsets_;
};

}  // namespace newswash
