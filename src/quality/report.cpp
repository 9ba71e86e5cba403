// Which report a format is, and what reports with a limit share.
#include "quality/report.h"

#include "quality/report_formats.h"

namespace newswash {

std::unique_ptr<Report> make_report(const ReportOptions& options, Report::Write write) {
  switch (options.format) {
    case ReportFormat::text:
      return make_text_report(options, std::move(write));
    case ReportFormat::json:
    case ReportFormat::jsonl:
      return make_json_report(options, std::move(write));
    case ReportFormat::github:
      return make_github_report(options, std::move(write));
    case ReportFormat::sarif:
      return make_sarif_report(options, std::move(write));
    case ReportFormat::junit:
      return make_junit_report(options, std::move(write));
  }
  return nullptr;
}

void WorstFindings::add(const Finding& finding) {
  ++seen_;
  auto& level = by_level_[static_cast<std::size_t>(finding.level)];
  if (level.size() < most_) level.push_back(finding);
}

std::vector<const Finding*> WorstFindings::worst() const {
  std::vector<const Finding*> worst;
  for (const Level level : {Level::error, Level::warning, Level::note}) {
    for (const Finding& finding : by_level_[static_cast<std::size_t>(level)]) {
      if (worst.size() < most_) worst.push_back(&finding);
    }
  }
  return worst;
}

}  // namespace newswash
