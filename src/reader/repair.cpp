// The way of one text through the repair alone: the normalizer's fixes, then the words that line breaks cut,
// for which the lines must be understood. Cleaning (clean.cpp) goes the same way and joins whole lines. Mine:
// the order. Not mine: the steps.
#include <newswash/repair.h>

#include "normalizer/pipeline.h"
#include "reader/hyphens.h"

namespace newswash {

struct Repairer::State {
  RepairPipeline pipeline;
  bool heals_words;  // that line breaks cut; the reader does it where it joins lines
  Edits mended;
};

Repairer::Repairer(RepairOptions options)
    : state_(new State{RepairPipeline(options), options.does(Fix::spaces), {}}) {}
Repairer::~Repairer() = default;
Repairer::Repairer(Repairer&&) noexcept = default;
Repairer& Repairer::operator=(Repairer&&) noexcept = default;

Repaired Repairer::repair(std::string_view text) {
  RepairPipeline& pipeline = state_->pipeline;
  Repaired repaired = pipeline.run(text);
  Edits& mended = state_->mended;
  if (state_->heals_words) find_hyphenation(repaired.text, mended);
  if (!mended.empty()) repaired = pipeline.apply(Fix::spaces, mended);
  if (!pipeline.kept_cuts()) return repaired;
  find_soft_line_ends(repaired.text, mended);
  return pipeline.apply(Fix::invisibles, mended);
}

}  // namespace newswash
