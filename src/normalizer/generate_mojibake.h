// What the generators of the mojibake tables share: printing arrays, the data they read. Build time only; the
// program knows their result through mojibake_tables.h. Mine: the data as read, printing. Not mine: code
// pages (generate_mojibake_pages.cpp), characters (generate_mojibake_letters.cpp), pairs of letters
// (generate_mojibake_pairs.cpp), the order of it all (generate_mojibake_tables.cpp).
#pragma once

#include <array>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "normalizer/mojibake_tables.h"

namespace newswash::mojibake {

/// data/mojibake/pages.toml.
struct PageData {
  std::array<std::string, kPages> converters;
  std::array<bool, kPages> with_c1{};
  std::vector<std::pair<char32_t, char32_t>> twins;
  std::vector<std::string> double_byte;
};

/// data/mojibake/languages.toml; `also` are letters that CLDR's alphabet of a language lacks.
struct LanguageData {
  struct Alphabet {
    std::string language;
    bool rare = false;
    std::u32string also;
  };
  std::vector<Alphabet> alphabets;
  std::vector<std::string> other_scripts;
};

/// data/mojibake/characters.toml.
struct CharacterData {
  std::map<std::string, std::u32string> sets;
  std::map<char32_t, int> costs;
  bool has(const char* set, char32_t c) const { return sets.at(set).find(c) != std::u32string::npos; }
};

/// Where the tables go, and what one part hands on to the next.
struct Tables {
  std::FILE* out = nullptr;
  std::vector<std::uint32_t> scan_masks;  // by character: lead masks, and continuation masks from bit 14 on
};

template <typename Values>
void print_array(std::FILE* out, const char* type, const char* name, const Values& values) {
  std::fprintf(out, "const %s %s[%zu] = {", type, name, values.size());
  std::size_t column = 0;
  for (const auto value : values) {
    std::fprintf(out, "%s%lluU,", column++ % 20 == 0 ? "\n" : "", static_cast<unsigned long long>(value));
  }
  std::fprintf(out, "};\n");
}

/// Splits a big table into equal blocks, prints each different block once and an index of blocks.
template <typename Value>
void print_staged(std::FILE* out, const char* type, const std::string& name, const std::vector<Value>& values,
                  std::size_t block) {
  std::map<std::vector<Value>, std::size_t> seen;
  std::vector<std::size_t> index;
  std::vector<Value> blocks;
  for (std::size_t at = 0; at < values.size(); at += block) {
    const std::vector<Value> part(values.begin() + static_cast<std::ptrdiff_t>(at),
                                  values.begin() + static_cast<std::ptrdiff_t>(at + block));
    const auto [place, fresh] = seen.try_emplace(part, seen.size());
    if (fresh) blocks.insert(blocks.end(), part.begin(), part.end());
    index.push_back(place->second);
  }
  print_array(out, "std::uint16_t", (name + "Index").c_str(), index);
  print_array(out, type, (name + "Blocks").c_str(), blocks);
}

void print_pages(Tables& tables, const PageData& data);
void print_double_byte(Tables& tables, const PageData& data);
void print_letters(Tables& tables, const LanguageData& languages, const CharacterData& characters);
void print_pairs(Tables& tables);

}  // namespace newswash::mojibake
