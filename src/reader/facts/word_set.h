// Words by hash, to tell cheaply which words two texts share. Mine: hashing the words of a text, sets of
// hashes. Not mine: which texts are compared (page.h), the words' meaning (words.h). Main type: WordSet.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace newswash::facts {

/// The hashes of a text's words of three letters and more, case and Latin accents folded (so that they
/// compare with a URL's words, too); two ideographs make a word.
class WordHashes {
 public:
  /// `shortest`: words of fewer letters are left out.
  explicit WordHashes(std::string_view text, unsigned shortest = 3);
  const std::uint32_t* begin() const { return hashes_.data(); }
  const std::uint32_t* end() const { return hashes_.data() + count_; }
  std::size_t size() const { return count_; }

 private:
  std::array<std::uint32_t, 96> hashes_;
  std::size_t count_ = 0;
};

/// A set of words, by hash: membership may err towards yes, rarely.
class WordSet {
 public:
  void clear() { *this = {}; }
  void add_words(std::string_view text);
  /// The share of the words that are in the set, 0 to 1; -1 where there are none.
  float share_of(const WordHashes& words) const;
  float share_of(std::string_view text) const { return share_of(WordHashes(text)); }

 private:
  std::uint64_t bits_[128] = {};
};

}  // namespace newswash::facts
