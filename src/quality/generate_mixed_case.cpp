// Makes mixed_case_table.inc from data/quality/mixed_case.toml: its three lists, sorted. Run by the build:
// generate_mixed_case INPUT OUTPUT. Mine: the table. Not mine: how it is used (glued_words.cpp).
#define TOML_EXCEPTIONS 0
#include <fmt/format.h>
#include <toml++/toml.h>

#include <cstdio>
#include <fstream>
#include <set>
#include <string>

namespace {

/// A sorted table, so that it can be searched.
std::string table_of(const toml::table& file, const char* key, const char* name) {
  std::set<std::string> words;
  if (const toml::array* list = file[key].as_array()) {
    for (const toml::node& word : *list) words.insert(word.value_or(std::string()));
  }
  std::string out = fmt::format("constexpr std::string_view {}[] = {{\n", name);
  for (const std::string& word : words) out += fmt::format("    \"{}\",\n", word);
  return words.empty() ? std::string() : out + "};\n";
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return std::fputs("usage: generate_mixed_case INPUT OUTPUT\n", stderr), 2;
  const toml::parse_result file = toml::parse_file(arguments[1]);
  if (!file) return std::fputs("generate_mixed_case: the input does not parse\n", stderr), 2;
  std::ofstream out(arguments[2]);
  for (const auto& [key, name] :
       {std::pair{"prefixes", "kPrefixes"}, {"endings", "kEndings"}, {"names", "kNames"}}) {
    const std::string table = table_of(file.table(), key, name);
    if (table.empty()) return std::fputs("generate_mixed_case: an empty list\n", stderr), 2;
    out << table;
  }
  return out.good() ? 0 : 2;
}
