// The folded key of a line, read word by word: what rules match and what repetition compares. Case, accents,
// width, quotes, dashes, bullets and spaces don't count; nothing is stored, so a line that no rule begins
// with costs one word.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "text/code_points.h"

namespace newswash {

struct Word {
  std::string_view folded;  // lives until the reader's next word; cut at KeyReader::kLongestWord bytes
  std::uint32_t hash = 0;   // word_hash() of `folded`
  bool number = false;      // begins with a digit
  std::size_t begin = 0;    // bytes in the line
  std::size_t end = 0;
};

/// Whether a colon follows the line's word, and then no digit.
bool colon_after(std::string_view line, const Word& word) noexcept;

/// The hash of a word's folded form.
std::uint32_t word_hash(std::string_view folded) noexcept;

/// The same for a word after which eight bytes may be read: eight bytes at a time.
inline std::uint32_t hash_padded(const char* word, std::size_t size) noexcept {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = size * kFactor;
  for (;; word += 8, size -= 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, word, 8);
    if (size < 8) bytes &= (std::uint64_t{1} << (8 * size)) - 1;
    hash = (hash ^ bytes) * kFactor;
    hash ^= hash >> 32;
    if (size <= 8) return static_cast<std::uint32_t>(hash ^ hash >> 15);
  }
}

/// How some words begin: a set of folded words, seen through their first two bytes.
class WordBeginnings {
 public:
  void add(std::string_view folded);
  void add_numbers();
  void add_all(const WordBeginnings& others);

  /// `bytes` are the first two of a folded word, or its only one and any other. Never false for a word that
  /// was added.
  bool may_hold(const char* bytes) const {
    const auto low = [](char c) { return static_cast<unsigned char>(c) & 31U; };
    return (second_[low(bytes[0])] >> low(bytes[1]) & 1) != 0;
  }

 private:
  std::array<std::uint32_t, 32> second_{};  // by the first byte's low bits, the second's low bits
};

class KeyReader {
 public:
  static constexpr std::size_t kLongestWord = 64;  // longer ones are cut: no rule has such a word

  /// `line` is valid UTF-8 and outlives the reader.
  explicit KeyReader(std::string_view line) : line_(line) {}

  /// Reads the next word; false at the end of the line.
  bool next(Word& word) {
    if (at_ >= window_end_ && at_ < line_.size()) load();
    return next_plain(word) || next_of_any(word);
  }

  /// Passes over words that surely are not in `wanted` or that `may_be(hash, number)` denies, at most so
  /// many, and says how many. May stop early.
  template <typename MayBe>
  int skip_others(const WordBeginnings& wanted, int most, MayBe may_be);

  /// The hash of the line's last word and whether it is a number; false for a line without words. Looks at
  /// the line's end only, unless that is one long word, and reads no word.
  bool look_at_last(Word& word) const;

 private:
  template <typename String>
  friend void append_utf8(String& out, char32_t code_point);

  static constexpr std::size_t kWindow = 64;  // bytes of the line that are folded at a time
  static constexpr std::size_t kPadding = 8;  // bytes that hashing may look at past a word
  using Bytes = std::array<char, kWindow + kPadding>;
  static_assert(kLongestWord <= kWindow);

  void load();
  void part_at_marks();
  bool next_plain(Word& word);
  bool next_of_any(Word& word);
  std::size_t plain_words_end() const;
  bool look_at_plain_last(Word& word, bool cut) const;
  bool load_plain_last(Word& word) const;
  std::size_t plain_size(std::size_t begin) const;
  std::size_t plain_word(std::size_t begin) const;
  bool skip_to_word();
  bool may_be_in(const WordBeginnings& wanted) const;
  void pass_closely();
  void read_closely(Word& word);
  void finish(Word& word, std::string_view folded);
  void push_back(char c);
  void take_rest(std::size_t begin);

  std::string_view line_;
  std::size_t at_ = 0;
  std::size_t window_ = 0;      // the window's first byte …
  std::size_t window_end_ = 0;  // … and the one after its last
  std::uint64_t plain_ = 0;     // by byte of the window: an ASCII letter or digit
  std::uint64_t closely_ = 0;   // what may be part of a word, too: worth a closer look
  std::uint64_t joins_ = 0;     // between digits: may be part of a number
  Bytes folded_;                // the window; its letters in lower case
  Bytes buffer_;                // a word that was looked at closely
  std::size_t size_ = 0;        // of that word
};

inline std::size_t KeyReader::plain_size(std::size_t begin) const {
  return static_cast<std::size_t>(std::countr_one(plain_ >> begin));
}

/// Reads the next word if it is ASCII alone and the window shows it: the commonest case.
inline bool KeyReader::next_plain(Word& word) {
  if (at_ >= window_end_) return false;
  const std::uint64_t ahead = (plain_ | closely_) >> (at_ - window_);
  if (ahead == 0) return false;
  const std::size_t begin = at_ - window_ + static_cast<std::size_t>(std::countr_zero(ahead));
  const std::size_t size = plain_size(begin);
  const std::size_t end = begin + size;
  const bool inside = window_ + end + 1 < window_end_ && ((closely_ | joins_) >> end & 1) == 0;
  if (size == 0 || !(inside || window_ + end == line_.size())) return false;
  word.begin = window_ + begin;
  at_ = window_ + end;
  finish(word, {folded_.data() + begin, size});
  return true;
}

/// The word ends here.
inline void KeyReader::finish(Word& word, std::string_view folded) {
  word.end = at_;
  word.folded = folded;
  word.hash = hash_padded(folded.data(), folded.size());
  word.number = folded.front() >= '0' && folded.front() <= '9';
}

/// All words of the window that begin before this byte and were not read are plain and end before it. 0:
/// none.
inline std::size_t KeyReader::plain_words_end() const {
  const std::size_t size = window_end_ - window_;
  const std::uint64_t hard = (closely_ | joins_) >> (at_ - window_);
  const bool is_last = window_end_ == line_.size();
  if (hard == 0 && is_last) return size;
  const std::size_t end =
      std::min(at_ - window_ + static_cast<std::size_t>(std::countr_zero(hard)), size - (is_last ? 0 : 1));
  if (end == 0) return 0;
  return end - static_cast<std::size_t>(std::countl_one(plain_ << (kWindow - end)));
}

template <typename MayBe>
int KeyReader::skip_others(const WordBeginnings& wanted, int most, MayBe may_be) {
  int words = 0;
  while (words < most && (at_ < window_end_ || at_ < line_.size())) {
    if (at_ >= window_end_) load();
    const std::size_t end = plain_words_end();
    std::uint64_t begins = plain_ & ~(plain_ << 1) & ~std::uint64_t{0} << (at_ - window_);
    if (end < kWindow) begins &= (std::uint64_t{1} << end) - 1;
    for (; begins != 0; begins &= begins - 1) {
      const auto begin = static_cast<std::size_t>(std::countr_zero(begins));
      const char* const folded = folded_.data() + begin;
      at_ = window_ + begin;
      if (words == most) return words;
      if (wanted.may_hold(folded) && may_be(hash_padded(folded, plain_size(begin)), *folded <= '9'))
        return words;
      ++words;
    }
    at_ = std::max(at_, window_ + end);
    if (words == most || !skip_to_word()) break;
    if (may_be_in(wanted)) break;
    pass_closely();
    ++words;
  }
  return words;
}

/// Whether two lines have the same words, and any: their key_hash() is the same. Stops at the first that
/// differs.
bool same_key(std::string_view a, std::string_view b);

/// A hash of all words of the line in order: equal for lines that differ only in what folding removes.
/// 0 for a line without words.
std::uint64_t key_hash(std::string_view line);

}  // namespace newswash
