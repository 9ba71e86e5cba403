// Where text that comes as one line is cut, so that its furniture stands on lines of its own and can be taken
// away like any other. Mine: which pieces are worth a cut. Not mine: the pieces (long_lines.h), judging them
// (selection.h), making the cuts (clean.cpp). Main type: LongLineCutter.
#pragma once

#include <newswash/clean.h>

#include <memory>
#include <string_view>

#include "normalizer/edit.h"
#include "reader/selection.h"

namespace newswash {

class LongLineCutter {
 public:
  explicit LongLineCutter(const CleanOptions& options);

  /// The edits that part the furniture inside long lines from what stays: a line feed instead of the spaces
  /// between them. None where no line is too long to be a paragraph. `lines` are views into `text`.
  Edits find_cuts(std::string_view text, const Lines& lines);

 private:
  struct Pieces {
    Lines text;                        // of the long lines the pieces, the others whole; blank ones, too
    std::vector<std::uint8_t> begins;  // whether a line begins with it
    std::vector<std::uint8_t> glued;   // whether it is of a line with glued paragraphs
  };

  Pieces split(const Lines& lines, const std::vector<std::uint32_t>& long_lines);
  const Selection& judge(const Lines& pieces);

  CleanOptions options_;
  std::unique_ptr<LineSelector> selector_;  // most texts never need it
};

}  // namespace newswash
