// Baselines are JSON read by simdjson, suppressions TOML read by toml++.
#include "quality/known_findings.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <numeric>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include "reader/read_file.h"
#include "text/json_string.h"

namespace newswash {
namespace {

constexpr int kBaselineVersion = 1;

Error bad(const std::string& path, std::uint64_t line, std::string message) {
  return {ErrorCode::bad_value, {path, line, 0, 0}, std::move(message), {}};
}

}  // namespace

Baseline::Key Baseline::key(const Finding& finding) {
  // What is said of a whole record has no text: it is known by the record.
  const std::string& known_by = !finding.text.empty() ? finding.text
                                : !finding.id.empty() ? finding.id
                                                      : finding.path;
  return {finding.rule, known_by};
}

Result<Baseline> Baseline::read(const std::string& path) {
  const auto text = read_file(path);
  if (!text) return text.error();
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (const auto failed = parser.parse(*text).get(root))
    return bad(path, 0, fmt::format("no baseline: {}", simdjson::error_message(failed)));
  std::int64_t version = 0;
  simdjson::dom::array findings;
  if (root["version"].get(version) != simdjson::SUCCESS ||
      root["findings"].get(findings) != simdjson::SUCCESS)
    return bad(
        path, 0,
        "no baseline: it has no 'version' and 'findings'; 'newswash check --write-baseline' makes one");
  if (version != kBaselineVersion)
    return bad(
        path, 0,
        fmt::format("a baseline of version {}; this newswash reads version {}", version, kBaselineVersion));
  Baseline baseline;
  std::size_t number = 0;
  for (const simdjson::dom::element entry : findings) {
    ++number;
    std::string_view rule, known_by;
    std::uint64_t count = 0;
    const bool whole = entry["rule"].get(rule) == simdjson::SUCCESS &&
                       entry["text"].get(known_by) == simdjson::SUCCESS &&
                       entry["count"].get(count) == simdjson::SUCCESS;
    if (!whole)
      return bad(path, 0, fmt::format("finding {} of the baseline lacks rule, text or count", number));
    baseline.counts_[{std::string(rule), std::string(known_by)}] += count;
  }
  return baseline;
}

bool Baseline::take(const Finding& finding) {
  const auto found = counts_.find(key(finding));
  if (found == counts_.end()) return false;
  if (--found->second == 0) counts_.erase(found);
  return true;
}

std::uint64_t Baseline::left() const {
  return std::accumulate(counts_.begin(), counts_.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const auto& entry) { return sum + entry.second; });
}

std::string Baseline::write() const {
  std::string out = fmt::format("{{\"version\":{},\"findings\":[", kBaselineVersion);
  for (bool first = true; const auto& [key, count] : counts_) {
    out += first ? "\n{\"rule\":" : ",\n{\"rule\":";
    first = false;
    append_json_string(key.first, out);
    out += ",\"text\":";
    append_json_string(key.second, out);
    out += fmt::format(",\"count\":{}}}", count);
  }
  return out + "\n]}\n";
}

Result<Suppressions> Suppressions::read(const std::string& path) {
  const auto text = read_file(path);
  if (!text) return text.error();
  return parse(*text, path);
}

Result<Suppressions> Suppressions::parse(std::string_view text, const std::string& path) {
  const toml::parse_result parsed = toml::parse(text, path);
  if (!parsed) {
    const toml::parse_error& wrong = parsed.error();
    return Error{ErrorCode::bad_value,
                 {path, wrong.source().begin.line, wrong.source().begin.column, 0},
                 std::string(wrong.description()),
                 {}};
  }
  Suppressions suppressions;
  for (const auto& [key, node] : parsed.table()) {
    if (key.str() != "suppress" || !node.is_array_of_tables())
      return bad(path, node.source().begin.line,
                 fmt::format("'{}' is not known here; a suppression begins with [[suppress]]", key.str()));
    for (const toml::node& each : *node.as_array()) {
      Suppression suppression;
      suppression.line = each.source().begin.line;
      for (const auto& [name, value] : *each.as_table()) {
        std::string* const into = name.str() == "rule"     ? &suppression.rule
                                  : name.str() == "text"   ? &suppression.text
                                  : name.str() == "record" ? &suppression.record
                                  : name.str() == "reason" ? &suppression.reason
                                                           : nullptr;
        const auto line = value.source().begin.line;
        if (into == nullptr)
          return bad(
              path, line,
              fmt::format("'{}' is not known; a suppression has rule, text, record, reason", name.str()));
        if (!value.is_string()) return bad(path, line, fmt::format("'{}' is not a text", name.str()));
        *into = value.ref<std::string>();
      }
      if (finding_rule(suppression.rule) == nullptr)
        return bad(path, suppression.line,
                   fmt::format("there is no rule '{}' to suppress", suppression.rule));
      if (suppression.reason.empty()) return bad(path, suppression.line, "a suppression needs a reason");
      if (suppression.text.empty() && suppression.record.empty())
        return bad(path, suppression.line,
                   "a suppression needs a text or a record; to switch a rule off, set its level");
      suppressions.suppressions_.push_back(std::move(suppression));
    }
  }
  return suppressions;
}

bool Suppressions::cover(const Finding& finding) {
  for (Suppression& each : suppressions_) {
    const bool covered = covers(each.rule, finding.rule) &&
                         (each.text.empty() || each.text == finding.text) &&
                         (each.record.empty() || each.record == finding.id || each.record == finding.path);
    if (covered) return ++each.used, true;
  }
  return false;
}

std::vector<std::string> Suppressions::unused() const {
  std::vector<std::string> unused;
  for (const Suppression& each : suppressions_) {
    if (each.used == 0)
      unused.push_back(fmt::format("line {}: {} '{}' suppresses nothing any more", each.line, each.rule,
                                   each.text.empty() ? each.record : each.text));
  }
  return unused;
}

}  // namespace newswash
