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
  if (at >= line.size()) return false;
  if (line[at] == ':') return at + 1 == line.size() || !is_digit(line[at + 1]);
  return line[at] == '\xEF' && line.substr(at, 3) == "\uFF1A";
}

}  // namespace

void KeyReader::push_back(char c) {
  if (size_ >= kLongestWord) return;
  buffer_[size_++] = c;
  hash_ = word_hash(hash_, c);
}

/// Takes ASCII letters and digits for as long as there are any.
void KeyReader::take_ascii() {
  for (char key = 0; at_ < line_.size() && (key = ascii_key(line_[at_])) > kNotAscii; ++at_) push_back(key);
}

/// Goes on to the first character of a word; false at the end of the line.
bool KeyReader::skip_to_word() {
  while (at_ < line_.size()) {
    const char key = ascii_key(line_[at_]);
    if (key > kNotAscii) return true;
    const std::size_t start = at_;
    const Step step = key == kNotAscii ? fold(next_code_point(line_, at_)).step : (++at_, Step::stop);
    if (step != Step::take && step != Step::take_alone) continue;
    at_ = start;
    return true;
  }
  return false;
}

bool KeyReader::next(Word& word) {
  if (!skip_to_word()) return false;
  size_ = 0;
  hash_ = kWordHashStart;
  word.begin = at_;
  while (at_ < line_.size()) {
    const std::size_t start = at_;
    take_ascii();
    if (at_ != start) continue;
    const Folded folded = fold(next_code_point(line_, at_));
    const bool alone = folded.step == Step::take_alone;
    if (folded.step == Step::skip || (folded.step == Step::stop && joins_digits(line_, start))) continue;
    if (folded.step == Step::stop || (alone && start != word.begin)) {
      at_ = start;
      break;
    }
    append_utf8(*this, folded.code_point);
    if (alone) break;
  }
  word.end = at_;
  word.folded = {buffer_.data(), size_};
  word.hash = hash_;
  word.number = is_digit(buffer_[0]);
  word.colon_after = colon_at(line_, at_);
  return true;
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
