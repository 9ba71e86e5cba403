// The fix "spaces": one walk from gap to gap, past those that are as they should be. A gap is a run of
// spaces, tabs and line ends; what is kept of it is at most one space, one line feed or two. The first and
// the last line feed of a gap stay where they are, so a line of the result begins and ends where it did in
// the input.
#include <bit>

#include "normalizer/fixes.h"
#include "text/byte_block.h"
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

struct Gap {
  std::size_t begin = 0, end = 0;
  std::size_t line_ends = 0;                   // CR LF counts once
  std::size_t first_begin = 0, first_end = 0;  // the first line end
  std::size_t last_begin = 0, last_end = 0;    // the last one
};

Gap read_gap(std::string_view text, std::size_t begin) {
  Gap gap{.begin = begin, .end = begin};
  while (gap.end < text.size()) {
    if (text[gap.end] == ' ') {
      ++gap.end;
      continue;
    }
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

/// Goes from place to place where a gap may have to change.
class GapFinder {
 public:
  GapFinder(std::string_view text, Edits& edits) : text_(text), edits_(edits) {}

  void find() {
    if (is_plain_gap(0)) fix_gap_at(0);
    GapBits gaps;
    for (std::size_t at = 0; at < text_.size(); at += kBlockBytes) {
      const ByteBlock block(text_, at, 'a');
      const std::uint64_t spaces = block.equal(' ');
      const std::uint64_t line_feeds = block.equal('\n');
      const std::uint64_t controls = block.in_range(0, 0x20) & ~line_feeds;
      // The first bytes of U+00A0, U+1680, U+2000 and U+3000.
      const std::uint64_t leads = block.equal('\xC2') | block.in_range(0xE1, 3);
      for (std::uint64_t places = gaps.next(spaces, line_feeds) | controls | leads; places != 0;
           places &= places - 1) {
        look_at(at + static_cast<std::size_t>(std::countr_zero(places)));
      }
    }
    if (done_ < text_.size() && is_plain_gap(text_.size() - 1)) fix_gap_at(text_.size() - 1);
  }

 private:
  bool is_plain_gap(std::size_t at) const { return text_[at] == ' ' || text_[at] == '\n'; }

  void look_at(std::size_t at) {
    if (at < done_) return;
    std::size_t behind = at;
    if (is_gap(next_code_point(text_, behind))) fix_gap_at(at);
  }

  /// The gap that holds the character at `at`.
  void fix_gap_at(std::size_t at) {
    while (at > done_ && is_plain_gap(at - 1)) --at;
    const Gap gap = read_gap(text_, at);
    fix_gap(text_, gap, edits_);
    done_ = gap.end;
  }

  std::string_view text_;
  Edits& edits_;
  std::size_t done_ = 0;  // the end of the last gap
};

}  // namespace

void find_spaces(std::string_view text, Edits& edits) {
  if (!text.empty()) GapFinder(text, edits).find();
}

}  // namespace newswash
