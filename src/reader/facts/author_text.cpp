// These marks take a look at the whole text, and nearly all of them only take from a score; see
// author_text.h.
#include "reader/facts/author_text.h"

#include <algorithm>
#include <cmath>

#include "facts_tables.h"

namespace newswash::facts {

namespace {

using namespace tables;

/// The most that one mark of two which exclude each other can add.
constexpr float best_of(unsigned a, unsigned b) {
  return std::max({0.0F, kAuthorWeights[a], kAuthorWeights[b]});
}
constexpr float kBest = best_of(kAuthorSomeSmall, kAuthorMostSmall) +
                        best_of(kAuthorInBodyText, kAuthorLastWordInBody) +
                        best_of(kAuthorLineRepeated, kAuthorLineRepeated);

/// Words that the body also writes small are rarely names ("Das Neueste").
void mark_small_words(Page& page, AuthorCandidate& candidate) {
  const float share = page.small_words().share_of(candidate.value);
  candidate.marks.add_if(share > 0.0F && share < 0.6F, kAuthorSomeSmall);
  candidate.marks.add_if(share >= 0.6F, kAuthorMostSmall);
}

void mark_body_words(Page& page, AuthorCandidate& candidate) {
  const std::string& name = candidate.names.front();
  const bool full = page.body_words().share_of(name) >= 1.0F;
  const bool part = full || page.body_words().share_of(last_word(name)) >= 1.0F;
  candidate.marks.add_if(full, kAuthorInBodyText);
  candidate.marks.add_if(part && !full, kAuthorLastWordInBody);
}

void mark_lines(const Page& page, AuthorCandidate& candidate) {
  const std::string& name = candidate.names.front();
  const std::uint64_t start = bytes_at_start(name);
  bool repeated = false;
  for (std::size_t j = 0; j < page.size() && !repeated; ++j) {
    if ((name.size() >= 8 && page.start(j) != start) || j == candidate.line) continue;
    repeated = page[j].text.size() < 120 && page[j].text.starts_with(name);
  }
  candidate.marks.add_if(repeated, kAuthorLineRepeated);
}

}  // namespace

void mark_by_text(Page& page, AuthorCandidate& candidate) {
  mark_small_words(page, candidate);
  mark_body_words(page, candidate);
  mark_lines(page, candidate);
}

bool may_be_sure(const std::vector<AuthorCandidate>& candidates, float threshold) {
  constexpr double kRounding = 0.001;
  double all = 0;
  for (const AuthorCandidate& candidate : candidates)
    all += std::exp(static_cast<double>(candidate.marks.score(kAuthorWeights) + kBest));
  return all / (1 + all) + kRounding >= static_cast<double>(threshold);
}

}  // namespace newswash::facts
