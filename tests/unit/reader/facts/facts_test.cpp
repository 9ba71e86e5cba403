// Whole texts: the cases of tests/cases/facts/pages.toml, the seed articles, and what must hold for any text:
// nothing is invented, and broken bytes do no harm.
#include "reader/facts/facts.h"

#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

namespace newswash {
namespace {

/// Body flags as a body finder would give them: sentences of ten words and more.
std::vector<FactLine> lines_of(const std::string& text, bool page) {
  std::vector<FactLine> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    const bool body =
        !line.empty() && (!page || (std::count(line.begin(), line.end(), ' ') > 9 && line.ends_with('.')));
    lines.push_back({line, body, body ? 1.0F : 0.0F});
    begin = end + 1;
  }
  return lines;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : "; ") + part;
  return all;
}

std::map<std::string, std::string> named(const Facts& facts) {
  std::map<std::string, std::string> out;
  const auto add = [&out](const char* name, const std::optional<Fact>& fact) {
    if (fact) out[name] = fact->value;
  };
  add("headline", facts.headline);
  add("published", facts.date_published);
  add("modified", facts.date_modified);
  add("dateline", facts.dateline);
  add("publisher", facts.publisher);
  add("credit", facts.credit);
  add("section", facts.section);
  add("standfirst", facts.standfirst);
  if (!facts.authors.empty()) out["authors"] = joined(facts.authors);
  if (!facts.tags.empty()) out["tags"] = joined(facts.tags);
  return out;
}

TEST(Facts, FindsEveryCase) {
  const toml::table file = toml::parse_file(NEWSWASH_SOURCE_DIR "/tests/cases/facts/pages.toml").table();
  std::size_t count = 0;
  for (const toml::node& node : *file["case"].as_array()) {
    const toml::table& item = *node.as_table();
    const std::string input = item["input"].value_or(std::string());
    const bool page = item["page"].value_or(true);
    const Facts facts = find_facts(lines_of(input, page), item["url"].value_or(std::string()),
                                   item["language"].value_or(std::string()), page);
    std::map<std::string, std::string> expected;
    for (const auto& [key, value] : *item["expected"].as_table()) {
      expected[std::string(key.str())] = value.value_or(std::string());
    }
    EXPECT_EQ(named(facts), expected) << item["name"].value_or("");
    ++count;
  }
  EXPECT_GE(count, 19U);
}

TEST(Facts, FindsTheSeedsHeadlines) {
  constexpr std::array<std::pair<const char*, const char*>, 5> kSeeds = {{
      {"000_0d9620a7cf3cbabe.txt",
       "Azerbaijan's Military Operation in Nagorno-Karabakh Sparks International Concern and Demands for "
       "Peace"},
      {"001_56b7f23754df9684.txt",
       "Azerbaijan Launches Military Offensive in Nagorno-Karabakh, Raising Threat of New War"},
      {"002_10c94bd3b394e219.txt", ""},
      {"003_21439ab597453d37.txt",
       "Azerbaijan’s Military Operation in Nagorno-Karabakh: Recent Developments and Implications"},
      {"004_55b0872eb473370c.txt", "Karabakh: UN chief calls for ‘immediate cessation of hostilities’"},
  }};
  for (const auto& [name, headline] : kSeeds) {
    std::ifstream in(std::string(NEWSWASH_SOURCE_DIR "/data/seeds/") + name, std::ios::binary);
    ASSERT_TRUE(in) << name;
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    const Facts facts = find_facts(lines_of(text, false), "", "en", false);
    EXPECT_EQ(facts.headline ? facts.headline->value : std::string(), headline) << name;
    EXPECT_FALSE(facts.date_published) << name;
    EXPECT_TRUE(facts.authors.empty()) << name;
  }
}

TEST(Facts, InventsNothing) {
  const toml::table file = toml::parse_file(NEWSWASH_SOURCE_DIR "/tests/cases/facts/pages.toml").table();
  for (const toml::node& node : *file["case"].as_array()) {
    const std::string input = node.as_table()->at("input").value_or(std::string());
    const Facts facts = find_facts(lines_of(input, true), "", "", true);
    for (const std::string& author : facts.authors) EXPECT_NE(input.find(author), std::string::npos);
    for (const std::string& tag : facts.tags) EXPECT_NE(input.find(tag), std::string::npos);
    for (const auto* fact : {&facts.headline, &facts.standfirst, &facts.byline, &facts.dateline,
                             &facts.publisher, &facts.credit, &facts.section}) {
      const std::string value = *fact ? (*fact)->value : std::string();
      EXPECT_NE(input.find(value), std::string::npos) << value;
    }
  }
}

TEST(Facts, SurvivesAnyBytes) {
  std::uint32_t state = 1;
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (int i = 0; i < 600; ++i) {
      state = state * 1664525U + 1013904223U;
      constexpr std::string_view kBytes =
          "By von \n\n.:,|-/()@©2023 May 17 14:05 Jane Doe # * \xC2\xE3\x81\xF0\xFF\n";
      const std::uint32_t pick = state >> 24;
      text += (state & 0x30000U) != 0 ? kBytes[pick % kBytes.size()] : static_cast<char>(pick);
    }
    const Facts first = find_facts(lines_of(text, true), text, "", true);
    EXPECT_EQ(named(first), named(find_facts(lines_of(text, true), text, "", true)));
    find_facts(lines_of(text, false), "", "de", false);
  }
  EXPECT_FALSE(find_facts({}, "", "", true).headline);
}

}  // namespace
}  // namespace newswash
