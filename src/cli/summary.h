// What a run did, in numbers. Mine: counting, cheaply and by thread, and the JSON of --summary. Not mine: the
// record of one article (writer/json.h).
#pragma once

#include <newswash/article.h>
#include <newswash/result.h>

#include <array>
#include <cstdint>
#include <string>

namespace newswash {

/// What only the loop over the sources knows.
struct RunFacts {
  std::uint64_t inputs = 0;     // sources that were opened
  std::uint64_t bytes_in = 0;   // read, before decompression
  std::uint64_t bytes_out = 0;  // written, before compression
  double seconds = 0;
};

/// Counts of one thread. Adding an article costs a walk over its removed lines and repairs, no allocation.
class RunCounts {
 public:
  /// `undecodable`: places whose bytes were no text (Decoded::invalid), which count as repairs of encoding.
  void add(const Article& article, std::size_t undecodable = 0);
  void add_reject(ErrorCode code) { ++rejects_[static_cast<std::size_t>(code) % rejects_.size()]; }
  void merge(const RunCounts& other);

  std::uint64_t articles() const { return articles_; }
  std::uint64_t rejects() const;

 private:
  friend std::string summary_json(const RunCounts& counts, const RunFacts& facts);

  std::uint64_t articles_ = 0;
  std::uint64_t warnings_ = 0;
  std::array<std::uint64_t, 5> verdicts_{};
  std::array<std::uint64_t, kCategoryCount> removed_{};
  std::array<std::uint64_t, kFixCount> repairs_{};
  std::array<std::uint64_t, 32> rejects_{};  // by ErrorCode, with room for more
};

/// One indented JSON object and a line feed: articles, verdicts{}, removedLines{category: n}, repairs{fix:
/// n}, warnings, rejects{code: n}, inputs, bytesIn, bytesOut, seconds, newswash{version, rules}. All keys are
/// always there; inside the maps only what occurred. Only `seconds` differs between two runs over the same.
std::string summary_json(const RunCounts& counts, const RunFacts& facts);

/// The error's name in the summary and in --rejects: "bad-record".
std::string_view name_of(ErrorCode code) noexcept;

}  // namespace newswash
