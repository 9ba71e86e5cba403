// The decision, in an order that lets each step see what the ones before took: wording and zones, then what
// follows labels, then repetition; around again while something goes, because a zone may reach further then.
// The headline and what repeats it: strip_headline.cpp.
#include "reader/boilerplate/strip.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "reader/boilerplate/key.h"
#include "reader/boilerplate/repetition.h"
#include "reader/boilerplate/rule_matches.h"

namespace newswash {
namespace {

constexpr int kMostRounds = 8;  // each round but the last removes a line; real pages need two

constexpr std::string_view kRepeatedLine = "layout.repeated-line";

/// A line that could stand twice in a row on purpose (dialogue, verse) is shorter, or ends like a sentence.
bool repeats_by_accident(const Shape& shape) {
  return shape.prose || (shape.words >= 2 && !shape.ends_sentence);
}

/// Whether editors write lines of this category, too: such a line is no sign of others.
bool is_doubtful(Category category) {
  return std::find(kDoubtful.begin(), kDoubtful.end(), category) != kDoubtful.end();
}

bool is_date(const PageLine& line) {
  return std::any_of(line.matches().begin(), line.matches().end(),
                     [](const RuleInfo* rule) { return rule->category == Category::page_date; });
}

bool holds_digit(std::string_view line) {
  return std::any_of(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether two lines may have one key: folding changes a line's length little.
bool may_be_equal(std::string_view a, std::string_view b) {
  const std::size_t longer = std::max(a.size(), b.size());
  return longer - std::min(a.size(), b.size()) <= longer / 8 + 4;
}

}  // namespace

void remove_as(PageLine& line, Category category, const std::string_view& rule) {
  line.removed = true;
  line.category = category;
  line.set_rule(&rule);
}

StripReport Stripper::strip(std::span<PageLine> lines, RuleMatches& matches, TextKind kind) {
  lines_ = lines;
  matches_ = &matches;
  kind_ = kind;
  furniture_ = kind.page;
  report_ = {};
  no_calls_.clear();
  words_ = taken_words_ = 0;
  labels_.clear();
  for (const PageLine& line : lines) words_ += line.shape.words;
  dates_ = count_dates();
  diary_ = is_diary();
  for (std::size_t i = 0; i < lines.size(); ++i) try_remove_caption(i);
  bool changed = true;
  for (int round = 0; round < kMostRounds && changed; ++round) {
    changed = sweep_zones();
    take_after_labels();
    const bool shown = !furniture_ && shows_furniture();  // now the doubtful lines may go, too
    furniture_ = furniture_ || shown;
    changed = changed || shown;
  }
  report_.headline = find_headline();
  if (report_.headline != StripReport::kNone && !proves_headline(report_.headline))
    report_.headline = StripReport::kNone;
  if (report_.headline != StripReport::kNone) {
    strip_headline_repeats();
    strip_before_headline();
  }
  strip_repeated_lines();
  return std::move(report_);
}

void Stripper::add_label(std::size_t line, const RuleInfo& rule) {
  if (labels_.empty()) labels_.resize(lines_.size());
  labels_[line] = &rule;
}

bool Stripper::shows_furniture() const {
  return std::any_of(lines_.begin(), lines_.end(), [](const PageLine& line) { return line.furniture; });
}

bool Stripper::try_remove(std::size_t line, std::uint8_t where) {
  if (lines_[line].removed || lines_[line].matches().empty()) return false;
  if (lines_[line].shape.prose && tells_of_quotation(lines_[line].text())) return false;
  for (const RuleInfo* rule : lines_[line].matches()) {
    if ((rule->where & where) == 0) continue;
    if (!(rule->alone || furniture_ || is_page_date(*rule, where))) continue;
    if (rule->category == Category::navigation && introduces(line)) continue;
    if (rule->category == Category::page_date && diary_) continue;
    const bool anywhere = (rule->where & kBody) != 0;  // the wording alone is proof
    if (rule->category == Category::widget && !anywhere && heads_row(line)) continue;
    remove_as(lines_[line], rule->category, rule->id);
    lines_[line].furniture = rule->alone && !is_doubtful(rule->category);
    if (rule->takes != Takes::line) add_label(line, *rule);
    return true;
  }
  return false;
}

/// How many lines are a date and nothing else; none where such a line stands between prose.
std::size_t Stripper::count_dates() const {
  const auto is_prose = [](const PageLine& line) { return line.shape.prose; };
  const auto first = std::find_if(lines_.begin(), lines_.end(), is_prose);
  const auto last = std::find_if(lines_.rbegin(), lines_.rend(), is_prose).base();
  if (first == lines_.end() || std::any_of(first, last, is_date)) return 0;
  return static_cast<std::size_t>(std::count_if(lines_.begin(), lines_.end(), is_date));
}

/// Whether dates or times head entries: several of them, each with a line below that is no furniture. Two are
/// enough below prose.
bool Stripper::is_diary() const {
  constexpr std::size_t kEntries = 3;
  std::size_t entries = 0;
  bool prose = false;
  bool below_prose = false;
  for (std::size_t i = 0; i + 1 < lines_.size() && entries < kEntries; ++i) {
    prose = prose || (lines_[i].shape.prose && !lines_[i].removed);
    if (lines_[i].removed || lines_[i + 1].removed) continue;
    if (!is_date(lines_[i]) || !lines_[i + 1].matches().empty()) continue;
    below_prose = entries == 0 ? prose : below_prose;
    ++entries;
  }
  return entries == kEntries || (entries + 1 == kEntries && below_prose);
}

/// One date above or below the text, or two above it, published and updated, are the page's. More of them, or
/// one between paragraphs, make a diary, a timeline or a schedule.
bool Stripper::is_page_date(const RuleInfo& rule, std::uint8_t where) const {
  return rule.category == Category::page_date && (dates_ == 1 || (dates_ == 2 && where == kHead));
}

/// On a page: whether what the model kept below a line is the row of a table: "Results", "Rovers 2-1
/// Hartley".
bool Stripper::heads_row(std::size_t line) const {
  if (!kind_.page || line + 1 == lines_.size() || lines_[line].shape.ends_sentence) return false;
  const PageLine& next = lines_[line + 1];
  return !next.removed && next.matches().empty() && !next.shape.prose && holds_digit(next.text());
}

/// A caption stands anywhere in extracted text, where its photograph stood.
bool Stripper::try_remove_caption(std::size_t line) {
  if (lines_[line].removed) return false;
  const RuleInfo* const rule = matches_->caption_credit(lines_[line]);
  if (rule == nullptr) return false;
  remove_as(lines_[line], rule->category, rule->id);
  return true;
}

/// At either end of the text a few sentences in one line go as one when one of them is a call to the reader:
/// the others lead up to it.
bool Stripper::try_remove_call(std::size_t line) {
  if (lines_[line].removed || !lines_[line].shape.prose) return false;
  if (std::find(no_calls_.begin(), no_calls_.end(), line) != no_calls_.end()) return false;
  const RuleInfo* const rule = matches_->call_within(lines_[line]);
  if (rule == nullptr) {
    no_calls_.push_back(line);
    return false;
  }
  remove_as(lines_[line], rule->category, rule->id);
  lines_[line].furniture = true;
  return true;
}

/// Whether a line ends with a colon and what it announces stays or is a photograph that the text doesn't
/// show: "Press contact:", "See more photos:". Among furniture only the former.
bool Stripper::introduces(std::size_t line) const {
  if (kind_.page || !lines_[line].shape.ends_colon) return false;
  return !furniture_ || (line + 1 < lines_.size() && !lines_[line + 1].removed);
}

/// Walks in from both ends as far as the zones reach, then takes what the body's rules say. True if a line
/// went.
bool Stripper::sweep_zones() {
  bool changed = false;
  const auto sweep = [&](std::size_t line, std::uint8_t zone, std::uint32_t& kept_words) {
    changed = try_remove(line, zone) || try_remove_call(line) || changed;
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

/// What follows labels. Of several that take all the rest, the first one decides: the others are inside it.
void Stripper::take_after_labels() {
  if (labels_.empty()) return;
  bool rest_tried = false;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const RuleInfo* rule = std::exchange(labels_[i], nullptr);
    if (rule == nullptr) continue;
    if (rule->takes != Takes::rest)
      take_run(i, *rule);
    else if (!std::exchange(rest_tried, true))
      take_rest(i, *rule);
  }
}

/// The headline-like lines after a label, up to the next label. In the tail anything that is no prose goes
/// with it; before more prose, a short last line is left: it may be the prose's own subheading. The one line
/// that a label announces on a page is a link: there nothing was dropped between them.
void Stripper::take_run(std::size_t label, const RuleInfo& rule) {
  const std::size_t most = rule.takes == Takes::next ? 1 : kStrip.run_lines;
  const std::size_t end = std::min(lines_.size(), label + 1 + 2 * kStrip.run_lines);
  std::vector<PageLine*> taken;
  std::uint64_t words = 0;
  std::size_t i = label + 1;
  for (; i < end && taken.size() < most && labels_[i] == nullptr; ++i) {
    PageLine& line = lines_[i];
    if (line.removed) continue;
    const bool in_tail = i >= tail_begin_ && !line.shape.prose && !line.shape.ends_sentence;
    if (!in_tail && !reads_like_headline(line.shape)) break;
    taken.push_back(&line);
    words += line.shape.words;
  }
  const bool prose_follows = i < lines_.size() && !lines_[i].removed && lines_[i].shape.prose;
  const bool link = kind_.page && rule.takes == Takes::next;
  if (!taken.empty() && !link && prose_follows && taken.back()->shape.words <= kStrip.subheading_words) {
    words -= taken.back()->shape.words;
    taken.pop_back();
  }
  if (!taken.empty() && label < body_begin_) {  // above the body: the last one is the headline
    words -= taken.back()->shape.words;
    taken.pop_back();
  }
  if (!take(taken.size(), words, label, rule)) return;
  for (PageLine* line : taken) remove_as(*line, rule.taken_category, rule.id);
}

void Stripper::take_rest(std::size_t label, const RuleInfo& rule) {
  std::size_t count = 0;
  std::uint64_t words = 0;
  for (std::size_t i = label + 1; i < lines_.size(); ++i) {
    if (lines_[i].removed) continue;
    ++count;
    words += lines_[i].shape.words;
  }
  if (!take(count, words, label, rule)) return;
  for (PageLine& line : lines_.subspan(label + 1)) {
    if (!line.removed) remove_as(line, rule.taken_category, rule.id);
  }
}

/// The safety valve: what goes with labels is never more than a share of the words. True if it may go.
bool Stripper::take(std::size_t lines, std::uint64_t words, std::size_t label, const RuleInfo& rule) {
  if (lines == 0) return false;
  if (static_cast<double>(taken_words_ + words) <= kStrip.taken_share * static_cast<double>(words_)) {
    taken_words_ += words;
    return true;
  }
  report_.warnings.push_back(fmt::format("kept {} line{} after \"{}\" ({}): more than a quarter of the words",
                                         lines, lines == 1 ? "" : "s", lines_[label].text(), rule.id));
  return false;
}

/// Whether a line that stands twice in a row stands elsewhere, too: the refrain of a poem, not a line doubled
/// by accident.
bool Stripper::is_refrain(std::string_view text) {
  if (places_.empty()) {
    std::uint64_t previous = 0;
    for (const PageLine& line : lines_) {
      const std::uint64_t key = key_hash(line.text());
      if (key != previous && !line.removed) places_.push_back(key);
      previous = key;
    }
    std::sort(places_.begin(), places_.end());
  }
  const auto [first, last] = std::equal_range(places_.begin(), places_.end(), key_hash(text));
  return last - first > 1;
}

void Stripper::strip_repeated_lines() {
  places_.clear();
  const PageLine* previous = nullptr;
  for (PageLine& line : lines_) {
    if (line.removed) continue;
    const bool repeats = previous != nullptr && repeats_by_accident(line.shape) &&
                         may_be_equal(line.text(), previous->text()) &&
                         same_key(line.text(), previous->text());
    if (repeats && !is_refrain(line.text()))
      remove_as(line, Category::caption, kRepeatedLine);
    else
      previous = &line;
  }
}

}  // namespace newswash
