// Puts the finders together; see facts.h.
#include "reader/facts/facts.h"

#include "reader/facts/authors.h"
#include "reader/facts/dateline.h"
#include "reader/facts/dates.h"
#include "reader/facts/headline.h"
#include "reader/facts/page.h"
#include "reader/facts/site_name.h"
#include "reader/facts/surroundings.h"

namespace newswash {

namespace {

using namespace facts;

constexpr std::size_t kManyLines = 100'000;  // buffers for more are not kept

Fact fact_at(const Page& page, std::size_t i, std::string value) {
  return Fact{std::move(value), std::string(page[i].raw), page[i].line};
}

Fact date_fact(const Page& page, const DateCandidate& date) {
  if (date.line == Fact::kNoLine) return Fact{date.date.iso(), std::string(page.url()), Fact::kNoLine};
  return fact_at(page, date.line, date.date.iso());
}

void add_dates(Page& page, std::size_t title, Facts& result) {
  const FoundDates dates = find_dates(page, title);
  if (dates.published) result.date_published = date_fact(page, *dates.published);
  if (dates.modified) result.date_modified = date_fact(page, *dates.modified);
}

void add_authors(Page& page, std::size_t title, Facts& result) {
  std::optional<AuthorCandidate> authors = find_authors(page, title);
  if (!authors) return;
  result.byline = fact_at(page, authors->line, std::string(page[authors->line].raw));
  if (!authors->agencies.empty()) result.credit = fact_at(page, authors->line, authors->agencies.front());
  result.authors = std::move(authors->names);
}

void add_dateline(Page& page, Facts& result) {
  for (std::size_t i = page.lead(), seen = 0; i < page.size() && seen < 3; ++i, ++seen) {
    if (!page[i].body || page[i].text.size() < 60 || !may_begin_with_dateline(page[i].raw)) continue;
    const std::optional<Dateline> found = read_dateline(page[i].raw, page.languages(), page.scratch());
    if (!found) continue;
    result.dateline = fact_at(page, i, found->value);
    if (!result.credit && !found->agency.empty()) result.credit = fact_at(page, i, found->agency);
    return;
  }
}

Facts facts_of(Page& page, FactsWanted wanted) {
  Facts result;
  if (page.size() == 0) return result;
  bool sure = false;
  const std::optional<HeadlineCandidate> headline = likely_headline(page, sure);
  const std::size_t title = headline ? headline->line : page.size();
  if (headline && sure) result.headline = fact_at(page, title, headline->value);
  if (wanted == FactsWanted::headline) return result;
  if (headline && sure) {
    result.standfirst = find_standfirst(page, headline->last);
    if (wanted == FactsWanted::all) result.section = find_section(page, title);
  }
  add_dates(page, title, result);
  add_authors(page, title, result);
  add_dateline(page, result);
  result.publisher = find_publisher(page);
  if (wanted == FactsWanted::record) return result;
  if (!result.credit) result.credit = find_credit(page);
  result.tags = find_tags(page);
  return result;
}

}  // namespace

FactFinder::FactFinder() : page_(std::make_unique<Page>()) {}
FactFinder::~FactFinder() = default;
FactFinder::FactFinder(FactFinder&&) noexcept = default;
FactFinder& FactFinder::operator=(FactFinder&&) noexcept = default;

Facts FactFinder::find(std::span<const FactLine> lines, std::string_view url, std::string_view language,
                       bool whole_page, FactsWanted wanted) {
  page_->read(lines, url, language, whole_page);
  Facts found = facts_of(*page_, wanted);
  if (lines.size() > kManyLines) page_ = std::make_unique<Page>();
  return found;
}

Facts find_facts(std::span<const FactLine> lines, std::string_view url, std::string_view language,
                 bool whole_page, FactsWanted wanted) {
  return FactFinder().find(lines, url, language, whole_page, wanted);
}

}  // namespace newswash
