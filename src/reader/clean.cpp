// The way of one text through newswash: the normalizer repairs it, the lines are judged, what is left is the
// article. The repair comes first so that damage can't hide boilerplate and so that cleaning twice changes
// nothing: what is judged is exactly what is written.
#include <newswash/clean.h>

#include <algorithm>

#include "normalizer/edit_log.h"
#include "reader/boilerplate/strip.h"
#include "reader/boilerplate/verdict.h"
#include "reader/rules.h"

namespace newswash {
namespace {

constexpr int kMostRounds = 4;  // real pages need one, or two where something went

std::string_view trimmed(std::string_view line) {
  while (!line.empty() && static_cast<unsigned char>(line.front()) <= ' ') line.remove_prefix(1);
  while (!line.empty() && static_cast<unsigned char>(line.back()) <= ' ') line.remove_suffix(1);
  return line;
}

bool begins_with_bullet(std::string_view line) {
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("• ") || line.starts_with("‣ "))
    return true;
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits > 0 && digits <= 2 &&
         (line.substr(digits).starts_with(". ") || line.substr(digits).starts_with(") "));
}

bool is_quotation(std::string_view line) {
  return (line.starts_with("“") && line.ends_with("”")) ||
         (line.starts_with("\"") && line.ends_with("\"") && line.size() > 1) ||
         (line.starts_with("«") && line.ends_with("»")) || (line.starts_with("„") && line.ends_with("“"));
}

ParagraphKind kind_of(const PageLine& line, const PageLine* next) {
  if (begins_with_bullet(line.text)) return ParagraphKind::list_item;
  if (is_quotation(line.text)) return ParagraphKind::quote;
  constexpr std::uint32_t kHeadingWords = 14;
  const bool short_label =
      !line.shape.ends_sentence && !line.shape.prose && line.shape.words <= kHeadingWords;
  return short_label && next != nullptr && next->shape.prose ? ParagraphKind::heading
                                                             : ParagraphKind::paragraph;
}

/// Counts line ends of the given text on the way to ascending offsets: LF, CR LF, or CR alone.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}

  std::uint32_t line_at(std::size_t offset) {
    for (; at_ < offset; ++at_) {
      const char c = text_[at_];
      lines_ += c == '\n' || (c == '\r' && (at_ + 1 == text_.size() || text_[at_ + 1] != '\n'));
    }
    return lines_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t lines_ = 1;
};

}  // namespace

struct Cleaner::State {
  CleanOptions options;
  Repairer repairer;
  Stripper stripper;
  std::vector<RuleSetView> rules;
  std::vector<PageLine> lines;
  std::vector<PageLine> kept;          // `lines` as the next run would see them
  std::vector<std::size_t> kept_from;  // and where each stands in `lines`
  std::size_t headline = StripReport::kNone;
  Article article;

  explicit State(CleanOptions given)
      : options(std::move(given)), repairer(options.repair), rules{built_in_rules()} {
    if (options.rules) rules.push_back(options.rules->view());
  }

  void split(std::string_view text) {
    lines.clear();
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::string_view line = trimmed(text.substr(begin, end - begin));
      if (!line.empty()) lines.push_back({.text = line, .shape = shape_of(line)});
      begin = end + 1;
    }
  }

  /// The lines in the order of the output: the headline first, then the rest of what is kept.
  void collect_kept() {
    kept.clear();
    kept_from.clear();
    const auto add = [&](std::size_t i) { kept.push_back(lines[i]), kept_from.push_back(i); };
    if (headline != StripReport::kNone) add(headline);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!lines[i].removed && i != headline) add(i);
    }
  }

  /// Strips what is kept, again and again, until nothing goes: cleaning the result would change nothing.
  void strip() {
    headline = StripReport::kNone;
    collect_kept();
    for (int round = 0; round < kMostRounds; ++round) {
      StripReport report = stripper.strip(kept, rules);
      if (round == 0) article.warnings = std::move(report.warnings);
      const std::size_t found =
          report.headline == StripReport::kNone ? StripReport::kNone : kept_from[report.headline];
      bool changed = found != headline && report.headline != 0 && report.headline != StripReport::kNone;
      headline = found;
      for (std::size_t i = 0; i < kept.size(); ++i) {
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
    article.headline = headline == StripReport::kNone ? std::string_view{} : lines[headline].text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].removed || i == headline) continue;
      article.paragraphs.push_back(
          {kind_of(lines[i], i + 1 < lines.size() ? &lines[i + 1] : nullptr), lines[i].text});
      article.words += lines[i].shape.words;
    }
  }

  /// Removed lines and the repairs of what was kept, in offsets of the text that was given.
  void write_record(std::string_view given, const Repaired& repaired) {
    article.removed.clear();
    article.repairs.clear();
    InputOffsets offsets(repaired.repairs);
    LineCounter counter(given);
    std::size_t next_repair = 0;
    const auto keep_repairs_before = [&](std::size_t offset) {
      while (next_repair < repaired.repairs.size() && repaired.repairs[next_repair].begin < offset) {
        article.repairs.push_back(repaired.repairs[next_repair++]);
      }
    };
    for (const PageLine& line : lines) {
      if (!line.removed) continue;
      const auto begin_in_text = static_cast<std::size_t>(line.text.data() - repaired.text.data());
      const std::size_t begin = offsets.begin(begin_in_text);
      std::size_t end = offsets.end(begin_in_text + line.text.size());
      while (end > begin && (given[end - 1] == '\n' || given[end - 1] == '\r')) --end;
      keep_repairs_before(begin);
      while (next_repair < repaired.repairs.size() && repaired.repairs[next_repair].begin < end)
        ++next_repair;
      article.removed.push_back(
          {line.rule, line.category, counter.line_at(begin), begin, end, given.substr(begin, end - begin)});
    }
    keep_repairs_before(given.size() + 1);
  }

  const Article& clean(std::string_view given) {
    const Repaired repaired = repairer.repair(given);
    split(repaired.text);
    strip();
    write_paragraphs();
    write_record(given, repaired);
    Judgement judgement = judge(lines);
    article.verdict = judgement.verdict;
    article.verdict_reason = std::move(judgement.reason);
    for (const Unrepaired& damage : repaired.unrepaired) {
      article.warnings.push_back("damaged text that could not be repaired at byte " +
                                 std::to_string(damage.begin));
    }
    return article;
  }
};

Cleaner::Cleaner(CleanOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Cleaner::~Cleaner() = default;
Cleaner::Cleaner(Cleaner&&) noexcept = default;
Cleaner& Cleaner::operator=(Cleaner&&) noexcept = default;

const Article& Cleaner::clean(std::string_view text) {
  return state_->clean(text);
}

}  // namespace newswash
