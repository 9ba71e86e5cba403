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
#include "quality/scan.h"

namespace newswash::quality {

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
  RepeatedLines repeated;
  std::vector<std::uint32_t> lengths;  // how many words have so many characters
  std::string line;                    // a line without its citations

  double token_count() const { return static_cast<double>(tokens.size()); }
  double word_count() const { return static_cast<double>(words.size()); }
  double plain_count() const { return static_cast<double>(plain.size()); }
  double line_count() const { return static_cast<double>(scan.lines.size()); }
  double all_lines() const { return scan.line_feeds + 1.0; }  // blank ones, too, also one after the last feed
  double split_lines() const {                                // blank ones, too, but not that one
    return all_lines() - (scan.text.empty() || scan.text.back() == '\n' ? 1.0 : 0.0);
  }
};

void compute_c4(Evidence& evidence, Values& values);
void compute_gopher_quality(Evidence& evidence, std::string_view language, Values& values);
void compute_gopher_lines(Evidence& evidence, Values& values);
void compute_gopher_repetition(Evidence& evidence, Values& values);
void compute_fineweb(const Evidence& evidence, Values& values);
void compute_refinedweb(const Evidence& evidence, Values& values);
void compute_news(const Evidence& evidence, std::string_view language, Values& values);

}  // namespace newswash::quality
