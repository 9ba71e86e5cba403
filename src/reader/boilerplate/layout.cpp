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

std::uint32_t count_words(std::string_view line) noexcept {
  std::uint32_t words = 0;
  std::uint32_t ideographs = 0;
  bool inside = false;
  for (std::size_t at = 0; at < line.size();) {
    const auto lead = static_cast<unsigned char>(line[at]);
    if (lead < 0xE2) {  // below U+2000 nothing is an ideograph: only spaces part words
      const bool space = lead == ' ';
      words += !space && !inside;
      inside = !space;
      ++at;
      continue;
    }
    const char32_t c = next_code_point(line, at);
    if (properties(c).part == WordPart::ideograph) {
      ++ideographs;
      inside = false;
    } else if (!inside) {
      ++words;
      inside = true;
    }
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
