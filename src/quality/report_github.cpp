// GitHub's workflow commands. A step shows ten annotations of a level and drops the rest without a word, so
// findings are grouped by file and rule, the worst come first, and what is not shown is said. The same
// numbers follow as plain text for the log.
// https://docs.github.com/en/actions/writing-workflows/choosing-what-your-workflow-does/workflow-commands-for-github-actions
#include <fmt/format.h>

#include <algorithm>

#include "quality/report_formats.h"

namespace newswash {
namespace {

constexpr std::size_t kMostAnnotations = 10;  // of a level, in one step
constexpr std::size_t kMostGroups = 10000;

struct Group {
  Finding first;
  std::uint64_t count = 0;
};

std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    if (c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ',')))
      out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    else
      out += c;
  }
  return out;
}

std::string_view command(Level level) {
  return level == Level::error ? "error" : level == Level::warning ? "warning" : "notice";
}

class GithubReport : public Report {
 public:
  GithubReport(const ReportOptions& options, Write write) : options_(options), write_(std::move(write)) {}

  void record(std::string_view /*path*/, std::uint64_t /*number*/,
              std::span<const Finding> findings) override {
    for (const Finding& finding : findings) {
      if (finding.level < options_.show) continue;
      ++findings_;
      const auto key = fmt::format("{}\n{}", finding.path, finding.rule);
      const auto found = groups_.find(key);
      if (found != groups_.end())
        ++found->second.count;
      else if (groups_.size() < kMostGroups)
        groups_.emplace(key, Group{finding, 1});
    }
  }

  void finish(const CheckCounts& counts, std::span<const std::string> failures) override {
    std::uint64_t shown = 0;
    for (const Level level : {Level::error, Level::warning, Level::note}) shown += annotate(level);
    if (shown < findings_) {
      write_(
          fmt::format("::notice::{} more findings are not shown as annotations: GitHub shows {} of a level\n",
                      findings_ - shown, kMostAnnotations));
    }
    for (const auto& [rule, count] : counts.by_rule) write_(fmt::format("{:>8}  {}\n", count, rule));
    write_(sentence(counts) + "\n");
    for (const std::string& failure : failures) write_(fmt::format("failed: {}\n", failure));
  }

 private:
  /// The findings that the level's annotations stand for.
  std::uint64_t annotate(Level level) {
    std::vector<const Group*> of_level;
    for (const auto& [key, group] : groups_) {
      if (group.first.level == level) of_level.push_back(&group);
    }
    std::stable_sort(of_level.begin(), of_level.end(),
                     [](const Group* a, const Group* b) { return a->count > b->count; });
    std::size_t most = kMostAnnotations;
    if (level == Level::note) --most;  // one is kept for what is not shown
    if (of_level.size() > most) of_level.resize(most);
    std::uint64_t shown = 0;
    for (const Group* group : of_level) {
      write(*group);
      shown += group->count;
    }
    return shown;
  }

  void write(const Group& group) {
    const Finding& finding = group.first;
    std::string line = fmt::format("::{} file={}", command(finding.level), escaped(finding.path, true));
    if (finding.line > 0) line += fmt::format(",line={}", finding.line);
    if (finding.column > 0) line += fmt::format(",col={}", finding.column);
    std::string message = finding.message;
    if (!finding.text.empty()) message += fmt::format(": {}", one_line(finding.text));
    if (group.count > 1) message += fmt::format(" (and {} more in this file)", group.count - 1);
    write_(fmt::format("{},title={}::{}\n", line, escaped(finding.rule, true), escaped(message, false)));
  }

  ReportOptions options_;
  Write write_;
  std::map<std::string, Group> groups_;
  std::uint64_t findings_ = 0;
};

}  // namespace

std::unique_ptr<Report> make_github_report(const ReportOptions& options, Report::Write write) {
  return std::make_unique<GithubReport>(options, std::move(write));
}

}  // namespace newswash
