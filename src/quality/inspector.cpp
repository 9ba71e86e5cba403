// From an article's record of removals and repairs to findings.
#include "quality/inspector.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace newswash {
namespace {

constexpr std::size_t kMostText = 200;  // bytes of the offending text in a finding
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// The finding rule of each fix, in the order of Fix.
constexpr std::array<std::string_view, kFixCount> kFixRules = {
    "encoding.repairable", "text.entity",     "text.control",    "text.invisible", "text.spaces",
    "text.typography",     "text.typography", "text.typography", "text.typography"};

/// An escaped < or > may be meant as it stands, in a text about markup.
std::string_view rule_of(const Repair& repair) {
  if (repair.fix == Fix::entities && (repair.after == "<" || repair.after == ">"))
    return "text.escaped-markup";
  return kFixRules[static_cast<std::size_t>(repair.fix)];
}

/// At most kMostText bytes, cut between code points.
std::string_view cut(std::string_view text) {
  if (text.size() <= kMostText) return text;
  std::size_t end = kMostText;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

bool is_layout(std::string_view before) {
  return before.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

Inspector::Inspector(InspectOptions options) : options_(std::move(options)) {
  for (std::size_t i = 0; i < leftover_levels_.size(); ++i)
    leftover_levels_[i] = options_.levels.of(fmt::format("leftover.{}", name_of(static_cast<Category>(i))));
  const Profile judged = options_.profile.value_or(Profile{});  // without limits: no metrics
  measurer_.only_failures_of(judged);
}

void Inspector::inspect(const Article& article, std::string_view given, std::vector<Finding>& findings,
                        quality::Fingerprint* print) {
  given_ = given;
  std::vector<Finding> of_places;
  findings_ = &of_places;
  const auto metrics = print == nullptr ? measurer_.measure(given, article.language)
                                        : measurer_.measure(given, article.language, *print);
  places(article);
  measurer_.let_go_of_large();  // of a large record, findings take as much again
  findings_ = &findings;
  first_ = findings.size();
  leftovers(article);
  repairs(article);
  lost_characters(article);
  std::move(of_places.begin(), of_places.end(), std::back_inserter(findings));
  const auto begin = findings.begin() + static_cast<std::ptrdiff_t>(first_);
  std::stable_sort(begin, findings.end(),
                   [](const Finding& a, const Finding& b) { return a.begin < b.begin; });
  place();
  whole_article(article);
  profile(article, metrics);
}

void Inspector::add(std::string rule, std::size_t begin, std::size_t end, std::string message,
                    std::string cleaning) {
  const Level level = options_.levels.of(rule);
  if (!is_wanted(level)) return;
  Finding finding;
  finding.rule = std::move(rule);
  finding.level = level;
  finding.message = std::move(message);
  finding.text = cut(given_.substr(begin, end - begin));
  finding.cleaning = std::move(cleaning);
  finding.begin = begin;
  finding.end = end;
  findings_->push_back(std::move(finding));
}

void Inspector::leftovers(const Article& article) {
  for (const RemovedLine& line : article.removed) {
    const auto category = static_cast<std::size_t>(line.category);
    if (!is_wanted(leftover_levels_[category])) continue;
    Finding finding;
    finding.rule.append("leftover.").append(name_of(line.category));
    finding.level = leftover_levels_[category];
    if (line.category == Category::other)
      finding.message = "not part of the article";
    else
      finding.message.append("leftover of kind '").append(name_of(line.category)).append("'");
    finding.text = cut(given_.substr(line.begin, line.end - line.begin));
    const bool model = line.rule == "model.body";
    finding.cleaning.append("removes the line (")
        .append(model ? "the page model takes it for furniture" : line.rule)
        .append(")");
    finding.begin = line.begin;
    finding.end = line.end;
    findings_->push_back(std::move(finding));
  }
}

/// Repairs of one kind that stand in one line are one finding; line ends and blank lines are none.
void Inspector::repairs(const Article& article) {
  const Repair* last = nullptr;
  std::size_t places = 0;
  std::size_t first_begin = 0;
  const auto flush = [&] {
    if (last == nullptr) return;
    const std::string_view rule = rule_of(*last);
    const std::string_view fix = name_of(last->fix);
    std::string message = places == 1 ? fmt::format("{} to repair", fix)
                                      : fmt::format("{} to repair in {} places", fix, places);
    add(std::string(rule), first_begin, last->end, std::move(message),
        fmt::format("repairs it ({}): \"{}\"", fix, cut(last->after)));
  };
  for (const Repair& repair : article.repairs) {
    const std::string_view before = given_.substr(repair.begin, repair.end - repair.begin);
    if (repair.fix == Fix::spaces && is_layout(before)) continue;
    const bool same = last != nullptr && rule_of(*last) == rule_of(repair) &&
                      given_.substr(last->end, repair.begin - last->end).find('\n') == std::string_view::npos;
    if (!same) {
      flush();
      places = 0;
      first_begin = repair.begin;
    }
    last = &repair;
    ++places;
  }
  flush();
}

/// U+FFFD in what is kept: one finding a line.
void Inspector::lost_characters(const Article& article) {
  std::size_t next_removed = 0;
  for (std::size_t at = given_.find(kReplacement); at != std::string_view::npos;) {
    while (next_removed < article.removed.size() && article.removed[next_removed].end <= at) ++next_removed;
    const bool removed = next_removed < article.removed.size() && article.removed[next_removed].begin <= at;
    if (!removed)
      add("encoding.lost", at, at + kReplacement.size(), "a character was lost when the text was decoded",
          {});
    const std::size_t line_end = given_.find('\n', at);
    at = line_end == std::string_view::npos ? line_end : given_.find(kReplacement, line_end);
  }
}

/// What is wrong at a place that is kept; what goes with a removed line is said there.
void Inspector::add_place(const Article& article, std::string_view rule, const quality::Place& at,
                          std::string message) {
  // Removed lines are in the order of the text.
  const auto behind =
      std::upper_bound(article.removed.begin(), article.removed.end(), at.begin,
                       [](std::size_t begin, const RemovedLine& line) { return begin < line.begin; });
  const bool removed = behind != article.removed.begin() && at.begin < std::prev(behind)->end;
  if (!removed) add(std::string(rule), at.begin, at.end, std::move(message), {});
}

bool Inspector::wants(std::string_view rule) const {
  return is_wanted(options_.levels.of(rule));
}

void Inspector::places(const Article& article) {
  const quality::Scan& scan = measurer_.scan();
  repeated_.clear();
  glued_.clear();
  foreign_.clear();
  if (wants("duplicate.paragraph")) quality::find_repeated_paragraphs(scan, repeated_);
  for (const auto& each : repeated_)
    add_place(article, "duplicate.paragraph", each.place, "the paragraph stands in the article already");
  if (wants("text.glued-words")) quality::find_glued_words(scan, article.language, glued_);
  for (const auto& each : glued_) {
    const std::string_view word = given_.substr(each.place.begin, each.place.end - each.place.begin);
    const std::size_t split = each.split - each.place.begin;
    add_place(article, "text.glued-words", each.place,
              fmt::format("a space may be missing in '{} {}'", word.substr(0, split), word.substr(split)));
  }
  if (wants("language.mixed")) quality::find_foreign_paragraphs(scan, article.language, foreign_);
  for (const auto& each : foreign_)
    add_place(article, "language.mixed", each.place,
              fmt::format("a paragraph in '{}' in an article in '{}'", each.language, article.language));
  if (article.verdict != Verdict::article || !wants("article.truncated")) return;
  if (const auto end = quality::find_truncation(scan)) {
    add_place(article, "article.truncated", end->place,
              end->ending == quality::Ending::ellipsis ? "the text breaks off with an ellipsis"
                                                       : "the text ends within a sentence");
  }
}

/// The limits of the profile that the text as it stands fails, and its language.
void Inspector::profile(const Article& article, std::span<const Metric> metrics) {
  const auto& wanted = options_.languages;
  const bool wrong = !wanted.empty() && !article.language.empty() &&
                     std::find(wanted.begin(), wanted.end(), article.language) == wanted.end();
  if (wrong) add("language.wrong", 0, 0, fmt::format("the article is in '{}'", article.language), {});
  if (!options_.profile) return;
  for (const Failure& failure : judge(metrics, *options_.profile, article.language)) {
    std::string rule = fmt::format("profile.{}.{}", options_.profile->name, failure.limit);
    const Level level = options_.levels.stated(rule).value_or(failure.level);
    if (!is_wanted(level)) continue;
    Finding finding;
    finding.rule = std::move(rule);
    finding.level = level;
    finding.message = fmt::format("{} ({})", failure.message, failure.metric);
    findings_->push_back(std::move(finding));
  }
}

/// What is true of the record as a whole stands on no line.
void Inspector::whole_article(const Article& article) {
  const auto add_whole = [&](std::string rule, std::string message) {
    add(std::move(rule), 0, 0, std::move(message), {});
  };
  if (article.verdict != Verdict::article) {
    add_whole(fmt::format("article.{}", name_of(article.verdict)),
              fmt::format("not an article: {}", article.verdict_reason));
  } else if (article.headline.empty()) {
    add_whole("article.no-headline", "no headline was found");
  }
  for (const std::string& warning : article.warnings) {
    const bool damage = warning.starts_with("damaged text");
    add_whole(damage ? "encoding.unrepairable" : "warning", warning);
  }
}

/// Lines and columns, counted in one walk. CR LF is one end of a line, CR alone another.
void Inspector::place() {
  if (first_ == findings_->size()) return;
  const bool returns = given_.find('\r') != std::string_view::npos;
  const auto next_end = [&](std::size_t from) {
    const std::size_t end = returns ? given_.find_first_of("\r\n", from) : given_.find('\n', from);
    return end != std::string_view::npos && given_.substr(end, 2) == "\r\n" ? end + 1 : end;
  };
  std::uint64_t line = 1;
  std::size_t line_begin = 0;
  std::size_t line_end = next_end(0);
  for (std::size_t i = first_; i < findings_->size(); ++i) {
    Finding& finding = (*findings_)[i];
    for (; line_end < finding.begin; ++line) {
      line_begin = line_end + 1;
      line_end = next_end(line_begin);
    }
    finding.text_line = line;
    finding.column = code_points(given_.substr(line_begin, finding.begin - line_begin)) + 1;
  }
}

}  // namespace newswash
