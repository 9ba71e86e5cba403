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

std::uint32_t count_number(std::uint32_t number, std::vector<std::uint32_t>& counts) {
  if (number == counts.size()) counts.push_back(0);
  ++counts[number];
  return number;
}

void number_tokens(Evidence& evidence) {
  evidence.token_numbers.reset(evidence.scan.tokens.size());
  evidence.token_counts.clear();
  evidence.tokens.clear();
  evidence.plain.clear();
  for (const Token& token : evidence.scan.tokens) {
    const std::uint32_t number =
        count_number(evidence.token_numbers.number(token.hash), evidence.token_counts);
    evidence.tokens.push(number, token.chars);
    if ((token.flags & kIsWord) != 0) evidence.plain.push(number, token.chars);
  }
}

void number_words(Evidence& evidence) {
  evidence.word_numbers.reset(evidence.scan.words.size());
  evidence.word_counts.clear();
  evidence.words.clear();
  for (const Token& word : evidence.scan.words) {
    const std::uint32_t number = count_number(evidence.word_numbers.number(word.hash), evidence.word_counts);
    evidence.words.push(number, word.chars);
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

struct Measurer::State {
  Evidence evidence;
  Values values;
  std::array<Metric, kMetricCount> metrics{};
};

Measurer::Measurer() : state_(std::make_unique<State>()) {
  for (std::size_t i = 0; i < kMetricCount; ++i) state_->metrics[i].name = kInfos[i].name;
}
Measurer::~Measurer() = default;
Measurer::Measurer(Measurer&&) noexcept = default;
Measurer& Measurer::operator=(Measurer&&) noexcept = default;

const quality::Scan& Measurer::scan() const noexcept {
  return state_->evidence.scan;
}

std::span<const Metric> Measurer::measure(std::string_view text, std::string_view language) {
  Evidence& evidence = state_->evidence;
  Values& values = state_->values;
  values.numbers.fill(0);
  scan_text(text, evidence.scan);
  number_tokens(evidence);
  number_words(evidence);
  evidence.repeated.find(evidence.scan);
  compute_c4(evidence, values);
  compute_gopher_quality(evidence, language, values);
  compute_gopher_lines(evidence, values);
  compute_gopher_repetition(evidence, values);
  compute_fineweb(evidence, values);
  compute_refinedweb(evidence, values);
  compute_news(evidence, language, values);
  for (std::size_t i = 0; i < kMetricCount; ++i) state_->metrics[i].value = values.numbers[i];
  return state_->metrics;
}

}  // namespace newswash
