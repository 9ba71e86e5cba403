// Comparing all lines with one text, by their first and last bytes first; see headline_repeats.h.
#include "reader/facts/headline_repeats.h"

namespace newswash::facts {

Repeats repeats_of(const Page& page, std::size_t self, std::string_view text) {
  Repeats repeats;
  const std::uint64_t start = bytes_at_start(text);
  const std::uint64_t finish = bytes_at_end(text);
  for (std::size_t i = 0; i < page.size(); ++i) {
    if ((page.start(i) != start && page.finish(i) != finish) || i == self) continue;
    const std::string_view other = page[i].text;
    if (other == text) {
      ++repeats.equal;
      repeats.bullet = repeats.bullet || page[i].bullet;
      repeats.equal_before += i < self;
    } else if (text.size() >= 16 && other.size() > text.size() && other.size() < text.size() + 160) {
      repeats.longer_starts = repeats.longer_starts || other.starts_with(text);
      if (!other.ends_with(text)) continue;
      repeats.longer_ends = true;
      repeats.topic = repeats.topic || other.substr(0, other.size() - text.size()).ends_with(": ");
    }
  }
  return repeats;
}

}  // namespace newswash::facts
