// Every metric against values computed by hand: tests/cases/quality/*.toml. A case's `expected` has a line
// for each metric it checks, "name = value", the value as a fraction where it is one; `how` says how it was
// counted.
#include <gtest/gtest.h>
#include <newswash/quality.h>

#include <cmath>
#include <set>
#include <sstream>
#include <string>

#include "cases.h"

namespace newswash {
namespace {

struct Expected {
  std::string metric;
  double value = 0;
};

double read_value(const std::string& text) {
  if (text == "nan") return std::nan("");
  const std::size_t slash = text.find('/');
  const double part = std::stod(text.substr(0, slash));
  return slash == std::string::npos ? part : part / std::stod(text.substr(slash + 1));
}

std::vector<Expected> read_expected(const std::string& lines) {
  std::vector<Expected> all;
  std::istringstream in(lines);
  for (std::string metric, equals, value; in >> metric >> equals >> value;)
    all.push_back({metric, read_value(value)});
  return all;
}

double value_of(std::span<const Metric> metrics, std::string_view name) {
  for (const Metric& metric : metrics) {
    if (metric.name == name) return metric.value;
  }
  ADD_FAILURE() << "no metric " << name;
  return 0;
}

constexpr std::pair<std::string_view, std::size_t> kFiles[] = {
    {"quality/c4.toml", 5},      {"quality/gopher.toml", 3},     {"quality/repetition.toml", 4},
    {"quality/fineweb.toml", 2}, {"quality/refinedweb.toml", 2}, {"quality/news.toml", 4}};

TEST(Metrics, AreWhatTheirDefinitionsSay) {
  Measurer measurer;
  for (const auto& [file, count] : kFiles) {
    for (const testing::Case& one : testing::read_cases(file, count)) {
      EXPECT_FALSE(one.get("how").empty()) << one.name;
      const std::span<const Metric> metrics = measurer.measure(one.input, one.get("language"));
      for (const auto& [metric, value] : read_expected(one.expected)) {
        const double found = value_of(metrics, metric);
        EXPECT_TRUE(std::isnan(value) ? std::isnan(found) : std::abs(found - value) < 1e-9)
            << file << ": " << one.name << ": " << metric << " is " << found << ", not " << value;
      }
    }
  }
}

TEST(Metrics, AllHaveACase) {
  std::set<std::string, std::less<>> seen;
  for (const auto& [file, count] : kFiles) {
    for (const testing::Case& one : testing::read_cases(file, count)) {
      for (const Expected& expected : read_expected(one.expected)) seen.insert(expected.metric);
    }
  }
  for (const MetricInfo& info : metric_infos()) EXPECT_TRUE(seen.contains(info.name)) << info.name;
}

TEST(Metrics, OfNothingAreNumbersOrNotANumber) {
  Measurer measurer;
  for (const std::string_view text : {"", " ", "\n\n", "\n \n"}) {
    const std::span<const Metric> metrics = measurer.measure(text, "en");
    EXPECT_EQ(value_of(metrics, "gopher.words@dolma"), 0);
    EXPECT_TRUE(std::isnan(value_of(metrics, "gopher.alpha@dolma")));
    EXPECT_TRUE(std::isnan(value_of(metrics, "c4.terminal@newswash")));
  }
}

TEST(Metrics, OfATextDoNotDependOnTheOneBefore) {
  Measurer fresh;
  Measurer used;
  used.measure("one two one two one two\n\none two one two\n", "en");
  const std::string_view text = "He said: “No.”\n\nShe left, she left, she left.";
  const std::span<const Metric> a = fresh.measure(text, "en");
  const std::span<const Metric> b = used.measure(text, "en");
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    EXPECT_EQ(a[i].name, b[i].name);
    EXPECT_TRUE(a[i].value == b[i].value || std::isnan(a[i].value)) << a[i].name;
  }
}

TEST(Metrics, OfAProfileAloneAreTheSame) {
  const std::string_view text = "He said: “No.”\n\nShe left, she left, she left. Read more...";
  Measurer whole;
  const std::span<const Metric> all = whole.measure(text, "en");
  for (const Profile& profile : profiles()) {
    Measurer some;
    some.only_for({&profile, 1});
    const std::span<const Metric> metrics = some.measure(text, "en");
    for (const Limit& limit : profile.limits) {
      const double value = value_of(metrics, limit.metric), expected = value_of(all, limit.metric);
      EXPECT_TRUE(value == expected || std::isnan(expected)) << profile.name << ": " << limit.metric;
    }
    some.only_for({});
    EXPECT_EQ(value_of(some.measure(text, "en"), "gopher.words@dolma"), value_of(all, "gopher.words@dolma"));
  }
}

/// Texts at the limits that a bound may decide: repeated runs, words that are no function words, no words.
std::vector<std::string> texts_at_limits() {
  const std::string run = "Nine plain tokens stand before a tenth one here, twice. ";
  const std::string names = "Alpha Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima. ";
  std::vector<std::string> texts = {"",  "\n",      "...",          names, names + "The end of it.",
                                    run, run + run, run + run + run};
  for (int copies = 1; copies <= 40; copies += 13) {
    std::string text;
    for (int i = 0; i < copies; ++i) text += run + "\n";
    texts.push_back(text);
    texts.push_back(text + names);
    for (int i = 0; i < 200; ++i) text += "word" + std::to_string(i * 7919) + (i % 30 == 0 ? " the " : " ");
    texts.push_back(text);
  }
  return texts;
}

TEST(Metrics, OfFailuresAloneJudgeTheSame) {
  Measurer whole, some;
  for (const Profile& profile : profiles()) {
    some.only_failures_of(profile);
    for (const std::string& text : texts_at_limits()) {
      for (const std::string_view language : {"en", "zh", ""}) {
        const auto expected = judge(whole.measure(text, language), profile, language);
        const auto found = judge(some.measure(text, language), profile, language);
        ASSERT_EQ(found.size(), expected.size()) << profile.name << ": " << text;
        for (std::size_t i = 0; i < found.size(); ++i) EXPECT_EQ(found[i].message, expected[i].message);
      }
    }
  }
}

TEST(Metrics, HaveNamesThatSayWhose) {
  std::set<std::string_view> names;
  for (const MetricInfo& info : metric_infos()) {
    EXPECT_NE(info.name.find('@'), std::string_view::npos) << info.name;
    EXPECT_FALSE(info.meaning.empty()) << info.name;
    EXPECT_TRUE(names.insert(info.name).second) << info.name;
    EXPECT_TRUE(is_metric(info.name));
  }
  EXPECT_FALSE(is_metric("gopher.alpha"));
}

}  // namespace
}  // namespace newswash
