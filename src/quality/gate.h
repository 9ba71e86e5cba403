// Decides whether a run of `check` passes. Mine: counting, the baseline and the suppressions, the limits.
// Not mine: finding (inspector.h), showing (report.h).
#pragma once

#include "quality/known_findings.h"
#include "quality/report.h"

namespace newswash {

struct GateOptions {
  Level least = Level::note;               // findings below it were not looked for
  Level fail_on = Level::error;            // findings of this level and above count against the run
  std::uint64_t max_findings = 0;          // so many of them are let pass
  std::map<std::string, double> max_rate;  // rule or family: share of the records, 0 to 1, that may have it
  std::optional<Baseline> baseline;
  std::optional<Suppressions> suppressions;
  bool write_baseline = false;
};

class Gate {
 public:
  explicit Gate(GateOptions options);

  /// Counts one record and takes out of `findings` what was accepted before.
  void record(std::vector<Finding>& findings);
  void unreadable() { ++counts_.unreadable; }

  const CheckCounts& counts() const { return counts_; }

  /// Why the run fails, each a sentence; empty if it passes, as one does that writes a baseline.
  std::vector<std::string> failures() const;

  /// What is no longer found though it was accepted before, in words.
  std::vector<std::string> remarks() const;

  /// All findings of the run as a baseline; only where it was asked for.
  const Baseline& found() const { return found_; }

 private:
  bool limited(const std::string& rule) const;

  GateOptions options_;
  CheckCounts counts_;
  std::uint64_t against_ = 0;  // findings at fail_on or above that no rate is set for
  Baseline found_;
};

}  // namespace newswash
