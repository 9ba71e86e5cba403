// SARIF 2.1.0 (OASIS). Code scanning takes 25,000 results of a run at the most and cuts what is above without
// a word: the worst are written, and a notification says how many are not.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
#include <fmt/format.h>
#include <newswash/version.h>

#include "quality/report_formats.h"
#include "text/fnv.h"
#include "text/json_string.h"

namespace newswash {
namespace {

constexpr std::size_t kMostResults = 25000;
constexpr std::string_view kSchema = "https://json.schemastore.org/sarif-2.1.0.json";

std::string_view sarif_level(Level level) {
  return level == Level::off ? "none" : name_of(level);
}

/// A path as a URI reference: what is no unreserved character or slash is written as %XX (RFC 3986).
std::string uri(std::string_view path) {
  std::string out;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain)
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return out;
}

/// FNV-1a over rule and text: the same finding in another place is the same to code scanning.
std::uint64_t fingerprint(const Finding& finding) {
  std::uint64_t hash = kFnvStart;
  for (const std::string* part : {&finding.rule, &finding.text, &finding.id})
    hash = fnv1a("\xFF", fnv1a(*part, hash));
  return hash;
}

class SarifReport : public Report {
 public:
  SarifReport(const ReportOptions& options, Write write)
      : options_(options), write_(std::move(write)), kept_(kMostResults) {}

  void record(std::string_view /*path*/, std::uint64_t /*number*/,
              std::span<const Finding> findings) override {
    for (const Finding& finding : findings) {
      if (finding.level >= options_.show) kept_.add(finding);
    }
  }

  void finish(const CheckCounts& counts, std::span<const std::string> failures) override {
    const auto worst = kept_.worst();
    std::string out = fmt::format(
        "{{\"$schema\":\"{}\",\"version\":\"2.1.0\",\"runs\":[{{\"tool\":{{\"driver\":{{\"name\":"
        "\"newswash\","
        "\"version\":\"{}\",\"rules\":[",
        kSchema, version());
    std::map<std::string, std::size_t> index;
    for (const Finding* finding : worst) index.emplace(finding->rule, index.size());
    std::vector<const std::string*> rules(index.size());
    for (const auto& [rule, at] : index) rules[at] = &rule;
    for (std::size_t i = 0; i < rules.size(); ++i) write_rule(*rules[i], i == 0, out);
    out += "]}},\"columnKind\":\"unicodeCodePoints\",\"results\":[";
    write_(out);
    for (std::size_t i = 0; i < worst.size(); ++i) {
      out = i == 0 ? "\n" : ",\n";
      write_result(*worst[i], index.find(worst[i]->rule)->second, out);
      write_(out);
    }
    out = "\n],\"invocations\":[{\"executionSuccessful\":true";
    if (worst.size() < kept_.seen()) {
      out += fmt::format(
          ",\"toolExecutionNotifications\":[{{\"level\":\"warning\",\"message\":{{\"text\":\"{} more "
          "findings are "
          "not shown: {} is the most that code scanning takes\"}}}}]",
          kept_.seen() - worst.size(), kMostResults);
    }
    out += "}],\"properties\":{\"summary\":";
    write_counts(counts, failures, out);
    write_(out + "}}]}\n");
  }

 private:
  static void write_rule(std::string_view name, bool first, std::string& out) {
    const FindingRule* const rule = finding_rule(name);
    out += first ? "{\"id\":" : ",{\"id\":";
    append_json_string(name, out);
    if (rule != nullptr) {
      out += ",\"shortDescription\":{\"text\":";
      append_json_string(rule->says, out);
      out += fmt::format("}},\"defaultConfiguration\":{{\"level\":\"{}\"}}", sarif_level(rule->level));
    }
    out += '}';
  }

  static void write_result(const Finding& finding, std::size_t rule, std::string& out) {
    out += "{\"ruleId\":";
    append_json_string(finding.rule, out);
    out += fmt::format(",\"ruleIndex\":{},\"level\":\"{}\",\"message\":{{\"text\":", rule,
                       sarif_level(finding.level));
    std::string message = finding.message;
    if (!finding.text.empty()) message += fmt::format(": {}", one_line(finding.text));
    append_json_bytes(message, out);
    out += "},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":";
    append_json_string(uri(finding.path), out);
    out += '}';
    if (finding.line > 0) {
      out += fmt::format(",\"region\":{{\"startLine\":{}", finding.line);
      if (finding.column > 0) out += fmt::format(",\"startColumn\":{}", finding.column);
      if (!finding.text.empty()) {
        out += ",\"snippet\":{\"text\":";
        append_json_string(finding.text, out);
        out += '}';
      }
      out += '}';
    }
    out += fmt::format("}}}}],\"partialFingerprints\":{{\"newswash/v1\":\"{:016x}\"}},\"properties\":",
                       fingerprint(finding));
    write_finding(finding, out);
    out += '}';
  }

  ReportOptions options_;
  Write write_;
  WorstFindings kept_;
};

}  // namespace

std::unique_ptr<Report> make_sarif_report(const ReportOptions& options, Report::Write write) {
  return std::make_unique<SarifReport>(options, std::move(write));
}

}  // namespace newswash
