// The folded key of a line, read word by word: what rules match and what repetition compares. Case, accents,
// width, quotes, dashes, bullets and spaces don't count; nothing is stored, so a line that no rule begins
// with costs one word.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace newswash {

struct Word {
  std::string_view folded;   // lives until the next word is read; cut at KeyReader::kLongestWord bytes
  bool number = false;       // begins with a digit
  bool colon_after = false;  // a colon follows, then a space or the end
  std::size_t begin = 0;     // bytes in the line
  std::size_t end = 0;
};

class KeyReader {
 public:
  static constexpr std::size_t kLongestWord = 64;  // longer ones are cut: no rule has such a word

  /// `line` is valid UTF-8 and outlives the reader.
  explicit KeyReader(std::string_view line) : line_(line) {}

  /// Reads the next word; false at the end of the line.
  bool next(Word& word);

 private:
  std::string_view line_;
  std::size_t at_ = 0;
  std::array<char, kLongestWord + 4> buffer_;
};

/// A hash of all words of the line in order: equal for lines that differ only in what folding removes.
/// 0 for a line without words.
std::uint64_t key_hash(std::string_view line);

}  // namespace newswash
