// Puts the metrics together: scan, number the words, find what is repeated, compute. Mine: the order of that
// and the public Measurer. Not mine: any metric's arithmetic (metrics_*.cpp).
#include <newswash/quality.h>

#include <algorithm>

#include "quality/values.h"

namespace newswash {
namespace {

using namespace quality;

constexpr auto kInfos = [] {
  std::array<MetricInfo, kMetricCount> infos{};
  for (std::size_t i = 0; i < kMetricCount; ++i) infos[i] = {kMetricNames[i].name, kMetricNames[i].meaning};
  return infos;
}();

/// Of each metric, in their order.
const auto kFamilies = [] {
  std::array<Family, kMetricCount> families{};
  for (std::size_t i = 0; i < kMetricCount; ++i) families[i] = family_of(kMetricNames[i].name);
  return families;
}();

/// The tokens that are words, as a stream of their own with the same numbers.
void take_plain(Evidence& evidence) {
  const std::vector<Token>& tokens = evidence.scan.tokens;
  Stream& plain = evidence.plain;
  plain.resize(tokens.size());
  std::size_t kept = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    plain.ids[kept] = evidence.tokens.ids[i];
    plain.chars_before[kept + 1] = plain.chars_before[kept] + tokens[i].chars;
    kept += (tokens[i].flags & kIsWord) != 0;
  }
  plain.resize(kept);
}

/// Numbers tokens or words, and counts how often each number occurs.
void number_all(const std::vector<Token>& tokens, NumberTable& numbers, std::vector<std::uint32_t>& counts,
                Stream& stream) {
  numbers.reset(tokens.size());
  counts.assign(tokens.size(), 0);
  stream.resize(tokens.size());
  std::uint32_t chars = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::uint32_t number = numbers.number(tokens[i].hash);
    ++counts[number];
    stream.ids[i] = number;
    stream.chars_before[i + 1] = chars += tokens[i].chars;
  }
}

}  // namespace

std::span<const MetricInfo> metric_infos() noexcept {
  return kInfos;
}

bool is_metric(std::string_view name) noexcept {
  return std::any_of(kInfos.begin(), kInfos.end(),
                     [name](const MetricInfo& info) { return info.name == name; });
}

Family quality::family_of(std::string_view metric) noexcept {
  if (metric.starts_with("c4.")) return kC4;
  if (metric.starts_with("fineweb.")) return kFineweb;
  if (metric.starts_with("refinedweb.")) return kRefinedweb;
  if (metric.starts_with("news.")) return kNews;
  if (metric.find("gram@") != metric.npos) {
    if (metric.ends_with("@datatrove")) return kNgramsDatatrove;
    return metric.ends_with("@dolma") ? kNgramsDolma : kNgramsDclm;
  }
  if (metric.starts_with("gopher.dup_")) return kRepeatedLines;
  const bool lines = metric.starts_with("gopher.bullets") || metric.starts_with("gopher.ellipsis_lines");
  return lines ? kGopherLines : kGopherQuality;
}

struct Measurer::State {
  Evidence evidence;
  Values values;
  std::array<Metric, kMetricCount> metrics{};
  std::uint16_t families = kAllFamilies;

  bool does(unsigned some) const { return (families & some) != 0; }
  void find_evidence(std::string_view text);
  void compute(std::string_view language);
};

void Measurer::State::find_evidence(std::string_view text) {
  scan_text(text, evidence.scan);
  number_all(evidence.scan.tokens, evidence.token_numbers, evidence.token_counts, evidence.tokens);
  if (does(kNgramsDolma | kGopherQuality))
    number_all(evidence.scan.words, evidence.word_numbers, evidence.word_counts, evidence.words);
  take_plain(evidence);
  evidence.repeated.find(evidence.scan);
}

void Measurer::State::compute(std::string_view language) {
  values.numbers.fill(0);
  if (does(kC4)) compute_c4(evidence, values);
  if (does(kGopherQuality)) compute_gopher_quality(evidence, language, values);
  if (does(kGopherLines)) compute_gopher_lines(evidence, values);
  compute_gopher_repetition(evidence, families, values);
  if (does(kFineweb)) compute_fineweb(evidence, values);
  if (does(kRefinedweb)) compute_refinedweb(evidence, values);
  if (does(kNews)) compute_news(evidence, language, values);
}

Measurer::Measurer() : state_(std::make_unique<State>()) {
  for (std::size_t i = 0; i < kMetricCount; ++i) state_->metrics[i].name = kInfos[i].name;
}
Measurer::~Measurer() = default;
Measurer::Measurer(Measurer&&) noexcept = default;
Measurer& Measurer::operator=(Measurer&&) noexcept = default;

void Measurer::only_for(std::span<const Profile> profiles) {
  state_->families = profiles.empty() ? kAllFamilies : 0;
  for (const Profile& profile : profiles) {
    for (const Limit& limit : profile.limits) state_->families |= family_of(limit.metric);
  }
}

const quality::Scan& Measurer::scan() const noexcept {
  return state_->evidence.scan;
}

std::span<const Metric> Measurer::measure(std::string_view text, std::string_view language) {
  state_->find_evidence(text);
  state_->compute(language);
  for (std::size_t i = 0; i < kMetricCount; ++i)
    state_->metrics[i].value = state_->does(kFamilies[i]) ? state_->values.numbers[i] : ratio(0, 0);
  return state_->metrics;
}

}  // namespace newswash
