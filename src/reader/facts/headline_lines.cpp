// Choosing lines by marks that cost little; see headline_lines.h. The weights are those of the full choice.
#include "reader/facts/headline_lines.h"

#include <algorithm>

#include "facts_tables.h"
#include "reader/facts/headline_marks.h"

namespace newswash::facts {

namespace {

using namespace tables;

constexpr std::size_t kShortest = 4;
constexpr std::size_t kLongest = 320;
constexpr unsigned kMostWords = 40;
constexpr unsigned kShortestInList = 4;
constexpr std::size_t kFar = 30;        // lines before the body beyond which only lines of their own count
constexpr std::size_t kFirstRound = 2;  // times as many lines as asked for are compared by their words

constexpr float kPageTitle = 10;  // a page's own title is always looked at closely

struct RatedLine {
  std::size_t line = 0;
  float score = 0;
};

bool is_eligible(Page& page, std::size_t i) {
  const PageLine& line = page[i];
  if (line.text.size() < kShortest || line.text.size() > kLongest || page.words(i) > kMostWords) return false;
  const bool far = i + kFar < page.lead() && i > 1;
  const bool inside = page.spaced() && (!line.blank_before || !line.blank_after);
  if (far && (line.bullet || page.words(i) < kShortestInList || inside)) return false;
  const bool in_list = line.bullet || (page.spaced() && !line.blank_before && !line.blank_after);
  if (in_list && page.words(i) < kShortestInList) return false;  // a menu
  return page.words(i) > 1 || !page.spaced() || (line.blank_before && line.blank_after);
}

bool is_only_date(Page& page, std::size_t i) {
  if (page[i].text.size() > 80 || !page.has_date(i)) return false;
  const LineContent& content = page.content(i);
  if (content.dates.size() != 1) return false;
  const WrittenDate& date = content.dates[0];
  std::size_t others = 0;
  for (std::size_t t = 0; t < content.tokens.size(); ++t) {
    const bool inside = t >= date.first && t < date.last;
    others += !inside && content.tokens[t].type == TokenType::kWord &&
              (content.tokens[t].kinds & (kWeekday | kPublished | kModified | kDateLink)) == 0;
  }
  return others <= 1;
}

/// Keeps the `most` best, in the order of the page.
void keep_best(std::vector<RatedLine>& lines, std::size_t most) {
  if (lines.size() <= most) return;
  const auto better = [](const RatedLine& a, const RatedLine& b) {
    return a.score > b.score || (a.score == b.score && a.line < b.line);
  };
  std::nth_element(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(most), lines.end(), better);
  lines.resize(most);
  std::sort(lines.begin(), lines.end(),
            [](const RatedLine& a, const RatedLine& b) { return a.line < b.line; });
}

}  // namespace

std::vector<std::size_t> headline_lines(Page& page, std::size_t most) {
  std::vector<RatedLine> lines;
  const auto try_line = [&](std::size_t i) {
    if (!is_eligible(page, i)) return;
    Marks marks;
    mark_line_cheaply(page, i, marks);
    const float first = i == 0 && page.words(0) >= kShortestInList ? kPageTitle : 0;
    lines.push_back({i, marks.score(kHeadlineWeights) + first});
  };
  // a page's own title stands first in many dumps, far above the body
  for (std::size_t i = 0; i < std::min<std::size_t>(page.window_begin(), 2); ++i) try_line(i);
  for (std::size_t i = page.window_begin(); i < page.window_end(); ++i) try_line(i);
  keep_best(lines, most * kFirstRound);
  std::erase_if(lines, [&](const RatedLine& rated) {
    const LineHead& head = page.head(rated.line);
    return (head.whole && (head.kinds & (kInterface | kComments)) != 0) || is_only_date(page, rated.line);
  });
  for (RatedLine& rated : lines) {
    Marks marks;
    mark_shared_words(page, rated.line, page[rated.line].text, page.words(rated.line), marks);
    rated.score += marks.score(kHeadlineWeights);
  }
  keep_best(lines, most);
  std::vector<std::size_t> found;
  for (const RatedLine& rated : lines) found.push_back(rated.line);
  return found;
}

}  // namespace newswash::facts
