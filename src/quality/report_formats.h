// The reports one by one, and the pieces they share.
#pragma once

#include "quality/report.h"

namespace newswash {

std::unique_ptr<Report> make_text_report(const ReportOptions& options, Report::Write write);
std::unique_ptr<Report> make_json_report(const ReportOptions& options, Report::Write write);
std::unique_ptr<Report> make_github_report(const ReportOptions& options, Report::Write write);
std::unique_ptr<Report> make_sarif_report(const ReportOptions& options, Report::Write write);
std::unique_ptr<Report> make_junit_report(const ReportOptions& options, Report::Write write);

/// The text with control characters and line ends as spaces, and none at its ends.
std::string one_line(std::string_view text);

/// Appends one JSON object.
void write_finding(const Finding& finding, std::string& out);
void write_counts(const CheckCounts& counts, std::span<const std::string> failures, std::string& out);

/// Keeps the worst findings of a run for reports that can't hold all: errors first, then in the order of the
/// run. Memory is bounded by `most` findings a level.
class WorstFindings {
 public:
  explicit WorstFindings(std::size_t most) : most_(most) {}
  void add(const Finding& finding);

  /// At most `most`, worst first.
  std::vector<const Finding*> worst() const;
  std::uint64_t seen() const { return seen_; }

 private:
  std::size_t most_;
  std::uint64_t seen_ = 0;
  std::vector<Finding> by_level_[4];
};

}  // namespace newswash
