// See mojibake_settle.h. Only odd leftovers need a second round, so that one edit a line is exact enough
// there.
#include "normalizer/mojibake_settle.h"

#include <algorithm>
#include <cstddef>

namespace newswash::mojibake {
namespace {

std::string_view line_at(std::string_view text, std::size_t at) {
  return text.substr(at, std::min(text.find('\n', at), text.size()) - at);
}

bool is_inside_char(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

/// The one edit that turns a line into another, without what they share at both ends.
Edit difference(std::string_view before, std::string_view after, std::size_t base) {
  const std::size_t shorter = std::min(before.size(), after.size());
  std::size_t head = 0;
  while (head < shorter && before[head] == after[head]) ++head;
  while (head > 0 && (is_inside_char(before, head) || is_inside_char(after, head))) --head;
  std::size_t tail = 0;
  while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
  while (tail > 0 &&
         (is_inside_char(before, before.size() - tail) || is_inside_char(after, after.size() - tail)))
    --tail;
  return {base + head, base + before.size() - tail,
          std::string(after.substr(head, after.size() - tail - head))};
}

}  // namespace

std::string applied(std::string_view text, const Edits& edits) {
  std::string result;
  result.reserve(text.size());
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    result += text.substr(at, edit.begin - at);
    result += edit.after;
    at = edit.end;
  }
  result += text.substr(at);
  return result;
}

Edits merged(std::string_view text, const Edits& first, std::string_view middle, std::string_view last) {
  Edits edits;
  std::size_t in_middle = 0;
  std::size_t in_last = 0;
  std::size_t next = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::string_view line = line_at(text, at);
    const std::string_view middle_line = line_at(middle, in_middle);
    const std::string_view last_line = line_at(last, in_last);
    for (; next < first.size() && first[next].begin < at + line.size(); ++next) {
      if (middle_line == last_line) edits.push_back(first[next]);
    }
    if (middle_line != last_line && line != last_line) edits.push_back(difference(line, last_line, at));
    at += line.size() + 1;
    in_middle = std::min(middle.size(), in_middle + middle_line.size() + 1);
    in_last = std::min(last.size(), in_last + last_line.size() + 1);
  }
  return edits;
}

}  // namespace newswash::mojibake
