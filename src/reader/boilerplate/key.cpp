// Reads a line's words, folded. ASCII is folded by windows of 64 bytes and cut into words by bit masks; a
// word that holds anything else is read again, code point by code point.
#include "reader/boilerplate/key.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "reader/boilerplate/key_bytes.h"
#include "text/code_points.h"

namespace newswash {
namespace {

using namespace key_bytes;

enum class Step : std::uint8_t { take, take_alone, skip, stop };

struct Folded {
  char32_t code_point = 0;
  Step step = Step::stop;
};

Folded fold(char32_t c) {
  if (c < 0x80) {
    const char key = kAsciiKeys[c];
    if (key == kStop || key == kSkip) return {0, key == kStop ? Step::stop : Step::skip};
    return {static_cast<unsigned char>(key), Step::take};
  }
  constexpr std::array<Step, 5> kSteps = {Step::stop, Step::skip, Step::take, Step::take, Step::take_alone};
  const CodePoint known = properties(c);
  return {known.folded, kSteps[static_cast<std::size_t>(known.part)]};
}

/// "1,234" and "3.5" are one number.
bool joins_digits(std::string_view line, std::size_t at) {
  return (line[at] == '.' || line[at] == ',') && at > 0 && is_digit(line[at - 1]) && at + 1 < line.size() &&
         is_digit(line[at + 1]);
}

/// Whether U+2000 + `low` (up to 63) is one of the marks that part words: dashes, quotes, bullet, ellipsis.
bool is_mark(unsigned char low) noexcept {
  constexpr auto kMarks = [] {
    std::uint64_t marks = 0;
    for (const unsigned mark : {0x12U, 0x13U, 0x14U, 0x1CU, 0x1DU, 0x1EU, 0x22U, 0x26U})
      marks |= std::uint64_t{1} << mark;
    return marks;
  }();
  return (kMarks >> low & 1) != 0;
}

}  // namespace

bool colon_after(std::string_view line, const Word& word) noexcept {
  std::size_t at = word.end;
  if (at < line.size() && line[at] == ' ') ++at;  // French writes a space before it
  if (at >= line.size()) return false;
  if (line[at] == ':') return at + 1 == line.size() || !is_digit(line[at + 1]);
  return line[at] == '\xEF' && line.substr(at, 3) == "\uFF1A";
}

std::uint32_t word_hash(std::string_view folded) noexcept {
  std::array<char, KeyReader::kLongestWord + 8> padded{};
  const std::size_t size = std::min(folded.size(), KeyReader::kLongestWord);
  std::memcpy(padded.data(), folded.data(), size);
  return hash_padded(padded.data(), size);
}

/// Folds the window that begins at the next byte to read.
void KeyReader::load() {
  window_ = at_;
  window_end_ = std::min(line_.size(), at_ + kWindow);
  const Masks masks = fold_all(line_.data() + window_, window_end_ - window_, folded_.data());
  plain_ = masks.plain;
  closely_ = masks.closely;
  joins_ = 0;
  if (masks.digits) {
    const std::uint64_t digits = places_of_digits(folded_.data()) & plain_;
    joins_ = (digits << 1) & (digits >> 1) & ~plain_;
  }
  if (closely_ != 0) part_at_marks();
}

/// The commonest marks that are no ASCII need no closer look.
void KeyReader::part_at_marks() {
  for (std::uint64_t leads = places_of(folded_.data(), '\xE2') & closely_; leads != 0; leads &= leads - 1) {
    const auto at = static_cast<std::size_t>(std::countr_zero(leads));
    if (window_ + at + 3 > window_end_) return;
    const auto last = static_cast<unsigned char>(line_[window_ + at + 2]);
    const bool is_theirs = line_[window_ + at] == '\xE2' && line_[window_ + at + 1] == '\x80';
    if (is_theirs && is_mark(last & 0x3FU)) closely_ &= ~(std::uint64_t{7} << at);
  }
}

/// The size of the word that begins at this byte of the window, if it can be told by ASCII alone; else 0.
std::size_t KeyReader::plain_word(std::size_t begin) const {
  const std::size_t size = plain_size(begin);
  const std::size_t end = window_ + begin + size;
  if (end == line_.size()) return size;
  const bool goes_on =
      end == window_end_ || (closely_ >> (begin + size) & 1) != 0 || joins_digits(line_, end);
  return goes_on ? 0 : size;
}

/// Goes on to the first character of a word, where possible with the whole word in the window; false at the
/// end of the line.
bool KeyReader::skip_to_word() {
  while (at_ < line_.size()) {
    if (at_ >= window_end_) load();
    const std::uint64_t ahead = (plain_ | closely_) >> (at_ - window_);
    if (ahead == 0) {
      at_ = window_end_;
      continue;
    }
    at_ += static_cast<std::size_t>(std::countr_zero(ahead));
    if (const std::size_t size = plain_size(at_ - window_); size != 0) {
      if (at_ + size == window_end_ && window_end_ < line_.size() && at_ > window_) load();
      return true;
    }
    const std::size_t start = at_;
    const Step step = fold(next_code_point(line_, at_)).step;
    if (step != Step::take && step != Step::take_alone) continue;
    at_ = start;
    return true;
  }
  return false;
}

bool KeyReader::next_of_any(Word& word) {
  if (!skip_to_word()) return false;
  const std::size_t begin = at_ - window_;
  const std::size_t size = plain_word(begin);
  word.begin = at_;
  if (size == 0) {
    read_closely(word);
  } else {
    at_ += size;
    finish(word, {folded_.data() + begin, size});
  }
  return true;
}

void WordBeginnings::add(std::string_view folded) {
  const auto low = [&](std::size_t i) { return static_cast<unsigned char>(folded[i]) & 31U; };
  second_[low(0)] |= folded.size() > 1 ? 1U << low(1) : ~0U;
}

void WordBeginnings::add_numbers() {
  for (unsigned digit = '0'; digit <= '9'; ++digit) second_[digit & 31U] = ~0U;
}

void WordBeginnings::add_all(const WordBeginnings& others) {
  for (std::size_t i = 0; i < second_.size(); ++i) second_[i] |= others.second_[i];
}

void KeyReader::push_back(char c) {
  if (size_ < kLongestWord) buffer_[size_++] = c;
}

/// Takes a word's characters from the one that is next; it began at `begin`.
void KeyReader::take_rest(std::size_t begin) {
  while (at_ < line_.size()) {
    if (const char key = ascii_key(line_[at_]); key > kNotAscii) {
      push_back(key);
      ++at_;
      continue;
    }
    const std::size_t start = at_;
    const Folded folded = fold(next_code_point(line_, at_));
    const bool alone = folded.step == Step::take_alone;
    if (folded.step == Step::stop ? !joins_digits(line_, start) : alone && start != begin) {
      at_ = start;
      return;
    }
    if (folded.step == Step::take || alone) append_utf8(*this, folded.code_point);
    if (alone) return;
  }
}

/// Whether the word that begins here may be one of these, by its first character; true where that is of no
/// use.
bool KeyReader::may_be_in(const WordBeginnings& wanted) const {
  const std::size_t begin = at_ - window_;
  if ((plain_ >> begin & 1) != 0)
    return (plain_ >> begin & 3) != 3 || wanted.may_hold(folded_.data() + begin);
  std::size_t after = at_;
  const Folded first = fold(next_code_point(line_, after));
  if (first.step != Step::take || first.code_point < 0x80) return true;
  struct {
    std::array<char, 4> bytes;
    std::size_t size = 0;
    void push_back(char c) { bytes[size++] = c; }
  } character;
  append_utf8(character, first.code_point);
  return wanted.may_hold(character.bytes.data());
}

/// Passes over the word that begins here, code point by code point from where it is no longer plain.
void KeyReader::pass_closely() {
  at_ += plain_size(at_ - window_);
  while (at_ < line_.size()) {
    const char key = ascii_key(line_[at_]);
    if (key > kNotAscii || key == kSkip) {
      ++at_;
      continue;
    }
    const std::size_t start = at_;
    const Step step = key == kStop ? (++at_, Step::stop) : fold(next_code_point(line_, at_)).step;
    if (step == Step::take || step == Step::skip) continue;
    if (step == Step::stop && joins_digits(line_, start)) continue;
    at_ = start;
    return;
  }
}

/// Reads the word that begins here, code point by code point from where it is no longer plain.
void KeyReader::read_closely(Word& word) {
  size_ = plain_size(at_ - window_);
  std::copy_n(folded_.data() + (at_ - window_), size_, buffer_.data());
  at_ += size_;
  take_rest(word.begin);
  finish(word, {buffer_.data(), size_});
}

namespace {

/// The place before `end` where reading may begin and finds the same words as from the line's start: after a
/// space, or at an ideograph, which is always a word of its own.
std::size_t place_to_begin(std::string_view line, std::size_t end) {
  while (end > 0) {
    const char c = line[end - 1];
    if (c == ' ') return end;
    if (ascii_key(c) != kNotAscii) {
      --end;
      continue;
    }
    if (fold(previous_code_point(line, end)).step == Step::take_alone) return end;
  }
  return 0;
}

}  // namespace

/// The window is the end of the line; `cut`: only a part of it.
bool KeyReader::look_at_plain_last(Word& word, bool cut) const {
  if (plain_ == 0) return false;
  const auto after = static_cast<std::size_t>(std::countl_zero(plain_));
  const auto size = static_cast<std::size_t>(std::countl_one(plain_ << after));
  const std::size_t begin = kWindow - after - size;
  if (begin == 0 ? cut || closely_ != 0 : (closely_ >> (begin - 1)) != 0 || joins_digits(line_, begin - 1))
    return false;
  word.hash = hash_padded(folded_.data() + begin, size);
  word.number = is_digit(folded_[begin]);
  return true;
}

/// The same in a window of its own.
bool KeyReader::load_plain_last(Word& word) const {
  const bool cut = line_.size() > kWindow;
  KeyReader end(cut ? line_.substr(line_.size() - kWindow) : line_);
  end.load();
  return end.look_at_plain_last(word, cut);
}

bool KeyReader::look_at_last(Word& word) const {
  if (line_.empty()) return false;
  const bool is_loaded = window_ == 0 && window_end_ == line_.size();
  if (is_loaded ? look_at_plain_last(word, false) : load_plain_last(word)) return true;
  for (std::size_t end = line_.size(); end > 0;) {
    const std::size_t begin = place_to_begin(line_, end);
    KeyReader key(line_.substr(begin, end - begin));
    bool any = false;
    while (key.next(word)) any = true;
    if (any) return true;
    end = begin > 0 ? begin - 1 : 0;
  }
  return false;
}

bool same_key(std::string_view a, std::string_view b) {
  KeyReader reader_a(a);
  KeyReader reader_b(b);
  Word word_a;
  Word word_b;
  for (bool any = false;; any = true) {
    const bool more = reader_a.next(word_a);
    if (more != reader_b.next(word_b)) return false;
    if (!more) return any;
    if (word_a.hash != word_b.hash) return false;
  }
}

std::uint64_t key_hash(std::string_view line) {
  constexpr std::uint64_t kOffset = 0xCBF29CE484222325U;  // FNV-1a, 64 bits
  constexpr std::uint64_t kPrime = 0x100000001B3U;
  std::uint64_t hash = kOffset;
  KeyReader key(line);
  bool any = false;
  for (Word word; key.next(word); any = true) {
    hash = (hash ^ word.hash) * kPrime;
  }
  return any ? hash : 0;
}

}  // namespace newswash
