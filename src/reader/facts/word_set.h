// Words by hash, to tell cheaply which words two texts share. Mine: hashing the words of a text, sets of
// hashes. Not mine: which texts are compared (page.h), the words' meaning (words.h). Main type: WordSet.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace newswash::facts {

/// The hashes of a text's words of three letters and more, case and Latin accents folded (so that they
/// compare with a URL's words, too); two ideographs make a word.
class LineWords {
 public:
  explicit LineWords(std::string_view text);
  std::span<const std::uint32_t> all() const { return {all_.data(), all_count_}; }
  /// Those of six letters and more, and the ideographs.
  std::span<const std::uint32_t> long_ones() const { return {long_.data(), long_count_}; }

 private:
  std::array<std::uint32_t, 96> all_, long_;
  std::size_t all_count_ = 0;
  std::size_t long_count_ = 0;
};

/// A set of words, by hash: membership may err towards yes, rarely.
class WordSet {
 public:
  void clear() { *this = {}; }
  void add_words(std::string_view text);
  /// The share of the words that are in the set, 0 to 1; -1 where there are none.
  float share_of(std::span<const std::uint32_t> words) const;
  float share_of(const LineWords& words) const { return share_of(words.all()); }
  float share_of(std::string_view text) const { return share_of(LineWords(text)); }

 private:
  std::uint64_t bits_[128] = {};
};

}  // namespace newswash::facts
