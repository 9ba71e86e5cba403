// Build-time program: compiles the rule packs into C++ tables, and keeps their text for `newswash rules`.
// Usage: generate_rules PACK.toml... OUTPUT. The tables' types stand in automaton.h and packs.h.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "reader/boilerplate/rule_file.h"
#include "reader/boilerplate/word_hashes.h"
#include "text/fnv.h"

namespace {

using namespace newswash;

std::string slurp(const char* path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  return std::move(all).str();
}

std::string c_literal(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n')
      out += "\\n\"\n\"";
    else if (c == '"' || c == '\\' || c == '?' || byte < 0x20 || byte >= 0x7F)
      out += fmt::format("\\{:03o}", byte);
    else
      out += c;
  }
  return out + "\"";
}

template <typename Values, typename Write>
void write_array(std::ofstream& out, std::string_view type, std::string_view name, const Values& values,
                 Write write) {
  out << fmt::format("constexpr std::array<{}, {}> {} = {{{{\n", type, values.size(), name);
  for (const auto& value : values) out << write(value) << ",\n";
  out << "}};\n";
}

std::string write_edge(const Edge& e) {
  return fmt::format("{{{}U,{}U,{}}}", e.label, static_cast<std::uint32_t>(e.target),
                     static_cast<unsigned>(e.colon));
}

std::string write_start(const LabelledStart& s) {
  const Start& e = s.start;
  return fmt::format("{{{}U,{},{{{}U,{}U,{}U,{},{},{},{}}}}}", s.label, s.group, e.target, e.next_words,
                     e.last_words, e.most_words, e.at_least, e.at_most, e.colon);
}

std::string write_word(const VocabularyWord& w) {
  return fmt::format("{{{}U,{}U,{}}}", w.hash, static_cast<std::uint32_t>(w.offset),
                     static_cast<unsigned>(w.size));
}

void write_tables(std::ofstream& out, const AutomatonTables& t) {
  write_array(out, "VocabularyWord", "kVocabulary", t.vocabulary, write_word);
  write_array(out, "State", "kStates", t.states, [](const State& s) {
    return fmt::format("{{{}U,{}U,{},{},{}}}", s.first_edge, s.next_words, s.edge_count,
                       static_cast<unsigned>(s.accepts), static_cast<unsigned>(s.rest));
  });
  write_array(out, "Edge", "kEdges", t.edges, write_edge);
  write_array(out, "LabelledStart", "kStarts", t.starts, write_start);
  out << "constexpr std::string_view kLetters = " << c_literal(t.letters) << ";\n";
}

std::string write_rule(const Rule& r) {
  return fmt::format("{{{},{},Category{{{}}},Category{{{}}},{},Takes{{{}}},{},{}}}", c_literal(r.id),
                     c_literal(r.pack), static_cast<int>(r.category), static_cast<int>(r.taken_category),
                     r.where, static_cast<int>(r.takes), r.alone, r.sentences);
}

/// Changes whenever a pack does: FNV-1a over all of them, folded to 32 bits.
std::uint32_t fingerprint(const std::vector<std::pair<std::string, std::string>>& sources) {
  std::uint64_t hash = kFnvStart;
  for (const auto& [name, toml] : sources) hash = fnv1a(toml, hash);
  return static_cast<std::uint32_t>(hash ^ hash >> 32);
}

void write_all(std::ofstream& out, const std::vector<Rule>& rules, const AutomatonTables& tables,
               const std::vector<std::string>& packs,
               const std::vector<std::pair<std::string, std::string>>& sources) {
  out << "// Made by generate_rules from data/rules. Don't edit.\n#include <newswash/version.h>\n\n#include "
         "<array>\n\n"
         "#include \"reader/boilerplate/packs.h\"\n\nnamespace newswash {\nnamespace {\n\n";
  write_tables(out, tables);
  write_array(out, "RuleInfo", "kRules", rules, write_rule);
  write_array(out, "std::string_view", "kPacks", packs,
              [](const std::string& pack) { return c_literal(pack); });
  write_array(out, "PackSource", "kSources", sources, [](const auto& source) {
    return fmt::format("{{{},{{{},{}U}}}}", c_literal(source.first), c_literal(source.second),
                       source.second.size());
  });
  out << "\n}  // namespace\n\nRuleSetView built_in_rules() noexcept {\n"
         "  return {kRules, {kLetters, kVocabulary, kStates, kEdges, kStarts}, kPacks};\n}\n"
         "std::span<const PackSource> built_in_packs() noexcept { return kSources; }\n";
  out << fmt::format(
      "std::string_view rules_version() noexcept {{ return \"{:08x}\"; }}\n\n}}  // namespace newswash\n",
      fingerprint(sources));
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<Rule> rules;
  std::vector<RuleTemplate> templates;
  std::vector<std::string> packs;
  std::vector<std::pair<std::string, std::string>> sources;
  WordHashes hashes;
  for (int i = 1; i + 1 < argc; ++i) {
    sources.emplace_back(std::filesystem::path(argv[i]).filename(), slurp(argv[i]));
    auto file = parse_rule_file(sources.back().second, argv[i]);
    if (!file) return fmt::print(stderr, "{}\n", describe(file.error())), 1;
    for (auto& each : file->templates) {
      const std::string fault = hashes.add(each.tree);
      if (!fault.empty()) return fmt::print(stderr, "{}: {}\n", argv[i], fault), 1;
      each.rule = static_cast<std::uint16_t>(each.rule + rules.size());
      each.group = static_cast<std::uint8_t>(each.group + kGroupsPerPack * packs.size());
      templates.push_back(std::move(each));
    }
    rules.insert(rules.end(), file->rules.begin(), file->rules.end());
    packs.push_back(file->pack);
  }
  constexpr std::size_t kMostPacks = 64 / kGroupsPerPack;  // a group is a bit of 64
  if (packs.size() > kMostPacks) return fmt::print(stderr, "more than {} rule packs\n", kMostPacks), 1;
  std::ofstream out(argv[argc - 1]);
  write_all(out, rules, build_automaton(templates), packs, sources);
  return out.good() ? 0 : 2;
}
