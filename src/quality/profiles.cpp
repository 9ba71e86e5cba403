// The built-in profiles and how they judge. Mine: see quality.h. Not mine: the thresholds (data/profiles,
// made into a table by generate_profiles.cpp).
#include <fmt/format.h>
#include <newswash/quality.h>

#include <algorithm>
#include <cmath>

namespace newswash {
namespace {

#include "profile_table.inc"  // kLimits, kProfiles

bool holds(double value, Comparison comparison, double threshold) {
  switch (comparison) {  // NaN holds nowhere
    case Comparison::below:
      return value < threshold;
    case Comparison::at_most:
      return value <= threshold;
    case Comparison::above:
      return value > threshold;
    case Comparison::at_least:
      return value >= threshold;
  }
  return false;
}

/// Three digits after the point, without zeros at the end: "0.125", "50".
std::string number(double value) {
  std::string text = fmt::format("{:.3f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

void replace(std::string& text, std::string_view what, const std::string& by) {
  if (const std::size_t at = text.find(what); at != text.npos) text.replace(at, what.size(), by);
}

std::string fill(std::string_view message, double value, double threshold) {
  std::string text(message);
  replace(text, "{value}", number(value));
  replace(text, "{threshold}", number(threshold));
  return text;
}

std::vector<Profile> read_profiles() {
  std::vector<Profile> all;
  for (const auto& profile : kProfiles) {
    const auto limits = std::span(kLimits).subspan(profile.first, profile.count);
    all.push_back({profile.name, profile.description, profile.source, {limits.begin(), limits.end()}});
  }
  std::sort(all.begin(), all.end(), [](const Profile& a, const Profile& b) { return a.name < b.name; });
  return all;
}

}  // namespace

std::string_view name_of(Comparison comparison) noexcept {
  constexpr std::string_view kNames[] = {"<", "<=", ">", ">="};
  return kNames[static_cast<std::size_t>(comparison)];
}

double Limit::threshold_in(std::string_view language) const noexcept {
  for (const LanguageThreshold& own : by_language) {
    if (own.language == language) return own.threshold;
  }
  return threshold;
}

const std::vector<Profile>& profiles() {
  static const std::vector<Profile> kAll = read_profiles();
  return kAll;
}

const Profile* profile_named(std::string_view name) {
  for (const Profile& profile : profiles()) {
    if (profile.name == name) return &profile;
  }
  return nullptr;
}

bool set_threshold(Profile& profile, std::string_view limit, double threshold) {
  for (Limit& one : profile.limits) {
    if (one.name != limit) continue;
    one.threshold = threshold;
    one.by_language = {};
    return true;
  }
  return false;
}

std::vector<Failure> judge(std::span<const Metric> metrics, const Profile& profile,
                           std::string_view language) {
  std::vector<Failure> failures;
  for (const Limit& limit : profile.limits) {
    if (limit.level == Level::off) continue;
    if (limit.english_only && !language.empty() && language != "en") continue;
    const auto metric = std::find_if(metrics.begin(), metrics.end(),
                                     [&](const Metric& one) { return one.name == limit.metric; });
    if (metric == metrics.end()) continue;
    const double threshold = limit.threshold_in(language);
    if (!holds(metric->value, limit.comparison, threshold)) continue;
    failures.push_back({limit.name, limit.metric, metric->value, limit.comparison, threshold, limit.level,
                        fill(limit.message, metric->value, threshold)});
  }
  return failures;
}

}  // namespace newswash
