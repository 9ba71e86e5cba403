// What the generators read from a table of data/mojibake: texts, absent ones empty. Build time only.
#pragma once

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <string>
#include <vector>

namespace newswash {

inline std::string text_of(const toml::table& table, const char* key) {
  return table[key].value_or(std::string());
}

inline std::vector<std::string> strings_of(const toml::table& table, const char* key) {
  std::vector<std::string> result;
  if (const toml::array* const all = table[key].as_array()) {
    for (const auto& one : *all) result.push_back(one.value_or(std::string()));
  }
  return result;
}

}  // namespace newswash
