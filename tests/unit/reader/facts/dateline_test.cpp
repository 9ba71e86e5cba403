// Runs the cases of tests/cases/facts/datelines.toml.
#include "reader/facts/dateline.h"

#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <string>

namespace newswash::facts {
namespace {

TEST(Dateline, ReadsEveryCase) {
  const toml::table file = toml::parse_file(NEWSWASH_SOURCE_DIR "/tests/cases/facts/datelines.toml").table();
  std::size_t count = 0;
  for (const toml::node& node : *file["case"].as_array()) {
    const toml::table& item = *node.as_table();
    const std::string input = item["input"].value_or(std::string());
    Tokens tokens;
    split_tokens(input, languages_of(""), tokens);
    const std::optional<Dateline> found = find_dateline(input, tokens);
    EXPECT_EQ(found ? found->value : std::string(), item["expected"].value_or(std::string("?"))) << input;
    ++count;
  }
  EXPECT_GE(count, 15U);
}

}  // namespace
}  // namespace newswash::facts
