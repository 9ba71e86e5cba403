// The generator of the build tree: data/model/weights.txt and cues.txt become one header of constexpr arrays.
// Mine: reading the two files and printing C++. Not mine: learning (data/model/learn.py), looking up
// (model.cpp, cues.cpp).
//   generate_model WEIGHTS CUES OUT.h     exit 1 with a sentence on stderr when a file is not as it should be
//   generate_model --zeros                prints weights of zero in the sizes that the features have now
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "reader/body/feature_table.h"
#include "reader/body/word_hash.h"

namespace {

int fail(const std::string& sentence) {
  std::fprintf(stderr, "generate_model: %s\n", sentence.c_str());
  return 1;
}

constexpr std::array<const char*, 15> kCueNames = {
    "none",    "comments",  "related", "share",   "newsletter", "subscribe", "log_in", "advert",
    "cookies", "copyright", "tags",    "popular", "byline",     "photo",     "date"};

/// Weights file: lines `array NAME N` followed by N whole numbers, and `value NAME NUMBER`.
bool print_weights(std::istream& in, std::ostream& out) {
  std::string word, name;
  while (in >> word) {
    if (word[0] == '#') {
      std::getline(in, word);
      continue;
    }
    std::size_t n = 1;
    if (!(in >> name) || (word != "array" && word != "value") || (word == "array" && !(in >> n)))
      return false;
    out << "inline constexpr std::array<std::int16_t, " << n << "> k_" << name << " = {";
    for (std::size_t i = 0; i < n; ++i) {
      long number = 0;
      if (!(in >> number)) return false;
      out << (i == 0 ? "" : i % 24 == 0 ? ",\n    " : ", ") << number;
    }
    out << "};\n";
  }
  return true;
}

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(" \t\r");
  const auto end = text.find_last_not_of(" \t\r");
  return begin == std::string::npos ? "" : text.substr(begin, end - begin + 1);
}

/// The sizes of words, by two of their bytes: see byte_pair() and size_bit().
using Sizes = std::array<std::uint16_t, newswash::body::kBytePairs>;

struct Cues {
  std::map<std::uint32_t, int> by_hash;
  Sizes by_beginning{};  // of their words, by the first byte and the second, or the only one
  Sizes by_ends{};       // by the first byte and the last
};

using newswash::body::byte_pair;
using newswash::body::pair_hash;
using newswash::body::size_bit;
using newswash::body::word_hash;

std::uint32_t hash_of(const std::string& word, Cues& cues) {
  cues.by_beginning[byte_pair(word[0], word[word.size() > 1 ? 1 : 0])] |= size_bit(word.size());
  cues.by_ends[byte_pair(word[0], word.back())] |= size_bit(word.size());
  return word_hash(word);
}

/// Cyrillic capitals of the alphabet's second half have another lead byte than their small letters.
std::string with_capital(std::string word) {
  const auto second = word.size() < 2 ? 0U : static_cast<unsigned char>(word[1]);
  if (word.size() < 2 || static_cast<unsigned char>(word[0]) != 0xd1 || second > 0x8f) return word;
  word[0] = static_cast<char>(0xd0);
  word[1] = static_cast<char>(second + 0x20);
  return word;
}

void add_cue(const std::string& text, int cue, Cues& cues) {
  const auto space = text.find(' ');
  const std::string first = text.substr(0, space);
  for (const std::string& word : {first, with_capital(first)}) {
    const std::uint32_t hash = hash_of(word, cues);
    const bool pair = space != std::string::npos;
    cues.by_hash.emplace(pair ? pair_hash(hash, hash_of(text.substr(space + 1), cues)) : hash, cue);
  }
}

bool read_cues(std::istream& in, Cues& cues) {
  std::string line;
  while (std::getline(in, line)) {
    const auto colon = line.find(':');
    if (line.empty() || line[0] == '#' || colon == std::string::npos) continue;
    const auto name = std::find(kCueNames.begin(), kCueNames.end(), line.substr(0, colon));
    if (name == kCueNames.end()) return false;
    std::stringstream rest(line.substr(colon + 1));
    for (std::string cue; std::getline(rest, cue, ',');) {
      const std::string text = trimmed(cue);
      if (!text.empty()) add_cue(text, static_cast<int>(name - kCueNames.begin()), cues);
    }
  }
  return !cues.by_hash.empty();
}

/// A kilobyte of bits that says no to nearly every word that is no cue.
void print_filter(const Cues& cues, std::ostream& out) {
  std::array<std::uint64_t, 128> bits{};
  for (const auto& [hash, cue] : cues.by_hash) bits[(hash >> 6) & 127U] |= std::uint64_t{1} << (hash & 63U);
  out << "inline constexpr std::array<std::uint64_t, 128> kCueFilter = {";
  for (std::size_t i = 0; i < bits.size(); ++i) out << (i % 6 == 0 ? "\n    " : " ") << bits[i] << "u,";
  out << "\n};\n";
}

void print_sizes(const char* name, const Sizes& sizes, std::ostream& out) {
  out << "inline constexpr std::array<std::uint16_t, " << sizes.size() << "> " << name << " = {";
  for (std::size_t i = 0; i < sizes.size(); ++i) out << (i % 16 == 0 ? "\n    " : " ") << sizes[i] << ",";
  out << "\n};\n";
}

/// Open addressing, at most half full.
void print_cues(const Cues& cues, std::ostream& out) {
  std::size_t size = 1;
  while (size < cues.by_hash.size() * 2) size *= 2;
  std::vector<std::pair<std::uint32_t, int>> table(size);
  for (const auto& [hash, cue] : cues.by_hash) {
    std::size_t at = (hash >> 13) & (size - 1);
    while (table[at].second != 0) at = (at + 1) & (size - 1);
    table[at] = {hash, cue};
  }
  out << "inline constexpr std::array<CueEntry, " << size << "> kCueTable = {{";
  for (std::size_t i = 0; i < size; ++i) {
    out << (i % 8 == 0 ? "\n    " : " ") << '{' << table[i].first << "u," << table[i].second << "},";
  }
  out << "\n}};\n";
}

/// Weights of nothing, in the sizes that the features have now: to begin learning after they have changed.
int print_zeros() {
  namespace body = newswash::body;
  const auto print = [](const char* name, std::size_t size) {
    std::printf("array %s %zu\n", name, size);
    for (std::size_t i = 0; i < size; ++i) std::printf("0%c", i + 1 == size ? '\n' : ' ');
  };
  print("first", body::kFirstBegins.back());
  print("second", body::kSecondBegins.back());
  print("second_first", body::kFirstBegins.back());
  print("bias", 2);
  print("thresholds", 13);
  print("second_thresholds", 6);
  print("kind", 9);
  for (const char* name : {"usual_first", "middle_first"}) print(name, body::kFirstCount);
  for (const char* name : {"usual_second", "middle_second"}) print(name, body::kSecondCount);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::string(argv[1]) == "--zeros") return print_zeros();
  if (argc != 4) return fail("usage: generate_model WEIGHTS CUES OUT.h");
  std::ifstream weights(argv[1]), words(argv[2]);
  if (!weights || !words) return fail("cannot read the weights or the cues");
  std::ostringstream out;
  out << "// Made by generate_model from data/model; do not edit.\n#pragma once\n#include <array>\n#include "
         "<cstdint>\n"
         "namespace newswash::body::generated {\nstruct CueEntry { std::uint32_t hash; std::uint8_t cue; "
         "};\n";
  Cues cues;
  if (!print_weights(weights, out)) return fail(std::string(argv[1]) + ": not a weights file");
  if (!read_cues(words, cues)) return fail(std::string(argv[2]) + ": a class that is not known");
  print_filter(cues, out);
  print_sizes("kCueSizesByBeginning", cues.by_beginning, out);
  print_sizes("kCueSizesByEnds", cues.by_ends, out);
  print_cues(cues, out);
  out << "}  // namespace newswash::body::generated\n";
  std::ofstream(argv[3], std::ios::binary) << out.str();
  return 0;
}
