// Makes function_word_table.inc from data/languages.toml: the hashes of every language's words, the most
// frequent first. Run by the build: generate_function_words INPUT OUTPUT. Mine: spelling and hashing. Not
// mine: the words.
#define TOML_EXCEPTIONS 0
#include <fmt/format.h>
#include <toml++/toml.h>
#include <unicode/uchar.h>

#include <cstdio>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "quality/token_hash.h"

namespace {

using namespace newswash;
using quality::hash_token;

std::string with_capital(const std::string& word) {
  std::size_t at = 0;
  const char32_t first = next_code_point(word, at);
  std::string title;
  append_utf8(title, static_cast<char32_t>(u_toupper(static_cast<UChar32>(first))));
  return title + word.substr(at);
}

struct Tables {
  std::string words, lists;
  std::size_t count = 0;
};

void add_language(Tables& tables, const std::string& code, const std::string& words) {
  std::istringstream in(words);
  std::set<std::string> seen;
  const std::size_t first = tables.count;
  for (std::string word; in >> word;) {
    if (!seen.insert(word).second) continue;
    tables.words += fmt::format("{{0x{:x}U, 0x{:x}U}},\n", hash_token(word), hash_token(with_capital(word)));
    ++tables.count;
  }
  if (tables.count > first)
    tables.lists += fmt::format("{{\"{}\", {}, {}}},\n", code, first, tables.count - first);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return std::fputs("usage: generate_function_words INPUT OUTPUT\n", stderr), 2;
  const toml::parse_result file = toml::parse_file(arguments[1]);
  if (!file || file.table()["language"].as_array() == nullptr)
    return std::fputs("generate_function_words: no [[language]] to read\n", stderr), 2;
  Tables tables;
  for (const auto& entry : *file.table()["language"].as_array()) {
    const toml::table& language = *entry.as_table();
    add_language(tables, language["code"].value_or(std::string()), language["words"].value_or(std::string()));
  }
  std::ofstream out(arguments[2]);
  out << "constexpr FunctionWord kFunctionWords[] = {\n"
      << tables.words << "};\nconstexpr struct {\n  std::string_view code;\n  std::size_t first, count;\n"
      << "} kFunctionWordLists[] = {\n"
      << tables.lists << "};\n";
  return out.good() ? 0 : 2;
}
