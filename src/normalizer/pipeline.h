// The normalizer's pipeline: the named fixes in the order they run, each only where the text could hold its
// case. Mine: the order, and which fix is worth a look. Not mine: the fixes (fixes.h, mojibake.h), their
// record (edit_log.h). Repairer (repair.h) is its public face; the reader uses it directly, to join wrapped
// lines in the same record.
#pragma once

#include <newswash/repair.h>

#include <vector>

#include "normalizer/edit_log.h"
#include "normalizer/features.h"
#include "normalizer/mojibake.h"

namespace newswash {

class RepairPipeline {
 public:
  explicit RepairPipeline(RepairOptions options) : options_(std::move(options)) {}

  /// Repairs `text`, which is valid UTF-8 and outlives the result.
  Repaired run(std::string_view text);

  /// Whether soft hyphens were kept where a line ends inside a word: who joins the lines takes them away.
  bool kept_cuts() const { return kept_cuts_; }

  /// Applies further edits to the text that run() gave, as part of the same record.
  Repaired apply(Fix fix, Edits& edits);

  /// Once more the fixes of damage, of what is not seen and of spaces: such edits may have laid bare some.
  Repaired settle();

 private:
  bool fix_escapes();
  void fix_damage(bool non_ascii);
  void fix_encoding();
  bool remove_unseen();
  bool fix_spaces();
  void fix_typography();
  void apply(Fix fix);
  const TextFeatures& features();
  Repaired result() const { return {log_.text(), log_.repairs(), unrepaired_}; }

  RepairOptions options_;
  EditLog log_;
  Edits edits_;
  TextFeatures features_;        // of the log's text …
  bool features_known_ = false;  // … where it did not change since
  bool no_escapes_ = false;      // to repair were found, and it did not change since
  bool kept_cuts_ = false;
  std::vector<Unrecoverable> unrecoverable_;
  std::vector<Unrepaired> unrepaired_;
};

}  // namespace newswash
