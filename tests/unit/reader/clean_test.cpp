// Cleaning as a whole: the sample articles against what their labels say, paragraphs' kinds, places.
#include <gtest/gtest.h>
#include <newswash/clean.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <set>

#include "properties/files.h"
#include "properties/promises.h"

namespace newswash {
namespace {

using Texts = std::vector<std::string>;

Texts texts(const rapidjson::Value& list) {
  Texts all;
  for (const auto& each : list.GetArray()) {
    const auto& text = each.IsObject() ? each["text"] : each;
    all.emplace_back(text.GetString(), text.GetStringLength());
  }
  return all;
}

std::size_t count(const Texts& lines, const std::string& line) {
  return static_cast<std::size_t>(std::count(lines.begin(), lines.end(), line));
}

/// The lines of articleBody: expected.json labels those, and the headline apart.
Texts lines_of(const Article& article) {
  Texts lines;
  for (const Paragraph& paragraph : article.paragraphs) lines.emplace_back(paragraph.text);
  return lines;
}

/// The category that a line was removed under.
std::string category_of(const Article& article, std::string_view text) {
  for (const RemovedLine& line : article.removed) {
    const std::size_t begin = line.text.find_first_not_of(" \t\xC2\xA0");
    const std::size_t end = line.text.find_last_not_of(" \t\xC2\xA0") + 1;
    if (begin != std::string_view::npos && line.text.substr(begin, end - begin) == text)
      return std::string(name_of(line.category));
  }
  return "not removed";
}

TEST(Clean, TheSampleArticlesLineByLine) {
  rapidjson::Document expected;
  const std::string json = testing::read_project_file("data/seeds/expected.json");
  expected.Parse(json.data(), json.size());
  ASSERT_TRUE(expected.IsObject());
  const rapidjson::Value& labels = expected.HasMember("articles") ? expected["articles"] : expected;
  std::size_t checked = 0;
  std::size_t lines_checked = 0;
  Cleaner cleaner({});
  for (const auto& [name, bytes] : testing::seeds()) {
    const std::string file = name.substr(name.rfind('/') + 1);
    ASSERT_TRUE(labels.HasMember(file.c_str())) << file;
    const rapidjson::Value& label = labels[file.c_str()];
    const Article& article = cleaner.clean(bytes);
    const Texts lines = lines_of(article);
    EXPECT_EQ(article.headline, label["headline"].IsString() ? label["headline"].GetString() : "") << file;
    for (const std::string& line : texts(label["keep"]))
      EXPECT_GE(count(lines, line), 1U) << file << ": lost: " << line;
    for (const std::string& line : texts(label["drop"]))
      EXPECT_EQ(count(lines, line), 0U) << file << ": kept: " << line;
    for (const std::string& line : texts(label["at_most_once"]))
      EXPECT_LE(count(lines, line), 1U) << file << ": twice: " << line;
    for (const rapidjson::Value& drop : label["drop"].GetArray())
      EXPECT_EQ(category_of(article, drop["text"].GetString()), drop["category"].GetString()) << file;
    lines_checked += label["keep"].Size() + label["drop"].Size();
    EXPECT_EQ(article.verdict, Verdict::article) << file;
    ++checked;
  }
  EXPECT_EQ(checked, 5U);
  EXPECT_GE(lines_checked, 80U);
}

TEST(Clean, KindsOfParagraphs) {
  Cleaner cleaner({});
  const Article& article = cleaner.clean(
      "Talks resume after three long months\n\n"
      "The minister said on Tuesday that talks with the neighbouring country would resume next week after a "
      "pause.\n\n"
      "An appeal for help\n\n"
      "The president said on Wednesday that he would not take part in any talks before the end of the "
      "month.\n\n"
      "- a first point of the list that they agreed on\n\n"
      "“Enough is enough, and we will not wait any longer than we have to.”\n");
  const auto kind = [&](std::string_view start) {
    for (const Paragraph& paragraph : article.paragraphs) {
      if (paragraph.text.starts_with(start)) return name_of(paragraph.kind);
    }
    return std::string_view("not there");
  };
  EXPECT_EQ(kind("The minister"), "paragraph");
  EXPECT_EQ(kind("An appeal"), "heading");
  EXPECT_EQ(kind("- a first"), "list-item");
  EXPECT_EQ(kind("“Enough"), "quote");
}

TEST(Clean, OffsetsAreBytesOfTheTextGiven) {
  const std::string text =
      "\r\n\r\n  \u00A0Share\u00A0this article \r\nThe harvest was good, the office said.\r\n";
  Cleaner cleaner({});
  const Article& article = cleaner.clean(text);
  ASSERT_EQ(article.removed.size(), 1U);
  EXPECT_EQ(article.removed[0].line, 3U);
  EXPECT_EQ(article.removed[0].category, Category::share);
  EXPECT_NE(article.removed[0].text.find("Share\u00A0this article"), std::string_view::npos);
  EXPECT_EQ(testing::nothing_is_lost(text, article), "");
}

TEST(Clean, DeletedLinesAboveAreNoPartOfARemovedLine) {
  const std::string text("\0\0\0\nShare this article\n", 23);
  Cleaner cleaner({});
  const Article& article = cleaner.clean(text);
  ASSERT_EQ(article.removed.size(), 1U);
  EXPECT_EQ(article.removed[0].line, 2U);
  EXPECT_EQ(article.removed[0].text, "Share this article");
}

TEST(Clean, SentencesInPiecesAreWholeAgain) {
  const std::string text =
      "Home\nSport\nWeather\nSubscribe\nLog in\nThe pier will be rebuilt in concrete\n"
      "On Tuesday the council of\nHarwich\n, a town of twenty thousand, voted to rebuild its pier (\nbuilt "
      "in 1902\n"
      ") in concrete\n. The vote came after a debate of six hours in which thirty residents spoke.\n"
      "\"We will remember that,\" said the head of the\nfishermen's union\n, who had asked for timber.\n"
      "Work is to begin in the spring, the council's engineers said, and will take about two years.\n"
      "Share\nPrivacy policy\nContact\n";
  Cleaner cleaner({});
  const Article& article = cleaner.clean(text);
  EXPECT_EQ(testing::nothing_is_lost(text, article), "");
  ASSERT_EQ(article.paragraphs.size(), 3U);
  EXPECT_EQ(
      article.paragraphs[0].text,
      "On Tuesday the council of Harwich, a town of twenty thousand, voted to rebuild its pier (built in "
      "1902) in concrete. The vote came after a debate of six hours in which thirty residents spoke.");
}

TEST(Clean, UsersOwnRules) {
  const auto rules = load_rules(R"(language = "und"
[[rule]]
id = "mine"
category = "widget"
match = ["lottery numbers <1-8>"]
examples = ["Lottery numbers: 3 5 8"]
)",
                                "mine.toml");
  ASSERT_TRUE(rules) << describe(rules.error());
  const std::string text = "Lottery numbers: 3 5 8\nThe harvest was good, the office said on Monday.\n";
  EXPECT_TRUE(Cleaner({}).clean(text).removed.empty());
  Cleaner cleaner({{}, *rules});
  const Article& article = cleaner.clean(text);
  ASSERT_EQ(article.removed.size(), 1U);
  EXPECT_EQ(article.removed[0].rule, "und.mine");
}

TEST(Clean, NothingIsSaidOfNothing) {
  Cleaner cleaner({});
  const Article& article = cleaner.clean("");
  EXPECT_EQ(article.verdict, Verdict::empty);
  EXPECT_FALSE(article.verdict_reason.empty());
  EXPECT_EQ(article.words, 0U);
}

}  // namespace
}  // namespace newswash
