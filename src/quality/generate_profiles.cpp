// Makes profile_table.inc from data/profiles/*.toml. Run by the build: generate_profiles INPUT... OUTPUT.
// Mine: reading the files (their format stands in data/profiles/README.md) and refusing what makes no sense:
// metrics that don't exist, limits with one name, unknown keys. Not mine: what a profile means
// (profiles.cpp).
#define TOML_EXCEPTIONS 0
#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <optional>
#include <set>
#include <string>

#include "quality/metric_list.h"

namespace {

using newswash::quality::kMetricNames;

struct Tables {
  std::string languages, limits, profiles;
  std::size_t language_count = 0, limit_count = 0;
};

std::string quoted(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '"' || c == '\\') escaped += '\\';
    escaped += c == '\n' ? ' ' : c;
  }
  return '"' + escaped + '"';
}

std::optional<std::string> comparison_named(const std::string& op) {
  if (op == "<") return "below";
  if (op == "<=") return "at_most";
  if (op == ">") return "above";
  if (op == ">=") return "at_least";
  return std::nullopt;
}

bool is_metric(const std::string& name) {
  return std::any_of(std::begin(kMetricNames), std::end(kMetricNames),
                     [&](const auto& metric) { return metric.name == name; });
}

std::optional<std::string> unknown_key(const toml::table& table, const std::set<std::string>& known) {
  for (const auto& [key, value] : table) {
    if (known.count(std::string(key.str())) == 0) return std::string(key.str());
  }
  return std::nullopt;
}

std::string text_of(const toml::table& table, const char* key) {
  return table[key].value_or(std::string());
}

/// Writes the thresholds by language; how many there were.
std::size_t add_languages(Tables& tables, const toml::table& limit) {
  const toml::table* languages = limit["languages"].as_table();
  if (languages == nullptr) return 0;
  for (const auto& [code, threshold] : *languages)
    tables.languages += fmt::format("{{\"{}\", {}}},\n", std::string(code.str()), threshold.value_or(0.0));
  tables.language_count += languages->size();
  return languages->size();
}

/// What is wrong with a limit; empty where it was added.
std::string add_limit(Tables& tables, const toml::table& limit, std::set<std::string>& names) {
  static const std::set<std::string> kKeys{"name",  "metric",  "op",        "threshold",
                                           "level", "message", "languages", "english_only"};
  if (const auto key = unknown_key(limit, kKeys)) return "unknown key " + *key;
  const std::string name = text_of(limit, "name"), metric = text_of(limit, "metric");
  const std::string level = text_of(limit, "level"), message = text_of(limit, "message");
  const auto comparison = comparison_named(text_of(limit, "op"));
  const auto threshold = limit["threshold"].value<double>();
  if (name.empty() || !names.insert(name).second) return "no name, or one used twice: " + name;
  if (!is_metric(metric)) return name + ": no such metric: " + metric;
  if (!comparison || !threshold || message.empty()) return name + ": needs op, threshold and message";
  if (level != "note" && level != "warning" && level != "error") return name + ": no such level: " + level;
  const std::size_t first = tables.language_count;
  const std::size_t count = add_languages(tables, limit);
  tables.limits += fmt::format(
      "{{{}, {}, Comparison::{}, {}, Level::{}, {},\n std::span(kLanguageThresholds).subspan({}, {}), "
      "{}}},\n",
      quoted(name), quoted(metric), *comparison, *threshold, level, quoted(message), first, count,
      limit["english_only"].value_or(false));
  ++tables.limit_count;
  return {};
}

std::string add_profile(Tables& tables, const toml::table& file) {
  if (const auto key = unknown_key(file, {"name", "description", "source", "limit"}))
    return "unknown key " + *key;
  const toml::array* limits = file["limit"].as_array();
  if (text_of(file, "name").empty() || text_of(file, "source").empty() || limits == nullptr)
    return "needs name, source and [[limit]]";
  const std::size_t first = tables.limit_count;
  std::set<std::string> names;
  for (const toml::node& limit : *limits) {
    if (!limit.is_table()) return "a limit that is no table";
    if (const std::string wrong = add_limit(tables, *limit.as_table(), names); !wrong.empty()) return wrong;
  }
  tables.profiles += fmt::format("{{{}, {},\n {}, {}, {}}},\n", quoted(text_of(file, "name")),
                                 quoted(text_of(file, "description")), quoted(text_of(file, "source")), first,
                                 tables.limit_count - first);
  return {};
}

int fail(const std::string& file, const std::string& sentence) {
  std::fprintf(stderr, "generate_profiles: %s: %s\n", file.c_str(), sentence.c_str());
  return 2;
}

void write(std::ofstream& out, const Tables& tables) {
  out << "constexpr LanguageThreshold kLanguageThresholds[] = {\n"
      << tables.languages << "{\"\", 0}};\nconstexpr Limit kLimits[] = {\n"
      << tables.limits
      << "};\nconstexpr struct {\n  std::string_view name, description, source;\n  std::size_t first, "
         "count;\n"
      << "} kProfiles[] = {\n"
      << tables.profiles << "};\n";
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) return fail("usage", "generate_profiles INPUT... OUTPUT");
  Tables tables;
  for (int i = 1; i + 1 < count; ++i) {
    const toml::parse_result file = toml::parse_file(arguments[i]);
    if (!file) return fail(arguments[i], std::string(file.error().description()));
    if (const std::string wrong = add_profile(tables, file.table()); !wrong.empty())
      return fail(arguments[i], wrong);
  }
  std::ofstream out(arguments[count - 1]);
  write(out, tables);
  return out.good() ? 0 : fail(arguments[count - 1], "can't be written");
}
