// Reads a line's words, folded. ASCII is folded by windows of 64 bytes and cut into words by bit masks; a
// word that holds anything else is read again, code point by code point.
#include "reader/boilerplate/key.h"

#include <algorithm>
#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "text/code_points.h"

namespace newswash {
namespace {

enum class Step : std::uint8_t { take, take_alone, skip, stop };

struct Folded {
  char32_t code_point = 0;
  Step step = Step::stop;
};

/// What an ASCII byte is in a key: its folded form, or one of these.
constexpr char kStop = 0;
constexpr char kSkip = 1;
constexpr char kNotAscii = 2;

constexpr std::array<char, 256> make_ascii_keys() {
  std::array<char, 256> keys{};
  for (unsigned c = 'a'; c <= 'z'; ++c) keys[c] = keys[c - 32] = static_cast<char>(c);
  for (unsigned c = '0'; c <= '9'; ++c) keys[c] = static_cast<char>(c);
  for (unsigned c = 128; c < 256; ++c) keys[c] = kNotAscii;
  keys['\''] = keys['`'] = kSkip;
  return keys;
}
constexpr std::array<char, 256> kAsciiKeys = make_ascii_keys();

char ascii_key(char c) {
  return kAsciiKeys[static_cast<unsigned char>(c)];
}

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

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// "1,234" and "3.5" are one number.
bool joins_digits(std::string_view line, std::size_t at) {
  return (line[at] == '.' || line[at] == ',') && at > 0 && is_digit(line[at - 1]) && at + 1 < line.size() &&
         is_digit(line[at + 1]);
}

bool colon_at(std::string_view line, std::size_t at) {
  if (at < line.size() && line[at] == ' ') ++at;  // French writes a space before it
  if (at >= line.size()) return false;
  if (line[at] == ':') return at + 1 == line.size() || !is_digit(line[at + 1]);
  return line[at] == '\xEF' && line.substr(at, 3) == "\uFF1A";
}

}  // namespace

namespace {

/// Copies up to 16 bytes.
void copy_few(char* to, const char* from, std::size_t size) noexcept {
  if (size >= 8) {
    std::memcpy(to, from, 8);
    std::memcpy(to + size - 8, from + size - 8, 8);
  } else if (size >= 4) {
    std::memcpy(to, from, 4);
    std::memcpy(to + size - 4, from + size - 4, 4);
  } else {
    for (std::size_t i = 0; i < size; ++i) to[i] = from[i];
  }
}

#if defined(__SSE2__)
struct Masks {
  std::uint64_t plain = 0;
  std::uint64_t closely = 0;
};

/// Folds 16 bytes.
Masks fold_block(const char* from, char* to) noexcept {
  const auto in_range = [](__m128i bytes, char begin, char count) {
    const __m128i offset = _mm_sub_epi8(bytes, _mm_set1_epi8(begin));
    return _mm_cmpeq_epi8(_mm_min_epu8(offset, _mm_set1_epi8(static_cast<char>(count - 1))), offset);
  };
  const auto bits = [](__m128i mask) { return static_cast<std::uint64_t>(_mm_movemask_epi8(mask)); };
  const __m128i given = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
  const __m128i folded = _mm_or_si128(given, _mm_and_si128(in_range(given, 'A', 26), _mm_set1_epi8(0x20)));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(to), folded);
  const __m128i plain = _mm_or_si128(in_range(folded, 'a', 26), in_range(folded, '0', 10));
  const __m128i apostrophes =
      _mm_or_si128(_mm_cmpeq_epi8(given, _mm_set1_epi8('\'')), _mm_cmpeq_epi8(given, _mm_set1_epi8('`')));
  return {bits(plain), bits(apostrophes) | bits(given)};  // the top bit: no ASCII
}
#endif

}  // namespace

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
  plain_ = closely_ = 0;
  const std::size_t size = window_end_ - window_;
#if defined(__SSE2__)
  const char* const from = line_.data() + window_;
  const auto add = [&](const char* block, std::size_t i) {
    const Masks masks = fold_block(block, folded_.data() + i);
    plain_ |= masks.plain << i;
    closely_ |= masks.closely << i;
  };
  if (size == kWindow) {
    for (std::size_t i = 0; i < kWindow; i += 16) add(from + i, i);
    return;
  }
  std::size_t i = 0;
  for (; i + 16 <= size; i += 16) add(from + i, i);
  std::array<char, 16> last{};
  copy_few(last.data(), from + i, size - i);
  add(last.data(), i);
#else
  for (std::size_t i = 0; i < size; ++i) {
    const char key = ascii_key(line_[window_ + i]);
    folded_[i] = key;
    plain_ |= std::uint64_t{key > kNotAscii} << i;
    closely_ |= std::uint64_t{key == kSkip || key == kNotAscii} << i;
  }
#endif
}

/// The size of the word that begins at this byte of the window, if it can be told by ASCII alone; else 0.
std::size_t KeyReader::plain_word(std::size_t begin) const {
  const auto size = static_cast<std::size_t>(std::countr_one(plain_ >> begin));
  const std::size_t end = window_ + begin + size;
  if (end == line_.size()) return size;
  const bool goes_on =
      end == window_end_ || (closely_ >> (begin + size) & 1) != 0 || joins_digits(line_, end);
  return goes_on ? 0 : size;
}

bool KeyReader::next(Word& word) {
  for (bool again = false;; again = true) {
    if (at_ >= window_end_ || again) {
      if (at_ >= line_.size()) return false;
      load();
    }
    const std::size_t skipped = at_ - window_;
    const std::uint64_t ahead = (plain_ | closely_) >> skipped;
    if (ahead == 0) {
      at_ = window_end_;
      continue;
    }
    const std::size_t begin = skipped + static_cast<std::size_t>(std::countr_zero(ahead));
    at_ = window_ + begin;
    const std::size_t size = plain_word(begin);
    if (size == 0) {
      if (begin == 0 || (closely_ >> begin & 1) != 0) return next_closely(word);
      continue;  // once more, at a window's start
    }
    word.begin = at_;
    at_ += size;
    finish(word, {folded_.data() + begin, size});
    return true;
  }
}

void WordBeginnings::add(std::string_view folded) {
  const auto low = [&](std::size_t i) { return static_cast<unsigned char>(folded[i]) & 31U; };
  second_[low(0)] |= folded.size() > 1 ? 1U << low(1) : ~0U;
}

void WordBeginnings::add_numbers() {
  for (unsigned digit = '0'; digit <= '9'; ++digit) second_[digit & 31U] = ~0U;
}

/// The word ends here.
void KeyReader::finish(Word& word, std::string_view folded) {
  word.end = at_;
  word.folded = folded;
  word.hash = hash_padded(folded.data(), folded.size());
  word.number = is_digit(folded.front());
  word.colon_after = at_ < line_.size() && colon_at(line_, at_);
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

/// Passes over a word that begins with this ASCII letter or digit, code point by code point.
void KeyReader::pass_closely(std::size_t begin) {
  at_ = begin;
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

/// Goes on to the first character of a word; false at the end of the line.
bool KeyReader::skip_to_word() {
  while (at_ < line_.size()) {
    const char key = ascii_key(line_[at_]);
    if (key > kNotAscii) return true;
    if (key != kNotAscii) {
      ++at_;
      continue;
    }
    const std::size_t start = at_;
    const Step step = fold(next_code_point(line_, at_)).step;
    if (step != Step::take && step != Step::take_alone) continue;
    at_ = start;
    return true;
  }
  return false;
}

/// Reads the next word, code point by code point.
bool KeyReader::next_closely(Word& word) {
  if (!skip_to_word()) return false;
  size_ = 0;
  word.begin = at_;
  take_rest(word.begin);
  finish(word, {buffer_.data(), size_});
  return true;
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

/// The reader's line is the end of one; `cut`: only a part of it.
bool KeyReader::look_at_plain_last(Word& word, bool cut) {
  load();
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

bool KeyReader::look_at_last(Word& word) {
  if (line_.empty()) return false;
  const bool cut = line_.size() > kWindow;
  if (cut ? KeyReader(line_.substr(line_.size() - kWindow)).look_at_plain_last(word, cut)
          : look_at_plain_last(word, cut)) {
    return true;
  }
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
