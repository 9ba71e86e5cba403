// Counts words and looks at how lines end.
#include "reader/boilerplate/layout.h"

#include <algorithm>
#include <string>

#include "text/code_points.h"

namespace newswash {
namespace {

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == U'”' || c == U'’' || c == U'»' || c == U'›' ||
         c == U'“' || c == U'‘' || c == U'」' || c == U'』' || c == U'）' || c == ' ';
}

bool is_sentence_end(char32_t c) {
  constexpr std::u32string_view kEnds = U".!?…。！？．｡؟۔।։";
  return kEnds.find(c) != std::u32string_view::npos;
}

}  // namespace

bool ends_like_sentence(std::string_view line) noexcept {
  for (std::size_t end = line.size(); end > 0;) {
    const char32_t c = previous_code_point(line, end);
    if (!is_closing(c)) return is_sentence_end(c);
  }
  return false;
}

namespace {

/// Words where every character counts as part of one; `ideographs` says whether there may be some that don't.
std::uint32_t count_spaced_words(std::string_view line, bool& ideographs) noexcept {
  std::uint32_t words = !line.empty() && line.front() != ' ';
  unsigned char highest = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    words += line[i] != ' ' && line[i - 1] == ' ';
    highest = std::max(highest, static_cast<unsigned char>(line[i]));
  }
  if (!line.empty()) highest = std::max(highest, static_cast<unsigned char>(line[0]));
  ideographs = highest > 0xE2;  // from U+3000 on; the few before count as letters
  return words;
}

}  // namespace

std::uint32_t count_words(std::string_view line) noexcept {
  bool may_hold_ideographs = false;
  const std::uint32_t spaced = count_spaced_words(line, may_hold_ideographs);
  if (!may_hold_ideographs) return spaced;
  std::uint32_t words = 0;
  std::uint32_t ideographs = 0;
  bool inside = false;
  for (std::size_t at = 0; at < line.size();) {
    const auto lead = static_cast<unsigned char>(line[at]);
    const bool ideograph = lead > 0xE2 && [&] {
      std::size_t after = at;
      return properties(next_code_point(line, after)).part == WordPart::ideograph;
    }();
    if (ideograph) {
      ++ideographs;
      inside = false;
      next_code_point(line, at);
      continue;
    }
    words += lead != ' ' && !inside;
    inside = lead != ' ';
    ++at;
  }
  return words + (ideographs + 1) / 2;
}

Shape shape_of(std::string_view line) noexcept {
  Shape shape{.words = count_words(line),
              .ends_sentence = ends_like_sentence(line),
              .ends_colon = line.ends_with(':')};
  shape.prose =
      shape.words >= kShape.prose_words || (shape.ends_sentence && shape.words >= kShape.sentence_words);
  return shape;
}

bool reads_like_headline(const Shape& shape) noexcept {
  return !shape.prose && shape.words >= kShape.headline_words && shape.words <= kShape.headline_most &&
         !shape.ends_sentence && !shape.ends_colon;
}

}  // namespace newswash
