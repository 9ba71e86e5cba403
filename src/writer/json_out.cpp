// Numbers and indentation; the rest is small enough for the header.
#include "writer/json_out.h"

#include <array>
#include <charconv>

namespace newswash {
void JsonOut::number(std::uint64_t value) {
  before_value();
  std::array<char, 20> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  out_.append(digits.data(), written.ptr);
}

void JsonOut::new_line() {
  out_ += '\n';
  out_.append(std::size_t{2} * depth_, ' ');
}

}  // namespace newswash
