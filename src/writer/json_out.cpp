// Out of line: a record is written member by member, and each would be a copy of this code.
#include "writer/json_out.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace newswash {

void JsonOut::key(std::string_view name) {
  after_key_ = true;
  if (!pretty_) return short_key(name);
  separate();
  out_ += '"';
  out_ += name;
  out_ += "\": ";
}

void JsonOut::text(std::string_view value) {
  begin_text();
  text_part(value);
  end_text();
}

void JsonOut::bytes(std::string_view value) {
  before_value();
  append_json_bytes(value, out_);
}

void JsonOut::begin_text() {
  before_value();
  out_ += '"';
}

void JsonOut::number(std::uint64_t value) {
  before_value();
  std::array<char, 20> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  out_.append(digits.data(), written.ptr);
}

void JsonOut::null() {
  before_value();
  out_ += "null";
}

void JsonOut::raw(std::string_view json) {
  before_value();
  out_ += json;
}

void JsonOut::begin(char bracket) {
  before_value();
  out_ += bracket;
  ++depth_;
  any_ = false;
}

void JsonOut::end(char bracket) {
  --depth_;
  if (any_ && pretty_) new_line();
  out_ += bracket;
  any_ = true;
}

void JsonOut::before_value() {
  if (after_key_)
    after_key_ = false;
  else if (depth_ > 0)
    separate();
}

void JsonOut::separate() {
  if (any_) out_ += ',';
  any_ = true;
  if (pretty_) new_line();
}

/// A record has many keys: each is one piece, comma and colon included.
void JsonOut::short_key(std::string_view name) {
  std::array<char, 64> piece;
  constexpr std::size_t kAround = 4;
  const bool first = !any_;
  any_ = true;
  if (name.size() + kAround > piece.size()) {
    out_.append(first ? "\"" : ",\"").append(name).append("\":");
    return;
  }
  char* to = piece.data();
  if (!first) *to++ = ',';
  *to++ = '"';
  to = std::copy(name.begin(), name.end(), to);
  *to++ = '"';
  *to++ = ':';
  out_.append(piece.data(), to);
}

void JsonOut::new_line() {
  out_ += '\n';
  out_.append(std::size_t{2} * depth_, ' ');
}

}  // namespace newswash
