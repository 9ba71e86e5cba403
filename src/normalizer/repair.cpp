// The public face of the normalizer, and the names of its fixes.
#include <newswash/repair.h>

#include <algorithm>
#include <array>

#include "normalizer/pipeline.h"
#include "reader/hyphens.h"

namespace newswash {
namespace {

constexpr std::array<std::string_view, kFixCount> kNames = {
    "encoding", "entities", "controls", "invisibles", "spaces", "ligatures", "width", "quotes", "form"};

}  // namespace

std::string_view name_of(Fix fix) noexcept {
  return kNames[static_cast<std::size_t>(fix)];
}

std::optional<Fix> fix_named(std::string_view name) noexcept {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Fix>(found - kNames.begin());
}

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
  const Repaired repaired = state_->pipeline.run(text);
  Edits& mended = state_->mended;
  if (state_->heals_words) find_hyphenation(repaired.text, mended);
  return mended.empty() ? repaired : state_->pipeline.apply(Fix::spaces, mended);
}

}  // namespace newswash
