// Reads cases with toml++.
#include "cases.h"

#include <gtest/gtest.h>
#include <toml++/toml.h>

#include "properties/files.h"

namespace newswash::testing {
namespace {

Case read_case(const toml::table& table) {
  Case one;
  for (const auto& [key, value] : table) {
    const std::string name(key.str());
    if (const auto* text = value.as_string()) {
      one.extra[name] = text->get();
    } else if (const auto* list = value.as_array()) {
      for (const toml::node& element : *list) one.lists[name].push_back(element.value_or(std::string()));
      one.lists.try_emplace(name);
    } else {
      ADD_FAILURE() << "'" << name << "' is neither a text nor a list of texts";
    }
  }
  for (const auto& [key, field] : {std::pair{"name", &one.name},
                                   {"source", &one.source},
                                   {"input", &one.input},
                                   {"expected", &one.expected}}) {
    EXPECT_EQ(one.extra.count(key), 1U) << "case '" << one.get("name") << "' has no '" << key << "'";
    *field = one.extra[key];
    one.extra.erase(key);
  }
  return one;
}

}  // namespace

std::vector<Case> read_cases(std::string_view file, std::size_t at_least) {
  const std::string text = read_project_file("tests/cases/" + std::string(file));
  const toml::parse_result parsed = toml::parse(text, file);
  std::vector<Case> cases;
  if (!parsed) {
    ADD_FAILURE() << file << ":" << parsed.error().source().begin.line << ": "
                  << parsed.error().description();
    return cases;
  }
  if (const auto* tables = parsed.table()["case"].as_array()) {
    for (const toml::node& table : *tables) {
      if (table.is_table()) cases.push_back(read_case(*table.as_table()));
    }
  }
  EXPECT_GE(cases.size(), at_least) << file;
  return cases;
}

}  // namespace newswash::testing
