// Runs the fixes one after the other over the text as the ones before left it.
#include "normalizer/pipeline.h"

#include "normalizer/features.h"
#include "normalizer/fixes.h"
#include "text/code_points.h"

namespace newswash {
namespace {

constexpr int kMostRounds = 4;  // of encoding and what is not seen; real texts need one or two

}  // namespace

Repaired RepairPipeline::run(std::string_view text) {
  log_.begin(text);
  unrepaired_.clear();
  features_known_ = no_escapes_ = false;
  kept_cuts_ = false;
  const TextFeatures found = features();
  // Entities first: what they stand for may be the damage. Encoding next: damage hides what the rest looks
  // for.
  fix_escapes();
  if (options_.does(Fix::entities) && (found.ampersand || !log_.repairs().empty())) {
    find_entities(log_.text(), edits_), apply(Fix::entities);
  }
  // What the other fixes lay bare may show that an escape is damage.
  for (int round = 0; round < kMostRounds; ++round) {
    fix_damage(found.non_ascii);
    if (!fix_escapes()) break;
  }
  fix_typography();
  return result();
}

void RepairPipeline::apply(Fix fix) {
  features_known_ = features_known_ && edits_.empty();
  no_escapes_ = no_escapes_ && edits_.empty();
  log_.apply(fix, edits_);
}

const TextFeatures& RepairPipeline::features() {
  if (!features_known_) features_ = scan_features(log_.text());
  features_known_ = true;
  return features_;
}

Repaired RepairPipeline::apply(Fix fix, Edits& edits) {
  log_.apply(fix, edits);
  features_known_ = no_escapes_ = false;
  return result();
}

Repaired RepairPipeline::settle() {
  fix_damage(features().non_ascii);
  return result();
}

/// True if there were escapes to repair.
bool RepairPipeline::fix_escapes() {
  if (no_escapes_ || !options_.does(Fix::entities)) return false;
  find_escapes(log_.text(), edits_);
  no_escapes_ = edits_.empty();
  if (no_escapes_) return false;
  apply(Fix::entities);
  return true;
}

void RepairPipeline::fix_damage(bool non_ascii) {
  for (int round = 0; round < kMostRounds; ++round) {
    if (non_ascii || !log_.repairs().empty()) fix_encoding();
    const bool unseen = remove_unseen();
    if (!fix_spaces() && !unseen) break;
  }
}

void RepairPipeline::fix_encoding() {
  unrecoverable_.clear();
  unrepaired_.clear();
  if (!options_.does(Fix::encoding)) return;
  find_mojibake(log_.text(), {.stated = code_page_named(options_.mojibake)}, edits_, unrecoverable_);
  InputOffsets offsets(log_.repairs());
  for (const Unrecoverable& span : unrecoverable_) {
    unrepaired_.push_back({offsets.begin(span.begin), offsets.end(span.end)});
  }
  apply(Fix::encoding);
}

/// Controls and invisible characters. True if one went: what it parted may be damage, or a control again.
bool RepairPipeline::remove_unseen() {
  const std::size_t before = log_.text().size();
  const TextFeatures found = features();
  if (options_.does(Fix::controls) && (found.flags & kControl) != 0) {
    find_controls(log_.text(), edits_), apply(Fix::controls);
  }
  if (options_.does(Fix::invisibles) && (found.flags & kInvisible) != 0) {
    kept_cuts_ = find_invisibles(log_.text(), edits_, options_.does(Fix::spaces));
    apply(Fix::invisibles);
  }
  return log_.text().size() != before;
}

/// After what is not seen: taking a character away may leave two spaces. True if a line end changed its kind:
/// damage may end there now.
bool RepairPipeline::fix_spaces() {
  if (!options_.does(Fix::spaces)) return false;
  const TextFeatures found = features();
  if (!found.spacing && (found.flags & (kExoticSpace | kLineBreak)) == 0) return false;
  find_spaces(log_.text(), edits_);
  apply(Fix::spaces);
  features_.spacing = false;  // the rest is as it was, or less
  features_.flags &= static_cast<std::uint8_t>(~(kExoticSpace | kLineBreak));
  features_known_ = true;
  return found.non_ascii;
}

void RepairPipeline::fix_typography() {
  if (options_.split_ligatures) find_ligatures(log_.text(), edits_), apply(Fix::ligatures);
  if (options_.fold_width) find_widths(log_.text(), edits_), apply(Fix::width);
  if (options_.quotes == QuoteStyle::repair) {
    find_wrong_quotes(log_.text(), edits_), apply(Fix::quotes);
    find_lost_apostrophes(log_.text(), edits_), apply(Fix::quotes);
  } else if (options_.quotes != QuoteStyle::keep) {
    find_quotes(log_.text(), options_.quotes, edits_), apply(Fix::quotes);
  }
  if (options_.form != UnicodeForm::keep) find_form(log_.text(), options_.form, edits_), apply(Fix::form);
}

}  // namespace newswash
