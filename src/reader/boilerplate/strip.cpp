// The decision, in an order that lets each step see what the ones before took: wording and zones, then what
// follows labels, then repetition; around again while something goes, because a zone may reach further then.
#include "reader/boilerplate/strip.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reader/boilerplate/key.h"
#include "reader/boilerplate/repetition.h"

namespace newswash {
namespace {

constexpr int kMostRounds = 8;  // each round but the last removes a line; real pages need two

constexpr std::string_view kRepeatedHeadline = "layout.headline-repeat";
constexpr std::string_view kGluedHeadline = "layout.headline-glued";
constexpr std::string_view kRepeatedLine = "layout.repeated-line";
constexpr std::string_view kBeforeHeadline = "layout.before-headline";

/// A line that could stand twice in a row on purpose (dialogue, verse) is shorter, or ends like a sentence.
bool repeats_by_accident(const Shape& shape) {
  return shape.prose || (shape.words >= 2 && !shape.ends_sentence);
}

}  // namespace

StripReport Stripper::strip(std::span<PageLine> lines, std::span<const RuleSetView> rules) {
  lines_ = lines;
  report_ = {};
  words_ = taken_words_ = 0;
  labels_.assign(lines.size(), nullptr);
  for (const PageLine& line : lines) words_ += line.shape.words;
  match_all(rules);
  for (int round = 0; round < kMostRounds && sweep_zones(); ++round) take_after_labels();
  report_.headline = find_headline();
  strip_repetition();
  strip_before_headline();
  return std::move(report_);
}

void Stripper::match_all(std::span<const RuleSetView> rules) {
  candidates_.clear();
  first_candidate_.clear();
  for (std::uint32_t i = 0; i < lines_.size(); ++i) {
    first_candidate_.push_back(static_cast<std::uint32_t>(candidates_.size()));
    for (const RuleSetView& set : rules) {
      for (const std::uint16_t found : matcher_.match(set.automaton, lines_[i].text)) {
        const RuleInfo& rule = set.rules[found];
        if (rule.sentences || !lines_[i].shape.ends_sentence) candidates_.push_back({i, &rule});
      }
    }
  }
  first_candidate_.push_back(static_cast<std::uint32_t>(candidates_.size()));
}

const RuleInfo* Stripper::candidate(std::size_t line, std::uint8_t where) const {
  for (std::uint32_t i = first_candidate_[line]; i < first_candidate_[line + 1]; ++i) {
    if ((candidates_[i].rule->where & where) != 0) return candidates_[i].rule;
  }
  return nullptr;
}

void Stripper::remove(std::size_t line, const RuleInfo& rule) {
  PageLine& removed = lines_[line];
  removed.removed = true;
  removed.category = rule.category;
  removed.rule = rule.id;
  if (rule.takes != Takes::line) labels_[line] = &rule;
}

bool Stripper::try_remove(std::size_t line, std::uint8_t where) {
  if (lines_[line].removed) return false;
  const RuleInfo* rule = candidate(line, where);
  if (rule == nullptr) return false;
  remove(line, *rule);
  return true;
}

/// Walks in from both ends as far as the zones reach, then takes what the body's rules say. True if a line
/// went.
bool Stripper::sweep_zones() {
  bool changed = false;
  const auto sweep = [&](std::size_t line, std::uint8_t zone, std::uint32_t& kept_words) {
    changed = try_remove(line, zone) || changed;
    if (lines_[line].removed) return true;
    kept_words += lines_[line].shape.words;
    return !lines_[line].shape.prose && kept_words <= kStrip.zone_words;
  };
  std::uint32_t kept_words = 0;
  for (body_begin_ = 0; body_begin_ < lines_.size() && sweep(body_begin_, kHead, kept_words);) ++body_begin_;
  kept_words = 0;
  for (tail_begin_ = lines_.size(); tail_begin_ > 0 && sweep(tail_begin_ - 1, kTail, kept_words);)
    --tail_begin_;
  for (std::size_t i = body_begin_; i < tail_begin_; ++i) changed = try_remove(i, kBody) || changed;
  return changed;
}

void Stripper::take_after_labels() {
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const RuleInfo* rule = std::exchange(labels_[i], nullptr);
    if (rule == nullptr) continue;
    if (rule->takes == Takes::rest)
      take_rest(i, *rule);
    else
      take_run(i, *rule);
  }
}

/// The headline-like lines after a label. In the tail anything that is no prose goes with it; before more
/// prose, a short last line is left: it may be the prose's own subheading.
void Stripper::take_run(std::size_t label, const RuleInfo& rule) {
  const std::size_t most = rule.takes == Takes::next ? 1 : kStrip.run_lines;
  std::vector<std::size_t> taken;
  std::size_t i = label + 1;
  for (; i < lines_.size() && taken.size() < most; ++i) {
    const PageLine& line = lines_[i];
    if (line.removed) continue;
    const bool in_tail = i >= tail_begin_ && !line.shape.prose && !line.shape.ends_sentence;
    if (!in_tail && !reads_like_headline(line.shape)) break;
    taken.push_back(i);
  }
  const bool prose_follows = i < lines_.size() && lines_[i].shape.prose;
  if (!taken.empty() && prose_follows && lines_[taken.back()].shape.words <= kStrip.subheading_words)
    taken.pop_back();
  take(taken, label, rule);
}

void Stripper::take_rest(std::size_t label, const RuleInfo& rule) {
  std::vector<std::size_t> taken;
  for (std::size_t i = label + 1; i < lines_.size(); ++i) {
    if (!lines_[i].removed) taken.push_back(i);
  }
  take(taken, label, rule);
}

/// The safety valve: what goes with labels is never more than a share of the words.
void Stripper::take(std::span<const std::size_t> taken, std::size_t label, const RuleInfo& rule) {
  std::uint64_t words = 0;
  for (const std::size_t i : taken) words += lines_[i].shape.words;
  if (static_cast<double>(taken_words_ + words) > kStrip.taken_share * static_cast<double>(words_)) {
    report_.warnings.push_back(
        fmt::format("kept {} lines after \"{}\" ({}): more than a quarter of the words", taken.size(),
                    lines_[label].text, rule.id));
    return;
  }
  taken_words_ += words;
  for (const std::size_t i : taken) {
    lines_[i].removed = true;
    lines_[i].category = rule.taken_category;
    lines_[i].rule = rule.id;
  }
}

namespace {

/// Whether a line of the head is a sentence that may stand above the headline: a kicker or a standfirst.
bool is_kicker(const Shape& shape) {
  return shape.ends_sentence && shape.words <= kStrip.kicker_words;
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
    if (lines_[i].removed) continue;
    if (found == StripReport::kNone && kickers == 0 && is_kicker(shape) && shape.prose) {
      ++kickers;
      continue;
    }
    if (shape.prose) return found;
    if (!reads_like_headline(shape) || (kickers > 0 && shape.words < kStrip.headline_words)) continue;
    const std::string key = squeezed_key(lines_[i].text);
    const bool glued =
        found != StripReport::kNone && key.size() < found_key.size() && found_key.ends_with(key);
    if (found == StripReport::kNone || glued) found = i, found_key = key;
  }
  return StripReport::kNone;  // no prose follows
}

void Stripper::strip_repetition() {
  const auto remove_as = [](PageLine& line, Category category, std::string_view rule) {
    line.removed = true;
    line.category = category;
    line.rule = rule;
  };
  if (report_.headline != StripReport::kNone) {
    const std::string headline = squeezed_key(lines_[report_.headline].text);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      PageLine& line = lines_[i];
      const bool in_head = i <= body_begin_;
      if (line.removed || line.shape.prose || i == report_.headline || (!in_head && i < tail_begin_))
        continue;
      const std::string key = squeezed_key(line.text);
      const bool glued = in_head && key.size() > headline.size() &&
                         key.size() <= headline.size() + kStrip.glued_letters && key.ends_with(headline);
      if (nearly_equal(key, headline))
        remove_as(line, Category::headline_repeat, kRepeatedHeadline);
      else if (glued)
        remove_as(line, Category::breadcrumb, kGluedHeadline);
    }
  }
  std::uint64_t previous = 0;
  for (PageLine& line : lines_) {
    if (line.removed) continue;
    const std::uint64_t key = key_hash(line.text);
    if (key == previous && key != 0 && repeats_by_accident(line.shape))
      remove_as(line, Category::caption, kRepeatedLine);
    previous = key;
  }
}

/// The site's or the section's name above the headline.
void Stripper::strip_before_headline() {
  if (report_.headline == StripReport::kNone) return;
  for (std::size_t i = 0; i < report_.headline; ++i) {
    PageLine& line = lines_[i];
    if (line.removed || line.shape.words > kShape.fragment_words || line.shape.ends_sentence) continue;
    line.removed = true;
    line.category = Category::site_name;
    line.rule = kBeforeHeadline;
  }
}

}  // namespace newswash
