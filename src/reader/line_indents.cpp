// Counting back from a line's place in the input; see line_indents.h.
#include "reader/line_indents.h"

#include <algorithm>
#include <limits>

namespace newswash {

std::uint8_t LineIndents::before(std::string_view line) noexcept {
  constexpr std::size_t kMostSpaces = std::numeric_limits<std::uint8_t>::max();
  const std::size_t at = offsets_.end(static_cast<std::size_t>(line.data() - text_.data()));
  const std::string_view above = given_.substr(0, at);
  const std::size_t content = above.find_last_not_of(' ') + 1;  // 0 if there is none
  return static_cast<std::uint8_t>(std::min(at - content, kMostSpaces));
}

}  // namespace newswash
