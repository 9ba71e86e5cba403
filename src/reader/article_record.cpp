// Puts the record together, in the order of the text.
#include "reader/article_record.h"

#include <algorithm>
#include <numeric>

#include "reader/boilerplate/verdict.h"
#include "reader/lines.h"
#include "reader/paragraphs.h"

namespace newswash {
namespace {

bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

bool is_visible_ascii(char c) {
  return c > ' ' && c < 0x7F;
}

void record_paragraphs(const Selection& selection, Article& article) {
  const std::vector<PageLine>& lines = selection.lines;
  const std::size_t headline = selection.headline;
  article.paragraphs.clear();
  article.words = 0;
  article.headline = headline == Selection::kNone ? std::string_view{} : lines[headline].text();
  if (!selection.headline_text.empty()) article.headline = selection.headline_text;
  const auto is_kept = [](const PageLine& line) { return !line.removed; };
  article.paragraphs.reserve(static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), is_kept)));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].removed || i == headline) continue;
    article.paragraphs.push_back(
        {paragraph_kind(lines[i], i + 1 < lines.size() ? &lines[i + 1] : nullptr), lines[i].text()});
    article.words += lines[i].shape.words;
  }
}

void record_facts(const Facts& facts, Article& article) {
  const auto take = [](const std::optional<Fact>& fact, std::string& into) {
    into = fact ? fact->value : std::string();
  };
  take(facts.standfirst, article.standfirst);
  take(facts.dateline, article.dateline);
  take(facts.date_published, article.date_published);
  take(facts.date_modified, article.date_modified);
  take(facts.publisher, article.publisher);
  article.byline = facts.byline ? facts.byline->raw : std::string();
  article.authors = facts.authors;
}

/// Removed lines and the repairs of what was kept, in offsets of the text that was given.
class Removals {
 public:
  Removals(std::string_view given, const Repaired& repaired, bool listed, Article& article)
      : given_(given),
        repaired_(repaired),
        listed_(listed),
        article_(article),
        offsets_(repaired.repairs),
        counter_(given) {}

  /// `sizes`, if given, becomes how many removed lines each line is that went: a wrapped paragraph was
  /// several.
  void record(std::span<const PageLine> lines, std::vector<std::uint32_t>* sizes) {
    article_.removed.clear();
    article_.repairs.clear();
    article_.repair_counts.fill(0);
    count(lines);
    if (!listed_ && repaired_.repairs.empty()) return;
    if (listed_) reserve();
    for (const PageLine& line : lines) {
      if (!line.removed) continue;
      const std::uint32_t size = record(line);
      if (sizes != nullptr) sizes->push_back(size);
    }
    keep_repairs_before(given_.size() + 1);
  }

 private:
  void count(std::span<const PageLine> lines) {
    article_.removed_counts.fill(0);
    for (const PageLine& line : lines) {
      if (line.removed) ++article_.removed_counts[static_cast<std::size_t>(line.category)];
    }
  }

  /// A page may have a million lines.
  void reserve() {
    const auto& counts = article_.removed_counts;
    article_.removed.reserve(std::accumulate(counts.begin(), counts.end(), std::size_t{0}));
  }

  std::uint32_t record(const PageLine& line) {
    const auto begin_in_text = static_cast<std::size_t>(line.text().data() - repaired_.text.data());
    const std::size_t offset = offsets_.begin(begin_in_text);
    std::size_t end = offsets_.end(begin_in_text + line.text().size());
    while (end > offset && is_line_end(given_[end - 1])) --end;
    keep_repairs_before(offset);
    const std::size_t begin = after_blank_lines(offset);
    keep_repairs_before(begin);
    bool joined = false;
    for (; next_ < repaired_.repairs.size() && repaired_.repairs[next_].begin < end; ++next_) {
      const Repair& repair = repaired_.repairs[next_];
      joined = joined || holds_line_end(repair.begin, std::min(repair.end, end));
    }
    return joined ? list_each(line, begin, end) : list(line, begin, end);
  }

  std::uint32_t list(const PageLine& line, std::size_t begin, std::size_t end) {
    if (!listed_) return 1;
    article_.removed.push_back({line.rule(),
                                line.category,
                                counter_.line_at(begin),
                                begin,
                                end,
                                given_.substr(begin, end - begin),
                                {}});
    return 1;
  }

  /// The lines of the input that were joined to one.
  std::uint32_t list_each(const PageLine& line, std::size_t begin, std::size_t end) {
    std::uint32_t lines = 0;
    for (std::size_t at = begin; at < end;) {
      const std::size_t line_end = std::min(given_.find_first_of("\r\n", at), end);
      if (given_.find_first_not_of(" \t", at) < line_end) lines += list(line, at, line_end);
      at = line_end + 1;
    }
    if (lines == 0) return list(line, begin, end);
    article_.removed_counts[static_cast<std::size_t>(line.category)] += lines - 1;
    return lines;
  }

  bool holds_line_end(std::size_t begin, std::size_t end) const {
    const std::string_view bytes = given_.substr(begin, end - begin);
    return std::any_of(bytes.begin(), bytes.end(), is_line_end);
  }

  /// What was deleted right before a line may hold the ends of blank lines above it.
  std::size_t after_blank_lines(std::size_t begin) const {
    std::size_t content = begin;
    for (std::size_t i = next_; i < repaired_.repairs.size() && repaired_.repairs[i].begin == content; ++i) {
      if (!repaired_.repairs[i].after.empty()) break;
      content = repaired_.repairs[i].end;
    }
    while (content > begin && !is_line_end(given_[content - 1])) --content;
    const std::string_view deleted = given_.substr(begin, content - begin);
    return std::any_of(deleted.begin(), deleted.end(), is_visible_ascii) ? begin : content;
  }

  void keep_repairs_before(std::size_t offset) {
    for (; next_ < repaired_.repairs.size() && repaired_.repairs[next_].begin < offset; ++next_) {
      const Repair& repair = repaired_.repairs[next_];
      ++article_.repair_counts[static_cast<std::size_t>(repair.fix)];
      if (listed_) article_.repairs.push_back(repair);
    }
  }

  std::string_view given_;
  const Repaired& repaired_;
  bool listed_;
  Article& article_;
  InputOffsets offsets_;
  LineCounter counter_;
  std::size_t next_ = 0;  // of the repairs
};

/// `sizes`: the removed lines that each line which went was.
void record_reasons(const Selection& selection, std::span<const std::uint32_t> sizes, Article& article) {
  std::vector<std::uint32_t> asked;
  for (std::size_t i = 0; i < selection.lines.size(); ++i) {
    const PageLine& line = selection.lines[i];
    if (line.removed && line.rule() == kModelRule) asked.push_back(selection.number(i));
  }
  if (asked.empty()) return;
  const std::vector<std::string> why = reasons(selection.text_lines, asked, selection.categories);
  auto next = why.begin();
  auto line = article.removed.begin();
  for (const std::uint32_t size : sizes) {
    if (line->rule != kModelRule) {
      line += size;
      continue;
    }
    for (std::uint32_t i = 0; i < size; ++i) (line++)->why = *next;
    ++next;
  }
}

void record_verdict(const Repaired& repaired, const Selection& selection, Article& article) {
  Judgement judgement = judge(selection.lines);
  article.verdict = judgement.verdict;
  article.verdict_reason = std::move(judgement.reason);
  article.warnings = selection.warnings;
  for (const Unrepaired& damage : repaired.unrepaired) {
    article.warnings.push_back("damaged text that could not be repaired at byte " +
                               std::to_string(damage.begin));
  }
}

}  // namespace

void record_article(std::string_view given, const Repaired& repaired, const Selection& selection,
                    const CleanOptions& options, Article& article) {
  article.language = selection.language;
  article.input = selection.body.kind;
  article.input_reason = selection.input_reason;
  record_facts(selection.facts, article);
  record_paragraphs(selection, article);
  const bool reasons = options.reasons && options.audit;
  std::vector<std::uint32_t> sizes;
  Removals(given, repaired, options.audit, article).record(selection.lines, reasons ? &sizes : nullptr);
  if (reasons) record_reasons(selection, sizes, article);
  record_verdict(repaired, selection, article);
}

}  // namespace newswash
