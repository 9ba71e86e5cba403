// The reports that need no memory: text grouped by file, JSON and JSON Lines, each finding as it comes.
#include <fmt/format.h>

#include "quality/report_formats.h"
#include "text/json_string.h"

namespace newswash {
namespace {

class TextReport : public Report {
 public:
  TextReport(const ReportOptions& options, Write write) : options_(options), write_(std::move(write)) {}

  void record(std::string_view path, std::uint64_t number, std::span<const Finding> findings) override {
    bool any = false;
    for (const Finding& finding : findings) {
      if (finding.level < options_.show) continue;
      if (path != path_) write_(fmt::format("{}{}{}\n", bold(), path, off()));
      path_ = path;
      if (!any && number > 1 && finding.line == 0) write_(fmt::format("  record {}\n", number));
      any = true;
      write(finding);
    }
  }

  void finish(const CheckCounts& counts, std::span<const std::string> failures) override {
    if (!path_.empty()) write_("\n");
    write_(sentence(counts) + "\n");
    const std::uint64_t hidden = (options_.show > Level::note ? counts.notes : 0) +
                                 (options_.show > Level::warning ? counts.warnings : 0);
    if (counts.least > Level::note) write_("notes were not looked for; --show note shows them\n");
    if (hidden > 0) write_(fmt::format("{} more not shown; --show note shows all\n", hidden));
    for (const std::string& failure : failures) write_(fmt::format("failed: {}\n", failure));
  }

 private:
  std::string_view bold() const { return options_.colour ? "\x1B[1m" : ""; }
  std::string_view off() const { return options_.colour ? "\x1B[0m" : ""; }
  std::string_view paint(Level level) const {
    if (!options_.colour) return "";
    return level == Level::error ? "\x1B[31m" : level == Level::warning ? "\x1B[33m" : "\x1B[2m";
  }

  void write(const Finding& finding) {
    std::string place = finding.line == 0 ? "-" : fmt::format("{}", finding.line);
    if (finding.line != 0 && finding.column != 0) place += fmt::format(":{}", finding.column);
    std::string line = fmt::format("  {:>8}  {}{:<7}{}  {:<27}  {}", place, paint(finding.level),
                                   name_of(finding.level), off(), finding.rule, finding.message);
    if (!finding.text.empty()) line += fmt::format(": {}", one_line(finding.text));
    if (!finding.id.empty()) line += fmt::format("  [{}]", one_line(finding.id));
    write_(line + "\n");
  }

  ReportOptions options_;
  Write write_;
  std::string path_;
};

class JsonReport : public Report {
 public:
  JsonReport(const ReportOptions& options, Write write) : options_(options), write_(std::move(write)) {}

  void record(std::string_view /*path*/, std::uint64_t /*number*/,
              std::span<const Finding> findings) override {
    const bool lines = options_.format == ReportFormat::jsonl;
    for (const Finding& finding : findings) {
      if (finding.level < options_.show) continue;
      std::string out;
      if (!lines) out += any_ ? ",\n" : "{\"findings\":[\n";
      any_ = true;
      write_finding(finding, out);
      if (lines) out += '\n';
      write_(out);
    }
  }

  void finish(const CheckCounts& counts, std::span<const std::string> failures) override {
    if (options_.format == ReportFormat::jsonl) return;
    std::string out = any_ ? "\n],\n" : "{\"findings\":[],\n";
    out += "\"summary\":";
    write_counts(counts, failures, out);
    write_(out + "}\n");
  }

 private:
  ReportOptions options_;
  Write write_;
  bool any_ = false;
};

}  // namespace

std::string one_line(std::string_view text) {
  std::string line(text);
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line.erase(0, line.find_first_not_of(' '));
}

std::string sentence(const CheckCounts& counts) {
  const auto many = [](std::uint64_t n, std::string_view one) {
    return fmt::format("{} {}{}", n, one, n == 1 ? "" : "s");
  };
  const std::string notes = counts.least > Level::note ? std::string() : ", " + many(counts.notes, "note");
  std::string said =
      fmt::format("{}, {}{} in {} of {}", many(counts.errors, "error"), many(counts.warnings, "warning"),
                  notes, counts.with_findings, many(counts.records, "record"));
  if (counts.known > 0) said += fmt::format("; {} known from the baseline", counts.known);
  if (counts.suppressed > 0) said += fmt::format("; {} suppressed", counts.suppressed);
  if (counts.unreadable > 0) said += fmt::format("; {} unreadable", counts.unreadable);
  return said;
}

void write_finding(const Finding& finding, std::string& out) {
  const auto text = [&out](std::string_view key, std::string_view value) {
    out += fmt::format("\"{}\":", key);
    if (value.empty())
      out += "null";
    else
      append_json_bytes(value, out);  // a path may be any bytes
    out += ',';
  };
  const auto number = [&out](std::string_view key, std::uint64_t value) {
    out += value == 0 ? fmt::format("\"{}\":null,", key) : fmt::format("\"{}\":{},", key, value);
  };
  out += '{';
  text("path", finding.path);
  number("record", finding.record);
  text("id", finding.id);
  number("line", finding.line);
  number("column", finding.column);
  number("textLine", finding.text_line);
  text("rule", finding.rule);
  text("level", name_of(finding.level));
  text("message", finding.message);
  text("text", finding.text);
  text("clean", finding.cleaning);
  out.back() = '}';
}

void write_counts(const CheckCounts& counts, std::span<const std::string> failures, std::string& out) {
  out += fmt::format(
      "{{\"records\":{},\"unreadable\":{},\"withFindings\":{},\"errors\":{},\"warnings\":{},\"notes\":{},"
      "\"known\":{},\"suppressed\":{},\"byRule\":{{",
      counts.records, counts.unreadable, counts.with_findings, counts.errors, counts.warnings,
      counts.least > Level::note ? std::string("null") : fmt::format("{}", counts.notes), counts.known,
      counts.suppressed);
  for (bool first = true; const auto& [rule, count] : counts.by_rule) {
    out += fmt::format("{}\"{}\":{}", first ? "" : ",", rule, count);
    first = false;
  }
  out += "},\"failures\":[";
  for (bool first = true; const std::string& failure : failures) {
    if (!first) out += ',';
    first = false;
    append_json_string(failure, out);
  }
  out += "]}";
}

std::unique_ptr<Report> make_text_report(const ReportOptions& options, Report::Write write) {
  return std::make_unique<TextReport>(options, std::move(write));
}

std::unique_ptr<Report> make_json_report(const ReportOptions& options, Report::Write write) {
  return std::make_unique<JsonReport>(options, std::move(write));
}

}  // namespace newswash
