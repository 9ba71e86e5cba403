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

/// The hash of a word after which `KeyReader::kPadding` bytes may be read: eight bytes at a time.
std::uint32_t hash_padded(const char* word, std::size_t size) noexcept {
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

#if defined(__SSE2__)
struct Masks {
  std::uint64_t plain = 0;
  std::uint64_t closely = 0;
};

/// Folds 16 bytes in place.
Masks fold_block(char* block) noexcept {
  const auto in_range = [](__m128i bytes, char begin, char count) {
    const __m128i offset = _mm_sub_epi8(bytes, _mm_set1_epi8(begin));
    return _mm_cmpeq_epi8(_mm_min_epu8(offset, _mm_set1_epi8(static_cast<char>(count - 1))), offset);
  };
  const auto bits = [](__m128i mask) { return static_cast<std::uint64_t>(_mm_movemask_epi8(mask)); };
  auto* const place = reinterpret_cast<__m128i*>(block);
  const __m128i given = _mm_loadu_si128(place);
  const __m128i folded = _mm_or_si128(given, _mm_and_si128(in_range(given, 'A', 26), _mm_set1_epi8(0x20)));
  _mm_storeu_si128(place, folded);
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
  const std::size_t last = (size - 1) / 16 * 16;  // the last block may be filled in part
  _mm_storeu_si128(reinterpret_cast<__m128i*>(folded_.data() + last), _mm_setzero_si128());
  std::memcpy(folded_.data(), line_.data() + window_, size);
  for (std::size_t i = 0; i <= last; i += 16) {
    const Masks masks = fold_block(folded_.data() + i);
    plain_ |= masks.plain << i;
    closely_ |= masks.closely << i;
  }
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

int KeyReader::skip_others(const WordBeginnings& wanted, int most) {
  int words = 0;
  while (words < most && at_ < window_end_) {
    const std::size_t skipped = at_ - window_;
    const std::uint64_t ahead = (plain_ | closely_) >> skipped;
    if (ahead == 0) {
      at_ = window_end_;
      break;
    }
    const std::size_t begin = skipped + static_cast<std::size_t>(std::countr_zero(ahead));
    if (wanted.may_hold(folded_.data() + begin)) break;
    const std::size_t size = plain_word(begin);
    if (size == 0) break;
    at_ = window_ + begin + size;
    ++words;
  }
  return words;
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

bool read_last_word(std::string_view line, Word& word) {
  for (std::size_t end = line.size(); end > 0;) {
    const std::size_t begin = place_to_begin(line, end);
    KeyReader key(line.substr(begin, end - begin));
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
