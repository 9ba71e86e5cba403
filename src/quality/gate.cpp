// Counts and compares.
#include "quality/gate.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace newswash {
Gate::Gate(GateOptions options) : options_(std::move(options)) {
  counts_.least = options_.least;
}

bool Gate::limited(const std::string& rule) const {
  return std::any_of(options_.max_rate.begin(), options_.max_rate.end(),
                     [&](const auto& limit) { return covers(limit.first, rule); });
}

void Gate::record(std::vector<Finding>& findings) {
  ++counts_.records;
  const auto accepted = [this](const Finding& finding) {
    if (options_.suppressions && options_.suppressions->cover(finding)) return ++counts_.suppressed, true;
    if (options_.write_baseline) found_.add(finding);
    if (options_.baseline && options_.baseline->take(finding)) return ++counts_.known, true;
    return false;
  };
  findings.erase(std::remove_if(findings.begin(), findings.end(), accepted), findings.end());
  std::set<std::string_view> of_record;  // the rules, and the families that a rate is set for
  for (const Finding& finding : findings) {
    ++(finding.level == Level::error     ? counts_.errors
       : finding.level == Level::warning ? counts_.warnings
                                         : counts_.notes);
    ++counts_.by_rule[finding.rule];
    if (finding.level >= options_.fail_on && !limited(finding.rule)) ++against_;
    for (const auto& limit : options_.max_rate) {
      if (covers(limit.first, finding.rule)) of_record.insert(limit.first);
    }
  }
  if (!findings.empty()) ++counts_.with_findings;
  for (const std::string_view rule : of_record) ++counts_.records_by_rule[std::string(rule)];
}

std::vector<std::string> Gate::failures() const {
  std::vector<std::string> failures;
  if (options_.write_baseline) return failures;  // what is found is accepted
  if (against_ > options_.max_findings) {
    failures.push_back(options_.max_findings == 0
                           ? fmt::format("{} finding{} of level {} or above", against_,
                                         against_ == 1 ? "" : "s", name_of(options_.fail_on))
                           : fmt::format("{} findings of level {} or above, {} are let pass", against_,
                                         name_of(options_.fail_on), options_.max_findings));
  }
  for (const auto& [rule, most] : options_.max_rate) {
    const auto found = counts_.records_by_rule.find(rule);
    if (found == counts_.records_by_rule.end()) continue;
    const double rate = static_cast<double>(found->second) / static_cast<double>(counts_.records);
    if (rate > most)
      failures.push_back(
          fmt::format("{} in {:.2f}% of the records, {:.2f}% are let pass", rule, 100 * rate, 100 * most));
  }
  return failures;
}

std::vector<std::string> Gate::remarks() const {
  std::vector<std::string> remarks;
  if (options_.suppressions) remarks = options_.suppressions->unused();
  const std::uint64_t left = options_.baseline ? options_.baseline->left() : 0;
  if (left > 0)
    remarks.push_back(
        fmt::format("{} finding{} of the baseline {} not found any more; --write-baseline prunes them", left,
                    left == 1 ? "" : "s", left == 1 ? "was" : "were"));
  return remarks;
}

}  // namespace newswash
