// What a single line looks like, whatever its wording: prose or not, a sentence or a label, a headline.
// Mine: the shape of one line, and the thresholds of it. Not mine: where lines stand (strip.h).
#pragma once

#include <cstdint>
#include <string_view>

namespace newswash {

/// Thresholds of shape. Where they come from: measured on ../shared/corpora (see tests/benchmark/README.md)
/// unless a comment says otherwise.
struct ShapeLimits {
  std::uint32_t sentence_words = 8;  // a line that ends like a sentence is prose from this many words
  std::uint32_t prose_words = 30;    // any line is prose from this many words
  std::uint32_t headline_words = 4;  // a headline or teaser has at least this many words …
  std::uint32_t headline_most = 35;  // … and at most this many
  std::uint32_t fragment_words = 4;  // a site's or section's name has at most this many
};
inline constexpr ShapeLimits kShape;

/// How a line looks. A Han or kana character counts as half a word.
struct Shape {
  std::uint32_t words = 0;
  bool ends_sentence = false;
  bool ends_colon = false;
  bool prose = false;
  std::uint8_t sure_words = 0;  // words of the line's key: at least so many, 255 or more
};

/// Whether the last character, looking through closing quotes and brackets, ends a sentence (. ! ? … and
/// their kin in other scripts). A colon does not.
bool ends_like_sentence(std::string_view line) noexcept;

/// Words parted by spaces; a run of Han or kana counts half a word a character.
std::uint32_t count_words(std::string_view line) noexcept;

Shape shape_of(std::string_view line) noexcept;

/// Whether a line begins with a quotation and goes on after it: “We use cookies”, said the banner. It tells
/// of the wording it quotes and isn't that wording.
bool tells_of_quotation(std::string_view line) noexcept;

/// Long enough, short enough and without a sentence's end: a headline, a teaser's title, a caption.
bool reads_like_headline(const Shape& shape) noexcept;

}  // namespace newswash
