// Makes a table of sorted words from each list of words in a data file: `prefixes = [...]` becomes kPrefixes.
// Run by the build: generate_word_lists INPUT OUTPUT. Mine: the tables. Not mine: how they are used. Tables
// in the file (its examples) are passed over.
#define TOML_EXCEPTIONS 0
#include <fmt/format.h>
#include <toml++/toml.h>

#include <cstdio>
#include <fstream>
#include <set>
#include <string>

namespace {

/// Sorted, so that it can be searched. Empty if the list holds anything but words.
std::string table_of(std::string_view key, const toml::array& list) {
  std::set<std::string> words;
  for (const toml::node& word : list) {
    if (word.value_or(std::string()).empty()) return {};
    words.insert(*word.value<std::string>());
  }
  if (words.empty()) return {};
  std::string name(key);
  name.front() = static_cast<char>(name.front() - 'a' + 'A');
  std::string out = fmt::format("constexpr std::string_view k{}[] = {{\n", name);
  for (const std::string& word : words) out += fmt::format("    \"{}\",\n", word);
  return out + "};\n";
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return std::fputs("usage: generate_word_lists INPUT OUTPUT\n", stderr), 2;
  const toml::parse_result file = toml::parse_file(arguments[1]);
  if (!file) return std::fputs("generate_word_lists: the input does not parse\n", stderr), 2;
  std::ofstream out(arguments[2]);
  for (const auto& [key, value] : file.table()) {
    const toml::array* const list = value.as_array();
    if (list == nullptr) continue;
    const std::string table = table_of(key.str(), *list);
    if (table.empty())
      return fmt::print(stderr, "generate_word_lists: '{}' is no list of words\n", key.str()), 2;
    out << table;
  }
  return out.good() ? 0 : 2;
}
