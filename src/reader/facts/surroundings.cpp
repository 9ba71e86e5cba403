// Rules for standfirst, section, tags and credit; see surroundings.h.
#include "reader/facts/surroundings.h"

#include <algorithm>

#include "reader/facts/headline_layout.h"
#include "reader/facts/letters.h"

namespace newswash::facts {

namespace {

constexpr std::size_t kLinesAfterBody = 25;
constexpr std::size_t kMostTags = 24;
constexpr std::size_t kLongestTag = 48;

Fact fact_at(const Page& page, std::size_t i, std::string_view value) {
  return Fact{std::string(value), std::string(page[i].raw), page[i].line};
}

bool is_mark(const Tokens& tokens, std::size_t i, char32_t mark) {
  return i < tokens.size() && tokens[i].type == TokenType::kMark && tokens[i].value == mark;
}

/// The text after "Word:" at the start of a line whose first phrase has one of `kinds`; `alone` where the
/// phrase (and colon) is all there is.
std::string_view after_label(const PageLine& line, const LineContent& content, std::uint32_t kinds,
                             bool& alone) {
  alone = false;
  const Tokens& tokens = content.tokens;
  const std::size_t first =
      line.text.data() > line.raw.data() && !tokens.empty() && tokens[0].type == TokenType::kMark;
  if (first >= tokens.size() || (tokens[first].phrase_kinds & kinds) == 0) return {};
  const std::size_t next = first + tokens[first].phrase;
  const bool colon = is_mark(tokens, next, U':') || is_mark(tokens, next, U'：');
  if (next + colon >= tokens.size()) {
    alone = true;
    return {};
  }
  return colon ? trimmed(line.raw.substr(tokens[next].end)) : std::string_view();
}

bool closes_head(Page& page, std::size_t i) {
  if (i >= page.size() || page[i].text.size() > 200) return false;
  return page.has_date(i) || page.starts_with_kind(i, kByline | kPublished);
}

bool reads_like_credit(std::string_view text) {
  for (const char* mark : {"Foto", "Photo", "Getty", "©", "Image", "Bild:", "http", "@"}) {
    if (text.find(mark) != text.npos) return true;
  }
  return false;
}

void add_tag(std::string_view tag, std::vector<std::string>& tags) {
  tag = trimmed(tag);
  while (tag.starts_with("#")) tag.remove_prefix(1);
  if (tag.size() < 2 || tag.size() > kLongestTag || tags.size() >= kMostTags) return;
  if (std::find(tags.begin(), tags.end(), tag) == tags.end()) tags.emplace_back(tag);
}

void split_tags(std::string_view text, std::vector<std::string>& tags) {
  for (std::size_t begin = 0; begin <= text.size();) {
    std::size_t end = std::min(text.find_first_of(",;|", begin), text.size());
    end = std::min({end, text.find("、", begin), text.find("،", begin), text.find(" · ", begin),
                    text.find(" / ", begin)});
    add_tag(text.substr(begin, end - begin), tags);
    begin = end + 1;
    while (begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
  }
}

/// The list below a line "Tags": bullets or very short lines.
void list_below(Page& page, std::size_t i, std::vector<std::string>& tags) {
  const bool bullets = i + 1 < page.size() && page[i + 1].bullet;
  if (bullets && (i + 2 >= page.size() || !page[i + 2].bullet)) return;
  for (std::size_t j = i + 1; j < page.size() && j <= i + kMostTags; ++j) {
    if (page[j].bullet != bullets || page.words(j) > 4 || page[j].text.size() > kLongestTag) return;
    if (!bullets && page[j].blank_before && j > i + 1) return;
    add_tag(page[j].text, tags);
  }
}

}  // namespace

std::optional<Fact> find_standfirst(Page& page, std::size_t title) {
  for (std::size_t i = title + 1; i < std::min(page.size(), title + 4); ++i) {
    const unsigned words = page.words(i);
    if (words < 8 || words > 80 || page[i].bullet || page[i].text == page[title].text) continue;
    const LineHead& head = page.head(i);
    if (head.empty || (words < 14 && page.has_date(i))) continue;
    if ((head.kinds & (kByline | kPublished | kInterface)) != 0 && words < 20) continue;
    if (reads_like_credit(page[i].text) || repeats_its_end(page[i].text)) continue;
    bool closed = i < page.lead() && i + 4 >= page.lead();
    for (std::size_t j = i + 1; j < i + 4; ++j) closed = closed || closes_head(page, j);
    if (closed) return fact_at(page, i, page[i].text);
    return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Fact> find_section(Page& page, std::size_t title) {
  if (title >= page.size()) return std::nullopt;
  const std::size_t begin = title > 6 ? title - 6 : 0;
  for (std::size_t i = begin; i < std::min(page.size(), title + 8); ++i) {
    if (page[i].text.size() > 120 || !page.starts_with_kind(i, kSectionWord)) continue;
    bool alone = false;
    const std::string_view value = after_label(page[i], page.content(i), kSectionWord, alone);
    if (value.size() > 1 && value.size() < kLongestTag)
      return fact_at(page, i, value.substr(0, value.find(" | ")));
  }
  if (title == 0) return std::nullopt;
  const PageLine& above = page[title - 1];
  const bool label = !above.bullet && page.words(title - 1) <= 3 &&
                     page.starts_with_kind(title - 1, kSection) && page.head(title - 1).whole;
  if (label) return fact_at(page, title - 1, above.text);
  for (std::size_t i = title; i > begin; --i) {
    const std::string_view text = page[i - 1].text;
    if (text.size() > 160 || page.words(i - 1) > 16) continue;
    for (const std::string_view mark : {" › ", " » ", " > ", " / "}) {
      const std::size_t at = text.rfind(mark);
      if (at == text.npos || text.find(mark) == at) continue;
      std::string_view last = trimmed(text.substr(at + mark.size()));
      if (last == page[title].text) {
        const std::size_t before = text.rfind(mark, at - 1);
        if (before == text.npos) break;
        last = trimmed(text.substr(before + mark.size(), at - before - mark.size()));
      }
      if (count_words(last) <= 4 && !last.empty()) return fact_at(page, i - 1, last);
    }
  }
  return std::nullopt;
}

std::optional<Fact> find_credit(Page& page) {
  const std::size_t end = std::min(page.size(), page.body_end() + 8);
  for (std::size_t i = page.lead(); i < end; ++i) {
    const bool tail = i + 6 >= page.body_end();
    if (page[i].text.size() > 120 || (!tail && i > page.lead() + 12)) continue;
    if (!page.starts_with_kind(i, kSource | kAgency)) continue;
    const LineContent& content = page.content(i);
    bool alone = false;
    const std::string_view source = after_label(page[i], content, kSource, alone);
    if (tail && source.size() > 1 && source.size() < 60 && count_words(source) <= 6)
      return fact_at(page, i, source);
    const Token& first = content.tokens.front();
    const bool agency =
        (first.phrase_kinds & kAgency) != 0 && (first.phrase_kinds & (kInterface | kByline)) == 0;
    if (agency && first.phrase == content.tokens.size()) return fact_at(page, i, page[i].text);
  }
  return std::nullopt;
}

std::vector<std::string> find_tags(Page& page) {
  std::vector<std::string> tags;
  const std::size_t end = std::min(page.size(), page.body_end() + kLinesAfterBody);
  for (std::size_t i = page.lead(); i < end && tags.empty(); ++i) {
    if (i > page.lead() + 6 && i + 10 < page.body_end()) continue;
    if (page[i].text.size() > 400 || !page.starts_with_kind(i, kTagWord)) continue;
    bool alone = false;
    const std::string_view list = after_label(page[i], page.content(i), kTagWord, alone);
    if (!list.empty()) split_tags(list, tags);
    if (alone) list_below(page, i, tags);
  }
  return tags;
}

}  // namespace newswash::facts
