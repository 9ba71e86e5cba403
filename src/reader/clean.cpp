// The way of one text through newswash: the normalizer repairs it, the lines are judged, what is left is the
// article. The repair comes first so that damage can't hide boilerplate and so that cleaning twice changes
// nothing: what is judged is exactly what is written. Mine: the order of the steps and the article they make.
// Not mine: the steps.
#include <newswash/clean.h>

#include <algorithm>
#include <iterator>

#include "normalizer/pipeline.h"
#include "reader/body/body.h"
#include "reader/boilerplate/rule_matches.h"
#include "reader/boilerplate/strip.h"
#include "reader/boilerplate/verdict.h"
#include "reader/facts/eligible.h"
#include "reader/facts/facts.h"
#include "reader/hyphens.h"
#include "reader/language/language.h"
#include "reader/lines.h"
#include "reader/paragraphs.h"
#include "reader/rules.h"

namespace newswash {
namespace {

constexpr int kMostRounds =
    16;  // real pages need one, or two where something went; each but the last takes a line
constexpr std::size_t kNone = StripReport::kNone;
constexpr double kMostBehind = 0.25;   // of the words may stand behind furniture for the model to judge them
constexpr float kUnlikelyBody = 0.3F;  // a line less likely than this is no body
constexpr std::string_view kModelRule = "model.body";

bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

}  // namespace

struct Cleaner::State {
  CleanOptions options;
  RepairPipeline pipeline;
  RuleMatches matches;
  Stripper stripper;
  std::vector<RuleSetView> rules;
  Lines text_lines;                    // all lines, blank ones included
  std::vector<PageLine> lines;         // those that are not blank
  std::vector<std::uint32_t> numbers;  // where each of those stands in `text_lines`
  std::vector<std::uint8_t> categories;
  std::vector<PageLine> kept;          // `lines` as the next run would see them
  std::vector<std::size_t> kept_from;  // and where each stands in `lines`
  Lines output_lines;                  // the result as lines
  std::vector<std::uint8_t> output_categories;
  std::vector<FactLine> fact_lines;
  BodyChoice body;
  std::size_t headline = kNone;  // index in `lines`
  std::string headline_text;     // where the headline is less than its line
  Article article;

  explicit State(CleanOptions given)
      : options(std::move(given)), pipeline(options.repair), rules{built_in_rules()} {
    if (options.rules) rules.push_back(options.rules->view());
  }

  void split(std::string_view text) {
    split_lines(text, text_lines);
    lines.clear();
    numbers.clear();
    for (std::uint32_t i = 0; i < text_lines.size(); ++i) {
      if (text_lines[i].empty()) continue;
      lines.push_back({.text = text_lines[i], .shape = shape_of(text_lines[i])});
      numbers.push_back(i);
    }
  }

  /// Hard-wrapped lines become the paragraphs they were, in the text and in the record of repairs.
  Repaired unwrap(Repaired repaired) {
    if (!options.repair.does(Fix::spaces)) return repaired;
    Edits joins;
    find_joins(repaired.text, text_lines, joins);
    if (joins.empty() && !pipeline.kept_cuts()) return repaired;
    repaired = pipeline.apply(Fix::spaces, joins);
    if (pipeline.kept_cuts()) {
      find_soft_line_ends(repaired.text, joins);
      repaired = pipeline.apply(Fix::invisibles, joins);
    }
    split(repaired.text);
    return repaired;
  }

  void match_rules() {
    matches.find(lines, rules);
    matches.choose_packs(lines, article.language);
    categories.assign(text_lines.size(), 0);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].matches.empty()) continue;
      categories[numbers[i]] =
          static_cast<std::uint8_t>(static_cast<unsigned>(lines[i].matches.front()->category) + 1);
    }
  }

  /// Pages: what the model does not take for the article's body goes.
  void choose_page_body() {
    body = options.input == InputKind::article ? BodyChoice{}
           : options.input == InputKind::page  ? find_body(text_lines, categories)
                                               : choose_body(text_lines, categories);
    article.input = body.kind;
    article.input_reason = std::move(body.kind_reason);
    if (body.kind != InputKind::page) return;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (body.keep[numbers[i]] == 0) remove_by_model(lines[i]);
    }
  }

  /// In the name of the rule that matches the line, if any.
  static void remove_by_model(PageLine& line) {
    const RuleInfo* const rule = line.matches.empty() ? nullptr : line.matches.front();
    remove_as(line, rule == nullptr ? Category::other : rule->category,
              rule == nullptr ? kModelRule : rule->id);
  }

  /// The result read again: another language may show, and where it still looks like a page, the model has
  /// its say once more. True if anything changed.
  bool choose_again() {
    if (options.input) return false;
    collect_kept();
    output_lines.clear();
    output_categories.clear();
    for (std::size_t i = 0; i < kept.size(); ++i) {
      if (i > 0) output_lines.emplace_back(), output_categories.push_back(0);
      output_lines.push_back(kept[i].text);
      output_categories.push_back(categories[numbers[kept_from[i]]]);
    }
    if (output_lines == text_lines) return false;
    const std::string_view language = find_language(output_lines);
    bool changed = language != article.language;
    article.language = language;
    matches.choose_packs(lines, article.language);
    const BodyChoice again = choose_body(output_lines, output_categories);
    for (std::size_t i = 0; again.kind == InputKind::page && i < kept.size(); ++i) {
      if (again.keep[2 * i] != 0 || kept_from[i] == headline) continue;
      remove_by_model(lines[kept_from[i]]);
      changed = true;
    }
    return changed;
  }

  /// In extracted text the model has a say only behind furniture whose wording is certain, near the end: what
  /// follows there, is no prose and does not look like body to it goes, too, if it is little. True if a line
  /// went.
  bool strip_behind_furniture() {
    std::uint64_t all = 0;
    for (const PageLine& line : lines) all += line.shape.words;
    std::size_t behind = lines.size();
    std::uint64_t words = 0;
    for (std::size_t i = lines.size(); i-- > 0;) {
      words += lines[i].shape.words;
      if (static_cast<double>(words) > kMostBehind * static_cast<double>(all)) break;
      if (lines[i].furniture) behind = i + 1;
    }
    const auto is_kept = [](const PageLine& line) { return !line.removed; };
    if (std::none_of(lines.begin() + static_cast<std::ptrdiff_t>(behind), lines.end(), is_kept)) return false;
    const BodyChoice opinion = find_body(text_lines, categories);
    bool changed = false;
    for (std::size_t i = behind; i < lines.size(); ++i) {
      if (lines[i].removed || i == headline || lines[i].shape.prose) continue;
      if (opinion.p[numbers[i]] >= kUnlikelyBody) continue;
      remove_by_model(lines[i]);
      changed = true;
    }
    return changed;
  }

  void find_article_facts(std::string_view url) {
    fact_lines.assign(text_lines.size(), {});
    for (std::size_t i = 0; i < lines.size(); ++i) {
      FactLine& line = fact_lines[numbers[i]];
      line.text = text_lines[numbers[i]];
      line.silent = facts::holds_no_fact(lines[i].matches);
      line.body = !lines[i].removed;
      line.p = body.kind == InputKind::page ? body.p[numbers[i]] : (line.body ? 1.0F : 0.0F);
    }
    Facts facts = find_facts(fact_lines, url, article.language, body.kind == InputKind::page,
                             options.facts ? FactsWanted::all : FactsWanted::headline);
    const auto take = [](std::optional<Fact>& fact, std::string& into) {
      into = fact ? std::move(fact->value) : std::string();
    };
    take(facts.standfirst, article.standfirst);
    take(facts.dateline, article.dateline);
    take(facts.date_published, article.date_published);
    take(facts.date_modified, article.date_modified);
    take(facts.publisher, article.publisher);
    article.byline = facts.byline ? std::move(facts.byline->raw) : std::string();
    article.authors = std::move(facts.authors);
    if (body.kind == InputKind::page) take_page_headline(facts.headline);
  }

  /// A page's headline stands above its body. Labels that the model took for body above it are the site's.
  void take_page_headline(std::optional<Fact>& fact) {
    headline = kNone;
    headline_text.clear();
    if (!fact) return;
    headline_text = std::move(fact->value);
    const auto at = std::lower_bound(numbers.begin(), numbers.end(), fact->line);
    if (at == numbers.end() || *at != fact->line) return;
    const auto above = std::span(lines).first(static_cast<std::size_t>(at - numbers.begin()));
    if (std::any_of(above.begin(), above.end(),
                    [](const PageLine& line) { return !line.removed && line.shape.prose; })) {
      return headline_text.clear();  // a title inside the body is another story's
    }
    for (PageLine& line : above) {
      if (!line.removed) remove_as(line, Category::site_name, kBeforeHeadline);
    }
    take_title_lines(above.size());
  }

  /// A title that is its whole line is kept as such. One with the site's name behind it, or over two lines,
  /// is copied into the field, and its lines go with the rest of the page.
  void take_title_lines(std::size_t first) {
    if (lines[first].text == headline_text) {
      headline = first;
      lines[first].removed = false;
      return;
    }
    constexpr std::size_t kMostTitleLines = 3;
    for (std::size_t i = first; i < std::min(first + kMostTitleLines, lines.size()); ++i) {
      const bool part = lines[i].text.find(headline_text) != std::string_view::npos ||
                        headline_text.find(lines[i].text) != std::string::npos;
      if (!part) return;
      if (!lines[i].removed) remove_as(lines[i], Category::headline_repeat, kRepeatedHeadline);
    }
  }

  /// The lines in the order of the output: the headline first, then the rest of what is kept.
  void collect_kept() {
    kept.clear();
    kept_from.clear();
    const auto add = [&](std::size_t i) { kept.push_back(lines[i]), kept_from.push_back(i); };
    if (headline != kNone) add(headline);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!lines[i].removed && i != headline) add(i);
    }
  }

  /// Strips what is kept, again and again, until nothing goes: cleaning the result would change nothing.
  void strip() {
    collect_kept();
    for (int round = 0; round < kMostRounds; ++round) {
      if (article.language.empty()) matches.choose_packs(kept, {});
      StripReport report =
          stripper.strip(kept, {.page = body.kind == InputKind::page,
                                .title_case = article.language.empty() || article.language == "en"});
      if (round == 0) {
        std::move(report.warnings.begin(), report.warnings.end(), std::back_inserter(article.warnings));
      }
      bool changed = false;
      const bool open =
          body.kind == InputKind::article || headline_text.empty();  // else the page's title is known
      if (open && report.headline != kNone) {
        changed = report.headline != 0;
        headline = kept_from[report.headline];
      }
      for (std::size_t i = 0; i < kept.size(); ++i) {
        if (kept_from[i] == headline) continue;
        changed = changed || kept[i].removed;
        lines[kept_from[i]] = kept[i];
      }
      if (!changed) return;
      collect_kept();
    }
  }

  void write_paragraphs() {
    article.paragraphs.clear();
    article.words = 0;
    article.headline = headline == kNone ? std::string_view{} : lines[headline].text;
    if (!headline_text.empty()) article.headline = headline_text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].removed || i == headline) continue;
      article.paragraphs.push_back(
          {paragraph_kind(lines[i], i + 1 < lines.size() ? &lines[i + 1] : nullptr), lines[i].text});
      article.words += lines[i].shape.words;
    }
  }

  /// Removed lines and the repairs of what was kept, in offsets of the text that was given.
  void write_record(std::string_view given, const Repaired& repaired) {
    article.removed.clear();
    article.repairs.clear();
    InputOffsets offsets(repaired.repairs);
    LineCounter counter(given);
    std::size_t next = 0;
    const auto keep_repairs_before = [&](std::size_t offset) {
      while (next < repaired.repairs.size() && repaired.repairs[next].begin < offset)
        article.repairs.push_back(repaired.repairs[next++]);
    };
    for (const PageLine& line : lines) {
      if (!line.removed) continue;
      const auto begin_in_text = static_cast<std::size_t>(line.text.data() - repaired.text.data());
      std::size_t begin = offsets.begin(begin_in_text);
      std::size_t end = offsets.end(begin_in_text + line.text.size());
      while (end > begin && is_line_end(given[end - 1])) --end;
      keep_repairs_before(begin);
      // What was deleted right before the line may hold the ends of blank lines above it.
      std::size_t content = begin;
      for (std::size_t i = next; i < repaired.repairs.size() && repaired.repairs[i].begin == content; ++i) {
        if (!repaired.repairs[i].after.empty()) break;
        content = repaired.repairs[i].end;
      }
      const std::size_t last = given.substr(begin, content - begin).find_last_of("\r\n");
      if (last != std::string_view::npos) begin += last + 1;
      keep_repairs_before(begin);
      while (next < repaired.repairs.size() && repaired.repairs[next].begin < end) ++next;
      article.removed.push_back({line.rule,
                                 line.category,
                                 counter.line_at(begin),
                                 begin,
                                 end,
                                 given.substr(begin, end - begin),
                                 {}});
    }
    keep_repairs_before(given.size() + 1);
    if (options.reasons) write_reasons();
  }

  void write_reasons() {
    std::vector<std::uint32_t> asked;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].removed && lines[i].rule == kModelRule) asked.push_back(numbers[i]);
    }
    if (asked.empty()) return;
    std::vector<std::string> why = reasons(text_lines, asked, categories);
    auto next = why.begin();
    for (RemovedLine& line : article.removed) {
      if (line.rule == kModelRule) line.why = std::move(*next++);
    }
  }

  void write_verdict(const Repaired& repaired) {
    Judgement judgement = judge(lines);
    article.verdict = judgement.verdict;
    article.verdict_reason = std::move(judgement.reason);
    for (const Unrepaired& damage : repaired.unrepaired) {
      article.warnings.push_back("damaged text that could not be repaired at byte " +
                                 std::to_string(damage.begin));
    }
  }

  /// Nothing goes from one text to the next.
  void begin_article() {
    article.warnings.clear();
    article.authors.clear();
    for (std::string* fact : {&article.standfirst, &article.byline, &article.dateline,
                              &article.date_published, &article.date_modified, &article.publisher}) {
      fact->clear();
    }
    headline = kNone;
    headline_text.clear();
  }

  const Article& clean(std::string_view given, std::string_view url) {
    begin_article();
    Repaired repaired = pipeline.run(given);
    split(repaired.text);
    repaired = unwrap(repaired);
    article.language = find_language(text_lines);
    match_rules();
    choose_page_body();
    if (body.kind == InputKind::page) find_article_facts(url);
    strip();
    if (body.kind == InputKind::article && !options.input && strip_behind_furniture()) strip();
    for (int round = 0; round < kMostRounds && choose_again(); ++round) strip();
    if (body.kind == InputKind::article && options.facts) find_article_facts(url);
    write_paragraphs();
    write_record(given, repaired);
    write_verdict(repaired);
    return article;
  }
};

Cleaner::Cleaner(CleanOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Cleaner::~Cleaner() = default;
Cleaner::Cleaner(Cleaner&&) noexcept = default;
Cleaner& Cleaner::operator=(Cleaner&&) noexcept = default;

const Article& Cleaner::clean(std::string_view text, std::string_view url) {
  return state_->clean(text, url);
}

}  // namespace newswash
