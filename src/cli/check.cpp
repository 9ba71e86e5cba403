// newswash check: what is wrong with the corpus, as findings. It cleans each record and reports what cleaning
// did; nothing is written back.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "cli/batch.h"
#include "cli/changed_since.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/record_names.h"
#include "cli/run.h"
#include "quality/gate.h"
#include "quality/inspector.h"
#include "writer/replace_file.h"

namespace newswash {
namespace {

/// Findings go through the gate into the report, record by record.
class CheckDestination : public Destination {
 public:
  CheckDestination(GateOptions gate, ReportOptions report, std::optional<ChangedSince> changed, Levels levels)
      : levels_(std::move(levels)),
        changed_(std::move(changed)),
        gate_(std::move(gate)),
        report_(make_report(report, [this](std::string_view bytes) { failed_ = output_.write(bytes); })) {}

  Result<bool> is_done(const Source& source) override {
    if (!changed_) return false;
    auto same = changed_->is_same(source);
    if (same && *same) ++passed_over_;
    return same;
  }

  bool is_done(const RawArticle& record) override {
    const bool same = changed_ && changed_->is_same(record);
    passed_over_ += same ? 1 : 0;
    return same;
  }

  /// Sources and records that did not change.
  std::uint64_t passed_over() const { return passed_over_; }

  std::optional<Error> take(BlockItem& item, std::string_view /*result*/) override {
    if (item.fingerprint != nullptr) find_duplicates(item);
    gate_.record(item.findings);
    report_->record(item.source->name(), item.article.record, item.findings);
    return failed_;
  }

  void rejected(const BlockItem& /*item*/) override { gate_.unreadable(); }

  std::optional<Error> finish() override {
    report_->finish(gate_.counts(), gate_.failures());
    return output_.flush();
  }

  bool closed() const override { return output_.reader_gone(); }
  const Gate& gate() const { return gate_; }

 private:
  /// Records come in the order of the input: the first of several is the original.
  void find_duplicates(BlockItem& item) {
    const quality::Repeated repeated = seen_.add(*item.fingerprint);
    places_.add(item.source->name(), item.article.record, item.id);
    if (repeated.kind == quality::Repeated::Kind::none) return;
    const bool exact = repeated.kind == quality::Repeated::Kind::exact;
    Finding finding;
    finding.rule = exact ? "duplicate.exact" : "duplicate.near";
    finding.level = levels_.of(finding.rule);
    if (finding.level == Level::off) return;
    finding.message = exact ? fmt::format("repeats {}", places_.name(repeated.record))
                            : fmt::format("{:.0f}% the same as {}", 100 * repeated.similarity,
                                          places_.name(repeated.record));
    finding.path = item.source->name();
    finding.id = item.id;
    finding.record = item.article.record;
    finding.line = item.article.line;
    item.findings.push_back(std::move(finding));
  }

  DescriptorSink output_{STDOUT_FILENO, "standard output"};
  std::optional<Error> failed_;
  quality::DuplicateIndex seen_;
  RecordNames places_;  // of the records in it
  Levels levels_;
  std::optional<ChangedSince> changed_;
  std::uint64_t passed_over_ = 0;
  Gate gate_;
  std::unique_ptr<Report> report_;
};

/// Where the findings stand in the file. In JSON Lines the text's own lines are escaped: the record's line is
/// what a person can go to.
void place_findings(BlockItem& item, const Job& job) {
  for (Finding& finding : item.findings) {
    finding.path = job.source.name();
    finding.id = item.id;
    finding.record = job.record;
    if (job.json != nullptr) {
      finding.line = item.article.line;
      finding.column = 0;
    } else if (finding.text_line > 0) {
      finding.line = item.article.line + finding.text_line - 1;
    }
  }
}

/// Notes that are neither shown nor count are not looked for: they would take a tenth of the time.
Level least_level(const CheckOptions& check) {
  const bool all = !check.baseline.empty() || !check.write_baseline.empty() || !check.suppressions.empty() ||
                   !check.max_rate.empty();
  return all ? Level::note : std::min({Level::warning, check.report.show, check.fail_on});
}

std::optional<GateOptions> gate_options(const Options& options) {
  GateOptions gate{.least = least_level(options.check),
                   .fail_on = options.check.fail_on,
                   .max_findings = options.check.max_findings,
                   .max_rate = options.check.max_rate,
                   .write_baseline = !options.check.write_baseline.empty()};
  if (!options.check.baseline.empty()) {
    auto baseline = Baseline::read(options.check.baseline);
    if (!baseline) return say(describe(baseline.error())), std::nullopt;
    gate.baseline = *std::move(baseline);
  }
  if (!options.check.suppressions.empty()) {
    auto suppressions = Suppressions::read(options.check.suppressions);
    if (!suppressions) return say(describe(suppressions.error())), std::nullopt;
    gate.suppressions = *std::move(suppressions);
  }
  return gate;
}

bool looks_for_duplicates(const Levels& levels) {
  return levels.of("duplicate.exact") != Level::off || levels.of("duplicate.near") != Level::off;
}

/// Outer: false on failure. Inner: only where --since was given.
std::optional<std::optional<ChangedSince>> changed_since(const Options& options) {
  if (options.check.since.empty()) return std::optional<ChangedSince>();
  auto changed = ChangedSince::find(options.check.since, options.sources.inputs,
                                    [&options](RecordReader& reader, const Source& source) {
                                      return reader.open(source, options.reading);
                                    });
  if (!changed) return say(describe(changed.error())), std::nullopt;
  return std::optional<ChangedSince>(*std::move(changed));
}

/// Unreadable records win over findings; nothing examined is a failure.
int check_status(int batch_status, const CheckDestination& checked) {
  if (batch_status != kDone) return batch_status;
  if (checked.gate().counts().records == 0) {
    if (checked.passed_over() > 0) return say("nothing changed"), kDone;
    return say("no record was examined"), kFailed;
  }
  return checked.gate().failures().empty() ? kDone : kFindings;
}

int write_baseline(const std::string& path, const CheckDestination& checked, int status) {
  if (status == kFailed) return status;
  if (const auto failed = replace_file(path, checked.gate().found().write()))
    return say(describe(*failed)), kFailed;
  return status;
}

}  // namespace

int run_check(const Options& options) {
  bool failed = false;
  auto rules = rules_from(options, failed);
  auto gate = gate_options(options);
  auto changed = changed_since(options);
  if (failed || !gate || !changed) return kFailed;
  const CleanOptions cleaning{options.repair, std::move(rules), options.input, false, false};
  const InspectOptions inspecting{options.check.levels, least_level(options.check), options.check.profile,
                                  options.check.languages};
  const bool compare = looks_for_duplicates(options.check.levels);
  const auto make_work = [&]() -> Work {
    return [compare, cleaner = std::make_shared<Cleaner>(cleaning),
            inspector = std::make_shared<Inspector>(inspecting)](const Job& job, Outcome& outcome) mutable {
      const Article& article =
          cleaner->clean(job.decoded.text, job.json != nullptr ? job.json->url : std::string_view{});
      if (compare) outcome.item.fingerprint = std::make_unique<quality::Fingerprint>();
      inspector->inspect(article, job.decoded.text, outcome.item.findings, outcome.item.fingerprint.get());
      place_findings(outcome.item, job);
    };
  };
  ReportOptions report = options.check.report;
  report.colour = report.format == ReportFormat::text && colour_wanted();
  CheckDestination destination(*std::move(gate), report, *std::move(changed), options.check.levels);
  const int status = check_status(run_batch(options, destination, make_work), destination);
  for (const std::string& remark : destination.gate().remarks()) say(remark);
  return options.check.write_baseline.empty()
             ? status
             : write_baseline(options.check.write_baseline, destination, status);
}

}  // namespace newswash
