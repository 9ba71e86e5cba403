// Header lines are "Name: value".
#include "reader/warc_header.h"

#include <algorithm>
#include <charconv>

namespace newswash {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool same(std::string_view one, std::string_view other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

}  // namespace

std::size_t warc_header_end(std::string_view bytes, std::size_t from) noexcept {
  for (std::size_t at = bytes.find('\n', from); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
    if (bytes.substr(at + 1, 1) == "\n") return at + 2;
    if (bytes.substr(at + 1, 2) == "\r\n") return at + 3;
  }
  return std::string_view::npos;
}

std::string_view warc_field(std::string_view header, std::string_view name) noexcept {
  for (std::size_t begin = 0; begin < header.size();) {
    const std::size_t end = std::min(header.find('\n', begin), header.size());
    const std::string_view line = header.substr(begin, end - begin);
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos && same(trimmed(line.substr(0, colon)), name))
      return trimmed(line.substr(colon + 1));
    begin = end + 1;
  }
  return {};
}

std::optional<std::uint64_t> warc_length(std::string_view header) noexcept {
  const std::string_view digits = warc_field(header, "Content-Length");
  std::uint64_t length = 0;
  const auto [rest, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
  const bool whole = rest == digits.data() + digits.size() && !digits.empty();
  if (failed != std::errc{} || !whole || length > (std::uint64_t{1} << 62U)) return std::nullopt;
  return length;
}

bool is_warc_text(std::string_view header) noexcept {
  const std::string_view type = warc_field(header, "WARC-Type");
  if (!same(type, "conversion") && !same(type, "resource")) return false;
  const std::string_view content = warc_field(header, "Content-Type");
  return same(trimmed(content.substr(0, content.find(';'))), "text/plain");
}

}  // namespace newswash
