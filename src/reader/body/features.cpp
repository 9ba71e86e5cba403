// The inputs of the first pass. Mine: from a page's blocks to small whole numbers, by group: the block
// itself, its neighbours, its place on the page. Not mine: names and sizes (feature_table.cpp). Main
// function: first_values.
#include "reader/body/features.h"

#include <algorithm>

#include "reader/body/cues.h"
#include "reader/body/scales.h"

namespace newswash::body {
namespace {

constexpr std::uint32_t kAnchorWords = 20;  // a block of prose that long is an anchor for distances

template <typename T>
constexpr std::uint8_t small(T number) {
  return static_cast<std::uint8_t>(number);
}

std::uint8_t& at(FirstValues& values, First feature) {
  return values[static_cast<std::size_t>(feature)];
}

constexpr std::uint8_t cross(std::uint32_t outer, std::uint32_t inner, std::uint32_t inner_size) {
  return small(outer * inner_size + inner);
}

/// 1 2 3-4 5-8 9-16 17-32 more.
constexpr std::uint8_t distance_scale(std::uint32_t n) {
  return n <= 1 ? 0 : small(std::min<std::uint32_t>(7, static_cast<std::uint32_t>(std::bit_width(n - 1))));
}

void fill_own(const BlockFacts& block, FirstValues& values) {
  const LineFacts& sum = block.sum;
  const std::uint8_t length = word_class(sum.words);
  const std::uint8_t capitals = sum.cased ? share_scale(sum.capitals, sum.words) : small(16);
  at(values, First::words) = fine_scale(sum.words);
  at(values, First::words_per_sentence) =
      fine_scale(sum.sentences > 1 ? sum.words / sum.sentences : sum.words);
  at(values, First::capital_share) = capitals;
  at(values, First::capital_share_by_length) = cross(capitals, length, kClassSize);
  at(values, First::last_mark) = cross(static_cast<std::uint32_t>(sum.last), length, kClassSize);
  at(values, First::first_mark) = cross(static_cast<std::uint32_t>(sum.first), length, kClassSize);
  at(values, First::list_mark) = cross(static_cast<std::uint32_t>(sum.mark), length, kClassSize);
  at(values, First::word_length) = small(std::min(15U, sum.words == 0 ? 0 : sum.letters / sum.words));
  at(values, First::digit_share) = share_scale(sum.digits, sum.digits + sum.letters);
  at(values, First::comma_share) = small(std::min(15U, sum.words == 0 ? 0 : sum.commas * 60 / sum.words));
  at(values, First::quotes) = cross(std::min(4U, sum.quotes), length, kClassSize);
  at(values, First::separator_share) = share_scale(sum.separators, sum.words + sum.separators);
  at(values, First::repeats) = cross(block.repeats, length, kClassSize);
  at(values, First::occurrence) = block.occurrence;
  at(values, First::cue) = block.cue;
  at(values, First::rule) = std::min<std::uint8_t>(63, block.rule);
}

constexpr std::size_t kCueBytes = 24;        // of a longer block's head and tail
constexpr std::uint32_t kMostCueWords = 48;  // paragraphs past this are not looked at

/// The cues of a sentence's first and last words.
void fill_edge_cues(const Page& page, std::size_t i, FirstValues& values) {
  at(values, First::lead_cue) = at(values, First::tail_cue) = 0;
  const BlockFacts& block = page.facts[i];
  if (block.sum.words <= kCueWords || block.sum.words > kMostCueWords) return;
  const std::string_view first = block.sum.text;
  const std::string_view last = page.lines[page.blocks[i].first_line + page.blocks[i].line_count - 1].text;
  const std::size_t begin = last.size() < kCueBytes ? 0 : last.find(' ', last.size() - kCueBytes);
  at(values, First::lead_cue) = small(find_cue(first.substr(0, first.find(' ', kCueBytes))));
  if (begin != std::string_view::npos) at(values, First::tail_cue) = small(find_cue(last.substr(begin)));
}

/// Blocks around `i`, with an empty one past either end.
const BlockFacts& block_at(const Page& page, std::size_t i, int offset) {
  static const BlockFacts kEdge{};
  const auto place = static_cast<std::ptrdiff_t>(i) + offset;
  const bool inside = place >= 0 && place < static_cast<std::ptrdiff_t>(page.facts.size());
  return inside ? page.facts[static_cast<std::size_t>(place)] : kEdge;
}

std::uint32_t between(const std::vector<std::uint32_t>& sums, std::size_t begin, std::size_t end) {
  return sums[std::min(end, sums.size() - 1)] - sums[std::min(begin, sums.size() - 1)];
}

std::size_t back(std::size_t i, std::size_t steps) {
  return i < steps ? 0 : i - steps;
}

void fill_neighbours(const Page& page, std::size_t i, FirstValues& values) {
  const BlockFacts& block = page.facts[i];
  const auto shape = static_cast<std::uint32_t>(block.shape);
  const BlockFacts& before = block_at(page, i, -1);
  const BlockFacts& after = block_at(page, i, 1);
  const auto style = static_cast<std::uint32_t>(page.layout.style);
  at(values, First::shape_before) = cross(static_cast<std::uint32_t>(before.shape), shape, kShapes);
  at(values, First::shape_after) = cross(static_cast<std::uint32_t>(after.shape), shape, kShapes);
  at(values, First::shape_before_2) = small(block_at(page, i, -2).shape);
  at(values, First::shape_after_2) = small(block_at(page, i, 2).shape);
  at(values, First::repeats_before) =
      cross(before.repeats, std::max(block_at(page, i, -2).repeats, block_at(page, i, -3).repeats), 4);
  at(values, First::repeats_after) =
      cross(after.repeats, std::max(block_at(page, i, 2).repeats, block_at(page, i, 3).repeats), 4);
  at(values, First::style) = cross(shape, style, 3);
  at(values, First::blanks) = cross(block.blanks_before * 3U + block.blanks_after, style, 3);
  at(values, First::line_count) = small(std::min(4U, page.blocks[i].line_count - 1));
  at(values, First::page_style_words) = cross(fine_scale(block.sum.words), style, 3);
  at(values, First::cue_before) = before.cue != 0 ? before.cue : block_at(page, i, -2).cue;
  at(values, First::cue_after) = after.cue;
}

void fill_prose(const Page& page, std::size_t i, FirstValues& values) {
  const auto& prose = page.prose_until;
  at(values, First::prose_before_4) = log_scale(between(prose, back(i, 4), i));
  at(values, First::prose_after_4) = log_scale(between(prose, i + 1, i + 5));
  at(values, First::prose_before_16) = log_scale(between(prose, back(i, 16), i));
  at(values, First::prose_after_16) = log_scale(between(prose, i + 1, i + 17));
  at(values, First::prose_around_8) = log_scale(between(prose, back(i, 8), i + 9));
  at(values, First::prose_share_8) =
      share_scale(between(prose, back(i, 8), i + 9), between(page.words_until, back(i, 8), i + 9));
  at(values, First::place) =
      share_scale(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(page.facts.size()));
  at(values, First::prose_place) = share_scale(prose[i], prose.back());
  at(values, First::page_prose) = log_scale(prose.back());
}

bool is_anchor(const BlockFacts& block) {
  return block.prose && block.sum.words >= kAnchorWords;
}

/// Distance to the nearest anchor before and after, and runs of short lines: one sweep each way.
void fill_sweeps(const Page& page, std::span<FirstValues> values) {
  const std::size_t n = page.facts.size();
  constexpr std::uint32_t kFar = 1000;
  std::uint32_t distance = kFar, run = 0;
  std::vector<std::uint32_t> run_until(n);
  for (std::size_t i = 0; i < n; ++i) {
    ++distance;
    at(values[i], First::prose_distance) = distance_scale(distance);
    if (is_anchor(page.facts[i])) distance = 0;
    run = page.facts[i].shape <= Shape::phrase ? run + 1 : 0;
    run_until[i] = run;
  }
  distance = kFar;
  for (std::size_t i = n; i-- > 0;) {
    ++distance;
    std::uint8_t& value = at(values[i], First::prose_distance);
    value = cross(value, distance_scale(distance), 8);
    if (is_anchor(page.facts[i])) distance = 0;
    run = run_until[i] == 0 ? 0 : std::max(run, run_until[i]);
    at(values[i], First::short_run) = log_scale(run);
  }
}

/// Cue lines within six blocks, crossed with comment headings seen so far.
void fill_cues(const Page& page, std::span<FirstValues> values) {
  const std::size_t n = page.facts.size();
  std::uint32_t near = 0, comments = 0;
  const auto is_cue = [&](std::size_t i) { return page.facts[i].cue != 0 ? 1U : 0U; };
  for (std::size_t i = 0; i < std::min<std::size_t>(6, n); ++i) near += is_cue(i);
  for (std::size_t i = 0; i < n; ++i) {
    if (i + 6 < n) near += is_cue(i + 6);
    if (i >= 7) near -= is_cue(i - 7);
    at(values[i], First::cue_region) =
        cross(std::min(7U, near), std::min<std::uint32_t>(7, log_scale(comments)), 8);
    comments += page.facts[i].cue == 1 ? 1U : 0U;
  }
}

/// Runs of blocks without prose: how long, and whether paragraphs stand right before and after.
void fill_sandwiches(const Page& page, std::span<FirstValues> values) {
  const auto weight = [&](std::size_t i) {
    return !page.facts[i].prose ? 0U : is_anchor(page.facts[i]) ? 2U : 1U;
  };
  const std::size_t n = page.facts.size();
  for (std::size_t begin = 0; begin < n;) {
    std::size_t end = begin;
    while (end < n && !page.facts[end].prose) ++end;
    const std::uint32_t before = begin == 0 ? 0 : weight(begin - 1);
    const std::uint32_t after = end == n ? 0 : weight(end);
    const std::uint32_t size = distance_scale(static_cast<std::uint32_t>(end - begin));
    for (std::size_t i = begin; i < end; ++i)
      at(values[i], First::sandwich) = cross(before * 3 + after, size, 8);
    if (end < n) at(values[end], First::sandwich) = 0;
    begin = end + 1;
  }
}

/// Runs of list items: how many, and how long they are on average.
void fill_lists(const Page& page, std::span<FirstValues> values) {
  const std::size_t n = page.facts.size();
  const auto is_item = [&](std::size_t i) {
    const ListMark mark = page.facts[i].sum.mark;
    return mark == ListMark::bullet || mark == ListMark::nested || mark == ListMark::number;
  };
  for (std::size_t begin = 0; begin < n; ++begin) {
    std::size_t end = begin;
    while (end < n && is_item(end)) ++end;
    if (end == begin) {
      at(values[begin], First::list_run) = 0;
      continue;
    }
    const auto size = static_cast<std::uint32_t>(end - begin);
    const std::uint32_t mean = (page.words_until[end] - page.words_until[begin]) / size;
    const std::uint32_t length = mean < 3 ? 0 : mean < 6 ? 1 : mean < 12 ? 2 : 3;
    for (std::size_t i = begin; i < end; ++i)
      at(values[i], First::list_run) = cross(distance_scale(size), length, 4);
    begin = end - 1;
  }
}

/// Comment cues within eight blocks, and whether one was seen before.
void fill_comments(const Page& page, std::span<FirstValues> values) {
  const std::size_t n = page.facts.size();
  std::vector<std::uint32_t> until(n + 1, 0);
  for (std::size_t i = 0; i < n; ++i) until[i + 1] = until[i] + (page.facts[i].cue == 1 ? 1U : 0U);
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t near = until[std::min(n, i + 9)] - until[back(i, 8)];
    at(values[i], First::comment_region) = cross(std::min(2U, until[i]), std::min(7U, near), 8);
  }
}

}  // namespace

void first_values(const Page& page, std::span<FirstValues> values) {
  for (std::size_t i = 0; i < page.facts.size(); ++i) {
    fill_own(page.facts[i], values[i]);
    fill_edge_cues(page, i, values[i]);
    fill_neighbours(page, i, values[i]);
    fill_prose(page, i, values[i]);
  }
  fill_sweeps(page, values);
  fill_cues(page, values);
  fill_sandwiches(page, values);
  fill_lists(page, values);
  fill_comments(page, values);
}

}  // namespace newswash::body
