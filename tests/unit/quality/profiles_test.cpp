// Profiles: that they say what they should, judge as they say, and that `news` accepts news: every labelled
// body of ../shared/corpora but one in a hundred, and every guard article of tests/cases.
#include <gtest/gtest.h>
#include <newswash/quality.h>
#include <simdjson.h>

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "properties/files.h"
#include "reader/language/language.h"

namespace newswash {
namespace {

TEST(Profiles, AreThere) {
  std::vector<std::string_view> names;
  for (const Profile& profile : profiles()) names.push_back(profile.name);
  EXPECT_EQ(names, (std::vector<std::string_view>{"c4", "fineweb", "fineweb-2", "fineweb-paper", "gopher",
                                                  "gopher-repetition", "news", "refinedweb"}));
  EXPECT_EQ(profile_named("gopher")->limits.size(), 10U);
  EXPECT_EQ(profile_named("nothing"), nullptr);
  EXPECT_NE(profile_named(kDefaultProfile), nullptr);
}

TEST(Profiles, HaveLimitsOnMetricsThatExist) {
  for (const Profile& profile : profiles()) {
    std::set<std::string_view> names;
    EXPECT_FALSE(profile.description.empty()) << profile.name;
    EXPECT_FALSE(profile.source.empty()) << profile.name;
    for (const Limit& limit : profile.limits) {
      EXPECT_TRUE(is_metric(limit.metric)) << limit.metric;
      EXPECT_TRUE(names.insert(limit.name).second) << profile.name << ": " << limit.name;
      EXPECT_FALSE(limit.message.empty());
    }
  }
}

Profile one_limit(Comparison comparison, double threshold) {
  return {"one",
          "",
          "",
          {{"words", "gopher.words@dolma", comparison, threshold, Level::error, "{value} of {threshold}"}}};
}

TEST(Profiles, CompareAsTheySay) {
  const Metric metrics[] = {{"gopher.words@dolma", 50}};
  const auto fails = [&](Comparison comparison, double threshold) {
    return !judge(metrics, one_limit(comparison, threshold), "en").empty();
  };
  EXPECT_FALSE(fails(Comparison::below, 50));
  EXPECT_TRUE(fails(Comparison::below, 50.5));
  EXPECT_TRUE(fails(Comparison::at_most, 50));
  EXPECT_FALSE(fails(Comparison::above, 50));
  EXPECT_TRUE(fails(Comparison::above, 49));
  EXPECT_TRUE(fails(Comparison::at_least, 50));
}

TEST(Profiles, RejectNothingForNotANumber) {
  const Metric metrics[] = {{"gopher.words@dolma", std::nan("")}};
  for (const auto comparison :
       {Comparison::below, Comparison::at_most, Comparison::above, Comparison::at_least})
    EXPECT_TRUE(judge(metrics, one_limit(comparison, 1), "").empty());
  EXPECT_TRUE(judge({}, one_limit(Comparison::below, 1), "").empty());
}

TEST(Profiles, SayWhatIsWrongInWords) {
  Measurer measurer;
  const auto failures = judge(measurer.measure("Only four words here.", "en"), *profile_named("news"), "en");
  ASSERT_EQ(failures.size(), 1U);
  EXPECT_EQ(failures[0].limit, "words-min");
  EXPECT_EQ(failures[0].metric, "news.words@newswash");
  EXPECT_EQ(failures[0].value, 4);
  EXPECT_EQ(failures[0].level, Level::warning);
  EXPECT_EQ(failures[0].message, "4 words, fewer than 20");
}

TEST(Profiles, TakeOtherThresholds) {
  Profile mine = *profile_named("news");
  EXPECT_TRUE(set_threshold(mine, "words-min", 3));
  EXPECT_FALSE(set_threshold(mine, "word-min", 3));
  Measurer measurer;
  EXPECT_TRUE(judge(measurer.measure("Only four words here.", "en"), mine, "en").empty());
}

TEST(Profiles, KnowLanguages) {
  const Profile& fineweb2 = *profile_named("fineweb-2");
  const auto list = std::find_if(fineweb2.limits.begin(), fineweb2.limits.end(),
                                 [](const Limit& limit) { return limit.name == "list"; });
  ASSERT_NE(list, fineweb2.limits.end());
  EXPECT_EQ(list->threshold_in("en"), 0.3);
  EXPECT_EQ(list->threshold_in("de"), 0.152);
  EXPECT_EQ(list->by_language.size(), 20U);
  // The eight English stop words are asked of English only.
  Measurer measurer;
  const std::span<const Metric> german = measurer.measure("Die Stadt will die Brücke reparieren.", "de");
  for (const Failure& failure : judge(german, *profile_named("gopher"), "de"))
    EXPECT_NE(failure.limit, "stop-words");
}

std::string_view language_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return find_language(lines);
}

bool news_rejects(Measurer& measurer, std::string_view name, std::string_view text) {
  const std::string_view language = language_of(text);
  const auto failures = judge(measurer.measure(text, language), *profile_named("news"), language);
  for (const Failure& failure : failures)
    std::printf("news rejects %.*s: %s\n", static_cast<int>(name.size()), name.data(),
                failure.message.c_str());
  return !failures.empty();
}

/// The labelled bodies of a collection, unpacked by gzip; none where the shared folder is absent.
std::vector<std::string> read_bodies(const std::string& collection) {
  const std::string path = NEWSWASH_SOURCE_DIR "/../shared/corpora/" + collection + "/dev.jsonl.gz";
  std::vector<std::string> bodies;
  if (!std::filesystem::exists(path)) return bodies;
  std::FILE* pipe = popen(("gzip -dc '" + path + "'").c_str(), "r");
  if (pipe == nullptr) return bodies;
  std::string all;
  char buffer[65536];
  for (std::size_t got; (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) all.append(buffer, got);
  pclose(pipe);
  simdjson::dom::parser parser;
  std::istringstream in(all);
  for (std::string line; std::getline(in, line);) {
    std::string_view body;
    if (parser.parse(line)["article_body"].get(body) == simdjson::SUCCESS) bodies.emplace_back(body);
  }
  return bodies;
}

TEST(Profiles, NewsAcceptsLabelledArticles) {
  Measurer measurer;
  for (const std::string collection : {"zyte", "publishers"}) {
    const std::vector<std::string> bodies = read_bodies(collection);
    if (bodies.empty()) continue;  // the shared folder is not there
    EXPECT_GE(bodies.size(), 80U);
    std::size_t rejected = 0;
    for (const std::string& body : bodies) rejected += news_rejects(measurer, collection, body);
    EXPECT_LE(static_cast<double>(rejected), 0.01 * static_cast<double>(bodies.size())) << collection;
  }
}

/// The lines of a guard article that are of the body, without their marks.
std::string body_of(const std::string& labelled) {
  std::istringstream in(labelled);
  std::string body;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with("+ ") || line.starts_with("= "))
      body += line.substr(std::min<std::size_t>(2, line.size())) + '\n';
  }
  return body;
}

TEST(Profiles, NewsAcceptsGuardArticles) {
  Measurer measurer;
  std::size_t articles = 0;
  for (const testing::NamedText& file : testing::project_files("tests/cases/articles")) {
    if (!file.name.ends_with(".txt")) continue;
    ++articles;
    EXPECT_FALSE(news_rejects(measurer, file.name, body_of(file.bytes))) << file.name;
  }
  EXPECT_GE(articles, 200U);
}

TEST(Profiles, NewsRejectsAMenu) {
  std::string menu;
  for (int i = 0; i < 30; ++i) menu += "Sports and more\n";
  Measurer measurer;
  EXPECT_FALSE(judge(measurer.measure(menu, "en"), *profile_named("news"), "en").empty());
}

}  // namespace
}  // namespace newswash
