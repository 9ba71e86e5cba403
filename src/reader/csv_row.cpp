// A quote counts where a field begins with it; elsewhere it is a character like any other.
#include "reader/csv_row.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/utf8.h"

namespace newswash {
namespace {

/// The inside of a quoted field, `at` on its first quote; leaves `at` behind the field.
std::string_view quoted_field(std::string_view row, std::size_t& at, char delimiter, std::string& unquoted) {
  const std::size_t begin = ++at;
  const std::size_t kept = unquoted.size();
  bool copied = false;
  std::size_t from = begin;
  for (;;) {
    const std::size_t quote = std::min(row.find('"', at), row.size());
    const bool doubled = quote + 1 < row.size() && row[quote + 1] == '"';
    if (!doubled) {
      at = std::min(quote + 1, row.size());
      const std::size_t next = std::min(row.find(delimiter, at), row.size());
      if (!copied && next == at) return row.substr(begin, quote - begin);
      unquoted.append(row, from, quote - from);  // what stands between the quote and the delimiter
      unquoted.append(row, at, next - at);       // is kept
      at = next;
      return std::string_view(unquoted).substr(kept);
    }
    unquoted.append(row, from, quote + 1 - from);
    copied = true;
    at = from = quote + 2;
  }
}

std::string as_utf8(std::string_view name) {
  if (valid_utf8_prefix(name) == name.size()) return std::string(name);
  std::string out;
  for (const char c : name) {
    const char32_t point = windows_1252(static_cast<unsigned char>(c));
    if (point < 0x80) {
      out += c;
      continue;
    }
    if (point >= 0x800) out += static_cast<char>(0xE0U | point >> 12U);
    out += static_cast<char>(point >= 0x800 ? 0x80U | (point >> 6U & 0x3FU) : 0xC0U | point >> 6U);
    out += static_cast<char>(0x80U | (point & 0x3FU));
  }
  return out;
}

}  // namespace

void split_csv_row(std::string_view row, char delimiter, std::vector<std::string_view>& fields,
                   std::string& unquoted) {
  unquoted.reserve(unquoted.size() + row.size());
  for (std::size_t at = 0;;) {
    if (at < row.size() && row[at] == '"') {
      fields.push_back(quoted_field(row, at, delimiter, unquoted));
    } else {
      const std::size_t end = std::min(row.find(delimiter, at), row.size());
      fields.push_back(row.substr(at, end - at));
      at = end;
    }
    if (at >= row.size()) return;
    ++at;  // the delimiter
    if (at == row.size()) return fields.emplace_back(), void();
  }
}

std::vector<std::string> csv_header(std::string_view row, Framing framing) {
  std::vector<std::string_view> fields;
  std::string unquoted;
  split_csv_row(row, csv_delimiter(framing), fields, unquoted);
  std::vector<std::string> columns;
  for (const std::string_view field : fields) {
    const std::string name = as_utf8(field);
    std::string once = name;
    for (int i = 2; std::find(columns.begin(), columns.end(), once) != columns.end(); ++i)
      once = fmt::format("{}_{}", name, i);
    columns.push_back(std::move(once));
  }
  return columns;
}

}  // namespace newswash
