// Reads a line's words, folded. ASCII takes a table, everything else the code-point table.
#include "reader/boilerplate/key.h"

#include "text/code_points.h"

namespace newswash {
namespace {

enum class Step : std::uint8_t { take, take_alone, skip, stop };

struct Folded {
  char32_t code_point = 0;
  Step step = Step::stop;
  bool digit = false;
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
    if (key == kStop || key == kSkip) return {0, key == kStop ? Step::stop : Step::skip, false};
    return {static_cast<unsigned char>(key), Step::take, c <= '9'};
  }
  const CodePoint known = properties(c);
  switch (known.part) {
    case WordPart::separator:
      return {0, Step::stop, false};
    case WordPart::skipped:
      return {0, Step::skip, false};
    case WordPart::ideograph:
      return {known.folded, Step::take_alone, false};
    case WordPart::letter:
      return {known.folded, Step::take, false};
    case WordPart::digit:
      return {known.folded, Step::take, true};
  }
  return {};
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
  const bool wide = line.substr(at, 3) == "\uFF1A";
  if (wide) return true;
  return at < line.size() && line[at] == ':' && (at + 1 == line.size() || !is_digit(line[at + 1]));
}

class Buffer {
 public:
  explicit Buffer(std::array<char, KeyReader::kLongestWord + 4>& bytes) : bytes_(bytes) {}
  void push_back(char c) { bytes_[size_++] = c; }
  bool full() const { return size_ >= KeyReader::kLongestWord; }
  std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, KeyReader::kLongestWord + 4>& bytes_;
  std::size_t size_ = 0;
};

}  // namespace

bool KeyReader::next(Word& word) {
  Buffer buffer(buffer_);
  word = {};
  bool inside = false;
  while (at_ < line_.size() && ascii_key(line_[at_]) == kStop) ++at_;
  while (at_ < line_.size()) {
    const std::size_t start = at_;
    if (const char key = ascii_key(line_[at_]); key > kNotAscii) {
      if (!inside) word.begin = at_, word.number = key <= '9', inside = true;
      if (!buffer.full()) buffer.push_back(key);
      word.end = ++at_;
      continue;
    }
    const Folded folded = fold(next_code_point(line_, at_));
    if (folded.step == Step::skip || (inside && joins_digits(line_, start))) continue;
    if (folded.step == Step::stop) {
      if (!inside) continue;
      at_ = start;
      break;
    }
    if (folded.step == Step::take_alone && inside) {
      at_ = start;
      break;
    }
    if (!inside) word.begin = start, word.number = folded.digit, inside = true;
    word.end = at_;
    if (!buffer.full()) append_utf8(buffer, folded.code_point);
    if (folded.step == Step::take_alone) break;
  }
  if (!inside) return false;
  word.folded = buffer.view();
  word.colon_after = colon_at(line_, word.end);
  return true;
}

std::uint64_t key_hash(std::string_view line) {
  constexpr std::uint64_t kOffset = 0xCBF29CE484222325U;  // FNV-1a, 64 bits
  constexpr std::uint64_t kPrime = 0x100000001B3U;
  std::uint64_t hash = kOffset;
  KeyReader key(line);
  bool any = false;
  for (Word word; key.next(word); any = true) {
    for (const char c : word.folded) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
    hash = (hash ^ ' ') * kPrime;
  }
  return any ? hash : 0;
}

}  // namespace newswash
