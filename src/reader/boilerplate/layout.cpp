// Counts words and looks at how lines end.
#include "reader/boilerplate/layout.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/code_points.h"
#include "text/few_bytes.h"
#include "text/sse2.h"

namespace newswash {
namespace {

constexpr bool is_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

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
    if (is_letter(line[end - 1])) return false;  // most lines that are no sentence
    const char32_t c = previous_code_point(line, end);
    if (!is_closing(c)) return is_sentence_end(c);
  }
  return false;
}

namespace {

struct WordCounts {
  std::uint32_t spaced = 0;  // words where every character counts as part of one
  std::uint32_t plain = 0;   // those that begin with an ASCII letter
  bool ideographs = false;   // there may be some: they begin at U+3000, so with a byte above 0xE2
};

constexpr bool may_be_ideograph(char c) {
  return static_cast<unsigned char>(c) > 0xE2;
}

#if defined(__SSE2__)
/// Counts in 16 bytes at a time.
class BlockCounts {
 public:
  /// Before the block stands another byte. `counted`: as many of its first bytes are not to be counted.
  void add(const char* block, std::size_t counted = 0) noexcept {
    add(sse2::load(block), sse2::load(block - 1), sse2::load(kSkips.data() + 16 - counted));
  }

  /// A line of up to 16 bytes.
  void add_line(std::string_view line) noexcept {
    const __m128i here = load_few(line);
    const __m128i before = _mm_or_si128(_mm_slli_si128(here, 1), _mm_cvtsi32_si128(' '));
    add(here, before, sse2::load(kSkips.data() + 32 - line.size()));
  }

  WordCounts total() const noexcept {
    const __m128i above = _mm_subs_epu8(high_, _mm_set1_epi8(static_cast<char>(0xE2)));
    const bool ideographs = _mm_movemask_epi8(_mm_cmpeq_epi8(above, _mm_setzero_si128())) != 0xFFFF;
    return {total(spaced_), total(plain_), ideographs};
  }

 private:
  alignas(16) static constexpr std::array<unsigned char, 48> kSkips = [] {
    std::array<unsigned char, 48> skips{};
    for (std::size_t i = 0; i < 16; ++i) skips[i] = skips[i + 32] = 0xFF;
    return skips;
  }();

  void add(__m128i here, __m128i before, __m128i skips) noexcept {
    const __m128i space = _mm_set1_epi8(' ');
    const __m128i begins =
        _mm_andnot_si128(_mm_or_si128(_mm_cmpeq_epi8(here, space), skips), _mm_cmpeq_epi8(before, space));
    const __m128i letters = sse2::in_range(_mm_or_si128(here, space), 'a', 26);  // a space is the bit of case
    spaced_ = sum(spaced_, begins);
    plain_ = sum(plain_, _mm_and_si128(begins, letters));
    high_ = _mm_max_epu8(high_, here);
  }

  /// Adds up bytes that are 0 or 255.
  static __m128i sum(__m128i before, __m128i mask) noexcept {
    return _mm_add_epi64(before, _mm_sad_epu8(mask, _mm_setzero_si128()));
  }
  static std::uint32_t total(__m128i sum) noexcept {
    const __m128i both = _mm_add_epi64(sum, _mm_unpackhi_epi64(sum, sum));
    return static_cast<std::uint32_t>(_mm_cvtsi128_si64(both) / 255);
  }

  __m128i spaced_ = _mm_setzero_si128();
  __m128i plain_ = _mm_setzero_si128();
  __m128i high_ = _mm_setzero_si128();
};

WordCounts count_spaced_words(std::string_view line) noexcept {
  BlockCounts counts;
  if (line.size() <= 16) {
    counts.add_line(line);
    return counts.total();
  }
  std::size_t at = 1;
  for (; at + 16 <= line.size(); at += 16) counts.add(line.data() + at);
  const std::size_t rest = line.size() - at;
  if (rest > 0) counts.add(line.data() + line.size() - 16, 16 - rest);
  WordCounts total = counts.total();
  total.spaced += line[0] != ' ';
  total.plain += is_letter(line[0]);
  total.ideographs = total.ideographs || may_be_ideograph(line[0]);
  return total;
}
#else
WordCounts count_spaced_words(std::string_view line) noexcept {
  WordCounts counts;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool begins = line[at] != ' ' && (at == 0 || line[at - 1] == ' ');
    counts.spaced += begins;
    counts.plain += begins && is_letter(line[at]);
    counts.ideographs = counts.ideographs || may_be_ideograph(line[at]);
  }
  return counts;
}
#endif

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
