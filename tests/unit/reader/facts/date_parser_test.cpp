// Runs the cases of tests/cases/facts/dates.toml: one date a line, in many languages, and lines without one.
#include "reader/facts/date_parser.h"

#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <string>

namespace newswash::facts {
namespace {

std::string first_date(std::string_view line, std::string_view language) {
  Tokens tokens;
  split_tokens(line, languages_of(language), tokens);
  for (const WrittenDate& date : parse_dates(line, tokens, order_of(language))) {
    return date.ambiguous ? std::string() : date.iso();
  }
  return {};
}

TEST(DateParser, ReadsEveryCase) {
  const toml::table file = toml::parse_file(NEWSWASH_SOURCE_DIR "/tests/cases/facts/dates.toml").table();
  std::size_t count = 0;
  for (const toml::node& node : *file["case"].as_array()) {
    const toml::table& item = *node.as_table();
    const std::string input = item["input"].value_or(std::string());
    const std::string language = item["language"].value_or(std::string());
    EXPECT_EQ(first_date(input, language), item["expected"].value_or(std::string("?")))
        << item["name"].value_or("") << ": " << input;
    ++count;
  }
  EXPECT_GE(count, 120U);
}

TEST(DateParser, ReadsDatesInUrls) {
  EXPECT_EQ(date_in_url("https://example.org/2023/05/17/some-title")->iso(), "2023-05-17");
  EXPECT_EQ(date_in_url("https://example.org/news/2020-02-19/title.html")->iso(), "2020-02-19");
  EXPECT_EQ(date_in_url("https://example.org/2020/jan/20/title")->iso(), "2020-01-20");
  EXPECT_FALSE(date_in_url("https://example.org/article/164913/title").has_value());
  EXPECT_FALSE(date_in_url("https://example.org").has_value());
  EXPECT_FALSE(date_in_url("").has_value());
}

TEST(DateParser, OneReadableDateSettlesTheOrder) {
  Tokens tokens;
  const std::string_view line = "03/04/2021";
  split_tokens(line, languages_of("en"), tokens);
  EXPECT_EQ(parse_dates(line, tokens, DateOrder::kMonthFirst)[0].iso(), "2021-03-04");
  EXPECT_EQ(parse_dates(line, tokens, DateOrder::kDayFirst)[0].iso(), "2021-04-03");
}

}  // namespace
}  // namespace newswash::facts
