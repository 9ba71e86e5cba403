// Numbers and indentation; the rest is small enough for the header.
#include "writer/json_out.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace newswash {
void JsonOut::number(std::uint64_t value) {
  before_value();
  std::array<char, 20> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  out_.append(digits.data(), written.ptr);
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
