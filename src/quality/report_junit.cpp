// JUnit's XML as CI servers read it: a suite for each file, a test for each record that has findings, a
// failure for its errors and warnings. Records without findings are counted, not listed.
#include <fmt/format.h>

#include "quality/report_formats.h"
#include "text/utf8.h"

namespace newswash {
namespace {

constexpr std::size_t kMostTests = 25000;

/// Text as XML takes it: what stands no UTF-8 (file names) is replaced, and so are U+FFFE and U+FFFF.
std::string valid(std::string_view text) {
  std::string out;
  for (;;) {
    const std::size_t good = valid_utf8_prefix(text);
    out += text.substr(0, good);
    if (good == text.size()) break;
    out += "\uFFFD";
    text.remove_prefix(good + 1);
  }
  for (const std::string_view never : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    for (std::size_t at = 0; (at = out.find(never, at)) != std::string::npos;) out[at + 2] = '\xBD';
  }
  return out;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : valid(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
    }
  }
  return out;
}

class JunitReport : public Report {
 public:
  JunitReport(const ReportOptions& options, Write write) : options_(options), write_(std::move(write)) {}

  void record(std::string_view path, std::uint64_t number, std::span<const Finding> findings) override {
    if (path != path_) end_suite();
    path_ = path;
    ++suite_.tests;
    std::string failures;
    for (const Finding& finding : findings) {
      if (finding.level >= options_.show) failures += failure(finding);
    }
    if (failures.empty()) return;
    ++suite_.failures;
    if (tests_ == kMostTests) return void(++not_shown_);
    ++tests_;
    const std::string name = findings[0].id.empty() ? fmt::format("record {}", number) : findings[0].id;
    suite_.cases += fmt::format("    <testcase classname=\"{}\" name=\"{}\">\n{}    </testcase>\n",
                                escaped(path), escaped(one_line(name)), failures);
  }

  void finish(const CheckCounts& counts, std::span<const std::string> failures) override {
    end_suite();
    std::string said = sentence(counts);
    if (not_shown_ > 0) said += fmt::format("; {} records with findings are not shown", not_shown_);
    for (const std::string& failure : failures) said += "; failed: " + failure;
    write_(fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"newswash check\" tests=\"{}\" "
        "failures=\"{}\" errors=\"{}\">\n{}",
        counts.records, failed_, counts.unreadable, suites_));
    write_(
        fmt::format("  <testsuite name=\"files without findings\" tests=\"{}\" failures=\"0\">\n"
                    "    <system-out>{}</system-out>\n  </testsuite>\n</testsuites>\n",
                    passed_, escaped(said)));
  }

 private:
  struct Suite {
    std::uint64_t tests = 0, failures = 0;
    std::string cases;
  };

  /// A file without findings is counted, not listed.
  void end_suite() {
    if (suite_.failures == 0)
      passed_ += suite_.tests;
    else
      suites_ += fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\">\n{}  </testsuite>\n",
                             escaped(path_), suite_.tests, suite_.failures, suite_.cases);
    failed_ += suite_.failures;
    suite_ = {};
  }

  static std::string failure(const Finding& finding) {
    std::string place = finding.path;
    if (finding.line > 0) place += fmt::format(":{}", finding.line);
    if (finding.line > 0 && finding.column > 0) place += fmt::format(":{}", finding.column);
    return fmt::format("      <failure type=\"{}\" message=\"{}\">{}: {}: {}</failure>\n",
                       escaped(finding.rule), escaped(one_line(finding.message)), escaped(place),
                       name_of(finding.level), escaped(one_line(finding.text)));
  }

  ReportOptions options_;
  Write write_;
  std::string path_;
  Suite suite_;         // of that file
  std::string suites_;  // as they are written
  std::uint64_t passed_ = 0;
  std::uint64_t failed_ = 0;
  std::size_t tests_ = 0;
  std::uint64_t not_shown_ = 0;
};

}  // namespace

std::unique_ptr<Report> make_junit_report(const ReportOptions& options, Report::Write write) {
  return std::make_unique<JunitReport>(options, std::move(write));
}

}  // namespace newswash
