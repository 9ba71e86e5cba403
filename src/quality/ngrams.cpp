// Numbers words and n-grams with one open-addressing table. Mine: see ngrams.h.
#include "quality/ngrams.h"

#include <algorithm>
#include <bit>

namespace newswash::quality {
namespace {

constexpr std::uint32_t kSeen = 0x80000000U;  // on a count: the greedy scan has met the n-gram

}  // namespace

void NumberTable::reset() {
  constexpr std::size_t kFirstSlots = 1024;
  if (slots_.empty()) slots_.resize(kFirstSlots);
  if (++text_ == 0) {  // after four billion texts: slots of the first ones would look new
    slots_.assign(slots_.size(), Slot{});
    text_ = 1;
  }
  mask_ = slots_.size() - 1;
  next_ = 0;
}

/// Most texts have far fewer different words than words: the table is as large as those are many.
void NumberTable::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  mask_ = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.text != text_) continue;
    std::size_t at = place_of(slot.key);
    while (slots_[at].text == text_) at = (at + 1) & mask_;
    slots_[at] = slot;
  }
}

/// Most pairs occur once. A small table of counters by hash says so before any of them is numbered.
void NgramFinder::begin_pairs(std::size_t most) {
  const std::size_t size = std::bit_ceil(std::max<std::size_t>(64, most * 2));
  mask_ = static_cast<std::uint32_t>(size - 1);
  seen_.assign(size, 0);
  if (pairs_.size() < most) pairs_.resize(most);
  pair_count_ = 0;
}

void NgramFinder::start(const Stream& stream, std::span<const std::uint32_t> counts) {
  begin_pairs(stream.size());
  for (std::uint32_t i = 0; i + 1 < stream.size(); ++i) {
    const std::uint32_t first = stream.ids[i], second = stream.ids[i + 1];
    if (counts[first] > 1 && counts[second] > 1) add_pair(i, first, second);
  }
  number_pairs();
}

void NgramFinder::next() {
  const auto& before = current_.occurrences;
  begin_pairs(before.size());
  for (std::size_t i = 0; i + 1 < before.size(); ++i) {
    if (before[i].position + 1 == before[i + 1].position)
      add_pair(before[i].position, before[i].ngram, before[i + 1].ngram);
  }
  number_pairs();
}

/// Numbers the pairs whose hash was seen twice, and keeps those that occur twice: the hash may have been
/// another one's, too.
void NgramFinder::number_pairs() {
  auto& found = current_.occurrences;
  found.clear();
  current_.counts.clear();
  current_.firsts.clear();
  std::size_t kept = 0;
  for (std::size_t i = 0; i < pair_count_; ++i) {
    pairs_[kept] = pairs_[i];
    kept += seen_[pairs_[i].hash] > 1;
  }
  table_.reset();
  for (std::size_t i = 0; i < kept; ++i) {
    const Pair& pair = pairs_[i];
    const std::uint32_t ngram = table_.number(std::uint64_t{pair.first} << 32 | pair.second);
    if (ngram == current_.counts.size()) {
      current_.counts.push_back(0);
      current_.firsts.push_back(pair.position);
    }
    ++current_.counts[ngram];
    found.push_back({pair.position, ngram});
  }
  std::erase_if(found, [this](const auto& one) { return current_.counts[one.ngram] < 2; });
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
