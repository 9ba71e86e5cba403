// Counts kept prose, kept teasers and removed walls, and names the verdict with the count that decided.
#include "reader/boilerplate/verdict.h"

#include <fmt/format.h>

#include <array>

namespace newswash {
namespace {

bool is_wall(Category category) {
  return category == Category::cookie || category == Category::ad_block || category == Category::log_in ||
         category == Category::paywall || category == Category::subscribe;
}

struct Counts {
  std::uint32_t lines = 0, kept_lines = 0, kept_words = 0, prose_words = 0, teasers = 0, wall_lines = 0;
  std::array<std::uint32_t, kCategoryCount> removed{};
};

Counts count(std::span<const PageLine> lines) {
  Counts counts;
  for (const PageLine& line : lines) {
    ++counts.lines;
    if (line.removed) {
      ++counts.removed[static_cast<std::size_t>(line.category)];
      counts.wall_lines += is_wall(line.category);
      continue;
    }
    ++counts.kept_lines;
    counts.kept_words += line.shape.words;
    if (line.shape.prose) counts.prose_words += line.shape.words;
    counts.teasers += reads_like_headline(line.shape);
  }
  return counts;
}

/// "2 lines removed (share, cookie)".
std::string removed_in_words(const Counts& counts) {
  std::string names;
  for (std::size_t i = 0; i < kCategoryCount; ++i) {
    if (counts.removed[i] == 0) continue;
    if (!names.empty()) names += ", ";
    names += name_of(static_cast<Category>(i));
  }
  const std::uint32_t removed = counts.lines - counts.kept_lines;
  return fmt::format("{} line{} removed ({})", removed, removed == 1 ? "" : "s", names);
}

}  // namespace

std::string_view name_of(Verdict verdict) noexcept {
  constexpr std::array<std::string_view, 5> kNames = {"article", "interstitial", "listing", "stub", "empty"};
  return kNames[static_cast<std::size_t>(verdict)];
}

std::string_view name_of(ParagraphKind kind) noexcept {
  constexpr std::array<std::string_view, 5> kNames = {"paragraph", "heading", "list-item", "quote",
                                                      "caption"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name_of(InputKind kind) noexcept {
  return kind == InputKind::page ? "page" : "article";
}

Judgement judge(std::span<const PageLine> lines) {
  const Counts counts = count(lines);
  if (counts.lines == 0) return {Verdict::empty, "the input holds no text"};
  if (counts.prose_words >= kVerdict.article_words) {
    return {Verdict::article, fmt::format("{} words of prose", counts.prose_words)};
  }
  if (counts.wall_lines > 0 && counts.prose_words == 0) {
    return {Verdict::interstitial, fmt::format("no prose is left, {}", removed_in_words(counts))};
  }
  if (counts.kept_lines == 0)
    return {Verdict::empty, fmt::format("nothing is left, {}", removed_in_words(counts))};
  if (counts.teasers >= kVerdict.listing_lines && counts.teasers * 2 >= counts.kept_lines &&
      counts.prose_words == 0) {
    return {Verdict::listing, fmt::format("{} headline-like lines and no prose", counts.teasers)};
  }
  return {Verdict::stub, fmt::format("{} words, {} of them prose", counts.kept_words, counts.prose_words)};
}

}  // namespace newswash
