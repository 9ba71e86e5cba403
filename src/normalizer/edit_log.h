// A text under repair: each fix hands in its edits, the log applies them and keeps, for every change, which
// bytes of the input it replaced. Explaining reads the same list that made the text.
#pragma once

#include <newswash/repair.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "normalizer/edit.h"

namespace newswash {

class EditLog {
 public:
  /// Starts over with a new input, which must outlive its use here.
  void begin(std::string_view input);

  /// The text as repaired so far.
  std::string_view text() const noexcept { return text_; }

  /// All changes so far as changes of the input.
  const std::vector<Repair>& repairs() const noexcept { return repairs_; }

  /// Applies `edits` (ascending, not overlapping, of text()) in the name of `fix`, and empties the list.
  void apply(Fix fix, Edits& edits);

 private:
  bool rewrite_in_place(const Edits& edits);
  void rewrite(const Edits& edits);

  std::string_view text_;
  std::string buffers_[2];
  bool second_ = false;  // which buffer text_ is in, if in one
  std::vector<Repair> repairs_, merged_;
};

/// Moves offsets of a repaired text back to its input. Ask in ascending order: it is one walk over the
/// repairs.
class InputOffsets {
 public:
  explicit InputOffsets(std::span<const Repair> repairs) : repairs_(repairs) {}

  /// The first input byte that `offset` may stand for: what was deleted right there is included.
  std::size_t begin(std::size_t offset) noexcept;

  /// The same for the end of a span: past what was deleted right there.
  std::size_t end(std::size_t offset) noexcept;

 private:
  void pass() noexcept;

  std::span<const Repair> repairs_;
  std::size_t next_ = 0;
  std::size_t shift_ = 0;  // offset in the repaired text minus offset in the input, modulo 2^64
};

}  // namespace newswash
