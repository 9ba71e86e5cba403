// Mine: see repeated_runs.h. A first pass marks the bits that two runs share; the runs of those bits are then
// sorted by their hashes, a part of all hashes at a time, so that a long text takes more passes, not more
// memory.
#include "quality/repeated_runs.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

namespace newswash::quality {
namespace {

constexpr std::uint32_t kRunWords = 10;
constexpr std::size_t kBitsForToken = 8;
constexpr std::uint64_t kMostSorted = 1U << 19U;  // runs, about
constexpr std::uint64_t kBase = 0xBF58476D1CE4E5B9ULL;

constexpr std::uint64_t kHighest = [] {  // of the word that leaves the run
  std::uint64_t power = 1;
  for (std::uint32_t i = 0; i < kRunWords; ++i) power *= kBase;
  return power;
}();

constexpr std::uint64_t mixed(std::uint64_t run) {
  run ^= run >> 32;
  run *= 0xD6E8FEB86659FD93ULL;
  run ^= run >> 32;
  return run * 0x9E3779B97F4A7C15ULL;
}

bool has_bit(const std::vector<std::uint64_t>& bits, std::size_t bit) {
  return (bits[bit / 64] >> bit % 64 & 1U) != 0;
}

void set_bit(std::vector<std::uint64_t>& bits, std::size_t bit) {
  bits[bit / 64] |= std::uint64_t{1} << bit % 64;
}

bool is_word(const Token& token) {
  return (token.flags & kIsWord) != 0;
}

}  // namespace

/// Calls take(hash, first word) for every run; words are counted without punctuation.
template <typename Take>
void RepeatedRuns::for_each_run(const Scan& scan, Take take) {
  std::array<std::uint64_t, kRunWords> last{};
  std::uint64_t run = 0;
  std::uint32_t count = 0, place = 0;
  for (const Token& token : scan.tokens) {
    if (!is_word(token)) continue;
    run = run * kBase + token.hash - last[place] * kHighest;
    last[place] = token.hash;
    place = place + 1 == kRunWords ? 0 : place + 1;
    if (++count >= kRunWords) take(mixed(run), count - kRunWords);
  }
}

bool RepeatedRuns::is_suspect(std::uint64_t hash) const {
  return has_bit(twice_, hash >> shift_);
}

void RepeatedRuns::find_suspects(const Scan& scan) {
  const std::size_t bits = std::bit_ceil(std::max<std::size_t>(scan.tokens.size(), 8) * kBitsForToken);
  shift_ = 64 - std::countr_zero(bits);
  seen_.assign(bits / 64, 0);
  twice_.assign(bits / 64, 0);
  for_each_run(scan, [this](std::uint64_t hash, std::uint32_t /*first*/) {
    const std::size_t bit = hash >> shift_;
    if (has_bit(seen_, bit)) set_bit(twice_, bit);
    set_bit(seen_, bit);
  });
  std::uint64_t suspects = 0;
  for_each_run(scan, [&](std::uint64_t hash, std::uint32_t /*first*/) { suspects += is_suspect(hash); });
  parts_ = suspects / kMostSorted + 1;
}

void RepeatedRuns::find_repeated(const Scan& scan, std::uint64_t part) {
  runs_.clear();
  for_each_run(scan, [&](std::uint64_t hash, std::uint32_t first) {
    // The low half says the part: the high bits are those of the marks.
    if ((hash & UINT32_MAX) * parts_ >> 32 == part && is_suspect(hash)) runs_.push_back({hash, first});
  });
  std::sort(runs_.begin(), runs_.end(), [](const Run& a, const Run& b) { return a.hash < b.hash; });
  for (std::size_t i = 1; i < runs_.size(); ++i) {
    if (runs_[i - 1].hash != runs_[i].hash) continue;
    set_bit(repeated_, runs_[i - 1].first);
    set_bit(repeated_, runs_[i].first);
  }
}

double RepeatedRuns::share(const Scan& scan) {
  repeated_.assign(scan.tokens.size() / 64 + 1, 0);
  find_suspects(scan);
  for (std::uint64_t part = 0; part < parts_; ++part) find_repeated(scan, part);
  std::uint64_t all = 0, covered = 0;
  std::uint32_t word = 0, covered_to = 0;
  for (const Token& token : scan.tokens) {
    if (!is_word(token)) continue;
    if (has_bit(repeated_, word)) covered_to = word + kRunWords;
    all += token.chars;
    if (word < covered_to) covered += token.chars;
    ++word;
  }
  if (all == 0) return std::numeric_limits<double>::quiet_NaN();
  return static_cast<double>(covered) / static_cast<double>(all);
}

}  // namespace newswash::quality
