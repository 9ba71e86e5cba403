// Numbers words and n-grams with one open-addressing table. Mine: see ngrams.h.
#include "quality/ngrams.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace newswash::quality {
namespace {

constexpr std::uint64_t spread(std::uint64_t key) {
  key *= 0xD6E8FEB86659FD93ULL;
  return key ^ key >> 32;
}

constexpr std::uint32_t kSeen = 0x80000000U;  // on a count: the greedy scan has met the n-gram

}  // namespace

void NumberTable::reset(std::size_t most_keys) {
  const std::size_t size = std::bit_ceil(std::max<std::size_t>(16, most_keys * 2));
  if (slots_.size() < size) slots_.resize(size);
  std::fill_n(slots_.begin(), size, Slot{});
  mask_ = size - 1;
  next_ = 0;
}

std::uint32_t NumberTable::number(std::uint64_t key) {
  for (std::size_t at = spread(key) & mask_;; at = (at + 1) & mask_) {
    Slot& slot = slots_[at];
    if (slot.number == 0) {
      slot = {key, ++next_};
      return next_ - 1;
    }
    if (slot.key == key) return slot.number - 1;
  }
}

std::int64_t NumberTable::find(std::uint64_t key) const {
  if (slots_.empty()) return -1;
  for (std::size_t at = spread(key) & mask_;; at = (at + 1) & mask_) {
    const Slot& slot = slots_[at];
    if (slot.number == 0) return -1;
    if (slot.key == key) return slot.number - 1;
  }
}

void NgramFinder::start(const Stream& stream, std::span<const std::uint32_t> counts) {
  n_ = 1;
  current_.occurrences.clear();
  for (std::uint32_t i = 0; i < stream.size(); ++i) {
    if (counts[stream.ids[i]] > 1) current_.occurrences.push_back({i, stream.ids[i]});
  }
}

void NgramFinder::next() {
  ++n_;
  const auto& before = current_.occurrences;
  next_.occurrences.clear();
  next_.counts.clear();
  next_.firsts.clear();
  table_.reset(before.size());
  for (std::size_t i = 0; i + 1 < before.size(); ++i) {
    if (before[i].position + 1 != before[i + 1].position) continue;
    const std::uint64_t key = std::uint64_t{before[i].ngram} << 32 | before[i + 1].ngram;
    const std::uint32_t ngram = table_.number(key);
    if (ngram == next_.counts.size()) {
      next_.counts.push_back(0);
      next_.firsts.push_back(before[i].position);
    }
    ++next_.counts[ngram];
    next_.occurrences.push_back({before[i].position, ngram});
  }
  std::swap(current_, next_);
  keep_repeated();
}

void NgramFinder::keep_repeated() {
  std::erase_if(current_.occurrences, [this](const Repeats::Occurrence& occurrence) {
    return current_.counts[occurrence.ngram] < 2;
  });
}

double top_ngram_chars(const Stream& stream, const Repeats& repeats, std::size_t n, bool longest,
                       bool joined_with_spaces) {
  if (stream.size() < n) return 0;
  std::uint32_t count = 1, chars = longest ? 0 : stream.chars(0, n);
  for (std::size_t i = 0; i < repeats.counts.size(); ++i) {
    if (repeats.counts[i] < std::max(count, 2U)) continue;
    const std::uint32_t length = stream.chars(repeats.firsts[i], n);
    if (repeats.counts[i] > count) {
      count = repeats.counts[i];
      chars = length;
    } else if (longest) {
      chars = std::max(chars, length);
    }
  }
  return (chars + (joined_with_spaces ? static_cast<double>(n - 1) : 0.0)) * count;
}

double greedy_repeat_chars(const Stream& stream, Repeats& repeats, std::size_t n) {
  std::uint64_t chars = 0;
  std::size_t from = 0;
  for (const auto& [position, ngram] : repeats.occurrences) {
    if (position < from) continue;
    if ((repeats.counts[ngram] & kSeen) != 0) {
      chars += stream.chars(position, n);
      from = position + n;
    }
    repeats.counts[ngram] |= kSeen;
  }
  for (std::uint32_t& count : repeats.counts) count &= ~kSeen;
  return static_cast<double>(chars);
}

double all_occurrence_chars(const Stream& stream, const Repeats& repeats, std::size_t n) {
  std::uint64_t chars = 0;
  for (const auto& occurrence : repeats.occurrences) chars += stream.chars(occurrence.position, n);
  return static_cast<double>(chars);
}

double all_ngram_chars(const Stream& stream, std::size_t n) {
  std::uint64_t chars = 0;
  for (std::size_t i = 0; i + n <= stream.size(); ++i) chars += stream.chars(i, n);
  return static_cast<double>(chars);
}

double covered_chars(const Stream& stream, const Repeats& repeats, std::size_t n) {
  std::uint64_t chars = 0;
  std::size_t covered_to = 0;
  for (const auto& [position, ngram] : repeats.occurrences) {
    const std::size_t begin = std::max<std::size_t>(position, covered_to);
    covered_to = position + n;
    chars += stream.chars(begin, covered_to - begin);
  }
  return static_cast<double>(chars);
}

}  // namespace newswash::quality
