// The steps in their order. That the result is read again, as the next run would read it, so that cleaning
// twice changes nothing, stands in selection_again.cpp.
#include "reader/selection.h"

#include <algorithm>
#include <iterator>
#include <ranges>

#include "reader/body/article_proof.h"
#include "reader/boilerplate/teasers.h"
#include "reader/facts/eligible.h"
#include "reader/language/language.h"
#include "reader/rules.h"

namespace newswash {
namespace {

constexpr double kMostBehind = 0.25;  // of the words may stand behind furniture for the model to judge them
constexpr double kMostAboveTitle = 0.08;  // of the body's words: a notice or a teaser of another story
constexpr float kUnlikelyBody = 0.3F;     // a line less likely than this is no body

/// Takes a removal back.
void keep(PageLine& line) {
  line.removed = line.furniture = false;
  line.category = Category::other;
  line.set_rule(nullptr);
}

/// Whether a rule removes such a line inside a body together with what it announces: "Read also".
bool announces(const PageLine& line) {
  const auto matches = line.matches();
  return std::any_of(matches.begin(), matches.end(), [](const RuleInfo* rule) {
    return rule->takes != Takes::line && (rule->where & kBody) != 0;
  });
}

/// A rule that takes the line wherever it stands, whatever else the text shows; none for most.
const RuleInfo* rule_anywhere(const PageLine& line) {
  const auto matches = line.matches();
  const auto found = std::find_if(matches.begin(), matches.end(), [](const RuleInfo* rule) {
    return rule->alone && rule->where == kAnywhere;
  });
  if (found == matches.end() || (line.shape.prose && tells_of_quotation(line.text()))) return nullptr;
  return *found;
}

/// Seen without looking at the line once more: its bytes were counted. A list mark may be a number.
bool holds_no_digit(const LineFacts& line) {
  return line.digits == 0 && line.mark == ListMark::none && line.only_cased;
}

}  // namespace

bool LineSelector::is_label(const PageLine& line) {
  return std::any_of(line.matches().begin(), line.matches().end(), [](const RuleInfo* rule) {
    const bool sure = rule->alone || rule->category == Category::page_date;
    return sure && (rule->where & kHead) != 0;
  });
}

void LineSelector::remove_by_model(PageLine& line) {
  const RuleInfo* const rule = line.matches().empty() ? nullptr : line.matches().front();
  remove_as(line, rule == nullptr ? Category::other : rule->category,
            rule == nullptr ? kModelRule : rule->id);
}

LineSelector::LineSelector(const CleanOptions& options)
    : input_(options.input),
      facts_(options.facts),
      reasons_(options.reasons),
      own_rules_(options.rules),
      matches_(own_rules_ ? std::vector{built_in_rules(), own_rules_->view()}
                          : std::vector{built_in_rules()}) {}

const Selection& LineSelector::select(const Lines& text_lines, std::string_view url,
                                      std::vector<LineFacts> facts, LineIndents* indents) {
  line_facts_ = std::move(facts);
  begin(text_lines);
  if (reasons_) selection_.input_reason = input_reason();
  selection_.language = find_language(text_lines);
  match_rules();
  choose_page_body();
  const bool page = selection_.body.kind == InputKind::page;
  if (page) find_article_facts(url, indents);
  strip();
  if (!page && !input_ && strip_behind_furniture()) strip();
  for (int round = 0; round < kMostRounds && choose_again(); ++round) strip();
  if (!is_next_run_) {
    if (page || still_page_) settle_page();
    if (take_marked_headline()) settle_page();
  }
  if (!page && facts_) find_article_facts(url, nullptr);
  return selection_;
}

/// Nothing goes from one text to the next.
void LineSelector::begin(const Lines& text_lines) {
  Selection& s = selection_;
  s.text_lines = text_lines;
  s.headline = Selection::kNone;
  s.headline_text.clear();
  still_page_ = false;
  s.facts = {};
  s.warnings.clear();
  s.lines.clear();
  s.numbers.clear();
  const auto is_blank = [](std::string_view line) { return line.empty(); };
  const auto blank = static_cast<std::size_t>(std::count_if(text_lines.begin(), text_lines.end(), is_blank));
  s.lines.reserve(text_lines.size() - blank);
  if (blank > 0) s.numbers.reserve(text_lines.size() - blank);
  for (std::uint32_t i = 0; i < text_lines.size(); ++i) {
    if (text_lines[i].empty()) continue;
    const PageLine* const known = known_.empty() ? nullptr : known_[s.lines.size()];
    s.lines.emplace_back(text_lines[i], known != nullptr ? known->shape : shape_of(text_lines[i]));
    if (blank > 0) s.numbers.push_back(i);
  }
}

void LineSelector::match_rules() {
  Selection& s = selection_;
  const bool known = !known_.empty() && s.language == known_language_;
  matches_.find(s.lines, s.language, known ? known_ : std::span<const PageLine* const>());
  s.categories.assign(s.text_lines.size(), 0);
  for (std::size_t i = 0; i < s.lines.size(); ++i) {
    if (const RuleInfo* const rule = rule_anywhere(s.lines[i]); rule != nullptr)
      s.categories[s.number(i)] = static_cast<std::uint8_t>(static_cast<unsigned>(rule->category) + 1);
  }
}

/// The facts of a large text's lines are made where they are needed rather than kept.
template <typename Choose>
BodyChoice LineSelector::by_line_facts(Choose choose) {
  const Selection& s = selection_;
  if (s.text_lines.size() > kPartLines) return choose(s.text_lines);
  if (line_facts_.empty()) line_facts_ = scan_lines(s.text_lines);
  return choose(std::span<const LineFacts>(line_facts_));
}

/// Pages: what the model does not take for the article's body goes. A label is left to the stripper where the
/// model keeps what it announces: both go there.
void LineSelector::choose_page_body() {
  Selection& s = selection_;
  s.body = {};
  if (input_ == InputKind::article || (!input_ && settle_article())) return;
  s.body = by_line_facts(
      [&](auto lines) { return input_ ? find_body(lines, s.categories) : choose_body(lines, s.categories); });
  if (s.body.kind != InputKind::page) return;
  for (std::size_t i = 0; i < s.lines.size(); ++i) {
    if (s.body.keep[s.number(i)] != 0) continue;
    const bool next_kept = i + 1 < s.lines.size() && s.body.keep[s.number(i + 1)] != 0;
    if (!(next_kept && announces(s.lines[i]))) remove_by_model(s.lines[i]);
  }
}

/// Most articles show it before their bytes are counted.
bool LineSelector::settle_article() {
  Selection& s = selection_;
  body::ArticleProof proof(s.text_lines.size(), s.text_lines.size() - s.lines.size());
  for (std::size_t i = 0; i < s.lines.size(); ++i) {
    const bool follows = i > 0 && s.number(i) == s.number(i - 1) + 1;
    if (!proof.add(s.lines[i].text(), s.lines[i].shape.sure_words, follows)) return false;
  }
  s.body.joins = proof.may_join();
  return proof.holds();
}

std::string LineSelector::input_reason() const {
  if (!input_) return explain_input(selection_.text_lines);
  return input_ == InputKind::page ? "taken for a page as told" : "";
}

/// In the lines of a text's first part, which for all but freaks is the whole.
void LineSelector::find_article_facts(std::string_view url, LineIndents* indents) {
  Selection& s = selection_;
  const bool page = s.body.kind == InputKind::page;
  fact_lines_.assign(std::min(s.text_lines.size(), kPartLines), {});
  for (std::size_t i = 0; i < s.lines.size() && s.number(i) < fact_lines_.size(); ++i) {
    FactLine& line = fact_lines_[s.number(i)];
    line.text = s.text_lines[s.number(i)];
    line.silent = facts::holds_no_fact(s.lines[i].matches());
    line.body = !s.lines[i].removed;
    line.no_digit = s.number(i) < line_facts_.size() && holds_no_digit(line_facts_[s.number(i)]);
    if (indents != nullptr) line.indent = indents->before(line.text);
    line.p = page ? s.body.p[s.number(i)] : (line.body ? 1.0F : 0.0F);
  }
  s.facts = fact_finder_.find(fact_lines_, url, s.language, page,
                              facts_ ? FactsWanted::record : FactsWanted::headline);
  if (page) take_page_headline(std::move(s.facts.headline));
}

/// The share of the words of kept lines that stand in those of `lines` that are prose.
double LineSelector::share_of_body(std::span<const PageLine> lines) const {
  std::uint64_t inside = 0;
  for (const PageLine& line : lines) inside += !line.removed && line.shape.prose ? line.shape.words : 0;
  if (inside == 0) return 0;
  std::uint64_t all = 0;
  for (const PageLine& line : selection_.lines) all += line.removed ? 0 : line.shape.words;
  return static_cast<double>(inside) / static_cast<double>(all);
}

/// A page's headline stands above its body. Labels that the model took for body above it are the site's.
void LineSelector::take_page_headline(std::optional<Fact> fact) {
  Selection& s = selection_;
  if (!fact) return;
  s.headline_text = std::move(fact->value);
  const auto places = std::views::iota(std::size_t{0}, s.lines.size());
  const auto found =
      std::ranges::lower_bound(places, fact->line, {}, [&](std::size_t line) { return s.number(line); });
  const auto at = static_cast<std::size_t>(found - places.begin());
  if (at == s.lines.size() || s.number(at) != fact->line) return;
  const auto above = std::span(s.lines).first(at);
  if (share_of_body(above) > kMostAboveTitle)
    return s.headline_text.clear();  // a title inside the body is another story's
  if (is_label(s.lines[above.size()])) return s.headline_text.clear();
  for (PageLine& line : above) {
    if (!line.removed) remove_as(line, Category::site_name, kBeforeHeadline);
  }
  take_title_lines(above.size());
}

/// A title that is its whole line is kept as such. One with the site's name behind it, or over two lines, is
/// copied into the field, and its lines go with the rest of the page.
void LineSelector::take_title_lines(std::size_t first) {
  std::vector<PageLine>& lines = selection_.lines;
  const std::string& title = selection_.headline_text;
  if (lines[first].text() == title) {
    selection_.headline = first;
    lines[first].removed = false;
    return;
  }
  constexpr std::size_t kMostTitleLines = 3;
  for (std::size_t i = first; i < std::min(first + kMostTitleLines, lines.size()); ++i) {
    const bool part = lines[i].text().find(title) != std::string_view::npos ||
                      title.find(lines[i].text()) != std::string::npos;
    if (!part) return;
    if (!lines[i].removed) remove_as(lines[i], Category::headline_repeat, kRepeatedHeadline);
  }
}

/// Markdown marks a text's title itself: "# Title" above all that is kept is the headline, without its mark.
/// True if there was one.
bool LineSelector::take_marked_headline() {
  Selection& s = selection_;
  const auto is_kept = [](const PageLine& line) { return !line.removed; };
  const auto first = s.headline == Selection::kNone
                         ? std::find_if(s.lines.begin(), s.lines.end(), is_kept)
                         : s.lines.begin() + static_cast<std::ptrdiff_t>(s.headline);
  if (first == s.lines.end() || !first->text().starts_with("# ") || !s.headline_text.empty()) return false;
  if (std::count_if(s.lines.begin(), s.lines.end(), is_kept) < 2) return false;
  s.headline = Selection::kNone;
  s.headline_text = line_edges(first->text()).text;
  remove_as(*first, Category::headline_repeat, kRepeatedHeadline);
  return true;
}

/// The lines in the order of the output: the headline first, then the rest of what is kept. Where that is
/// all of them as they stand, no copies are made.
void LineSelector::collect_kept() {
  kept_.clear();
  kept_from_.clear();
  const Selection& s = selection_;
  const bool in_order = s.headline == Selection::kNone || s.headline == 0;
  const auto is_kept = [](const PageLine& line) { return !line.removed; };
  const auto count = static_cast<std::size_t>(std::count_if(s.lines.begin(), s.lines.end(), is_kept));
  keeps_all_ = in_order && count == s.lines.size();
  if (keeps_all_) return;
  kept_.reserve(count + 1);
  kept_from_.reserve(count + 1);
  const auto add = [&](std::size_t i) {
    kept_.push_back(s.lines[i]);
    kept_from_.push_back(static_cast<std::uint32_t>(i));
  };
  if (s.headline != Selection::kNone) add(s.headline);
  for (std::size_t i = 0; i < s.lines.size(); ++i) {
    if (!s.lines[i].removed && i != s.headline) add(i);
  }
}

/// Strips what is kept, again and again, until nothing goes: cleaning the result would change nothing. What
/// is collected is what is kept then.
void LineSelector::strip() {
  collect_kept();
  for (int round = 0; round < kMostRounds && strip_round(round == 0); ++round) collect_kept();
}

/// Whether the headline is the stripper's to find: not where a page's title is known.
bool LineSelector::seeks_headline() const {
  return selection_.body.kind == InputKind::article || selection_.headline_text.empty();
}

/// True if anything changed.
bool LineSelector::strip_round(bool first) {
  Selection& s = selection_;
  const std::span<PageLine> lines = keeps_all_ ? s.lines : kept_;
  if (s.language.empty()) matches_.choose_packs(lines);
  StripReport report = stripper_.strip(
      lines, matches_,
      {.page = s.body.kind == InputKind::page, .title_case = s.language.empty() || s.language == "en"});
  if (first) std::move(report.warnings.begin(), report.warnings.end(), std::back_inserter(s.warnings));
  bool changed = false;
  if (seeks_headline() && report.headline != StripReport::kNone) {
    changed = report.headline != 0;
    s.headline = kept_from(report.headline);
  }
  if (keeps_all_ && s.headline != Selection::kNone) keep(s.lines[s.headline]);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (kept_from(i) == s.headline) continue;
    changed = changed || lines[i].removed;
    if (!keeps_all_) s.lines[kept_from_[i]] = lines[i];
  }
  return changed;
}

/// In extracted text the model has a say only behind furniture whose wording is certain, near the end: what
/// follows there, is no prose and does not look like body to it goes, too, if it is little. True if a line
/// went.
bool LineSelector::strip_behind_furniture() {
  Selection& s = selection_;
  const std::size_t behind = behind_furniture();
  const auto is_kept = [](const PageLine& line) { return !line.removed; };
  if (std::none_of(s.lines.begin() + static_cast<std::ptrdiff_t>(behind), s.lines.end(), is_kept))
    return false;
  const BodyChoice opinion = by_line_facts([&](auto lines) { return find_body(lines, s.categories); });
  bool changed = false;
  for (std::size_t i = behind; i < s.lines.size(); ++i) {
    if (s.lines[i].removed || i == s.headline || s.lines[i].shape.prose) continue;
    if (opinion.p[s.number(i)] >= kUnlikelyBody) continue;
    remove_by_model(s.lines[i]);
    changed = true;
  }
  return strip_teaser_texts(std::span(s.lines).subspan(behind)) || changed;
}

/// The first line after the earliest certain furniture that has at most kMostBehind of the words from it on.
std::size_t LineSelector::behind_furniture() const {
  const std::vector<PageLine>& lines = selection_.lines;
  std::uint64_t all = 0;
  for (const PageLine& line : lines) all += line.shape.words;
  std::size_t behind = lines.size();
  std::uint64_t words = 0;
  for (std::size_t i = lines.size(); i-- > 0;) {
    words += lines[i].shape.words;
    if (static_cast<double>(words) > kMostBehind * static_cast<double>(all)) break;
    if (lines[i].furniture) behind = i + 1;
  }
  return behind;
}

}  // namespace newswash
