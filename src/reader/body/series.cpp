// Lists by their marks, times by their form. Main function: keep_series.
#include "reader/body/series.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "reader/body/word_hash.h"

namespace newswash::body {
namespace {

constexpr std::size_t kFewestAnnounced = 2;  // items of a list behind a colon
constexpr std::size_t kFewestItems = 3;      // of any other …
constexpr std::size_t kMost = 2;             // … of which so many
constexpr std::size_t kOf = 3;               // of so many are kept
constexpr std::size_t kFewestTimes = 3;
constexpr std::uint32_t kTimeColumns = 16;  // "12:05 a.m. EDT", "下午3时15分"
constexpr std::uint32_t kTimeLetters = 6;

bool is_item(const BlockFacts& block) {
  const ListMark mark = block.sum.mark;
  return (mark == ListMark::bullet || mark == ListMark::nested || mark == ListMark::number) &&
         block.sum.words > 0;
}

bool stands_as_list(const Page& page, std::span<const std::uint8_t> keep, std::size_t begin,
                    std::size_t end) {
  const std::size_t size = end - begin;
  const bool announced =
      begin > 0 && keep[begin - 1] != 0 && page.facts[begin - 1].sum.last == EdgeMark::colon;
  if (announced && size >= kFewestAnnounced) return true;
  const auto kept = static_cast<std::size_t>(std::count(keep.begin() + static_cast<std::ptrdiff_t>(begin),
                                                        keep.begin() + static_cast<std::ptrdiff_t>(end), 1));
  return size >= kFewestItems && kept * kOf >= size * kMost;
}

void keep_lists(const Page& page, std::span<std::uint8_t> keep) {
  for (std::size_t begin = 0; begin < keep.size(); ++begin) {
    std::size_t end = begin;
    while (end < keep.size() && is_item(page.facts[end])) ++end;
    if (end == begin) continue;
    if (stands_as_list(page, keep, begin, end))
      std::fill(keep.begin() + static_cast<std::ptrdiff_t>(begin),
                keep.begin() + static_cast<std::ptrdiff_t>(end), std::uint8_t{1});
    begin = end;
  }
}

bool may_be_time(const BlockFacts& block) {
  const LineFacts& sum = block.sum;
  return sum.digits >= 3 && sum.digits <= 6 && sum.letters <= kTimeLetters && sum.columns <= kTimeColumns &&
         sum.mark == ListMark::none;
}

/// A sentence, or a line long enough for one.
bool may_be_entry(const BlockFacts& block) {
  return block.sum.last == EdgeMark::stop || block.sum.words >= kShortWords;
}

/// The same for "9.05 Uhr" and "18.27 Uhr".
std::uint32_t form_of(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::string form;
  for (const char c : text) {
    if (!is_digit(c)) form += c;
    if (is_digit(c) && !form.ends_with('0')) form += '0';
  }
  return word_hash(form);
}

void keep_times(const Page& page, std::span<std::uint8_t> keep) {
  std::vector<std::pair<std::uint32_t, std::size_t>> times;
  for (std::size_t i = 0; i + 1 < keep.size(); ++i) {
    if (keep[i + 1] != 0 && may_be_time(page.facts[i]) && may_be_entry(page.facts[i + 1]))
      times.emplace_back(form_of(page.facts[i].sum.text), i);
  }
  if (times.size() < kFewestTimes) return;
  std::sort(times.begin(), times.end());
  const auto same_form = [](const auto& a, const auto& b) { return a.first != b.first; };
  for (auto begin = times.begin(); begin != times.end();) {
    auto end = std::adjacent_find(begin, times.end(), same_form);
    if (end != times.end()) ++end;
    if (static_cast<std::size_t>(end - begin) >= kFewestTimes) {
      for (auto time = begin; time != end; ++time) keep[time->second] = 1;
    }
    begin = end;
  }
}

}  // namespace

void keep_series(const Page& page, std::span<std::uint8_t> keep) {
  keep_lists(page, keep);
  keep_times(page, keep);
}

}  // namespace newswash::body
