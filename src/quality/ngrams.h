// Repeated n-grams of a text, for n from 1 to 10, without a hash table of all of them: a 5-gram can only be
// repeated where both 4-grams in it are, so each n looks only at what was repeated at n-1. Exact but for
// collisions of 64-bit word hashes. Mine: finding them and the three ways of adding up their characters. Not
// mine: what counts as a word (scan.h).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "quality/scan.h"

namespace newswash::quality {

inline constexpr std::size_t kLongestNgram = 10;

/// Repeated n-grams of one n.
struct Repeats {
  struct Occurrence {
    std::uint32_t position;  // of its first word
    std::uint32_t ngram;     // n-grams are numbered by their first occurrence
  };
  std::vector<Occurrence> occurrences;  // ascending; of n-grams that occur at least twice
  std::vector<std::uint32_t> counts;    // by number; 1 where it is not repeated after all
  std::vector<std::uint32_t> firsts;    // by number
};

/// Hash to number, for one text. Forgetting the text before costs nothing: slots know which text they are of.
class NumberTable {
 public:
  void reset();

  /// The number of `key`: the next free one where it is new.
  std::uint32_t number(std::uint64_t key) {
    for (std::size_t at = place_of(key);; at = (at + 1) & mask_) {
      Slot& slot = slots_[at];
      if (slot.text != text_) {
        slot = {key, next_, text_};
        if (next_ * std::size_t{2} > mask_) grow();
        return next_++;
      }
      if (slot.key == key) return slot.number;
    }
  }

  /// The number of `key`, or -1.
  std::int64_t find(std::uint64_t key) const {
    if (slots_.empty()) return -1;
    for (std::size_t at = place_of(key);; at = (at + 1) & mask_) {
      const Slot& slot = slots_[at];
      if (slot.text != text_) return -1;
      if (slot.key == key) return slot.number;
    }
  }

  std::uint32_t size() const { return next_; }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t number = 0;
    std::uint32_t text = 0;  // 0: never used
  };

  void grow();
  std::size_t place_of(std::uint64_t key) const { return (key * 0xD6E8FEB86659FD93ULL) >> 32 & mask_; }

  std::vector<Slot> slots_;
  std::size_t mask_ = 0;
  std::uint32_t next_ = 0;
  std::uint32_t text_ = 0;
};

/// The words of a text as numbers, and the characters before each of them.
struct Stream {
  std::vector<std::uint32_t> ids;
  std::vector<std::uint32_t> chars_before;  // one more than ids

  std::size_t size() const { return ids.size(); }
  std::uint32_t chars() const { return chars_before.empty() ? 0 : chars_before.back(); }
  std::uint32_t chars(std::size_t begin, std::size_t n) const {
    return chars_before[begin + n] - chars_before[begin];
  }
  void clear() { resize(0); }
  /// What is new is 0; `chars_before` begins with 0.
  void resize(std::size_t words) {
    ids.resize(words);
    chars_before.resize(words + 1);
  }
  void push(std::uint32_t id, std::uint32_t length) {
    ids.push_back(id);
    chars_before.push_back(chars_before.back() + length);
  }
};

/// Finds the repeats of one stream, one n after the other. Buffers are used again.
class NgramFinder {
 public:
  /// `counts`: how often each number occurs in the stream. Finds those of n = 2.
  void start(const Stream& stream, std::span<const std::uint32_t> counts);
  /// From n to n + 1.
  void next();

  Repeats& repeats() { return current_; }

 private:
  /// Two n-grams that overlap in all but one word each: one of n + 1.
  struct Pair {
    std::uint32_t position;
    std::uint32_t first, second;  // their numbers
    std::uint32_t hash;
  };

  void begin_pairs(std::size_t most);
  void add_pair(std::uint32_t position, std::uint32_t first, std::uint32_t second) {
    const std::uint32_t hash = (first * 0x9E3779B1U ^ second * 0x85EBCA77U) >> 7 & mask_;
    seen_[hash] = static_cast<std::uint8_t>(seen_[hash] << 1 | 1);
    pairs_[pair_count_++] = {position, first, second, hash};
  }
  void number_pairs();

  Repeats current_;
  std::vector<Pair> pairs_;
  std::size_t pair_count_ = 0;
  std::vector<std::uint8_t> seen_;  // by hash: bits, one for each time, at most 8
  std::uint32_t mask_ = 0;
  NumberTable table_;
};

/// Characters of the most frequent n-gram, times its count. Where several are equally frequent, the first one
/// in the text; `longest` takes the longest instead and gives 0 where none is repeated. `joined_with_spaces`
/// counts the spaces between its words.
double top_ngram_chars(const Stream& stream, const Repeats& repeats, std::size_t n, bool longest,
                       bool joined_with_spaces);

/// Scans from left to right: an n-gram seen before adds its characters and is jumped over.
double greedy_repeat_chars(const Stream& stream, Repeats& repeats, std::size_t n);

/// Characters of all occurrences of repeated n-grams, overlapping ones counted as often as they occur.
double all_occurrence_chars(const Stream& stream, const Repeats& repeats, std::size_t n);
/// … and of all n-grams.
double all_ngram_chars(const Stream& stream, std::size_t n);

/// Characters of the words that some repeated n-gram covers.
double covered_chars(const Stream& stream, const Repeats& repeats, std::size_t n);

}  // namespace newswash::quality
