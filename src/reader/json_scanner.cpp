// Recursive descent, as deep as kMaxJsonDepth allows. Strings are skipped 16 bytes at a time; paths are
// compared only where one may lead on.
#include "reader/json_scanner.h"

#include <algorithm>
#include <bit>

#include "text/json_string.h"

namespace newswash {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool follows_backslash(char letter) {
  switch (letter) {
    case 'n':
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'r':
    case 't':
      return true;
    default:
      return false;
  }
}

std::string unescape_pointer(std::string_view step) {
  std::string out;
  for (std::size_t at = 0; at < step.size(); ++at) {
    const bool escaped =
        step[at] == '~' && at + 1 < step.size() && (step[at + 1] == '0' || step[at + 1] == '1');
    out += escaped ? (step[++at] == '0' ? '~' : '/') : step[at];
  }
  return out;
}

}  // namespace

JsonPath::JsonPath(std::string_view field) {
  if (field.empty()) return;
  if (field[0] != '/') {
    steps.emplace_back(field);
    return;
  }
  for (std::size_t begin = 1; begin <= field.size();) {
    const std::size_t end = std::min(field.find('/', begin), field.size());
    steps.push_back(unescape_pointer(field.substr(begin, end - begin)));
    begin = end + 1;
  }
}

JsonScanner::JsonScanner(std::vector<JsonPath> wanted)
    : wanted_(std::move(wanted)), places_(wanted_.size()), memories_(wanted_.size()) {}

bool JsonScanner::scan(std::string_view text) {
  text_ = text;
  at_ = 0;
  keys_.clear();
  std::fill(places_.begin(), places_.end(), JsonPlace{});
  skip_space();
  if (peek() != '{') return fail(at_ == text.size() ? "there is nothing" : "it does not start with '{'");
  Mask all = 0;
  for (std::size_t i = 0; i < wanted_.size(); ++i) all |= wanted_[i].steps.empty() ? 0U : 1U << i;
  inside_begin_ = at_ + 1;
  if (!object(0, all)) return false;
  inside_end_ = at_ - 1;
  skip_space();
  return at_ == text_.size() || fail("something follows the object");
}

bool JsonScanner::fail(std::string_view message) {
  message_ = message;
  return false;
}

void JsonScanner::skip_space() {
  while (at_ < text_.size() &&
         (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r'))
    ++at_;
}

bool JsonScanner::value(std::size_t depth, Mask mask) {
  switch (peek()) {
    case '"':
      return string();
    case '{':
      return object(depth, mask);
    case '[':
      return array(depth, mask);
    case 't':
    case 'f':
    case 'n':
      return literal();
    default:
      return number();
  }
}

bool JsonScanner::object(std::size_t depth, Mask mask) {
  if (depth >= kMaxJsonDepth) return fail("it is nested deeper than 128 levels");
  ++at_;
  skip_space();
  if (peek() == '}') return ++at_, true;
  for (;;) {
    if (!member(depth, mask)) return false;
    skip_space();
    if (peek() == '}') return ++at_, true;
    if (peek() != ',') return fail(at_ == text_.size() ? "it ends too early" : "a comma or '}' is missing");
    ++at_;
    skip_space();
  }
}

bool JsonScanner::member(std::size_t depth, Mask mask) {
  const std::size_t key_begin = at_;
  if (peek() != '"') return fail(at_ == text_.size() ? "it ends too early" : "a key in quotes is missing");
  if (!string()) return false;
  const std::string_view raw = text_.substr(key_begin + 1, at_ - key_begin - 2);
  if (depth == 0) keys_.push_back(raw);
  Mask here = 0;
  if (mask != 0) {
    const bool escaped = raw.find('\\') != std::string_view::npos && unescape_json(raw, key_);
    here = matching(escaped ? std::string_view(key_) : raw, depth, mask);
  }
  skip_space();
  if (peek() != ':') return fail(at_ == text_.size() ? "it ends too early" : "a colon is missing");
  ++at_;
  skip_space();
  return placed_value(key_begin, depth, here);
}

bool JsonScanner::array(std::size_t depth, Mask mask) {
  if (depth >= kMaxJsonDepth) return fail("it is nested deeper than 128 levels");
  ++at_;
  skip_space();
  if (peek() == ']') return ++at_, true;
  for (std::size_t index = 0;; ++index) {
    if (!placed_value(at_, depth, mask == 0 ? 0 : matching(std::to_string(index), depth, mask))) return false;
    skip_space();
    if (peek() == ']') return ++at_, true;
    if (peek() != ',') return fail(at_ == text_.size() ? "it ends too early" : "a comma or ']' is missing");
    ++at_;
    skip_space();
  }
}

JsonScanner::Mask JsonScanner::matching(std::string_view step, std::size_t depth, Mask mask) const {
  Mask matched = 0;
  for (std::size_t i = 0; i < wanted_.size(); ++i) {
    const bool asked = (mask >> i & 1U) != 0 && wanted_[i].steps.size() > depth;
    if (asked && wanted_[i].steps[depth] == step) matched |= 1U << i;
  }
  return matched;
}

bool JsonScanner::placed_value(std::size_t key_begin, std::size_t depth, Mask mask) {
  Mask asked = 0;
  for (std::size_t i = 0; mask >> i != 0; ++i) {
    if ((mask >> i & 1U) != 0 && wanted_[i].steps.size() == depth + 1) asked |= 1U << i;
  }
  const std::size_t begin = at_;
  JsonText read;
  const bool is_text = asked != 0 && peek() == '"';
  if (is_text ? !text(memories_[static_cast<std::size_t>(std::countr_zero(asked))], read)
              : !value(depth + 1, mask))
    return false;
  for (std::size_t i = 0; asked >> i != 0; ++i) {
    if ((asked >> i & 1U) != 0) places_[i] = {key_begin, begin, at_, places_[i].times + 1, read};
  }
  return true;
}

bool JsonScanner::string() {
  for (++at_;; ++at_) {
    at_ = find_json_special(text_, at_);
    if (at_ == text_.size()) return fail("a string is not closed");
    if (text_[at_] == '"') return ++at_, true;
    if (text_[at_] != '\\') return fail("a control character in a string is not escaped");
    if (!escape()) return false;
  }
}

/// A string that was asked for.
bool JsonScanner::text(std::string& memory, JsonText& read) {
  const std::size_t begin = ++at_;
  at_ = find_json_special(text_, at_);
  char* to = nullptr;
  if (at_ < text_.size() && text_[at_] == '\\') {
    const std::size_t most = text_.size() - begin;  // an escape is longer than what it stands for
    if (memory.size() < most) memory.resize(most);
    to = std::copy_n(text_.data() + begin, at_ - begin, memory.data());
  } else {
    memory.clear();
  }
  while (at_ < text_.size() && text_[at_] == '\\') {
    if (!unescape(begin, to, read)) return false;
    const std::size_t next = copy_to_json_special(text_, at_, to);
    to += next - at_;
    at_ = next;
  }
  if (at_ == text_.size()) return fail("a string is not closed");
  if (text_[at_] != '"') return fail("a control character in a string is not escaped");
  read.text = text_.substr(begin, at_ - begin);
  if (to != nullptr && read.half_pair == JsonText::kNone)
    read.text = {memory.data(), static_cast<std::size_t>(to - memory.data())};
  return ++at_, true;
}

/// One escape of the string that begins at `begin`; leaves at_ behind it.
bool JsonScanner::unescape(std::size_t begin, char*& to, JsonText& read) {
  const std::size_t at = at_;
  if (!escape()) return false;
  const char* const before = to;
  const std::size_t length = unescape_one(text_, at, to);
  if (length == 0 && read.half_pair == JsonText::kNone) read.half_pair = at - begin;
  if (++at_ < at + length) {  // the pair's second half
    if (!escape()) return false;
    ++at_;
  }
  read.plain = read.plain && to != before && (*before == '\n' || !is_json_special(*before));
  return true;
}

/// Leaves at_ on the escape's last character.
bool JsonScanner::escape() {
  const char letter = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
  if (letter != 'u') {
    if (!follows_backslash(letter)) return fail("a backslash is followed by no escape");
    return ++at_, true;
  }
  const std::string_view hex = text_.substr(at_ + 2, 4);
  if (hex.size() < 4 || !std::all_of(hex.begin(), hex.end(), is_hex))
    return fail("\\u needs four hexadecimal digits");
  return at_ += 5, true;
}

bool JsonScanner::digits() {
  const std::size_t begin = at_;
  while (is_digit(peek())) ++at_;
  return at_ > begin || fail(at_ == text_.size() ? "it ends too early" : "a value is missing or no JSON");
}

bool JsonScanner::number() {
  if (peek() == '-') ++at_;
  if (peek() == '0' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]))
    return fail("a number starts with 0");
  if (!digits()) return false;
  if (peek() == '.' && (++at_, !digits())) return false;
  if (peek() != 'e' && peek() != 'E') return true;
  ++at_;
  if (peek() == '+' || peek() == '-') ++at_;
  return digits();
}

bool JsonScanner::literal() {
  for (const std::string_view word : {"true", "false", "null"}) {
    if (text_.substr(at_, word.size()) == word) return at_ += word.size(), true;
  }
  return fail("a value is missing or no JSON");
}

bool is_json_object(std::string_view text) {
  return JsonScanner({}).scan(text);
}

}  // namespace newswash
