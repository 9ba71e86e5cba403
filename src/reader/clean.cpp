// The way of one text through newswash: the normalizer repairs it, the lines are judged, what is left is the
// article. The repair comes first so that damage can't hide boilerplate and so that cleaning twice changes
// nothing: what is judged is exactly what is written. Mine: the order of the three. Not mine: judging
// (selection.h), the record (article_record.h).
#include <newswash/clean.h>

#include "normalizer/pipeline.h"
#include "reader/article_record.h"
#include "reader/body/body.h"
#include "reader/hyphens.h"
#include "reader/inline_marks.h"
#include "reader/line_indents.h"
#include "reader/lines.h"
#include "reader/long_line_cuts.h"
#include "reader/selection.h"

namespace newswash {

struct Cleaner::State {
  CleanOptions options;
  RepairPipeline pipeline;
  Lines text_lines;
  LongLineCutter cutter;
  LineSelector selector;
  Article article;

  explicit State(CleanOptions given)
      : options(std::move(given)), pipeline(options.repair), cutter(options), selector(options) {}

  /// Hard-wrapped lines become the paragraphs they were, in the text and in the record of repairs. `facts`
  /// becomes those of the text's lines, or empty where they were not needed.
  Repaired unwrap(Repaired repaired, std::vector<LineFacts>& facts) {
    if (!options.repair.does(Fix::spaces)) return repaired;
    Edits joins;
    find_joins(repaired.text, text_lines, joins, facts);
    if (joins.empty() && !pipeline.kept_cuts()) return repaired;
    repaired = pipeline.apply(Fix::spaces, joins);
    if (pipeline.kept_cuts()) {
      find_soft_line_ends(repaired.text, joins);
      pipeline.apply(Fix::invisibles, joins);
    }
    return with_new_lines(pipeline.settle(), facts);
  }

  /// Marks of Markdown and of lynx become what a browser shows. After the lines were joined: they
  /// were broken with the addresses in them.
  Repaired read_marks(Repaired repaired, std::vector<LineFacts>& facts) {
    if (!options.repair.does(Fix::entities)) return repaired;
    Edits marks;
    find_inline_marks(repaired.text, marks);
    if (marks.empty()) return repaired;
    pipeline.apply(Fix::entities, marks);
    return with_new_lines(pipeline.settle(), facts);
  }

  /// Text that comes as one line is cut around the furniture in it, again and again until there is none.
  Repaired cut_long_lines(Repaired repaired, std::vector<LineFacts>& facts) {
    constexpr int kMostRounds = 4;
    if (!options.repair.does(Fix::spaces)) return repaired;
    for (int round = 0; round < kMostRounds; ++round) {
      Edits cuts = cutter.find_cuts(repaired.text, text_lines);
      if (cuts.empty()) break;
      repaired = with_new_lines(pipeline.apply(Fix::spaces, cuts), facts);
    }
    return repaired;
  }

  Repaired with_new_lines(Repaired repaired, std::vector<LineFacts>& facts) {
    split_lines(repaired.text, text_lines);
    facts.clear();
    return repaired;
  }

  const Article& clean(std::string_view given, std::string_view url) {
    Repaired repaired = pipeline.run(given);
    split_lines(repaired.text, text_lines);
    std::vector<LineFacts> facts;
    repaired = unwrap(repaired, facts);
    repaired = read_marks(repaired, facts);
    repaired = cut_long_lines(repaired, facts);
    LineIndents indents(given, repaired);
    const Selection& selection = selector.select(text_lines, url, std::move(facts), &indents);
    // The lines of a large text have done their work: only reasons ask for them again.
    if (text_lines.size() > kPartLines && !options.reasons) text_lines = Lines();
    record_article(given, repaired, selection, options, article);
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
