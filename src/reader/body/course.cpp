// The sweeps along a page; see course.h.
#include "reader/body/course.h"

#include <algorithm>

#include "reader/body/scales.h"

namespace newswash::body {
namespace {

using Courses = std::vector<Course>;

constexpr std::uint32_t kAnchorWords = 20;  // a block of prose that long is an anchor for distances

/// 1 2 3-4 5-8 9-16 17-32 more.
constexpr std::uint8_t distance_scale(std::uint32_t n) {
  return n <= 1 ? 0 : small(std::min<std::uint32_t>(7, static_cast<std::uint32_t>(std::bit_width(n - 1))));
}

bool is_anchor(const BlockFacts& block) {
  return block.prose && block.sum.words >= kAnchorWords;
}

/// Distance to the nearest anchor before and after, and runs of short lines: one sweep each way.
void find_distances(const Page& page, Courses& courses) {
  const std::size_t n = page.facts.size();
  constexpr std::uint32_t kFar = 1000;
  std::uint32_t distance = kFar, run = 0;
  std::vector<std::uint32_t> run_until(n);
  for (std::size_t i = 0; i < n; ++i) {
    ++distance;
    courses[i].prose_distance = distance_scale(distance);
    if (is_anchor(page.facts[i])) distance = 0;
    run = page.facts[i].shape <= Shape::phrase ? run + 1 : 0;
    run_until[i] = run;
  }
  distance = kFar;
  for (std::size_t i = n; i-- > 0;) {
    ++distance;
    courses[i].prose_distance = cross(courses[i].prose_distance, distance_scale(distance), 8);
    if (is_anchor(page.facts[i])) distance = 0;
    run = run_until[i] == 0 ? 0 : std::max(run, run_until[i]);
    courses[i].short_run = log_scale(run);
  }
}

/// Cue lines within six blocks, crossed with comment headings seen so far.
void find_cues(const Page& page, Courses& courses) {
  const std::size_t n = page.facts.size();
  std::uint32_t near = 0, comments = 0;
  const auto is_cue = [&](std::size_t i) { return page.facts[i].cue != 0 ? 1U : 0U; };
  for (std::size_t i = 0; i < std::min<std::size_t>(6, n); ++i) near += is_cue(i);
  for (std::size_t i = 0; i < n; ++i) {
    if (i + 6 < n) near += is_cue(i + 6);
    if (i >= 7) near -= is_cue(i - 7);
    courses[i].cue_region = cross(std::min(7U, near), std::min<std::uint32_t>(7, log_scale(comments)), 8);
    comments += page.facts[i].cue == 1 ? 1U : 0U;
  }
}

/// Runs of blocks without prose: how long, and whether paragraphs stand right before and after.
void find_sandwiches(const Page& page, Courses& courses) {
  const auto weight = [&](std::size_t i) {
    return !page.facts[i].prose ? 0U : is_anchor(page.facts[i]) ? 2U : 1U;
  };
  const std::size_t n = page.facts.size();
  for (std::size_t begin = 0; begin < n;) {
    std::size_t end = begin;
    while (end < n && !page.facts[end].prose) ++end;
    const std::uint32_t before = begin == 0 ? 0 : weight(begin - 1);
    const std::uint32_t after = end == n ? 0 : weight(end);
    const std::uint8_t size = distance_scale(static_cast<std::uint32_t>(end - begin));
    for (std::size_t i = begin; i < end; ++i) courses[i].sandwich = cross(before * 3 + after, size, 8);
    begin = end + 1;
  }
}

/// Runs of list items: how many, and how long they are on average.
void find_lists(const Page& page, Courses& courses) {
  const std::size_t n = page.facts.size();
  const auto is_item = [&](std::size_t i) {
    const ListMark mark = page.facts[i].sum.mark;
    return mark == ListMark::bullet || mark == ListMark::nested || mark == ListMark::number;
  };
  for (std::size_t begin = 0; begin < n; ++begin) {
    std::size_t end = begin;
    while (end < n && is_item(end)) ++end;
    if (end == begin) continue;
    const auto size = static_cast<std::uint32_t>(end - begin);
    const std::uint32_t mean = (page.words_until[end] - page.words_until[begin]) / size;
    const std::uint32_t length = mean < 3 ? 0 : mean < 6 ? 1 : mean < 12 ? 2 : 3;
    for (std::size_t i = begin; i < end; ++i) courses[i].list_run = cross(distance_scale(size), length, 4);
    begin = end - 1;
  }
}

/// Comment cues within eight blocks, and whether one was seen before.
void find_comments(const Page& page, Courses& courses) {
  const std::size_t n = page.facts.size();
  std::vector<std::uint32_t> until(n + 1, 0);
  for (std::size_t i = 0; i < n; ++i) until[i + 1] = until[i] + (page.facts[i].cue == 1 ? 1U : 0U);
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t near = until[std::min(n, i + 9)] - until[i < 8 ? 0 : i - 8];
    courses[i].comment_region = cross(std::min(2U, until[i]), std::min(7U, near), 8);
  }
}

}  // namespace

std::vector<Course> courses_of(const Page& page) {
  Courses courses(page.facts.size());
  find_distances(page, courses);
  find_cues(page, courses);
  find_sandwiches(page, courses);
  find_lists(page, courses);
  find_comments(page, courses);
  return courses;
}

}  // namespace newswash::body
