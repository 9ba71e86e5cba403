// Candidates for the title and their marks; see headline.h.
#include "reader/facts/headline.h"

#include <algorithm>

#include "facts_tables.h"
#include "reader/facts/article_headline.h"
#include "reader/facts/headline_lines.h"
#include "reader/facts/headline_marks.h"
#include "reader/facts/letters.h"
#include "reader/facts/site_name.h"

namespace newswash::facts {

namespace {

using namespace tables;

constexpr std::size_t kLongest = 320;
constexpr std::size_t kWrapColumn = 72;
constexpr std::size_t kLines = 10;        // the most promising lines, looked at closely
constexpr std::size_t kPackedLines = 24;  // the same where no blank lines show what stands alone

class Finder {
 public:
  explicit Finder(Page& page) : page_(page) {}

  std::vector<HeadlineCandidate> run(std::size_t most) {
    for (const std::size_t i : headline_lines(page_, most)) try_line(i);
    return std::move(found_);
  }

 private:
  void try_line(std::size_t i) {
    const std::string_view text = page_[i].text;
    // a line that begins with a colon goes on with the topic above it: the dump parted them
    if (text.starts_with(": ") && i > 0 && page_.words(i - 1) <= 6 && !page_[i - 1].bullet)
      return add(i, i, std::string(page_[i - 1].text) + std::string(text), kHeadlineTopicColon);
    if (i > 1 && page_[i - 1].text == ":" && page_.words(i - 2) <= 6 && !page_[i - 2].bullet)
      add(i, i, std::string(page_[i - 2].text) + ": " + std::string(text), kHeadlineTopicColon);
    if (const std::size_t number = list_number(text))
      add(i, i, std::string(text.substr(number)), kHeadlineNumberStripped);
    const std::string_view shorter = without_site_name(page_, i, text);
    if (shorter.size() < text.size()) add(i, i, std::string(shorter), kHeadlineSuffixStripped);
    add(i, i, std::string(text), shorter.size() < text.size() ? kHeadlineHasSiteSuffix : kHeadlinePlain);
    try_wrapped(i);
    try_after_kicker(i, text);
    if (topic_is_proven(i)) {
      add(i, i, std::string(page_[i - 1].text) + ": " + std::string(text), kHeadlineTopicProven);
    }
    // "Topic:" on a line of its own belongs to the title below it
    if (i > 0 && page_[i - 1].text.ends_with(':') && page_.words(i - 1) <= 5 && !page_[i - 1].bullet) {
      add(i, i, std::string(page_[i - 1].text) + " " + std::string(text), kHeadlineWithTopic);
    }
  }

  /// The page's own title, its first line, begins with the line above and this one.
  bool topic_is_proven(std::size_t i) {
    if (i < 3 || page_.words(i - 1) > 6 || page_.words(i) < 2 || page_[i - 1].bullet) return false;
    if (page_.words(0) < page_.words(i - 1) + page_.words(i)) return false;
    if (!letters_begin_with(page_[0].text, page_[i - 1].text, page_[i].text)) return false;
    return letters_of(page_[i - 1].text).size() >= 3;  // bytes: a mark or a number alone is no topic
  }

  /// "Kicker : Title" (a space on both sides shows that two pieces were joined) and "17.05.2023 - Title".
  void try_after_kicker(std::size_t i, std::string_view text) {
    const bool colon = (page_.signs(i) & kColonSign) != 0 && page_.languages() != languages_of("fr");
    std::size_t cut = colon ? text.find(" : ") : text.npos;
    if (cut == text.npos && page_.has_date(i) && text.front() >= '0' && text.front() <= '9')
      cut = text.find(" - ");
    if (cut != text.npos && cut <= text.size() / 2 && text.size() - cut >= 12)
      add_part(i, text.substr(cut + 3), kHeadlineAfterKicker);
    try_after_dash(i, text);
  }

  /// "Kicker - Title"
  void try_after_dash(std::size_t i, std::string_view text) {
    const std::size_t cut = (page_.signs(i) & kDashSign) != 0 ? text.find(" - ") : text.npos;
    if (cut == text.npos || cut > text.size() / 2 || page_[i].bullet) return;
    const std::string_view rest = text.substr(cut + 3);
    if (count_words(rest) < 4 || count_words(text.substr(0, cut)) > 5) return;
    if (rest.find(" - ") != rest.npos || rest.find(" | ") != rest.npos) return;
    add_part(i, rest, kHeadlineAfterDash);
  }

  /// A line drawn with marks.
  static bool is_rule(std::string_view text) { return text.find_first_not_of("_-=*.~ ") == text.npos; }

  /// A title that was wrapped at a column: lines without a blank one between, all but the last of them long.
  void try_wrapped(std::size_t i) {
    std::string joined(page_[i].text);
    for (std::size_t last = i; last < i + 2; ++last) {
      const PageLine& line = page_[last];
      if (line.raw.size() + line.indent < kWrapColumn || line.blank_after || last + 1 >= page_.size()) return;
      const PageLine& next = page_[last + 1];
      if (next.bullet || is_rule(next.text) || next.text.size() > 110 ||
          joined.size() + next.text.size() > kLongest)
        return;
      joined += ' ';
      joined += next.text;
      add(i, last + 1, joined, kHeadlineJoined);
    }
  }

  /// A part of line `i`: only its form and its repeats tell it from the whole line.
  void add_part(std::size_t i, std::string_view part, unsigned form) {
    add(i, i, std::string(part), form, page_[i].text);
  }

  void add(std::size_t first, std::size_t last, std::string value, unsigned form,
           std::string_view whole = {}) {
    HeadlineCandidate candidate{
        .line = first, .last = last, .value = std::move(value), .words = 0, .marks = {}};
    candidate.marks.add(form);
    mark_headline(page_, candidate, whole.empty() ? std::string(candidate.value) : std::string(whole));
    found_.push_back(std::move(candidate));
  }

  Page& page_;
  std::vector<HeadlineCandidate> found_;
};

}  // namespace

std::vector<HeadlineCandidate> headline_candidates(Page& page, std::size_t lines) {
  return Finder(page).run(lines);
}

std::optional<HeadlineCandidate> likely_headline(Page& page, bool& sure) {
  sure = false;
  if (!page.whole_page()) {
    std::optional<HeadlineCandidate> first = headline_of_article(page);
    sure = first.has_value();
    return first;
  }
  std::vector<HeadlineCandidate> candidates =
      headline_candidates(page, page.spaced() ? kLines : kPackedLines);
  if (candidates.empty()) return std::nullopt;
  const Choice choice =
      choose(candidates, kHeadlineWeights, [](const auto& a, const auto& b) { return a.value == b.value; });
  sure = choice.probability >= (page.url().empty() ? kHeadlineThresholdWithoutUrl : kHeadlineThreshold);
  return std::move(candidates[choice.index]);
}

}  // namespace newswash::facts
