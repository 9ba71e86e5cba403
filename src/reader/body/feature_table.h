// The names of the features, the number of values each takes, and the words a reason uses for a low and a
// high value. Mine: this table. Not mine: computing the values
// (features.cpp, second_pass.cpp). Order is that of the enums in features.h.
#pragma once

#include <array>

#include "reader/body/cues.h"
#include "reader/body/features.h"
#include "reader/body/scales.h"

namespace newswash::body {

inline constexpr std::uint16_t kMarks = static_cast<std::uint16_t>(EdgeMark::other) + 1;
inline constexpr std::uint16_t kListMarks = static_cast<std::uint16_t>(ListMark::quoted) + 1;
inline constexpr std::uint16_t kShape = static_cast<std::uint16_t>(kShapes);
inline constexpr std::uint16_t kCues = static_cast<std::uint16_t>(Cue::count);
inline constexpr std::uint16_t kStyles = 3;

inline constexpr std::array<FeatureSpec, kFirstCount> kFirstSpecs = {{
    {"words", kScaleSize, "few words", "many words"},
    {"words_per_sentence", kScaleSize, "few words per sentence", "long sentences"},
    {"capital_share", kShareSize, "few capitals", "many capitals"},
    {"capital_share_by_length", kShareSize* kClassSize, "capitals as in a label", "capitals as in a title"},
    {"last_mark", kMarks* kClassSize, "ends unlike a sentence", "ends unlike a sentence"},
    {"first_mark", kMarks* kClassSize, "begins unlike a sentence", "begins unlike a sentence"},
    {"list_mark", kListMarks* kClassSize, "an item of a list", "an item of a list"},
    {"word_length", 16, "short words", "long words"},
    {"digit_share", kShareSize, "hardly a digit", "many digits"},
    {"comma_share", 16, "no commas", "many commas"},
    {"quotes", 5 * kClassSize, "no quotation", "quotation marks"},
    {"separator_share", kShareSize, "no separators", "separators between words"},
    {"repeats", 4 * kClassSize, "stands once on the page", "repeated on the page"},
    {"occurrence", 3, "stands once on the page", "said before on the page"},
    {"shape_before", kShape* kShape, "not in a row of sentences", "not in a row of sentences"},
    {"shape_after", kShape* kShape, "not followed by sentences", "not followed by sentences"},
    {"shape_before_2", kShape, "no sentence two lines before", "no sentence two lines before"},
    {"shape_after_2", kShape, "no sentence two lines after", "no sentence two lines after"},
    {"prose_before_4", kScaleSize, "no prose just before", "prose just before"},
    {"prose_after_4", kScaleSize, "no prose just after", "prose just after"},
    {"prose_before_16", kScaleSize, "far after the prose", "much prose before"},
    {"prose_after_16", kScaleSize, "far before the prose", "much prose after"},
    {"prose_around_8", kScaleSize, "far from prose", "among prose"},
    {"prose_share_8", kShareSize, "among lines that are no prose", "among prose"},
    {"repeats_before", 16, "among lines of its own", "among repeated lines"},
    {"repeats_after", 16, "among lines of its own", "among repeated lines"},
    {"place", kShareSize, "near the page's head", "near the page's end"},
    {"prose_place", kShareSize, "before the page's prose", "after the page's prose"},
    {"page_prose", kScaleSize, "a page with little prose", "a page with much prose"},
    {"style", kShape* kStyles, "its outline", "its outline"},
    {"blanks", 9 * kStyles, "set apart by blank lines", "set apart by blank lines"},
    {"line_count", 5, "one line", "several lines"},
    {"short_run", kScaleSize, "no row of short lines", "in a row of short lines"},
    {"prose_distance", 64, "near prose", "far from prose"},
    {"page_style_words", kScaleSize* kStyles, "few words", "many words"},
    {"cue", kCues, "wording of furniture", "wording of furniture"},
    {"cue_before", kCues, "after a line of furniture", "after a line of furniture"},
    {"cue_after", kCues, "before a line of furniture", "before a line of furniture"},
    {"cue_region", 64, "no furniture near", "among furniture"},
    {"sandwich", 72, "not between paragraphs", "not between paragraphs"},
    {"list_run", 32, "in a list of short items", "in a list of short items"},
    {"lead_cue", kCues, "begins with the wording of furniture", "begins with the wording of furniture"},
    {"tail_cue", kCues, "ends with the wording of furniture", "ends with the wording of furniture"},
    {"comment_region", 24, "no comments near", "among comments"},
}};

inline constexpr std::array<FeatureSpec, kSecondCount> kSecondSpecs = {{
    {"own", kScaleSize, "", ""},
    {"neighbours", 64, "neighbours that are not article", "neighbours that are article"},
    {"neighbours_2", 64, "neighbours that are not article", "neighbours that are article"},
    {"shape", kShape * 8, "outline of furniture", "outline of a paragraph"},
    {"mass_before_4", kScaleSize, "no article just before", "article just before"},
    {"mass_after_4", kScaleSize, "no article just after", "article just after"},
    {"mass_before_16", kScaleSize, "no article before", "article before"},
    {"mass_after_16", kScaleSize, "no article after", "article after"},
    {"mass_before", kShareSize, "before the article", "after the article"},
    {"mass_after", kShareSize, "after the article", "before the article"},
    {"main_place", 48, "before the article", "after the article"},
    {"main_share", kShareSize * 3, "away from the article", "away from the article"},
    {"expected_words", kScaleSize, "a page with little article", "a page with much article"},
    {"gap_before", kScaleSize, "close to article", "far behind the article"},
    {"gap_after", kScaleSize, "close to article", "far ahead of the article"},
    {"vocabulary", kShareSize* kClassSize, "words that the article does not use", "the article's words"},
    {"main_depth", kShareSize, "at the article's head", "at the article's end"},
    {"cue", kCues * 3, "wording of furniture", "wording of furniture"},
    {"capitals", kShareSize * 3, "few capitals", "many capitals"},
}};

/// Where a feature's table begins in the array of all weights; one more entry, the end.
template <std::size_t N>
constexpr std::array<std::uint32_t, N + 1> table_begins(const std::array<FeatureSpec, N>& specs) {
  std::array<std::uint32_t, N + 1> begins{};
  for (std::size_t i = 0; i < N; ++i) begins[i + 1] = begins[i] + specs[i].size;
  return begins;
}

inline constexpr auto kFirstBegins = table_begins(kFirstSpecs);
inline constexpr auto kSecondBegins = table_begins(kSecondSpecs);

}  // namespace newswash::body
