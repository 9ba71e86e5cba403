// What the metrics write their numbers into, and what they read. Mine: the interface between metrics.cpp and
// the metrics of each filter (metrics_*.cpp).
#pragma once

#include <array>
#include <limits>
#include <string>
#include <string_view>

#include "quality/metric_list.h"
#include "quality/ngrams.h"
#include "quality/repeated_lines.h"
#include "quality/repeated_runs.h"
#include "quality/scan.h"

namespace newswash::quality {

/// What can be left out where no profile asks for it. Repeated lines are always counted.
enum Family : std::uint16_t {
  kC4 = 1,
  kGopherQuality = 2,
  kGopherLines = 4,
  kFineweb = 8,
  kRefinedweb = 16,
  kNews = 32,
  kNgramsDatatrove = 64,
  kNgramsDolma = 128,
  kNgramsDclm = 256,
  kRepeatedLines = 512,
  kC4LongestWord = 1024,  // these are asked for alone by the profile that is the default
  kC4LoremIpsum = 2048,
  kNewsFunctionWords = 4096,
  kRuns10Dclm = 8192,  // the default profile's one number of n-grams
  kAllFamilies = 16383
};

/// The family of a metric, by its name.
Family family_of(std::string_view metric) noexcept;

struct Values {
  std::array<double, kMetricCount> numbers{};

  double& operator[](MetricId id) { return numbers[static_cast<std::size_t>(id)]; }
};

/// NaN where there is nothing to divide by: no words, no lines.
inline double ratio(double part, double whole) {
  return whole > 0 ? part / whole : std::numeric_limits<double>::quiet_NaN();
}

/// All that is known of a text before its metrics are computed. Buffers are used again.
struct Evidence {
  Scan scan;
  NumberTable token_numbers, word_numbers;
  std::vector<std::uint32_t> token_counts, word_counts;  // by number
  Stream tokens, words, plain;                           // `plain`: tokens without punctuation
  NgramFinder ngrams;
  RepeatedRuns runs;
  RepeatedLines repeated;
  std::vector<std::uint32_t> lengths;  // how many words have so many characters
  std::string line;                    // a line without its citations

  double token_count() const { return static_cast<double>(scan.tokens.size()); }
  double word_count() const { return scan.word_count; }
  double word_chars() const { return scan.word_chars; }
  double plain_count() const { return static_cast<double>(plain.size()); }
  double line_count() const { return static_cast<double>(scan.lines.size()); }
  double all_lines() const { return scan.line_feeds + 1.0; }  // blank ones, too, also one after the last feed
  double split_lines() const {                                // blank ones, too, but not that one
    return all_lines() - (scan.text.empty() || scan.text.back() == '\n' ? 1.0 : 0.0);
  }
};

void compute_c4(Evidence& evidence, Values& values);
void compute_longest_word(const Evidence& evidence, Values& values);
void compute_lorem_ipsum(const Evidence& evidence, Values& values);
void compute_gopher_quality(Evidence& evidence, std::string_view language, Values& values);
void compute_gopher_lines(Evidence& evidence, Values& values);
void compute_gopher_repetition(Evidence& evidence, std::uint16_t families, Values& values);
void compute_fineweb(const Evidence& evidence, Values& values);
void compute_refinedweb(const Evidence& evidence, Values& values);
void compute_news(const Evidence& evidence, Values& values);
void compute_function_words(const Evidence& evidence, std::string_view language, Values& values);

}  // namespace newswash::quality
