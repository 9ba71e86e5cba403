// Comparing all lines with one text, by their first and last bytes first; see headline_repeats.h.
#include "reader/facts/headline_repeats.h"

#include <algorithm>

namespace newswash::facts {

namespace {

constexpr std::size_t kNear = 3;  // lines
constexpr std::size_t kLongestSection = 24;

/// Whether `before` may be a section or topic before `text` rather than the beginning of a list it ends.
bool sets_apart(std::string_view before, std::string_view text) {
  return before.size() <= std::max(text.size(), kLongestSection) && !before.ends_with(", ");
}

}  // namespace

Repeats repeats_of(const Page& page, std::size_t self, std::string_view text) {
  Repeats repeats;
  const std::uint64_t start = bytes_at_start(text);
  const std::uint64_t finish = bytes_at_end(text);
  for (std::size_t i = 0; i < page.size(); ++i) {
    if ((page.start(i) != start && page.finish(i) != finish) || i == self) continue;
    const std::string_view other = page[i].text;
    repeats.ends_alike += page.finish(i) == finish && other != text;
    if (other == text) {
      ++repeats.equal;
      repeats.bullet = repeats.bullet || page[i].bullet;
      repeats.equal_before += i < self;
    } else if (text.size() >= 16 && other.size() > text.size() && other.size() < text.size() + 160) {
      repeats.longer_starts = repeats.longer_starts || other.starts_with(text);
      if (!other.ends_with(text)) continue;
      const std::string_view before = other.substr(0, other.size() - text.size());
      const bool topic = before.ends_with(": ");
      repeats.topic = repeats.topic || topic;
      if (topic || !sets_apart(before, text)) continue;
      repeats.fuller_above = repeats.fuller_above || (i < self && i + kNear >= self);
      repeats.fuller_below = repeats.fuller_below || (i > self && i <= self + kNear);
      repeats.longer_ends = repeats.longer_ends || i + kNear < self || i > self + kNear;
    }
  }
  return repeats;
}

}  // namespace newswash::facts
