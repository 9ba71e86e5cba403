// The loops that make cleaning twice change nothing: the result is read again as the next run would read it,
// and what that run would change is changed now.
#include <algorithm>

#include "reader/body/article_proof.h"
#include "reader/language/language.h"
#include "reader/selection.h"

namespace newswash {

/// What is kept as the next run's lines, a blank one between two.
void LineSelector::read_output() {
  output_lines_.clear();
  output_categories_.clear();
  for (std::size_t i = 0; i < kept_count(); ++i) {
    if (i > 0) output_lines_.emplace_back(), output_categories_.push_back(0);
    output_lines_.push_back(selection_.lines[kept_from(i)].text());
    output_categories_.push_back(selection_.categories[selection_.number(kept_from(i))]);
  }
}

/// What is kept, a blank line between two.
bool LineSelector::output_is_plainly_article() const {
  const std::size_t count = kept_count();
  body::ArticleProof proof(count * 2 - 1, count - 1);
  for (std::size_t i = 0; i < count; ++i) {
    const PageLine& line = selection_.lines[kept_from(i)];
    if (!proof.add(line.text(), line.shape.sure_words, false)) return false;
  }
  return proof.holds();
}

BodyChoice LineSelector::choose_output_body() {
  if (kept_count() == 0 || output_is_plainly_article()) return {};
  if (line_facts_.empty()) return choose_body(output_lines_, output_categories_);
  std::vector<LineFacts> facts;
  facts.reserve(output_lines_.size());
  for (std::size_t i = 0; i < kept_count(); ++i) {
    if (i > 0) facts.emplace_back();
    facts.push_back(line_facts_[selection_.number(kept_from(i))]);
  }
  return choose_body(std::span<const LineFacts>(facts), output_categories_);
}

/// Whether the next run would judge the same lines in the same order. Blank lines between them change neither
/// the language nor, where no lines belong together, what the text is taken for.
bool LineSelector::keeps_all() const {
  const Selection& s = selection_;
  return keeps_all_ && s.body.kind == InputKind::article && !s.body.joins;
}

/// In another language the headline may be a label.
void LineSelector::doubt_headline() {
  Selection& s = selection_;
  if (s.headline == Selection::kNone || !is_label(s.lines[s.headline])) return;
  s.headline = Selection::kNone;
  s.headline_text.clear();
}

/// The result read again: another language may show, and where it still looks like a page, the model has its
/// say once more. True if anything changed.
bool LineSelector::choose_again() {
  if (input_) return false;
  Selection& s = selection_;
  if (keeps_all()) return false;
  read_output();
  if (std::equal(output_lines_.begin(), output_lines_.end(), s.text_lines.begin(), s.text_lines.end()))
    return false;
  const std::string_view language = find_language(output_lines_);
  bool changed = language != s.language;
  s.language = language;
  if (changed) {
    matches_.find(s.lines, s.language);
    doubt_headline();
  } else if (language.empty()) {
    matches_.choose_packs(s.lines);
  }
  const BodyChoice again = choose_output_body();
  still_page_ = again.kind == InputKind::page;
  for (std::size_t i = 0; again.kind == InputKind::page && i < kept_count(); ++i) {
    if (again.keep[2 * i] != 0 || kept_from(i) == s.headline) continue;
    remove_by_model(s.lines[kept_from(i)]);
    changed = true;
  }
  return changed;
}

/// Whether one of the first lines behind the headline could be taken for another one.
bool LineSelector::opens_with_titles() const {
  constexpr std::size_t kLooksAt = 2;
  const std::size_t first = selection_.headline == Selection::kNone ? 0 : 1;
  for (std::size_t i = first; i < std::min(kept_count(), first + kLooksAt); ++i) {
    if (!selection_.lines[kept_from(i)].shape.prose) return true;
  }
  return false;
}

/// A page's title that is copied from its line stands in the output as a line of its own, and a result that
/// still looks like a page, or that opens with several lines like titles, is searched for a headline once
/// more: such a result is read as the next run reads it, and what that run would change is changed now.
void LineSelector::settle_page() {
  Selection& s = selection_;
  const bool titled = s.headline == Selection::kNone && !s.headline_text.empty();
  if (!titled && !still_page_ && !opens_with_titles()) return;
  if (next_run_ == nullptr) {
    next_run_ =
        std::make_unique<LineSelector>(CleanOptions{.rules = own_rules_, .input = input_, .facts = false});
    next_run_->is_next_run_ = true;
    next_run_->matches_.share(matches_);
  }
  for (int round = 0; round < kMostRounds; ++round) {
    const bool first = titled && !s.headline_text.empty();
    const Selection& next = select_again(first);
    const std::size_t before = kept_count();
    const std::size_t headline = s.headline;
    take_over(next, first);
    collect_kept();
    const bool as_before = s.headline == headline && first == (titled && !s.headline_text.empty());
    if (kept_count() == before && as_before) return;
  }
}

/// What the next run selects of what is kept, behind the headline where `titled`. What is known of the lines
/// is handed over.
const Selection& LineSelector::select_again(bool titled) {
  const Selection& s = selection_;
  std::vector<LineFacts> facts;
  std::vector<const PageLine*>& known = next_run_->known_;
  known.clear();
  output_lines_.clear();
  const auto add = [&](std::string_view line, const PageLine* of) {
    output_lines_.insert(output_lines_.end(), {line, {}});
    known.push_back(of);
  };
  if (titled) add(s.headline_text, nullptr);
  for (std::size_t i = 0; i < kept_count(); ++i) {
    const PageLine& line = s.lines[kept_from(i)];
    add(line.text(), &line);
  }
  next_run_->known_language_ = s.language;
  if (!line_facts_.empty()) {
    facts.reserve(output_lines_.size());
    if (titled) facts.insert(facts.end(), {scan_line(s.headline_text), {}});
    for (std::size_t i = 0; i < kept_count(); ++i)
      facts.insert(facts.end(), {line_facts_[s.number(kept_from(i))], {}});
  }
  return next_run_->select(output_lines_, {}, std::move(facts));
}

/// `next` is the selection of what is kept, behind a line that is the headline alone where `titled`.
void LineSelector::take_over(const Selection& next, bool titled) {
  Selection& s = selection_;
  const std::size_t shift = titled ? 1 : 0;
  const auto own = [&](std::size_t line) { return kept_from(line - shift); };
  const bool lost = !next.lines.empty() && next.headline != 0 &&
                    (next.lines[0].removed || (next.headline != Selection::kNone && next.headline > 0));
  if (lost) {
    s.headline_text.clear();
    s.headline = Selection::kNone;
    if (next.headline != Selection::kNone) s.headline = own(next.headline);
  }
  for (std::size_t i = shift; i < next.lines.size(); ++i) {
    if (next.lines[i].removed && own(i) != s.headline)
      remove_as(s.lines[own(i)], next.lines[i].category, *next.lines[i].rule_id());
  }
}

}  // namespace newswash
