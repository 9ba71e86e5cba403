// The normalizer's pipeline: the named fixes in the order they run, each only where the text could hold its
// case.
#include <newswash/repair.h>

#include <algorithm>
#include <array>

#include "normalizer/edit_log.h"
#include "normalizer/features.h"
#include "normalizer/fixes.h"
#include "normalizer/mojibake.h"
#include "text/code_points.h"

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
  RepairOptions options;
  EditLog log;
  Edits edits;
  std::vector<Unrecoverable> unrecoverable;
  std::vector<Unrepaired> unrepaired;

  void apply(Fix fix) { log.apply(fix, edits); }

  /// Before any other fix: what the entities stand for may be the damage, and damage may hide what the rest
  /// looks for.
  void fix_encoding() {
    unrecoverable.clear();
    unrepaired.clear();
    if (!options.does(Fix::encoding) || !may_hold_mojibake(log.text())) return;
    find_mojibake(log.text(), {.stated = code_page_named(options.mojibake)}, edits, unrecoverable);
    InputOffsets offsets(log.repairs());
    for (const Unrecoverable& span : unrecoverable)
      unrepaired.push_back({offsets.begin(span.begin), offsets.end(span.end)});
    apply(Fix::encoding);
  }

  void fix_typography() {
    if (options.split_ligatures) find_ligatures(log.text(), edits), apply(Fix::ligatures);
    if (options.fold_width) find_widths(log.text(), edits), apply(Fix::width);
    if (options.quotes != QuoteStyle::keep)
      find_quotes(log.text(), options.quotes, edits), apply(Fix::quotes);
    if (options.form != UnicodeForm::keep) find_form(log.text(), options.form, edits), apply(Fix::form);
  }

  Repaired run(std::string_view text) {
    log.begin(text);
    TextFeatures found = scan_features(text);
    if (options.does(Fix::entities) && found.ampersand) find_entities(text, edits), apply(Fix::entities);
    if (found.non_ascii || !log.repairs().empty()) fix_encoding();
    if (!log.repairs().empty()) found = scan_features(log.text());
    if (options.does(Fix::controls) && (found.flags & kControl) != 0)
      find_controls(log.text(), edits), apply(Fix::controls);
    if (options.does(Fix::invisibles) && (found.flags & kInvisible) != 0)
      find_invisibles(log.text(), edits), apply(Fix::invisibles);
    constexpr auto kSpacing =
        kExoticSpace | kLineBreak | kControl | kInvisible;  // taking one away may leave two spaces
    if (options.does(Fix::spaces) && (found.spacing || (found.flags & kSpacing) != 0))
      find_spaces(log.text(), edits), apply(Fix::spaces);
    fix_typography();
    return {log.text(), log.repairs(), unrepaired};
  }
};

Repairer::Repairer(RepairOptions options) : state_(std::make_unique<State>()) {
  state_->options = std::move(options);
}
Repairer::~Repairer() = default;
Repairer::Repairer(Repairer&&) noexcept = default;
Repairer& Repairer::operator=(Repairer&&) noexcept = default;

Repaired Repairer::repair(std::string_view text) {
  return state_->run(text);
}

}  // namespace newswash
