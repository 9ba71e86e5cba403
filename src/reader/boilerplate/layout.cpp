// Counts words and looks at how lines end.
#include "reader/boilerplate/layout.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/byte_counter.h"
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

/// Words where every character counts as part of one; `ideographs` says whether there may be some that don't:
/// they begin at U+3000, so with a byte above 0xE2.
std::uint32_t count_spaced_words(std::string_view line, bool& ideographs) noexcept {
  std::uint32_t words = !line.empty() && line.front() != ' ';
  unsigned char highest = line.empty() ? 0 : static_cast<unsigned char>(line.front());
  std::size_t at = 1;
#if defined(__SSE2__)
  const __m128i space = _mm_set1_epi8(' ');
  __m128i high = _mm_setzero_si128();
  ByteCounter begins;
  const auto load = [&](std::size_t i) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(line.data() + i));
  };
  for (; at + 16 <= line.size(); at += 16) {
    const __m128i here = load(at);
    begins.add(_mm_andnot_si128(_mm_cmpeq_epi8(here, space), _mm_cmpeq_epi8(load(at - 1), space)));
    high = _mm_max_epu8(high, here);
  }
  words += static_cast<std::uint32_t>(begins.total());
  const __m128i above = _mm_subs_epu8(high, _mm_set1_epi8(static_cast<char>(0xE2)));
  if (_mm_movemask_epi8(_mm_cmpeq_epi8(above, _mm_setzero_si128())) != 0xFFFF) highest = 0xFF;
#endif
  for (; at < line.size(); ++at) {
    words += line[at] != ' ' && line[at - 1] == ' ';
    highest = std::max(highest, static_cast<unsigned char>(line[at]));
  }
  ideographs = highest > 0xE2;
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

bool tells_of_quotation(std::string_view line) noexcept {
  struct Marks {
    char32_t open;
    std::u32string_view close;
  };
  constexpr std::array<Marks, 9> kMarks = {{{U'"', U"\""},
                                            {U'“', U"”"},
                                            {U'„', U"“”"},
                                            {U'”', U"”"},
                                            {U'«', U"»"},
                                            {U'»', U"«"},
                                            {U'‘', U"’"},
                                            {U'「', U"」"},
                                            {U'『', U"』"}}};
  constexpr std::uint32_t kWordsAfter = 3;
  if (line.empty()) return false;
  std::size_t at = 0;
  const char32_t first = next_code_point(line, at);
  const auto* const marks =
      std::find_if(kMarks.begin(), kMarks.end(), [&](const Marks& m) { return m.open == first; });
  if (marks == kMarks.end()) return false;
  while (at < line.size()) {
    if (marks->close.find(next_code_point(line, at)) == std::u32string_view::npos) continue;
    return count_words(line.substr(at)) >= kWordsAfter;
  }
  return false;
}

bool reads_like_headline(const Shape& shape) noexcept {
  return !shape.prose && shape.words >= kShape.headline_words && shape.words <= kShape.headline_most &&
         !shape.ends_sentence && !shape.ends_colon;
}

}  // namespace newswash
