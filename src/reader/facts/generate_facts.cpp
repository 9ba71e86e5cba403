// Makes facts_tables.h from data/facts: the words of every language as hash buckets and the weights of the
// choices. Run by the build: generate_facts INPUT.toml... OUTPUT. Mine: reading toml and printing constants.
// Not mine: what the entries mean (reader/facts/words.h) and how weights are learnt (data/facts/learn.py).
#include <toml++/toml.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "reader/facts/letters.h"
#include "reader/facts/words.h"

namespace {

using namespace newswash::facts;

struct Item {
  std::string phrase;
  std::uint32_t kinds = 0;
  unsigned month = 0;
  std::uint64_t languages = 0;
};

const std::pair<const char*, std::uint32_t> kLists[] = {
    {"weekdays", kWeekday},
    {"date_links", kDateLink},
    {"and", kAnd},
    {"byline", kByline},
    {"published", kPublished},
    {"modified", kModified},
    {"roles", kRole},
    {"interface", kInterface},
    {"relative", kRelative},
    {"comments", kComments},
    {"sources", kSource},
    {"tag_words", kTagWord},
    {"section_words", kSectionWord},
    {"agencies", kAgency},
    {"sections", kSection},
    {"first_names", kFirstName},
};

class Tables {
 public:
  void add_file(const std::string& path) {
    const toml::table file = toml::parse_file(path);
    std::uint64_t bits = ~std::uint64_t{0};
    if (const auto code = file["language"].value<std::string>()) bits = bit_of(*code, file);
    add_months(file, bits);
    for (const auto& [key, kind] : kLists) {
      if (const toml::array* list = file[key].as_array()) {
        for (const auto& word : *list) add(word.value_or(std::string()), kind, 0, bits);
      }
    }
    for (const auto& [name, model] : file) {
      if (model.is_table()) add_model(std::string(name.str()), *model.as_table());
    }
  }

  void print(std::ostream& out) {
    out << "// Made by generate_facts from data/facts; do not edit.\n#pragma once\n\n#include <array>\n"
           "#include <cstdint>\n#include <string_view>\n#include <utility>\n\nnamespace "
           "newswash::facts::tables {\n\n"
           "struct Entry {\n  std::string_view phrase;\n  std::uint32_t kinds;\n  std::uint8_t month;\n"
           "  std::uint64_t languages;\n};\n\n";
    print_languages(out);
    print_entries(out);
    out << models_ << "}  // namespace newswash::facts::tables\n";
  }

 private:
  std::uint64_t bit_of(const std::string& code, const toml::table& file) {
    const std::uint64_t bit = std::uint64_t{1} << next_bit_++;
    languages_[code] = bit;
    if (const toml::array* aliases = file["aliases"].as_array()) {
      for (const auto& alias : *aliases) languages_[alias.value_or(std::string())] = bit;
    }
    return bit;
  }

  void add_months(const toml::table& file, std::uint64_t bits) {
    const toml::array* months = file["months"].as_array();
    if (months == nullptr) return;
    for (std::size_t i = 0; i < months->size(); ++i) {
      const std::string forms = (*months)[i].value_or(std::string());
      for (std::size_t begin = 0; begin <= forms.size();) {
        const std::size_t end = std::min(forms.find('|', begin), forms.size());
        add(forms.substr(begin, end - begin), kMonth, static_cast<unsigned>(i + 1), bits);
        begin = end + 1;
      }
    }
  }

  void add(const std::string& phrase, std::uint32_t kind, unsigned month, std::uint64_t bits) {
    const std::string key = folded(phrase);
    if (key.empty()) return;
    Item& item = items_[{key, month, kind}];
    item = {key, kind, month, item.languages | bits};
    for (std::size_t space = key.find(' '); space != key.npos; space = key.find(' ', space + 1)) {
      items_[{key.substr(0, space), 0, kPhraseStart}] = {key.substr(0, space), kPhraseStart, 0,
                                                         ~std::uint64_t{0}};
    }
  }

  static std::string camel(const std::string& name) {
    std::string out;
    bool up = true;
    for (const char c : name) {
      if (c == '_') {
        up = true;
      } else {
        out += up ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
        up = false;
      }
    }
    return out;
  }

  void add_model(const std::string& name, const toml::table& model) {
    const toml::array* weights = model["weights"].as_array();
    if (weights == nullptr) return;
    std::string names = "enum " + camel(name) + "Feature : std::uint8_t {\n";
    std::string values = "inline constexpr float k" + camel(name) + "Weights[] = {\n";
    for (const auto& pair : *weights) {
      const toml::array& both = *pair.as_array();
      names += "  k" + camel(name) + camel(both[0].value_or(std::string())) + ",\n";
      values += "    static_cast<float>(" + std::to_string(both[1].value_or(0.0)) + "),\n";
    }
    models_ += names + "};\n" + values + "};\n";
    for (const auto& [key, number] : model) {
      if (!number.is_number()) continue;
      models_ += "inline constexpr float k" + camel(name) + camel(std::string(key.str())) +
                 " = static_cast<float>(" + std::to_string(number.value_or(0.0)) + ");\n";
    }
    models_ += "\n";
  }

  void print_languages(std::ostream& out) const {
    out << "inline constexpr std::uint64_t kEnglish = " << languages_.at("en") << "ULL;\n"
        << "inline constexpr std::pair<std::string_view, std::uint64_t> kLanguages[] = {\n";
    for (const auto& [code, bit] : languages_) out << "    {\"" << code << "\", " << bit << "ULL},\n";
    out << "};\n\n";
  }

  static std::uint32_t hash_of(const std::string& phrase) {
    std::uint32_t hash = 2166136261U;
    for (const char c : phrase) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
  }

  /// A bit for each hash of an entry's first word: where it is 0, the word begins none of them.
  void print_first_words(std::ostream& out, const char* name, std::size_t blocks, std::uint32_t kinds) const {
    std::vector<std::uint64_t> bits(blocks, 0);
    for (const auto& [key, item] : items_) {
      if ((item.kinds & kinds) == 0) continue;
      const std::uint32_t hash = hash_of(item.phrase.substr(0, item.phrase.find(' ')));
      bits[(hash >> 6) % blocks] |= std::uint64_t{1} << (hash & 63);
    }
    out << "inline constexpr std::uint64_t " << name << "[] = {\n";
    for (const std::uint64_t block : bits) out << "    " << block << "ULL,\n";
    out << "};\n\n";
  }

  /// The last bits of the entries' hashes, as many as a cache line holds where their first bits lead: an
  /// unknown word costs the reading of one line.
  void print_tags(std::ostream& out) const {
    constexpr std::size_t kTagsOfLine = 32;
    std::set<std::uint32_t> hashes;
    for (const auto& [key, item] : items_) hashes.insert(hash_of(item.phrase));
    std::vector<std::vector<std::uint32_t>> lines;
    bool fits = false;
    for (std::size_t count = hashes.size() / kTagsOfLine + 1; !fits; ++count) {
      lines.assign(count, {});
      for (const std::uint32_t hash : hashes)
        lines[std::uint64_t{hash} * count >> 32].push_back((hash & 0xFFFF) | 1);
      fits = std::all_of(lines.begin(), lines.end(),
                         [](const auto& line) { return line.size() <= kTagsOfLine; });
    }
    out << "inline constexpr std::uint32_t kTagLines = " << lines.size()
        << ";\ninline constexpr std::size_t kTagsOfLine = " << kTagsOfLine
        << ";\nalignas(64) inline constexpr std::uint16_t kTags[] = {\n";
    for (auto& line : lines) {
      line.resize(kTagsOfLine);
      for (const std::uint32_t tag : line) out << tag << ", ";
      out << "\n";
    }
    out << "};\n\n";
  }

  void print_entries(std::ostream& out) const {
    std::uint32_t buckets = 1;
    while (buckets < items_.size()) buckets *= 2;
    std::vector<std::vector<const Item*>> table(buckets);
    for (const auto& [key, item] : items_) {
      table[hash_of(item.phrase) & (buckets - 1)].push_back(&item);
    }
    print_tags(out);
    print_first_words(out, "kBylineWords", 256, kByline);
    print_first_words(out, "kPublishedWords", 256, kPublished);
    out << "inline constexpr Entry kEntries[] = {\n";
    std::string starts = "    0";
    std::string hashes = "    ";
    std::size_t count = 0;
    for (const auto& bucket : table) {
      for (const Item* item : bucket) {
        out << "    {\"" << item->phrase << "\", " << item->kinds << "U, " << item->month << ", "
            << item->languages << "ULL},\n";
        hashes += std::to_string(hash_of(item->phrase)) + "U, ";
      }
      count += bucket.size();
      starts += ", " + std::to_string(count);
    }
    out << "};\n\n// the hash of each entry's phrase\ninline constexpr std::uint32_t kEntryHashes[] = {\n"
        << hashes;
    out << "};\n\ninline constexpr std::uint32_t kBucketCount = " << buckets
        << ";\ninline constexpr std::uint16_t kBuckets[] = {\n"
        << starts << "};\n\n";
  }

  std::map<std::tuple<std::string, unsigned, std::uint32_t>, Item> items_;
  std::map<std::string, std::uint64_t> languages_;
  std::string models_;
  unsigned next_bit_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::fputs("usage: generate_facts INPUT.toml... OUTPUT\n", stderr), 2;
  try {
    Tables tables;
    for (int i = 1; i + 1 < argc; ++i) tables.add_file(argv[i]);
    std::ofstream out(argv[argc - 1], std::ios::binary);
    tables.print(out);
    return out.flush() ? 0 : 1;
  } catch (const std::exception& error) {
    return std::fprintf(stderr, "generate_facts: %s\n", error.what()), 1;
  }
}
