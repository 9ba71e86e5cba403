// Where else a title stands on its page: again as it is, with the site's name or a topic, at the end of a
// breadcrumb. Mine: finding those lines. Not mine: what they say for a candidate (headline_marks.h).
#pragma once

#include "reader/facts/page.h"

namespace newswash::facts {

/// How other lines of the page repeat a text.
struct Repeats {
  unsigned equal = 0;  // other lines with the very text
  unsigned equal_before = 0;
  bool longer_starts = false;  // a longer line begins with it (the page's title with the site's name)
  bool bullet = false;         // one of the equal lines is a list item
  bool topic = false;          // a longer line is "Topic: " and the text
  bool longer_ends = false;    // a longer line ends with it (a breadcrumb)
  unsigned ends_alike = 0;     // other lines with the same last bytes
  bool fuller_above = false;   // … which stands right above it
  bool fuller_below = false;   // … or right below it
};

/// `text` is that of line `self`, or a part of it.
Repeats repeats_of(const Page& page, std::size_t self, std::string_view text);

}  // namespace newswash::facts
