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

struct WordCounts {
  std::uint32_t spaced = 0;  // words where every character counts as part of one
  std::uint32_t plain = 0;   // those that begin with an ASCII letter or digit
  bool ideographs = false;   // there may be some: they begin at U+3000, so with a byte above 0xE2
};

constexpr bool is_plain(char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

#if defined(__SSE2__)
/// Whether bytes are at least `begin` and at most `begin + count - 1`, unsigned.
__m128i in_range(__m128i bytes, char begin, char count) noexcept {
  const __m128i offset = _mm_sub_epi8(bytes, _mm_set1_epi8(begin));
  return _mm_cmpeq_epi8(_mm_min_epu8(offset, _mm_set1_epi8(static_cast<char>(count - 1))), offset);
}

/// Counts in blocks of 16 bytes from the second byte on; the place of the first byte that is not counted.
std::size_t count_in_blocks(std::string_view line, WordCounts& counts) noexcept {
  const __m128i space = _mm_set1_epi8(' ');
  __m128i high = _mm_setzero_si128();
  ByteCounter spaced;
  ByteCounter plain;
  const auto load = [&](std::size_t i) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(line.data() + i));
  };
  std::size_t at = 1;
  for (; at + 16 <= line.size(); at += 16) {
    const __m128i here = load(at);
    const __m128i after_space = _mm_cmpeq_epi8(load(at - 1), space);
    const __m128i is_letter = in_range(_mm_or_si128(here, space), 'a', 26);  // a space is the bit of case
    const __m128i is_digit = in_range(here, '0', 10);
    spaced.add(_mm_andnot_si128(_mm_cmpeq_epi8(here, space), after_space));
    plain.add(_mm_and_si128(_mm_or_si128(is_letter, is_digit), after_space));
    high = _mm_max_epu8(high, here);
  }
  counts.spaced += static_cast<std::uint32_t>(spaced.total());
  counts.plain += static_cast<std::uint32_t>(plain.total());
  const __m128i above = _mm_subs_epu8(high, _mm_set1_epi8(static_cast<char>(0xE2)));
  counts.ideographs = _mm_movemask_epi8(_mm_cmpeq_epi8(above, _mm_setzero_si128())) != 0xFFFF;
  return at;
}
#endif

WordCounts count_spaced_words(std::string_view line) noexcept {
  WordCounts counts;
  const auto add = [&](std::size_t at) {
    const bool begins = line[at] != ' ' && (at == 0 || line[at - 1] == ' ');
    counts.spaced += begins;
    counts.plain += begins && is_plain(line[at]);
    counts.ideographs = counts.ideographs || static_cast<unsigned char>(line[at]) > 0xE2;
  };
  if (line.empty()) return counts;
  std::size_t at = 1;
#if defined(__SSE2__)
  at = count_in_blocks(line, counts);
#endif
  add(0);
  for (; at < line.size(); ++at) add(at);
  return counts;
}

std::uint32_t count_mixed_words(std::string_view line) noexcept {
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

}  // namespace

std::uint32_t count_words(std::string_view line) noexcept {
  const WordCounts counts = count_spaced_words(line);
  return counts.ideographs ? count_mixed_words(line) : counts.spaced;
}

Shape shape_of(std::string_view line) noexcept {
  const WordCounts counts = count_spaced_words(line);
  Shape shape{.words = counts.ideographs ? count_mixed_words(line) : counts.spaced,
              .ends_sentence = ends_like_sentence(line),
              .ends_colon = line.ends_with(':'),
              .sure_words = static_cast<std::uint8_t>(std::min(counts.plain, 255U))};
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
