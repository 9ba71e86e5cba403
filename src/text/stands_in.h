// Whether a view is a part of another text, by its place in memory.
#pragma once

#include <functional>
#include <string_view>

namespace newswash {

/// Whether `text` is a piece of `whole` itself, not only equal to one.
inline bool stands_in(std::string_view text, std::string_view whole) {
  const std::less_equal<> not_after;
  return not_after(whole.data(), text.data()) &&
         not_after(text.data() + text.size(), whole.data() + whole.size());
}

}  // namespace newswash
