// The folded key of a line, read word by word: what rules match and what repetition compares. Case, accents,
// width, quotes, dashes, bullets and spaces don't count; nothing is stored, so a line that no rule begins
// with costs one word.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/code_points.h"

namespace newswash {

struct Word {
  std::string_view folded;   // lives until the next word is read; cut at KeyReader::kLongestWord bytes
  std::uint32_t hash = 0;    // word_hash() of `folded`
  bool number = false;       // begins with a digit
  bool colon_after = false;  // a colon follows, then a space or the end
  std::size_t begin = 0;     // bytes in the line
  std::size_t end = 0;
};

/// FNV-1a over a word's folded bytes, one byte at a time.
inline constexpr std::uint32_t kWordHashStart = 2166136261U;
constexpr std::uint32_t word_hash(std::uint32_t hash, char c) noexcept {
  return (hash ^ static_cast<unsigned char>(c)) * 16777619U;
}

class KeyReader {
 public:
  static constexpr std::size_t kLongestWord = 64;  // longer ones are cut: no rule has such a word

  /// `line` is valid UTF-8 and outlives the reader.
  explicit KeyReader(std::string_view line) : line_(line) {}

  /// Reads the next word; false at the end of the line.
  bool next(Word& word);

 private:
  template <typename String>
  friend void append_utf8(String& out, char32_t code_point);

  void push_back(char c);
  void take_ascii();
  bool skip_to_word();

  std::string_view line_;
  std::size_t at_ = 0;
  std::size_t size_ = 0;
  std::uint32_t hash_ = kWordHashStart;
  std::array<char, kLongestWord> buffer_{};
};

/// A hash of all words of the line in order: equal for lines that differ only in what folding removes.
/// 0 for a line without words.
std::uint64_t key_hash(std::string_view line);

}  // namespace newswash
