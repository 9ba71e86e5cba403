// Mine: find_repeated_paragraphs() of places.h. Long lines are few, so they are sorted instead of hashed.
#include <algorithm>

#include "quality/places.h"

namespace newswash::quality {
namespace {

constexpr double kLeastWords = 12;

bool is_long(const Scan& scan, const Line& line) {
  if (line.end_token - line.first_token < kLeastWords) return false;
  double words = 0;
  for (std::uint32_t i = line.first_token; i < line.end_token; ++i) {
    const std::uint8_t flags = scan.tokens[i].flags;
    words += (flags & kIdeograph) != 0 ? 0.5 : (flags & kIsWord) != 0 ? 1 : 0;
  }
  return words >= kLeastWords;
}

Place place_of(const Line& line) {
  return {line.begin, line.end};
}

}  // namespace

void find_repeated_paragraphs(const Scan& scan, std::vector<RepeatedParagraph>& found) {
  found.clear();
  std::vector<const Line*> lines;
  for (const Line& line : scan.lines) {
    if (is_long(scan, line)) lines.push_back(&line);
  }
  std::sort(lines.begin(), lines.end(), [](const Line* a, const Line* b) {
    return a->hash != b->hash ? a->hash < b->hash : a->begin < b->begin;
  });
  const Line* first = nullptr;
  for (const Line* line : lines) {
    if (first == nullptr || first->hash != line->hash)
      first = line;
    else
      found.push_back({place_of(*line), place_of(*first)});
  }
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return a.place.begin < b.place.begin; });
}

}  // namespace newswash::quality
