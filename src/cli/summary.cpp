// Arrays by enumerator; names come in when they are written.
#include "cli/summary.h"

#include <fmt/format.h>
#include <newswash/version.h>

#include <numeric>
#include <span>

#include "writer/json_out.h"

namespace newswash {
namespace {

template <typename Numbers>
void add_all(std::span<std::uint64_t> sums, const Numbers& others) {
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += others[i];
}

template <typename Enum>
void write_counts(JsonOut& json, std::string_view key, std::span<const std::uint64_t> counts) {
  json.key(key);
  json.begin_object();
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    json.key(name_of(static_cast<Enum>(i)));
    json.number(counts[i]);
  }
  json.end_object();
}

void write_number(JsonOut& json, std::string_view key, std::uint64_t number) {
  json.key(key);
  json.number(number);
}

}  // namespace

void RunCounts::add(const Article& article, std::size_t undecodable) {
  ++articles_;
  ++verdicts_[static_cast<std::size_t>(article.verdict)];
  warnings_ += article.warnings.size();
  add_all(removed_, article.removed_counts);
  add_all(repairs_, article.repair_counts);
  repairs_[static_cast<std::size_t>(Fix::encoding)] += undecodable;
}

void RunCounts::merge(const RunCounts& other) {
  articles_ += other.articles_;
  warnings_ += other.warnings_;
  add_all(verdicts_, other.verdicts_);
  add_all(removed_, other.removed_);
  add_all(repairs_, other.repairs_);
  add_all(rejects_, other.rejects_);
}

std::uint64_t RunCounts::rejects() const {
  return std::accumulate(rejects_.begin(), rejects_.end(), std::uint64_t{0});
}

std::string summary_json(const RunCounts& counts, const RunFacts& facts) {
  std::string out;
  JsonOut json(out, true);
  json.begin_object();
  write_number(json, "articles", counts.articles_);
  write_counts<Verdict>(json, "verdicts", counts.verdicts_);
  write_counts<Category>(json, "removedLines", counts.removed_);
  write_counts<Fix>(json, "repairs", counts.repairs_);
  write_number(json, "warnings", counts.warnings_);
  write_counts<ErrorCode>(json, "rejects", counts.rejects_);
  write_number(json, "inputs", facts.inputs);
  write_number(json, "bytesIn", facts.bytes_in);
  write_number(json, "bytesOut", facts.bytes_out);
  json.key("seconds");
  json.raw(fmt::format("{:.3f}", facts.seconds));
  json.key("newswash");
  json.begin_object();
  json.key("version"), json.text(version());
  json.key("rules"), json.text(rules_version());
  json.end_object();
  json.end_object();
  return out += '\n';
}

std::string_view name_of(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::not_found:
      return "not-found";
    case ErrorCode::unreadable:
      return "unreadable";
    case ErrorCode::not_text:
      return "not-text";
    case ErrorCode::bad_encoding:
      return "bad-encoding";
    case ErrorCode::too_large:
      return "too-large";
    case ErrorCode::bad_record:
      return "bad-record";
    case ErrorCode::bad_rule:
      return "bad-rule";
    case ErrorCode::bad_value:
      return "bad-value";
    case ErrorCode::write_failed:
      return "write-failed";
    default:
      return "other";
  }
}

}  // namespace newswash
