// Splits texts and joins wrapped lines; which lines belong together is the body finder's block layer
// (body/blocks.h).
#include "reader/lines.h"

#include <algorithm>
#include <cstring>

#include "reader/body/body.h"
#include "reader/boilerplate/layout.h"
#include "reader/hyphens.h"
#include "text/line_feeds.h"

namespace newswash {
namespace {

std::string_view trimmed(std::string_view line) {
  while (!line.empty() && static_cast<unsigned char>(line.front()) <= ' ') line.remove_prefix(1);
  while (!line.empty() && static_cast<unsigned char>(line.back()) <= ' ') line.remove_suffix(1);
  return line;
}

constexpr std::size_t kWidestColumn = 140;  // nobody wraps wider
constexpr std::size_t kShareOfWider = 20;   // one line in so many may be wider all the same

bool is_wider_than_any_column(std::string_view line) {
  constexpr std::size_t kMostBytes = 4;  // of a character
  if (line.size() <= kWidestColumn || line.size() > kWidestColumn * kMostBytes)
    return line.size() > kWidestColumn;
  std::uint32_t characters = 0;  // counted so that compilers take many bytes at once
  for (const char c : line) characters += (c & 0xC0) != 0x80 ? 1U : 0U;
  return characters > kWidestColumn;
}

/// An item of a list, or an address: what programs leave as wide as it is.
bool is_never_wrapped(std::string_view line) {
  return line_edges(line).mark != ListMark::none || line.find(' ') == std::string_view::npos;
}

/// Whether hardly a line is wider than any column: else the lines are paragraphs, and that is soon seen.
bool may_be_wrapped(const Lines& lines) {
  std::size_t wider_allowed = lines.size() / kShareOfWider + 2;
  for (const std::string_view line : lines) {
    if (is_wider_than_any_column(line) && !is_never_wrapped(line) && --wider_allowed == 0) return false;
  }
  return lines.size() > 4;
}

/// What stands between two joined lines: what join_block() puts there.
std::string_view joiner(std::string_view line, std::string_view next) {
  const std::string_view pair[] = {line, next};
  return join_block(pair, {0, 2}).size() > line.size() + next.size() ? " " : "";
}

/// A quotation that is wrapped has a mark on each line: "> ".
std::string_view without_quote_mark(std::string_view line) {
  const LineEdges edges = line_edges(line);
  return edges.mark == ListMark::quoted ? edges.text : line;
}

}  // namespace

void split_lines(std::string_view text, Lines& lines) {
  constexpr std::size_t kLargeText = 1U << 20;  // worth counting: growing would need half as much again
  lines.clear();
  if (text.size() >= kLargeText) lines.reserve(count_line_feeds(text) + 1);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(trimmed(text.substr(begin, end - begin)));
    begin = end + 1;
  }
}

namespace {

/// Whether most of these lines end like a sentence: paragraphs that happen to be about as wide as each other.
bool are_sentences(const Lines& lines, const std::vector<std::uint32_t>& which) {
  const auto ends = std::count_if(which.begin(), which.end(),
                                  [&](std::uint32_t line) { return ends_like_sentence(lines[line]); });
  return static_cast<std::size_t>(ends) * 2 > which.size();
}

/// The lines of a part's blocks but each block's last.
void add_wrapped(const std::vector<Block>& blocks, std::uint32_t first_line,
                 std::vector<std::uint32_t>& wrapped) {
  for (const Block& block : blocks) {
    for (std::uint32_t i = 1; i < block.line_count; ++i)
      wrapped.push_back(first_line + block.first_line + i - 1);
  }
}

}  // namespace

std::vector<std::uint32_t> find_wrapped_lines(const Lines& lines) {
  std::vector<LineFacts> facts;
  return find_wrapped_lines(lines, facts);
}

std::vector<std::uint32_t> find_wrapped_lines(const Lines& lines, std::vector<LineFacts>& facts) {
  std::vector<std::uint32_t> wrapped;
  facts.clear();
  const std::span<const std::string_view> all = lines;
  if (!may_be_wrapped(lines) && !comes_in_pieces(all)) return wrapped;
  facts = scan_lines(all.first(std::min(all.size(), kPartLines)));
  const Layout layout = find_layout(facts);
  for (std::size_t begin = 0; layout.certain && begin < all.size(); begin += kPartLines) {
    if (begin > 0) facts = scan_lines(all.subspan(begin, std::min(all.size() - begin, kPartLines)));
    add_wrapped(find_blocks(facts, layout), static_cast<std::uint32_t>(begin), wrapped);
  }
  if (all.size() > kPartLines) facts = std::vector<LineFacts>();
  if (are_sentences(lines, wrapped)) wrapped.clear();
  return wrapped;
}

void find_joins(std::string_view text, const Lines& lines, Edits& joins) {
  std::vector<LineFacts> facts;
  find_joins(text, lines, joins, facts);
}

void find_joins(std::string_view text, const Lines& lines, Edits& joins, std::vector<LineFacts>& facts) {
  const std::vector<std::uint32_t> wrapped = find_wrapped_lines(lines, facts);
  if (wrapped.empty()) return;
  const std::vector<std::uint8_t> broken = find_broken_words(lines);
  for (const std::uint32_t i : wrapped) {
    const auto line_end = static_cast<std::size_t>(lines[i].data() - text.data()) + lines[i].size();
    const std::string_view next = without_quote_mark(lines[i + 1]);
    const std::string_view between = broken[i] != 0 ? "" : joiner(lines[i], next);
    joins.push_back(
        {line_end - broken[i], static_cast<std::size_t>(next.data() - text.data()), std::string(between)});
  }
}

std::uint32_t LineCounter::line_at(std::size_t offset) noexcept {
  if (offset <= at_) return line_;
  const std::string_view passed = text_.substr(at_, offset - at_);
  line_ += static_cast<std::uint32_t>(count_line_feeds(passed));
  for (; next_return_ < offset; ++next_return_) {
    next_return_ = std::min(text_.find('\r', next_return_), text_.size());
    if (next_return_ >= offset) break;
    line_ += text_.substr(next_return_ + 1, 1) != "\n";  // one that stands alone is a line end, too
  }
  at_ = offset;
  return line_;
}

}  // namespace newswash
