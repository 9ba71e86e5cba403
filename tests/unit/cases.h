// Reads the data tests' cases: TOML files below tests/cases, each a list of [[case]] tables.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace newswash::testing {

/// One case. `name`, `source`, `input` and `expected` are always there; other keys are in `extra` (texts) and
/// `lists` (lists of texts).
struct Case {
  std::string name;
  std::string source;
  std::string input;
  std::string expected;
  std::map<std::string, std::string> extra;
  std::map<std::string, std::vector<std::string>> lists;

  std::string get(const std::string& key) const {
    const auto found = extra.find(key);
    return found == extra.end() ? std::string() : found->second;
  }
};

/// The cases of a file below tests/cases. A file that does not parse, a case without its four keys and fewer
/// cases than `at_least` fail the running test.
std::vector<Case> read_cases(std::string_view file, std::size_t at_least);

}  // namespace newswash::testing
