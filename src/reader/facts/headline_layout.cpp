// Comparing a candidate's lines with the prose and with the lines beside them; see headline_layout.h.
#include "reader/facts/headline_layout.h"

#include "facts_tables.h"
#include "reader/facts/headline_marks.h"

namespace newswash::facts {

namespace {

using namespace tables;

constexpr unsigned kOutdented = 3;   // lynx indents prose by as much, but not headings
constexpr unsigned kCentred = 9;     // it centres the first ones; lists are indented less
constexpr unsigned kShortLabel = 5;  // words: above a title it is a section or topic
constexpr unsigned kLongestTitle = 20;
constexpr unsigned kShortestDeck = 8;
constexpr unsigned kProse = 14;
constexpr std::size_t kLongestHeadLine = 160;

void mark_indent(Page& page, unsigned indent, Marks& marks) {
  if (!page.spaced() || page.lead() >= page.size()) return;
  const unsigned prose = page.prose_indent();
  if (prose == kOutdented) {
    if (indent == 0) return marks.add(kHeadlineOutdented);
    marks.add(indent == prose ? kHeadlineIndentProse
                              : (indent < kCentred ? kHeadlineIndentList : kHeadlineIndentCentred));
    return;
  }
  const int more = static_cast<int>(indent) - static_cast<int>(prose);
  marks.add_bin(kHeadlineNestedFarOut, more, {-8, -2, 0, 1, 8});
}

/// A byline or a date.
bool is_head_line(Page& page, std::size_t i) {
  return page[i].text.size() <= kLongestHeadLine && (page.starts_with_kind(i, kByline) || page.has_date(i));
}

bool stands_in_head(Page& page, std::size_t i) {
  return !page[i].listed() && !is_head_line(page, i);
}

/// What follows a title: byline, date, standfirst or prose.
bool follows_title(Page& page, std::size_t i) {
  if (i >= page.size()) return false;
  const unsigned words = page.words(i);
  return words >= kProse || is_head_line(page, i) ||
         (words >= kShortestDeck && ends_like_sentence(page[i].text));
}

/// Of two lines like titles the longer one is the title's deck, or the title of a line that is no label.
void mark_long_kicker(Page& page, HeadlineCandidate& candidate) {
  const std::size_t next = candidate.last + 1;
  if (next >= page.size()) return;
  const unsigned own = candidate.words;
  const unsigned after = page.words(next);
  if (own > kShortLabel && after > own && after <= kLongestTitle && stands_in_head(page, next) &&
      follows_title(page, next + 1))
    candidate.marks.add(kHeadlineLongKicker);
  if (candidate.line == 0 || !follows_title(page, next)) return;
  const unsigned before = page.words(candidate.line - 1);
  if (before > kShortLabel && before < own && stands_in_head(page, candidate.line - 1))
    candidate.marks.add(kHeadlineUnderLongKicker);
}

}  // namespace

bool repeats_its_end(std::string_view text) {
  constexpr std::size_t kShortestName = 5;
  const std::size_t last = text.rfind(' ');
  if (last == text.npos || last == 0) return false;
  const std::size_t two = text.rfind(' ', last - 1);
  if (two == text.npos || text.size() - two <= kShortestName) return false;
  return text.substr(0, two).find(text.substr(two + 1)) != text.npos;
}

void mark_layout(Page& page, HeadlineCandidate& candidate) {
  constexpr unsigned kShortestCaption = 6;
  mark_indent(page, page[candidate.line].indent, candidate.marks);
  mark_long_kicker(page, candidate);
  candidate.marks.add_if(candidate.words >= kShortestCaption && repeats_its_end(candidate.value),
                         kHeadlineRepeatsItsEnd);
}

}  // namespace newswash::facts
