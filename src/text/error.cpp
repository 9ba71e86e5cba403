// How an error reads: place, message, and the line at fault with a caret below.
#include <fmt/format.h>
#include <newswash/result.h>

namespace newswash {

std::string describe(const Error& error) {
  std::string out;
  const Position& at = error.position;
  if (!at.file.empty()) out += at.file + ":";
  if (at.line != 0) out += fmt::format("{}:", at.line);
  if (at.line != 0 && at.column != 0) out += fmt::format("{}:", at.column);
  if (!out.empty()) out += ' ';
  out += error.message;
  if (error.excerpt.empty()) return out;
  out += "\n  " + error.excerpt;
  if (at.column == 0) return out;
  out += "\n  ";
  // Tabs stay tabs, so the caret stands below its character; UTF-8 continuation bytes take no column.
  std::uint64_t column = 1;
  for (const char c : error.excerpt) {
    if (column >= at.column) break;
    if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80) continue;
    out += c == '\t' ? '\t' : ' ';
    ++column;
  }
  return out + '^';
}

}  // namespace newswash
