// The fix "spaces": one walk from gap to gap. A gap is a run of spaces, tabs and line ends; what is kept of
// it is at most one space, one line feed or two. The first and the last line feed of a gap stay where they
// are, so a line of the result begins and ends where it did in the input.
#include <cstring>

#include "normalizer/fixes.h"
#include "text/code_points.h"

namespace newswash {
namespace {

constexpr std::uint8_t kGapFlags = kExoticSpace | kLineBreak;

bool is_gap(char32_t c) {
  return c == ' ' || c == '\n' || (properties(c).flags & kGapFlags) != 0;
}
bool is_line_end(char32_t c) {
  return c == '\n' || (properties(c).flags & kLineBreak) != 0;
}

/// Offset of the next byte that may belong to a gap that needs a change, at or after `at`.
std::size_t next_candidate(std::string_view text, std::size_t at) {
  for (; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte > ' ' && (byte < 0xC2 || byte > 0xE3)) continue;
    if (byte > ' ' && byte < 0x80) continue;
    if (byte == ' ' && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) > ' ' &&
        static_cast<signed char>(text[at + 1]) > 0) {
      continue;  // one space between words
    }
    if (byte <= ' ') return at;
    if (byte != 0xC2 && byte != 0xE1 && byte != 0xE2 && byte != 0xE3) continue;  // no space begins with it
    return at;
  }
  return at;
}

struct Gap {
  std::size_t begin = 0, end = 0;
  std::size_t line_ends = 0;                   // CR LF counts once
  std::size_t first_begin = 0, first_end = 0;  // the first line end
  std::size_t last_begin = 0, last_end = 0;    // the last one
};

Gap read_gap(std::string_view text, std::size_t begin) {
  Gap gap{.begin = begin, .end = begin};
  while (gap.end < text.size()) {
    std::size_t after = gap.end;
    const char32_t c = next_code_point(text, after);
    if (!is_gap(c)) break;
    if (is_line_end(c)) {
      if (c == '\r' && after < text.size() && text[after] == '\n') ++after;
      if (gap.line_ends++ == 0) gap.first_begin = gap.end, gap.first_end = after;
      gap.last_begin = gap.end, gap.last_end = after;
    }
    gap.end = after;
  }
  return gap;
}

void replace(std::string_view text, std::size_t begin, std::size_t end, std::string_view after,
             Edits& edits) {
  if (text.substr(begin, end - begin) != after) edits.push_back({begin, end, std::string(after)});
}

void fix_gap(std::string_view text, const Gap& gap, Edits& edits) {
  const bool at_start = gap.begin == 0;
  const bool at_end = gap.end == text.size();
  if (gap.line_ends == 0) return replace(text, gap.begin, gap.end, at_start || at_end ? "" : " ", edits);
  if (at_start) {
    replace(text, gap.begin, gap.last_end, "", edits);
    return replace(text, gap.last_end, gap.end, "", edits);
  }
  replace(text, gap.begin, gap.first_begin, "", edits);
  replace(text, gap.first_begin, gap.first_end, "\n", edits);
  if (gap.line_ends == 1 || at_end) return replace(text, gap.first_end, gap.end, "", edits);
  replace(text, gap.first_end, gap.last_begin, "", edits);
  replace(text, gap.last_begin, gap.last_end, "\n", edits);
  replace(text, gap.last_end, gap.end, "", edits);
}

}  // namespace

void find_spaces(std::string_view text, Edits& edits) {
  for (std::size_t at = next_candidate(text, 0); at < text.size(); at = next_candidate(text, at)) {
    const Gap gap = read_gap(text, at);
    if (gap.end == gap.begin) {
      next_code_point(text, at);
      continue;
    }
    fix_gap(text, gap, edits);
    at = gap.end;
  }
}

}  // namespace newswash
