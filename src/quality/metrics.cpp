// Puts the metrics together: scan, number the words, find what is repeated, compute. Mine: the order of that
// and the public Measurer. Not mine: any metric's arithmetic (metrics_*.cpp).
#include <newswash/quality.h>

#include <algorithm>

#include "quality/bounds.h"
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
  numbers.reset();
  counts.clear();
  stream.resize(tokens.size());
  std::uint32_t chars = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::uint32_t number = numbers.number(tokens[i].hash);
    if (number == counts.size()) counts.push_back(0);
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
  if (metric == "c4.longest_word@tfds") return kC4LongestWord;
  if (metric == "c4.lorem_ipsum@dolma") return kC4LoremIpsum;
  if (metric == "news.function_words@newswash") return kNewsFunctionWords;
  if (metric.starts_with("c4.")) return kC4;
  if (metric.starts_with("fineweb.")) return kFineweb;
  if (metric.starts_with("refinedweb.")) return kRefinedweb;
  if (metric.starts_with("news.")) return kNews;
  if (metric == "gopher.dup_10gram@dclm") return kRuns10Dclm;
  if (metric.find("gram@") != metric.npos) {
    if (metric.ends_with("@datatrove")) return kNgramsDatatrove;
    return metric.ends_with("@dolma") ? kNgramsDolma : kNgramsDclm;
  }
  if (metric.starts_with("gopher.dup_")) return kRepeatedLines;
  const bool lines = metric.starts_with("gopher.bullets") || metric.starts_with("gopher.ellipsis_lines");
  return lines ? kGopherLines : kGopherQuality;
}

/// What needs the tokens as numbers.
constexpr unsigned kNumbered = kGopherQuality | kRefinedweb | kNgramsDatatrove | kNgramsDolma | kNgramsDclm;

/// What needs the white-space words one by one, not their number and the longest alone.
constexpr unsigned kOfWords = kC4 | kGopherQuality | kNgramsDolma;

struct Measurer::State {
  Evidence evidence;
  Values values;
  std::array<Metric, kMetricCount> metrics{};
  std::uint16_t families = kAllFamilies;
  std::vector<Limit> judged;  // of the profile that only failures are wanted of
  RepeatBound repeat_bound;

  bool can_fail(const Limit& limit, std::string_view language);
  std::uint16_t wanted(std::string_view language);
  void number();
  void prepare_scan() { evidence.scan.keeps_words = (families & kOfWords) != 0; }
  void compute(std::uint16_t needed, std::string_view language);
  std::span<const Metric> measure_scanned(std::string_view language);
};

/// Whether a limit can reject the text, as far as is known before its metric is computed.
bool Measurer::State::can_fail(const Limit& limit, std::string_view language) {
  const double threshold = limit.threshold_in(language);
  const bool most = limit.comparison == Comparison::above || limit.comparison == Comparison::at_least;
  if (most && limit.metric == kMetricNames[static_cast<std::size_t>(MetricId::gopher_dup_10gram_dclm)].name)
    return repeat_bound.of(evidence.scan) >= threshold;
  if (!most && family_of(limit.metric) == kNewsFunctionWords) {
    const auto words = std::count_if(evidence.scan.tokens.begin(), evidence.scan.tokens.end(),
                                     [](const Token& token) { return (token.flags & kIsWord) != 0; });
    return !has_function_words(evidence.scan, language, static_cast<double>(words), threshold);
  }
  return true;
}

/// The families to compute: without the dear ones that fail nothing.
std::uint16_t Measurer::State::wanted(std::string_view language) {
  constexpr unsigned kDear = kRuns10Dclm | kNewsFunctionWords;
  if (judged.empty()) return families;
  unsigned needed = families & ~kDear;
  for (const Limit& limit : judged) {
    const Family family = family_of(limit.metric);
    if ((family & kDear) != 0 && (needed & family) == 0 && can_fail(limit, language)) needed |= family;
  }
  return static_cast<std::uint16_t>(needed);
}

void Measurer::State::number() {
  number_all(evidence.scan.tokens, evidence.token_numbers, evidence.token_counts, evidence.tokens);
  if ((families & (kNgramsDolma | kGopherQuality)) != 0)
    number_all(evidence.scan.words, evidence.word_numbers, evidence.word_counts, evidence.words);
  take_plain(evidence);
}

void Measurer::State::compute(std::uint16_t needed, std::string_view language) {
  const auto does = [needed](unsigned some) { return (needed & some) != 0; };
  values.numbers.fill(0);
  if (does(kNumbered)) number();
  if (does(kC4)) compute_c4(evidence, values);
  if (does(kC4LongestWord)) compute_longest_word(evidence, values);
  if (does(kC4LoremIpsum)) compute_lorem_ipsum(evidence, values);
  if (does(kGopherQuality)) compute_gopher_quality(evidence, language, values);
  if (does(kGopherLines)) compute_gopher_lines(evidence, values);
  compute_gopher_repetition(evidence, needed, values);
  if (does(kFineweb)) compute_fineweb(evidence, values);
  if (does(kRefinedweb)) compute_refinedweb(evidence, values);
  if (does(kNews)) compute_news(evidence, values);
  if (does(kNewsFunctionWords)) compute_function_words(evidence, language, values);
}

std::span<const Metric> Measurer::State::measure_scanned(std::string_view language) {
  evidence.repeated.find(evidence.scan);
  const std::uint16_t needed = wanted(language);
  compute(needed, language);
  for (std::size_t i = 0; i < kMetricCount; ++i)
    metrics[i].value = (needed & kFamilies[i]) != 0 ? values.numbers[i] : ratio(0, 0);
  return metrics;
}

Measurer::Measurer() : state_(std::make_unique<State>()) {
  for (std::size_t i = 0; i < kMetricCount; ++i) state_->metrics[i].name = kInfos[i].name;
}
Measurer::~Measurer() = default;
Measurer::Measurer(Measurer&&) noexcept = default;
Measurer& Measurer::operator=(Measurer&&) noexcept = default;

void Measurer::only_for(std::span<const Profile> profiles) {
  state_->judged.clear();
  state_->families = profiles.empty() ? kAllFamilies : 0;
  for (const Profile& profile : profiles) {
    for (const Limit& limit : profile.limits) state_->families |= family_of(limit.metric);
  }
}

void Measurer::only_failures_of(const Profile& profile) {
  only_for({&profile, 1});
  state_->judged = profile.limits;
}

const quality::Scan& Measurer::scan() const noexcept {
  return state_->evidence.scan;
}

void Measurer::let_go_of_large() noexcept {
  constexpr std::size_t kLarge = std::size_t{4} << 20U;  // bytes
  if (state_->evidence.scan.text.size() < kLarge) return;
  state_->evidence = Evidence();
  state_->repeat_bound = RepeatBound();
}

std::span<const Metric> Measurer::measure(std::string_view text, std::string_view language) {
  state_->prepare_scan();
  scan_text(text, state_->evidence.scan);
  return state_->measure_scanned(language);
}

std::span<const Metric> Measurer::measure(std::string_view text, std::string_view language,
                                          Fingerprint& print) {
  state_->prepare_scan();
  scan_text(text, state_->evidence.scan, print);
  return state_->measure_scanned(language);
}

}  // namespace newswash
