// The first phrase of a line; see line_head.h.
#include "reader/facts/line_head.h"

#include <algorithm>
#include <array>

#include "reader/facts/letters.h"

namespace newswash::facts {

namespace {

/// Reads a phrase of words in ASCII, one space between two, byte by byte.
class PlainReader {
 public:
  PlainReader(std::string_view line, Languages languages) : line_(line), languages_(languages) {}

  /// False where the line is not so plain; `head` is then of no use.
  bool read(LineHead& head) {
    if (line_.empty() || !is_ascii_letter(0)) return false;
    head.starts_lower = !is_upper(static_cast<unsigned char>(line_.front()));
    for (std::size_t word = 0; word < kLongestPhrase; ++word) {
      const PlainWord next = plain_word(line_, at_, hash_);
      if (!next.plain) return false;
      if (!may_be_known(next.hash)) return true;
      if (!take(next)) return false;
      const std::uint32_t kinds = look_up(hash_, {key_.data(), length_}, languages_).kinds;
      if (word == 0) head.word_kinds = kinds & ~kPhraseStart;
      if ((kinds & ~kPhraseStart) != 0) {
        head.kinds = kinds & ~kPhraseStart;
        head.whole = at_ == line_.size() || line_.find_first_not_of(' ', at_) == line_.npos;
      }
      if ((kinds & kPhraseStart) == 0 || at_ == line_.size()) return true;
      if (!take_space()) return line_[at_] > ' ';  // a mark or number ends the phrase
    }
    return true;
  }

 private:
  bool is_ascii_letter(std::size_t at) const {
    const auto byte = static_cast<unsigned char>(line_[at]);
    return byte < 0x80 && is_letter(byte);
  }

  /// False where the key has no room for the word.
  bool take(const PlainWord& word) {
    const std::size_t size = word.end - at_;
    if (length_ + size + 1 > key_.size()) return false;
    std::transform(line_.begin() + static_cast<std::ptrdiff_t>(at_),
                   line_.begin() + static_cast<std::ptrdiff_t>(word.end),
                   key_.begin() + static_cast<std::ptrdiff_t>(length_),
                   [](char c) { return static_cast<char>(fold(static_cast<unsigned char>(c))); });
    length_ += size;
    at_ = word.end;
    hash_ = word.hash;
    return true;
  }

  /// One space with a letter behind it.
  bool take_space() {
    if (line_[at_] != ' ' || at_ + 1 >= line_.size()) return false;
    ++at_;
    if (!is_ascii_letter(at_)) return false;
    hash_ = add_to_hash(hash_, ' ');
    key_[length_++] = ' ';
    return true;
  }

  std::string_view line_;
  Languages languages_;
  std::array<char, 96> key_;  // the words, folded
  std::size_t length_ = 0;
  std::size_t at_ = 0;
  std::uint32_t hash_ = kWordHashStart;
};

}  // namespace

LineHead head_of(std::string_view line, Languages languages, Tokens& tokens) {
  LineHead head;
  if (PlainReader(line, languages).read(head)) return head;
  head = {};
  find_first_phrase(line, languages, tokens);
  head.empty = tokens.empty();
  if (head.empty || tokens.front().type != TokenType::kWord) return head;
  const Token& word = tokens.front();
  head.starts_lower = word.cased && !word.upper;
  head.kinds = word.phrase_kinds;
  head.word_kinds = word.kinds;
  head.whole = word.phrase == tokens.size();
  return head;
}

}  // namespace newswash::facts
