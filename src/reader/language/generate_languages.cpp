// Makes language_tables.inc from data/languages.toml: every word's weight in each language and the languages
// of each letter. Run by the build: generate_languages INPUT OUTPUT. Mine: weights and the layout of the
// tables. Not mine: scripts and the decision (language.cpp), case and hash (letters.h).
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "reader/language/letters.h"
#include "text/code_points.h"

namespace {

using namespace newswash;
using namespace newswash::language;

constexpr std::size_t kMostLanguages = 64;  // one bit each in the sets of the letters

// The word in place r of a list has about the share kTopShare / (r + kZipfOffset) of all words of its
// language, and kElsewhere in the texts of a language that does not list it (names, quotes, titles). Units:
// 1/16 bit.
constexpr double kTopShare = 0.25;
constexpr double kZipfOffset = 3;
constexpr double kElsewhere = 0.0005;
constexpr double kUnitsPerBit = 16;

struct Posting {
  std::size_t language;
  unsigned weight;
};

struct Tables {
  std::vector<std::pair<std::string, std::string>> languages;  // code, script
  std::map<std::uint32_t, std::vector<Posting>> words;         // by key
  std::map<std::uint32_t, std::string> spelling;
  std::map<char32_t, std::uint64_t> letters;
};

int fail(const std::string& sentence) {
  std::fprintf(stderr, "generate_languages: %s\n", sentence.c_str());
  return 1;
}

std::u32string lowered(std::string_view text) {
  std::u32string result;
  for (std::size_t at = 0; at < text.size();) result.push_back(lower(next_code_point(text, at)));
  return result;
}

unsigned weight_of(std::size_t place, std::size_t letters) {
  const double share = kTopShare / (static_cast<double>(place) + kZipfOffset);
  const double bits = std::log2(share / kElsewhere);
  const double trust = letters == 1 ? 0.5 : 1.0;  // a single letter may be an initial or a list's number
  return static_cast<unsigned>(std::lround(kUnitsPerBit * bits * trust));
}

/// Adds one word; false where another spelling has the same key.
bool add_word(Tables& tables, std::size_t language, const std::string& word, std::size_t place) {
  std::uint64_t hash = 0;
  const std::u32string letters = lowered(word);
  for (const char32_t letter : letters) hash = add_letter(hash, letter);
  const std::uint32_t key = key_of(hash);
  std::string spelling;
  for (const char32_t letter : letters) append_utf8(spelling, letter);
  if (tables.spelling.emplace(key, spelling).first->second != spelling) return false;
  auto& postings = tables.words[key];
  if (postings.empty() || postings.back().language != language)
    postings.push_back({language, weight_of(place, letters.size())});
  return true;
}

bool add_words(Tables& tables, std::size_t language, const std::string& list) {
  std::set<std::string> seen;
  std::string word;
  for (const char c : list + " ") {
    if (c != ' ' && c != '\n') {
      word.push_back(c);
    } else if (!word.empty()) {
      const std::size_t place = seen.size();
      if (seen.insert(word).second && !add_word(tables, language, word, place)) return false;
      word.clear();
    }
  }
  return true;
}

std::optional<Tables> read_tables(const toml::table& file) {
  Tables tables;
  const toml::array* list = file["language"].as_array();
  if (list == nullptr || list->size() > kMostLanguages) return std::nullopt;
  for (const auto& entry : *list) {
    const toml::table& language = *entry.as_table();
    const std::size_t index = tables.languages.size();
    tables.languages.emplace_back(language["code"].value_or(std::string()),
                                  language["script"].value_or(std::string()));
    if (!add_words(tables, index, language["words"].value_or(std::string()))) return std::nullopt;
    for (const char32_t letter : lowered(language["letters"].value_or(std::string()))) {
      const bool vietnamese = letter >= kVietnameseBegin && letter < kVietnameseEnd;
      tables.letters[vietnamese ? kVietnameseBegin : letter] |= std::uint64_t{1} << index;
    }
  }
  return tables;
}

void print_languages(std::FILE* out, const Tables& tables) {
  std::fprintf(out, "inline constexpr Language kLanguages[] = {\n");
  for (const auto& [code, script] : tables.languages)
    std::fprintf(out, "    {\"%s\", Script::%s},\n", code.c_str(), script.c_str());
  std::fprintf(out, "};\n");
}

/// The words' places, a bucket after the other; each a word's key, 0 where there is none.
using Places = std::vector<std::uint32_t>;

std::optional<Places> place_words(const Tables& tables, std::uint32_t mix) {
  Places places(kBuckets * kBucketWords);
  for (const auto& [key, postings] : tables.words) {
    const auto begin = places.begin() + static_cast<std::ptrdiff_t>(bucket_of(key, mix) * kBucketWords);
    const auto free = std::find(begin, begin + kBucketWords, 0U);
    if (free == begin + kBucketWords) return std::nullopt;
    *free = key;
  }
  return places;
}

/// The first number to multiply keys by that leaves no bucket too full.
std::optional<std::uint32_t> find_mix(const Tables& tables) {
  constexpr std::uint32_t kGolden = 0x9E3779B9;
  constexpr std::uint32_t kTries = 100'000;
  for (std::uint32_t i = 0; i < kTries; ++i) {
    const std::uint32_t mix = kGolden * (2 * i + 1);
    if (place_words(tables, mix)) return mix;
  }
  return std::nullopt;
}

/// A word's postings by fours, the last filled up with those of no language.
std::size_t print_postings(std::FILE* out, const std::vector<Posting>& postings, std::size_t languages) {
  const std::size_t groups = (postings.size() + kPostingGroup - 1) / kPostingGroup;
  for (std::size_t i = 0; i < groups * kPostingGroup; ++i) {
    const Posting posting = i < postings.size() ? postings[i] : Posting{languages + i % kPostingGroup, 0};
    std::fprintf(out, "    {%zu, %u},\n", posting.language, posting.weight);
  }
  return groups;
}

void print_words(std::FILE* out, const Tables& tables, std::uint32_t mix) {
  std::map<std::uint32_t, std::size_t> lists;  // by key
  std::size_t group = 0;
  std::fprintf(out, "inline constexpr Posting kPostings[] = {\n");
  for (const auto& [key, postings] : tables.words) {
    const std::size_t count = print_postings(out, postings, tables.languages.size());
    lists[key] = group * kMostGroups + count - 1;
    group += count;
  }
  const Places places = *place_words(tables, mix);
  std::fprintf(out, "};\ninline constexpr std::uint32_t kBucketMix = 0x%xU;\n", mix);
  std::fprintf(out, "alignas(16) inline constexpr std::uint32_t kKeys[%zu] = {\n", places.size());
  for (const std::uint32_t key : places) std::fprintf(out, "    0x%xU,\n", key);
  std::fprintf(out, "};\ninline constexpr std::uint16_t kLists[%zu] = {\n", places.size());
  for (const std::uint32_t key : places) std::fprintf(out, "    %zu,\n", key == 0 ? 0 : lists.at(key));
  std::fprintf(out, "};\n");
}

void print_letters(std::FILE* out, const Tables& tables) {
  std::vector<std::size_t> ids(kLetterIdsEnd);
  std::size_t vietnamese = 0;
  std::size_t next = 1;
  std::fprintf(out, "inline constexpr std::uint64_t kLetterLanguages[] = {\n    0,  // no letter\n");
  for (const auto& [letter, languages] : tables.letters) {
    if (letter >= kLetterIdsEnd && letter != kVietnameseBegin) continue;
    (letter == kVietnameseBegin ? vietnamese : ids[letter]) = next++;
    std::fprintf(out, "    0x%llxULL,\n", static_cast<unsigned long long>(languages));
  }
  std::fprintf(out, "};\ninline constexpr std::uint8_t kVietnameseId = %zu;\n", vietnamese);
  std::fprintf(out, "inline constexpr std::uint8_t kLetterIds[%u] = {", static_cast<unsigned>(kLetterIdsEnd));
  for (std::size_t i = 0; i < ids.size(); ++i)
    std::fprintf(out, "%s%zu,", i % 32 == 0 ? "\n    " : "", ids[i]);
  std::fprintf(out, "};\n");
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return fail("usage: generate_languages INPUT OUTPUT");
  const toml::parse_result file = toml::parse_file(arguments[1]);
  if (!file) return fail(std::string(arguments[1]) + ": " + std::string(file.error().description()));
  const std::optional<Tables> tables = read_tables(file.table());
  if (!tables) return fail("too many languages, or two words with one key");
  const std::optional<std::uint32_t> mix = find_mix(*tables);
  if (!mix) return fail("too many words for the table: raise kBuckets");
  std::FILE* out = std::fopen(arguments[2], "w");
  if (out == nullptr) return fail(std::string("cannot write ") + arguments[2]);
  std::fprintf(out, "// Made by generate_languages from data/languages.toml; do not edit.\n");
  print_languages(out, *tables);
  print_words(out, *tables, *mix);
  print_letters(out, *tables);
  return std::fclose(out) == 0 ? 0 : fail("write error");
}
