// Where an article's headline is and what stands for it once more. Not mine: the other lines (strip.cpp), the
// headline of a page (facts/headline.h).
#include <algorithm>

#include "reader/boilerplate/key.h"
#include "reader/boilerplate/repetition.h"
#include "reader/boilerplate/sentences.h"
#include "reader/boilerplate/strip.h"
#include "text/code_points.h"

namespace newswash {
namespace {

constexpr std::string_view kGluedHeadline = "layout.headline-glued";

/// Whether a line is a piece of a sentence or several sentences, so no headline though it has no full stop.
bool is_fragment(std::string_view line) {
  if (line.ends_with(',') || line.ends_with(';')) return true;
  std::size_t at = 0;
  const char32_t first = next_code_point(line, at);
  const char32_t second = at < line.size() ? next_code_point(line, at) : U' ';
  if (is_small_letter(first) && !is_capital_letter(second)) return true;  // "iPhone" begins a headline
  int sentences = 0;
  while (!line.empty()) sentences += !take_sentence(line).empty();
  return sentences > 2;
}

/// Whether a line is a list of labelled facts: "Tested by: Jane Doe  Price: £20  More: example.com".
bool is_fact_sheet(std::string_view line) {
  constexpr int kLabels = 3;
  int labels = 0;
  for (std::size_t at = line.find(": "); at != std::string_view::npos; at = line.find(": ", at + 1)) ++labels;
  return labels >= kLabels;
}

/// Whether a line of the head is a sentence that may stand above the headline: a kicker or a standfirst.
bool is_kicker(const Shape& shape) {
  return shape.ends_sentence && shape.words <= kStrip.kicker_words;
}

/// Whether most words of a line begin with a capital, and not all of it is capitals.
bool is_title_case(std::string_view line) {
  constexpr std::size_t kShortWord = 4;  // "of", "and", "for": not capitalized in any style
  std::uint32_t words = 0;
  std::uint32_t capitalized = 0;
  std::uint32_t shouted = 0;
  KeyReader key(line);
  for (Word word; key.next(word);) {
    const std::string_view raw = line.substr(word.begin, word.end - word.begin);
    if (raw.size() < kShortWord || word.number) continue;
    ++words;
    capitalized += raw.substr(0, 1) != word.folded.substr(0, 1);
    shouted += raw.substr(1, 1) != word.folded.substr(1, 1);
  }
  return words >= 3 && shouted * 2 < words && capitalized >= kStrip.title_case_share * words;
}

}  // namespace

/// The first line of the head that reads like a headline and has prose after it. Where that line is a later
/// one with page furniture glued before it, the later one.
std::size_t Stripper::find_headline() const {
  std::size_t found = StripReport::kNone;
  std::string found_key;
  std::size_t kickers = 0;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const Shape& shape = lines_[i].shape;
    if (lines_[i].removed || !lines_[i].matches().empty()) continue;  // wording of furniture is no headline
    if (found == StripReport::kNone && kickers == 0 && is_kicker(shape) && shape.prose) {
      ++kickers;
      continue;
    }
    if (shape.prose) return found;
    if (!reads_like_headline(shape) || (kickers > 0 && shape.words < kStrip.headline_words)) continue;
    const std::string key = squeezed_key(lines_[i].text());
    const bool glued =
        found != StripReport::kNone && key.size() < found_key.size() && found_key.ends_with(key);
    if (found == StripReport::kNone || glued) found = i, found_key = key;
  }
  return StripReport::kNone;  // no prose follows
}

/// A first line without a full stop may as well be the standfirst or a heading of the body. A headline shows
/// itself by its capitals, by standing twice in the head, or by furniture of the page above it.
bool Stripper::proves_headline(std::size_t line) const {
  const std::string_view text = lines_[line].text();
  if (!kind_.page && (is_fact_sheet(text) || is_fragment(text))) return false;
  if ((furniture_ && !kind_.page) || (kind_.title_case && is_title_case(lines_[line].text()))) return true;
  const std::string key = squeezed_key(lines_[line].text());
  for (std::size_t i = 0; i < lines_.size() && i <= body_begin_; ++i) {
    const bool above = i < line && lines_[i].removed && lines_[i].category != Category::page_date;
    const bool again = i != line && !lines_[i].shape.prose && squeezed_key(lines_[i].text()).ends_with(key);
    if (above || again) return true;
  }
  return lead_restates(line);
}

/// Whether the first line is short, prose comes soon and repeats most of the line's telling words, or several
/// of them where a colon parts it ("Port strike: Terminals stand still"). A standfirst adds to the lead and
/// is longer, a list's or a poem's first line has other words.
bool Stripper::lead_restates(std::size_t line) const {
  const std::string_view text = lines_[line].text();
  if (kind_.page || lines_[line].shape.words > kStrip.restated_words) return false;
  std::vector<std::string_view> lead;
  bool prose = false;
  constexpr std::size_t kLeadLines = 4;
  for (std::size_t i = line + 1; i < lines_.size() && lead.size() < kLeadLines; ++i) {
    if (lines_[i].removed) continue;
    lead.push_back(lines_[i].text());
    if (prose) break;
    prose = lines_[i].shape.prose && lines_[i].shape.ends_sentence;
  }
  if (!prose) return false;
  const auto [words, shared] = shared_words(text, lead);
  const std::size_t colon = text.find(": ");
  const bool parted = colon != std::string_view::npos && text.find(':', colon + 1) == std::string_view::npos;
  if (parted) return words >= 4 && shared >= 2 && lines_[line].shape.words < kStrip.restated_words;
  return words >= 5 && shared >= 4 && shared >= kStrip.restated_share * words && !holds_quotation_mark(text);
}

/// The headline again in the head or the tail, by itself or with page furniture glued before it.
void Stripper::strip_headline_repeats() {
  const std::string headline = squeezed_key(lines_[report_.headline].text());
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    PageLine& line = lines_[i];
    const bool in_head = i <= body_begin_;
    if (line.removed || line.shape.prose || i == report_.headline || (!in_head && i < tail_begin_)) continue;
    const std::string key = squeezed_key(line.text());
    const bool glued = in_head && key.size() > headline.size() &&
                       key.size() <= headline.size() + kStrip.glued_letters && key.ends_with(headline);
    if (nearly_equal(key, headline))
      remove_as(line, Category::headline_repeat, kRepeatedHeadline);
    else if (glued)
      remove_as(line, Category::breadcrumb, kGluedHeadline);
  }
}

/// The site's or the section's name above the headline.
void Stripper::strip_before_headline() {
  for (PageLine& line : lines_.first(report_.headline)) {
    if (line.removed || line.shape.words > kShape.fragment_words || line.shape.ends_sentence) continue;
    remove_as(line, Category::site_name, kBeforeHeadline);
  }
}

}  // namespace newswash
