// Runs the cases of tests/cases/facts/bylines.toml: names, roles, agencies, addresses, interface words.
#include "reader/facts/byline.h"

#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <string>

namespace newswash::facts {
namespace {

std::string names_in(std::string_view line, std::string_view language) {
  Tokens tokens;
  split_tokens(line, languages_of(language), tokens);
  std::size_t first = 0;
  const bool byline = !tokens.empty() && (tokens[0].phrase_kinds & kByline) != 0;
  if (byline) first = tokens[0].phrase;
  if (byline && first < tokens.size() && (tokens[first].value == U':' || tokens[first].value == U'：'))
    ++first;
  std::string all;
  for (const std::string& name : read_names(line, tokens, first, byline).names) {
    all += (all.empty() ? "" : "; ") + name;
  }
  return all;
}

TEST(Byline, ReadsEveryCase) {
  const toml::table file = toml::parse_file(NEWSWASH_SOURCE_DIR "/tests/cases/facts/bylines.toml").table();
  std::size_t count = 0;
  for (const toml::node& node : *file["case"].as_array()) {
    const toml::table& item = *node.as_table();
    const std::string input = item["input"].value_or(std::string());
    EXPECT_EQ(names_in(input, item["language"].value_or(std::string())),
              item["expected"].value_or(std::string("?")))
        << item["name"].value_or("") << ": " << input;
    ++count;
  }
  EXPECT_GE(count, 60U);
}

}  // namespace
}  // namespace newswash::facts
