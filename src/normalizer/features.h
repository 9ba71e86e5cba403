// One fast look over a text: which fixes could find anything at all. Clean text costs this look and nothing
// else.
#pragma once

#include <cstdint>
#include <string_view>

namespace newswash {

struct TextFeatures {
  std::uint8_t flags = 0;  // CodePointFlag of all code points, or-ed
  bool non_ascii = false;
  bool ampersand = false;
  bool spacing =
      false;  // a doubled, leading or trailing space, a run of blank lines, or a blank line at an end
};

TextFeatures scan_features(std::string_view text) noexcept;

}  // namespace newswash
