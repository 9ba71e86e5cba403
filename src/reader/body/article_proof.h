// Texts that are plainly articles. Mine: proving from a few cheap facts that the full evidence (kind.h) could
// not speak for a page. Not mine: the evidence itself. Main type: ArticleProof. Most extracted texts are
// settled this way, without their bytes being counted; the answer is that of choose_body() on all of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "reader/body/line_facts.h"

namespace newswash::body {

class ArticleProof {
 public:
  /// Of a text with so many lines, so many of them blank.
  ArticleProof(std::size_t lines, std::size_t blank);

  /// The next line that is not blank, without outer spaces. `sure_words`: so many words, or more, begin with
  /// an ASCII letter or digit. `follows`: no blank line before it. False if the proof fails.
  bool add(std::string_view line, std::uint32_t sure_words, bool follows);

  /// Whether the text is an article.
  [[nodiscard]] bool holds() const;

  /// Whether some of its lines may belong together.
  [[nodiscard]] bool may_join() const { return joins_ != 0; }

 private:
  void look_at_width(std::string_view line, std::uint32_t sure_words);
  void look_at_cue(std::string_view line);
  void look_at_join(const LineEdges& line, bool follows);
  [[nodiscard]] bool holds_so_far() const;

  std::uint32_t blocks_ = 0;       // where no lines are joined
  std::uint32_t joins_ = 0;        // so many may go on the line before
  std::uint32_t pieces_ = 0;       // of those, in a text with blank lines, too: so many surely do
  bool dense_ = false;             // hardly a blank line: pieces of sentences may be joined
  std::uint32_t wide_wanted_ = 0;  // so many wide lines more prove that the text is not wrapped
  std::uint32_t short_ = 0;        // lines that may be short
  std::uint32_t cues_ = 0;         // of those, with the wording of furniture
  std::uint32_t classes_ = 0;      // of that wording, a bit each
  LineEdges before_;               // the line before, where lines may be joined
};

}  // namespace newswash::body
