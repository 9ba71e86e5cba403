// How a run of `check` is shown: text, JSON, JSON Lines, GitHub annotations, SARIF 2.1.0, JUnit. Mine: the
// formats and their limits. Not mine: what is found (inspector.h) and whether it fails the run (gate.h): the
// format never changes the exit status.
#pragma once

#include <functional>
#include <map>
#include <memory>

#include "quality/finding.h"

namespace newswash {

enum class ReportFormat : std::uint8_t { text, json, jsonl, github, sarif, junit };

/// What a run came to.
struct CheckCounts {
  Level least = Level::note;        // findings below it were not looked for
  std::uint64_t records = 0;        // examined
  std::uint64_t unreadable = 0;     // rejected before they could be examined
  std::uint64_t with_findings = 0;  // records that have at least one finding of any level
  std::uint64_t errors = 0, warnings = 0, notes = 0;
  std::uint64_t known = 0;       // findings that stand in the baseline: not counted above
  std::uint64_t suppressed = 0;  // not counted above
  std::map<std::string, std::uint64_t> by_rule;
  std::map<std::string, std::uint64_t> records_by_rule;
};

struct ReportOptions {
  ReportFormat format = ReportFormat::text;
  Level show = Level::warning;  // findings below it are counted, not shown
  bool colour = false;
};

/// Writes a report piece by piece; `write` takes the bytes.
class Report {
 public:
  using Write = std::function<void(std::string_view bytes)>;
  virtual ~Report() = default;

  /// One record was examined; `findings` are those that count, in the order of its text. Records come in the
  /// order of the run.
  virtual void record(std::string_view path, std::uint64_t number, std::span<const Finding> findings) = 0;

  /// The run is over. `failures` are the sentences that say why it failed; empty if it did not.
  virtual void finish(const CheckCounts& counts, std::span<const std::string> failures) = 0;
};

std::unique_ptr<Report> make_report(const ReportOptions& options, Report::Write write);

/// "3 errors and 2 warnings in 2 of 5 records", with what is not shown.
std::string sentence(const CheckCounts& counts);

}  // namespace newswash
