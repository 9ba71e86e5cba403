// Candidates for the article's date and their marks; see dates.h.
#include "reader/facts/dates.h"

#include <algorithm>

#include "facts_tables.h"
#include "reader/facts/letters.h"

namespace newswash::facts {

namespace {

using namespace tables;

constexpr std::size_t kLongestLine = 400;
constexpr std::size_t kLinesAfterBody = 20;
constexpr unsigned kProseWords = 30;
constexpr std::size_t kLinesBeforeTitle = 30;

class Finder {
 public:
  Finder(Page& page, std::size_t headline)
      : page_(page), headline_(headline), url_date_(date_in_url(page.url())) {}

  std::vector<DateCandidate> run() {
    const std::size_t end =
        std::min(page_.size(), std::max(page_.window_end(), page_.body_end() + kLinesAfterBody));
    std::size_t tail = page_.body_end() > 12 ? page_.body_end() - 12 : 0;
    tail = std::max(tail, page_.window_end());
    std::size_t begin = page_.window_begin();
    if (headline_ < page_.size() && headline_ > begin + kLinesBeforeTitle)
      begin = headline_ - kLinesBeforeTitle;
    for (std::size_t i = begin; i < page_.window_end(); ++i) try_line(i);
    for (std::size_t i = tail; i < end; ++i) try_line(i);
    settle_ambiguous();
    mark_together();
    if (url_date_) add_url_date();
    return std::move(found_);
  }

 private:
  void try_line(std::size_t i) {
    const std::string_view text = page_[i].text;
    if (text.size() < 6 || text.size() > kLongestLine || !page_.may_have_date(i)) return;
    // in prose only what is said to be published counts
    if (page_.words(i) > kProseWords && !may_hold_published_word(text, page_.languages())) return;
    if (!page_.has_date(i)) return;
    const LineContent& content = page_.content(i);
    for (std::size_t d = 0; d < content.dates.size(); ++d) add(i, content, d);
  }

  void add(std::size_t i, const LineContent& content, std::size_t d) {
    DateCandidate candidate{.line = i, .date = content.dates[d], .marks = {}};
    Marks& marks = candidate.marks;
    marks.add(kDateBias);
    mark_words_before(candidate, content, d);
    if (!candidate.published && (words_outside(content) > 14 || is_site_header(candidate, content))) return;
    mark_line(candidate, content, d);
    mark_place(marks, i);
    mark_surroundings(marks, i);
    found_.push_back(std::move(candidate));
  }

  /// Today's date as sites show it at the very top: with the day of the week, before menu and title.
  bool is_site_header(const DateCandidate& candidate, const LineContent& content) const {
    if (candidate.line > 3 || headline_ >= page_.size() || candidate.line + 2 > headline_) return false;
    return std::any_of(content.tokens.begin(), content.tokens.end(),
                       [](const Token& token) { return (token.kinds & kWeekday) != 0; });
  }

  /// "Published", "Updated on" in front of the date in its line, or alone on the line before.
  void mark_words_before(DateCandidate& candidate, const LineContent& content, std::size_t d) {
    const std::size_t from = d == 0 ? 0 : content.dates[d - 1].last;
    std::uint32_t kinds = 0;
    for (std::size_t t = from; t < candidate.date.first; ++t) {
      const std::uint32_t here = content.tokens[t].phrase_kinds & (kPublished | kModified | kSource);
      if (here != 0) kinds = here;
    }
    if (kinds == 0 && d == 0 && candidate.date.first <= 2 && candidate.line > 0 &&
        page_.words(candidate.line - 1) <= 4) {
      const LineContent& before = page_.content(candidate.line - 1);
      if (before.dates.empty() && before.has_kind(kPublished)) candidate.marks.add(kDatePublishedLineBefore);
      if (before.dates.empty() && before.has_kind(kModified)) {
        candidate.marks.add(kDateModifiedLineBefore);
        candidate.modified = true;
      }
    }
    candidate.published = (kinds & kPublished) != 0 && (kinds & kModified) == 0;
    candidate.modified = candidate.modified || (kinds & kModified) != 0;
    candidate.marks.add_if(candidate.published, kDatePublished);
    candidate.marks.add_if((kinds & kModified) != 0, kDateModified);
    candidate.marks.add_if((kinds & kSource) != 0, kDateSourceWord);
  }

  void mark_line(DateCandidate& candidate, const LineContent& content, std::size_t d) {
    Marks& marks = candidate.marks;
    const WrittenDate& date = candidate.date;
    const std::string_view text = page_[candidate.line].text;
    const std::size_t others = words_outside(content);
    marks.add(others == 0 ? kDateBareLine : others <= 6 ? kDateBareWithWords : kDateLongLine);
    marks.add_if(text.size() < 60, kDateShortLine);
    marks.add_if(others > 14, kDateProseLine);
    marks.add(date.hour >= 0 ? kDateHasTime : kDateNoTime);
    marks.add_if(date.first > 0 && (content.tokens[date.first - 1].kinds & kWeekday) != 0, kDateWeekday);
    marks.add_if(date.short_year, kDateShortYear);
    marks.add_if(date.ambiguous, kDateAmbiguous);
    marks.add_if(content.dates.size() == 2, kDateDatesInLine2);
    marks.add_if(content.dates.size() > 2, kDateDatesInLineMany);
    marks.add_if(content.has_kind(kByline), kDateBylineInLine);
    marks.add_if(content.has_kind(kComments), kDateCommentWord);
    marks.add_if(content.has_kind(kRelative), kDateRelative);
    marks.add_if(text.find("©") != text.npos || text.find("opyright") != text.npos, kDateCopyright);
    marks.add_if(page_[candidate.line].bullet, kDateBullet);
    marks.add_if(d + 1 == content.dates.size() && date.last >= content.tokens.size() && date.first > 3,
                 kDateEndOfLine);
    mark_url(marks, date);
  }

  static std::size_t words_outside(const LineContent& content) {
    std::size_t words = 0;
    std::size_t next = 0;
    for (const WrittenDate& date : content.dates) {
      for (; next < date.first; ++next) words += counts(content.tokens[next]);
      next = date.last;
    }
    for (; next < content.tokens.size(); ++next) words += counts(content.tokens[next]);
    return words;
  }
  static bool counts(const Token& token) {
    return token.type == TokenType::kWord &&
           (token.kinds & (kWeekday | kPublished | kModified | kDateLink)) == 0;
  }

  void mark_url(Marks& marks, const WrittenDate& date) {
    if (!url_date_) {
      marks.add(kDateNoUrlDate);
    } else if (url_date_->same_day(date)) {
      marks.add(kDateUrlSame);
    } else {
      marks.add(url_date_->year == date.year && url_date_->month == date.month ? kDateUrlMonth
                                                                               : kDateUrlDiffers);
    }
  }

  void mark_place(Marks& marks, std::size_t i) {
    if (headline_ >= page_.size()) {
      marks.add(kDateNoHeadline);
    } else if (i < headline_) {
      const std::size_t distance = headline_ - i;
      marks.add(distance > 6   ? kDateBeforeHeadlineFar
                : distance > 2 ? kDateBeforeHeadline3
                               : kDateBeforeHeadline1);
    } else {
      marks.add_bin(kDateOnHeadline, i - headline_,
                    {std::size_t{1}, std::size_t{2}, std::size_t{4}, std::size_t{7}, std::size_t{13}});
    }
    if (i < page_.lead()) {
      marks.add(kDateBeforeLead);
    } else if (i >= page_.body_end()) {
      marks.add(kDateAfterBody);
    } else if (i + 5 > page_.body_end() && i > page_.lead() + 12) {
      marks.add(kDateBodyTail);
    } else {
      marks.add_bin(kDateAfterLead0, i - page_.lead(), {std::size_t{4}, std::size_t{12}});
    }
    marks.add_if(i < 4 && page_.size() > 30, kDateTopOfPage);
  }

  void mark_surroundings(Marks& marks, std::size_t i) {
    unsigned near = 0;
    bool byline = false;
    const std::size_t from = i > 5 ? i - 5 : 0;
    for (std::size_t j = from; j < std::min(page_.size(), i + 6); ++j) {
      if (j == i || page_[j].text.size() > 200) continue;
      near += page_.has_date(j);
      byline = byline || page_.starts_with_kind(j, kByline);
    }
    marks.add_if(near >= 3, kDateManyDatesNear);
    marks.add_if(byline, kDateBylineNear);
  }

  /// A date like 3/4/2021 is read the other way round where another date of the page says so.
  void settle_ambiguous() {
    for (DateCandidate& candidate : found_) {
      if (!candidate.date.ambiguous) continue;
      WrittenDate swapped = candidate.date;
      std::swap(swapped.day, swapped.month);
      const bool as_is = confirmed(candidate.date);
      const bool other = confirmed(swapped);
      if (as_is == other) continue;
      if (other) candidate.date = swapped;
      candidate.date.ambiguous = false;
    }
  }

  bool confirmed(const WrittenDate& date) const {
    if (url_date_ && url_date_->same_day(date)) return true;
    return std::any_of(found_.begin(), found_.end(), [&](const DateCandidate& other) {
      return !other.date.ambiguous && other.date.same_day(date);
    });
  }

  /// Marks that compare the candidates with each other.
  void mark_together() {
    bool first = true;
    unsigned after = 0;
    for (std::size_t c = 0; c < found_.size(); ++c) {
      DateCandidate& candidate = found_[c];
      candidate.marks.add_if(first, kDateFirstInPage);
      first = false;
      if (headline_ < page_.size() && candidate.line >= headline_) {
        candidate.marks.add_if(after == 0, kDateFirstAfterHeadline);
        candidate.marks.add_if(after == 1, kDateSecondAfterHeadline);
        ++after;
      }
      std::size_t same = 0;
      for (const DateCandidate& other : found_) same += other.date.same_day(candidate.date);
      candidate.marks.add_bin(kDateSameDayOnce, same, {std::size_t{2}, std::size_t{4}});
      mark_order(candidate);
    }
  }

  /// Earliest and latest among the dates near the title: the publication comes before the update.
  void mark_order(DateCandidate& candidate) {
    if (headline_ >= page_.size() || !in_head(candidate.line)) return;
    bool earlier = false;
    bool later = false;
    for (const DateCandidate& other : found_) {
      if (!in_head(other.line) || other.date.same_day(candidate.date)) continue;
      (key(other.date) < key(candidate.date) ? earlier : later) = true;
    }
    candidate.marks.add_if(earlier && !later, kDateLatestOfHead);
    candidate.marks.add_if(later && !earlier, kDateEarliestOfHead);
  }
  bool in_head(std::size_t line) const { return line + 4 >= headline_ && line <= headline_ + 12; }
  static int key(const WrittenDate& date) { return (date.year * 12 + date.month) * 31 + date.day; }

  void add_url_date() {
    const bool seen = std::any_of(found_.begin(), found_.end(), [this](const DateCandidate& candidate) {
      return candidate.date.same_day(*url_date_);
    });
    if (seen) return;
    DateCandidate candidate{.line = Fact::kNoLine, .date = *url_date_, .marks = {}};
    candidate.marks.add(kDateFromUrlOnly);
    found_.push_back(std::move(candidate));
  }

  Page& page_;
  std::size_t headline_;
  std::optional<WrittenDate> url_date_;
  std::vector<DateCandidate> found_;
};

}  // namespace

std::vector<DateCandidate> date_candidates(Page& page, std::size_t headline) {
  return Finder(page, headline).run();
}

FoundDates find_dates(Page& page, std::size_t headline) {
  FoundDates dates;
  const std::vector<DateCandidate> candidates = date_candidates(page, headline);
  if (candidates.empty()) return dates;
  const Choice choice =
      choose(candidates, kDateWeights, [](const auto& a, const auto& b) { return a.date.same_day(b.date); });
  const DateCandidate& best = candidates[choice.index];
  if (choice.probability < kDateThreshold || best.date.ambiguous) return dates;
  dates.published = best;
  for (const DateCandidate& other : candidates) {
    if (!other.modified || other.date.ambiguous || other.line == Fact::kNoLine || best.line == Fact::kNoLine)
      continue;
    const std::size_t distance = other.line > best.line ? other.line - best.line : best.line - other.line;
    if (distance > 6) continue;
    dates.modified = other;
    break;
  }
  // a date that only says "updated" is no date of publication
  if (best.modified && !best.published && dates.modified) dates.published.reset();
  return dates;
}

}  // namespace newswash::facts
