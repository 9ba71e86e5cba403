// Candidates for the byline and their marks; see authors.h.
#include "reader/facts/authors.h"

#include <algorithm>

#include "facts_tables.h"
#include "reader/facts/author_lines.h"
#include "reader/facts/author_text.h"
#include "reader/facts/letters.h"

namespace newswash::facts {

namespace {

using namespace tables;

constexpr std::size_t kLinesAfterBody = 16;
constexpr std::size_t kLinesBeforeLead = 40;
constexpr std::size_t kLinesBeforeTitle = 8;

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : "; ") + name;
  return out;
}

/// The candidates, with the marks that the lines near them give.
class Finder {
 public:
  Finder(Page& page, std::size_t headline) : page_(page), headline_(headline) {}

  std::vector<AuthorCandidate> run() {
    std::size_t begin = page_.lead() > kLinesBeforeLead ? page_.lead() - kLinesBeforeLead : 0;
    if (headline_ < page_.size() && headline_ > begin + kLinesBeforeTitle)
      begin = headline_ - kLinesBeforeTitle;
    const std::size_t end = std::min(page_.size(), page_.body_end() + kLinesAfterBody);
    std::size_t tail = page_.body_end() > 8 ? page_.body_end() - 8 : 0;
    tail = std::max(tail, page_.window_end());
    for (std::size_t i = begin; i < page_.window_end(); ++i) try_line(i);
    for (std::size_t i = tail; i < end; ++i) try_line(i);
    mark_together();
    return std::move(found_);
  }

  std::vector<AuthorCandidate> run_in_line(std::size_t i) {
    read_line(i);
    return std::move(found_);
  }

 private:
  void try_line(std::size_t i) {
    if (may_name_authors(page_, i)) read_line(i);
  }

  void read_line(std::size_t i) {
    const LineContent& content = page_.content(i);
    const std::size_t before = found_.size();
    for (std::size_t t = 0; t < content.tokens.size(); ++t) {
      if ((content.tokens[t].phrase_kinds & kByline) != 0) try_byline(i, content, t);
      t += content.tokens[t].phrase > 1 ? content.tokens[t].phrase - 1U : 0U;
    }
    if (found_.size() == before) try_bare(i, content);
  }

  /// "By …" at the line's start, after a mark or a date, or alone with the name on the next line.
  void try_byline(std::size_t i, const LineContent& content, std::size_t t) {
    const Tokens& tokens = content.tokens;
    const std::size_t first_word = is_mark(tokens, 0, U"*+-–—•#·") ? 1 : 0;
    const bool at_start = t <= first_word;
    const bool after_mark = t > 0 && is_mark(tokens, t - 1, U"|·•–—-/,(:»");
    const bool after_date =
        std::any_of(content.dates.begin(), content.dates.end(),
                    [t](const WrittenDate& date) { return date.last <= t && t <= date.last + 4; });
    const bool after_posted = t > 0 && tokens.front().type == TokenType::kWord &&
                              (tokens.front().phrase_kinds & (kPublished | kModified)) != 0;
    if (!at_start && !after_mark && !after_date && !after_posted) return;
    std::size_t next = t + tokens[t].phrase;
    const bool colon = is_mark(tokens, next, U":：／/");
    if (colon) ++next;
    unsigned place = at_start     ? kAuthorByStart
                     : after_date ? kAuthorByAfterDate
                     : after_mark ? kAuthorByAfterSeparator
                                  : kAuthorByInside;
    const unsigned form = form_of(page_[i].raw, tokens, t, colon);
    if (next >= tokens.size()) {
      try_next_line(i, form);
      return;
    }
    Names names = read_names(page_[i].raw, tokens, next, true);
    add(i, std::move(names), place, form, content);
  }

  unsigned form_of(std::string_view text, const Tokens& tokens, std::size_t t, bool colon) const {
    if (tokens[t].phrase > 1) return kAuthorVerbPhrase;
    if (colon) return kAuthorNounColon;
    const std::string word = folded(text.substr(tokens[t].begin, tokens[t].end - tokens[t].begin));
    for (const char* by : {"by",   "von",  "par", "por", "di",  "da",   "de",  "door",  "av",  "af",
                           "door", "oleh", "от",  "από", "bởi", "بقلم", "כתב", "eftir", "του", "της"}) {
      if (word == by) return kAuthorSingleBy;
    }
    return kAuthorNounBare;
  }

  void try_next_line(std::size_t i, unsigned form) {
    if (i + 1 >= page_.size() || page_[i + 1].raw.size() > 120) return;
    const LineContent& content = page_.content(i + 1);
    if (content.tokens.empty()) return;
    std::size_t first = is_mark(content.tokens, 0, U"*+-–—•") ? 1 : 0;
    if (first < content.tokens.size() && (content.tokens[first].phrase_kinds & kByline) != 0) {
      first += content.tokens[first].phrase;
    }
    Names names = read_names(page_[i + 1].raw, content.tokens, first, true);
    add(i + 1, std::move(names), kAuthorByLineBefore, form, content);
  }

  /// A line that begins with names and says nothing else, or stands with a date or a role.
  void try_bare(std::size_t i, const LineContent& content) {
    const Tokens& tokens = content.tokens;
    std::size_t first = is_mark(tokens, 0, U"*+-–—•·©") ? 1 : 0;
    if (first >= tokens.size() || (first == 1 && tokens[0].value == U'©')) return;
    if (!content.dates.empty() && content.dates[0].first <= first + 1) return try_after_date(i, content);
    if (tokens[first].type != TokenType::kWord) return;
    Names names = read_names(page_[i].raw, tokens, first, false);
    if (names.names.empty() && names.agencies.empty()) return;
    if (content.dates.empty() && !stands_for_byline(names, tokens)) return;
    const unsigned form = !content.dates.empty()        ? kAuthorBareWithDate
                          : names.role                  ? kAuthorBareWithRole
                          : names.last >= tokens.size() ? kAuthorBareName
                                                        : kAuthorBareWithRest;
    add(i, std::move(names), form, form, content);
  }

  /// "22.04.2020 | 13:10 Uhr | Jane Doe": the name after the date and a mark.
  void try_after_date(std::size_t i, const LineContent& content) {
    const Tokens& tokens = content.tokens;
    for (std::size_t t = content.dates[0].last; t < tokens.size(); ++t) {
      if (tokens[t].type != TokenType::kWord || !tokens[t].upper) continue;
      Names names = read_names(page_[i].raw, tokens, t, false);
      if (!names.names.empty()) add(i, std::move(names), kAuthorBareAfterDate, kAuthorBareAfterDate, content);
      return;
    }
  }

  void add(std::size_t i, Names names, unsigned place, unsigned form, const LineContent& content) {
    if (names.last >= content.tokens.size() && !names.names.empty() && !names.role) read_more_lines(i, names);
    AuthorCandidate candidate{.line = i,
                              .value = {},
                              .names = std::move(names.names),
                              .agencies = std::move(names.agencies),
                              .marks = {}};
    candidate.agency_only = candidate.names.empty() && !candidate.agencies.empty();
    if (candidate.agency_only) candidate.names = candidate.agencies;
    if (candidate.names.empty()) return;
    add_agency_after(candidate.agencies, page_[i].raw, content.tokens, names.last);
    candidate.value = joined(candidate.names);
    candidate.by_word = place != form;
    Marks& marks = candidate.marks;
    marks.add(kAuthorBias);
    marks.add(place);
    if (place != form) marks.add(form);
    mark_names(candidate, names);
    mark_rest(marks, names, content);
    mark_place(marks, i);
    mark_dates(marks, i);
    mark_context(candidate, i, content);
    found_.push_back(std::move(candidate));
  }

  /// Dumps with one piece a line part a list of names: "Jane Doe", "and", "John Roe".
  void read_more_lines(std::size_t i, Names& names) {
    for (std::size_t next = i + 1; next < page_.size() && next < i + 8; ++next) {
      if (page_[next].text.size() > 60) return;
      const Tokens& tokens = page_.content(next).tokens;
      const bool joins = !tokens.empty() &&
                         ((tokens.front().type == TokenType::kWord && (tokens.front().kinds & kAnd) != 0) ||
                          is_mark(tokens, 0, U",&、"));
      if (!joins) return;
      std::size_t first = 1;
      if (tokens.size() == 1) {
        if (++next >= page_.size() || page_[next].text.size() > 60) return;
        first = 0;
      }
      const Tokens& more = page_.content(next).tokens;
      const Names found = read_names(page_[next].raw, more, first, false);
      if (found.names.empty()) return;
      names.names.insert(names.names.end(), found.names.begin(), found.names.end());
      if (found.last < more.size()) return;
    }
  }

  /// "JANE DOE, Staff Writer | Reuters": an agency after a mark in the rest of the line.
  static void add_agency_after(std::vector<std::string>& agencies, std::string_view text,
                               const Tokens& tokens, std::size_t from) {
    if (!agencies.empty()) return;
    for (std::size_t t = std::max<std::size_t>(from, 1); t < tokens.size(); ++t) {
      if ((tokens[t].phrase_kinds & kAgency) == 0 || !is_mark(tokens, t - 1, U"|·•–—-/,(")) continue;
      const std::size_t last = t + tokens[t].phrase - 1;
      agencies.emplace_back(text.substr(tokens[t].begin, tokens[last].end - tokens[t].begin));
      return;
    }
  }

  void mark_names(AuthorCandidate& candidate, const Names& names) {
    Marks& marks = candidate.marks;
    marks.add_if(candidate.names.size() == 2, kAuthorNames2);
    marks.add_if(candidate.names.size() > 2, kAuthorNames3);
    marks.add_bin(kAuthorWords1, names.words, {2U, 3U, 4U, 6U});
    marks.add_if(names.lower, kAuthorLowerCase);
    marks.add_if(names.known && names.words >= 2, kAuthorKnownFirstName);
    const std::string& value = candidate.value;
    const bool lower = std::any_of(value.begin(), value.end(),
                                   [](char c) { return (c >= 'a' && c <= 'z') || (c & '\x80') != 0; });
    marks.add_if(!lower, kAuthorAllCaps);
    marks.add_if(!candidate.agencies.empty(), kAuthorAgency);
    marks.add_if(names.role, kAuthorRoleAfter);
    marks.add_if(names.contact, kAuthorHasAt);
    marks.add_if(std::any_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; }),
                 kAuthorDigits);
  }

  void mark_rest(Marks& marks, const Names& names, const LineContent& content) {
    std::size_t rest = 0;
    for (std::size_t t = names.last; t < content.tokens.size(); ++t) {
      const bool dated =
          std::any_of(content.dates.begin(), content.dates.end(),
                      [t](const WrittenDate& date) { return t >= date.first && t < date.last; });
      rest += !dated && content.tokens[t].type == TokenType::kWord;
    }
    marks.add(rest == 0 ? kAuthorRestEmpty : rest <= 4 ? kAuthorRestShort : kAuthorRestLong);
    marks.add_if(content.tokens.size() > 30, kAuthorLongLine);
  }

  void mark_place(Marks& marks, std::size_t i) {
    if (headline_ >= page_.size()) {
      marks.add(kAuthorNoHeadline);
    } else if (i < headline_) {
      const std::size_t distance = headline_ - i;
      marks.add(distance > 6   ? kAuthorBeforeHeadlineFar
                : distance > 2 ? kAuthorBeforeHeadline3
                               : kAuthorBeforeHeadline1);
    } else {
      marks.add_bin(kAuthorOnHeadline, i - headline_,
                    {std::size_t{1}, std::size_t{2}, std::size_t{4}, std::size_t{7}, std::size_t{13}});
    }
    if (i < page_.lead()) {
      marks.add(kAuthorBeforeLead);
    } else if (i >= page_.body_end()) {
      marks.add(kAuthorAfterBody);
    } else if (i + 5 > page_.body_end() && i > page_.lead() + 12) {
      marks.add(kAuthorBodyTail);
    } else {
      marks.add_bin(kAuthorAfterLead0, i - page_.lead(), {std::size_t{4}, std::size_t{12}});
    }
  }

  bool dated(std::size_t i) { return i < page_.size() && page_[i].text.size() < 160 && page_.has_date(i); }

  void mark_dates(Marks& marks, std::size_t i) {
    if (dated(i)) marks.add(kAuthorDateInLine);
    if (dated(i + 1)) marks.add(kAuthorDateNextLine);
    if (i > 0 && dated(i - 1)) marks.add(kAuthorDateLineBefore);
    const bool near = dated(i + 2) || dated(i + 3) || (i > 1 && dated(i - 2)) || (i > 2 && dated(i - 3));
    if (near) marks.add(kAuthorDateNear);
    if (!near && !dated(i) && !dated(i + 1) && !(i > 0 && dated(i - 1))) marks.add(kAuthorNoDateNear);
  }

  void mark_context(AuthorCandidate& candidate, std::size_t i, const LineContent& content) {
    Marks& marks = candidate.marks;
    const std::string& name = candidate.names.front();
    const std::string_view last = last_word(name);
    marks.add_if(headline_ < page_.size() && page_[headline_].text.find(last) != std::string_view::npos,
                 kAuthorInHeadline);
    marks.add_if(in_host(last), kAuthorInHost);
    marks.add_if(content.has_kind(kComments), kAuthorCommentWord);
    marks.add_if(page_[i].bullet, kAuthorBullet);
    const std::string_view text = page_[i].raw;
    marks.add_if(text.find("Foto") != text.npos || text.find("Photo") != text.npos ||
                     text.find("Getty") != text.npos || text.find("Image") != text.npos ||
                     text.find("Bild") != text.npos,
                 kAuthorCaption);
    bool bio = false;
    bool social = false;
    for (std::size_t j = i + 1; j < std::min(page_.size(), i + 4); ++j) {
      bio = bio || (page_[j].text.size() > 60 && page_[j].text.starts_with(name));
      social = social || (page_[j].text.size() < 60 && page_.starts_with_kind(j, kInterface));
    }
    marks.add_if(bio, kAuthorBioNear);
    marks.add_if(social, kAuthorSocialNear);
  }

  bool in_host(std::string_view word) const {
    const std::string key = folded(word);
    return key.size() > 3 && page_.host().find(key) != std::string_view::npos;
  }

  /// Marks that compare the candidates with each other.
  void mark_together() {
    unsigned bylines = 0;
    for (const AuthorCandidate& candidate : found_) bylines += candidate.by_word;
    bool first_by = true;
    bool first_bare = true;
    for (AuthorCandidate& candidate : found_) {
      Marks& marks = candidate.marks;
      unsigned seen = 0;
      for (const AuthorCandidate& other : found_) seen += other.names.front() == candidate.names.front();
      marks.add_bin(kAuthorSeenOnce, seen, {2U, 3U});
      marks.add(bylines <= 1 ? kAuthorOneByline : bylines <= 4 ? kAuthorFewBylines : kAuthorManyBylines);
      if (candidate.by_word) {
        marks.add_if(first_by, kAuthorFirstBy);
        first_by = false;
      } else {
        marks.add_if(first_bare && headline_ < page_.size() && candidate.line > headline_, kAuthorFirstBare);
        first_bare = first_bare && !(headline_ < page_.size() && candidate.line > headline_);
      }
    }
  }

  Page& page_;
  std::size_t headline_;
  std::vector<AuthorCandidate> found_;
};

}  // namespace

std::vector<AuthorCandidate> author_candidates(Page& page, std::size_t headline) {
  std::vector<AuthorCandidate> candidates = Finder(page, headline).run();
  for (AuthorCandidate& candidate : candidates) mark_by_text(page, candidate);
  return candidates;
}

std::vector<AuthorCandidate> authors_in_line(Page& page, std::size_t headline, std::size_t i) {
  return Finder(page, headline).run_in_line(i);
}

std::optional<AuthorCandidate> find_authors(Page& page, std::size_t headline) {
  std::vector<AuthorCandidate> candidates = Finder(page, headline).run();
  const float threshold = page.url().empty() ? kAuthorThresholdWithoutUrl : kAuthorThreshold;
  if (!may_be_sure(candidates, threshold)) return std::nullopt;
  for (AuthorCandidate& candidate : candidates) mark_by_text(page, candidate);
  const Choice choice =
      choose(candidates, kAuthorWeights, [](const auto& a, const auto& b) { return a.value == b.value; });
  if (choice.probability < threshold) return std::nullopt;
  return std::move(candidates[choice.index]);
}

}  // namespace newswash::facts
