// Rules for the title of extracted text; see article_headline.h.
#include "reader/facts/article_headline.h"

#include <algorithm>
#include <string>

#include "reader/facts/letters.h"
#include "reader/facts/site_name.h"
#include "text/code_points.h"

namespace newswash::facts {

namespace {

constexpr std::size_t kMostLinesBefore = 14;
constexpr std::size_t kLongestTitle = 220;
constexpr unsigned kFewWords = 4;

bool ends_like_sentence(std::string_view text) {
  for (const std::string_view end : {".", "。", ".\"", ".”", ".»", "।", ":", "：", ","}) {
    if (text.ends_with(end)) return !text.ends_with("...");
  }
  return false;
}

/// Letters and digits only, folded.
std::string squeezed(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = fold(next_letter(text, at));
    if (is_letter(c) || digit_value(c) >= 0) append_utf8(out, c);
  }
  return out;
}

/// A longer line that only ends with the title is a breadcrumb glued to it.
bool ends_with_title(std::string_view line, std::string_view title) {
  const std::string whole = squeezed(line);
  const std::string key = squeezed(title);
  return whole.size() > key.size() && whole.ends_with(key);
}

/// The first paragraph: long enough and closed like a sentence, or long.
std::size_t first_paragraph(Page& page) {
  for (std::size_t i = 0; i < std::min(page.size(), kMostLinesBefore + 1); ++i) {
    const std::string_view text = page[i].text;
    const unsigned words = page.words(i);
    if (words >= 30 || text.size() > 320) return i;
    if (words >= 14 && (ends_like_sentence(text) || text.size() > kLongestTitle)) return i;
  }
  return page.size();
}

bool reads_like_title(Page& page, std::size_t i) {
  const std::string_view text = page[i].text;
  if (text.size() > kLongestTitle || text.size() < 4 || page.words(i) < 2 || ends_like_sentence(text))
    return false;
  if (page[i].bullet) return false;
  const LineHead& head = page.head(i);
  if (head.empty) return false;
  if ((head.kinds & (kInterface | kComments)) != 0 && head.whole) return false;
  if ((head.kinds & (kByline | kPublished | kModified)) != 0 && page.content(i).tokens.size() < 9)
    return false;
  if (page.words(i) < 8 && page.has_date(i)) return false;
  return text.find("©") == text.npos && text.find("http") == text.npos;
}

}  // namespace

std::optional<HeadlineCandidate> headline_of_article(Page& page) {
  const std::size_t lead = first_paragraph(page);
  if (lead == 0 || lead >= page.size()) return std::nullopt;
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < lead; ++i) {
    if (!reads_like_title(page, i)) continue;
    if (!best || page.words(*best) < kFewWords || ends_with_title(page[*best].text, page[i].text)) best = i;
  }
  if (!best) return std::nullopt;
  const std::string_view title = without_site_name(page, *best, page[*best].text);
  return HeadlineCandidate{
      .line = *best, .last = *best, .value = std::string(title), .words = 0, .marks = {}};
}

}  // namespace newswash::facts
