// What cleaning gives: the article, what was taken away from it and why, and what was repaired.
#pragma once

#include <newswash/category.h>
#include <newswash/repair.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newswash {

/// What the input was taken for: text that was extracted from its page already, or a dump of the whole page.
enum class InputKind : std::uint8_t { article, page };
std::string_view name_of(InputKind kind) noexcept;

/// What the input turned out to be.
enum class Verdict : std::uint8_t {
  article,
  interstitial,  // a cookie, ad-block, log-in or subscription wall instead of an article
  listing,       // links and teasers only
  stub,          // too little prose to be an article
  empty,         // nothing is left
};
std::string_view name_of(Verdict verdict) noexcept;

enum class ParagraphKind : std::uint8_t { paragraph, heading, list_item, quote, caption };
std::string_view name_of(ParagraphKind kind) noexcept;

struct Paragraph {
  ParagraphKind kind = ParagraphKind::paragraph;
  std::string_view text;
};

/// A line that was taken away. Offsets are bytes of the text that was given, without the line end.
struct RemovedLine {
  std::string_view
      rule;  // "en.share.label"; "layout.…" for rules that are code; "model.body" for the page model
  Category category = Category::other;
  std::uint32_t line = 0;  // counts from 1
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view text;  // as it was given, before any repair
  std::string why;  // the model's strongest reasons in words, where it decided and reasons were asked for
};

/// One cleaned text. Its views live until the Cleaner's next call or end, and the text given must outlive
/// them. Facts that were not found are empty.
struct Article {
  std::string_view headline;
  std::string standfirst;
  std::string byline;
  std::vector<std::string> authors;
  std::string dateline;
  std::string date_published;  // ISO 8601, with an offset only where one was written
  std::string date_modified;
  std::string publisher;
  std::string language;               // ISO 639-1
  std::vector<Paragraph> paragraphs;  // without the headline
  InputKind input = InputKind::article;
  std::string input_reason;  // why it was taken for that, in words, where reasons were asked for
  Verdict verdict = Verdict::empty;
  std::string verdict_reason;  // the evidence, in words
  std::vector<std::string> warnings;
  std::vector<RemovedLine> removed;  // in the order of the text, unless they were only to be counted
  std::vector<Repair> repairs;       // of what was kept, likewise; offsets are bytes of the text given
  std::array<std::uint32_t, kCategoryCount> removed_counts{};  // lines by Category
  std::array<std::uint32_t, kFixCount> repair_counts{};        // by Fix, of what was kept
  std::uint32_t words = 0;  // of the paragraphs; a Han or kana character counts half
};

}  // namespace newswash
