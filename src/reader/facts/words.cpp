// Look-up in the generated tables; see words.h. The tables (facts_tables.h) are made in the build tree by
// generate_facts.cpp: entries in hash-bucket order and the first entry of each bucket.
#include "reader/facts/words.h"

#include "facts_tables.h"
#include "reader/facts/letters.h"

namespace newswash::facts {

namespace {

constexpr std::uint32_t kLocal = kByline | kAnd | kDateLink | kRelative;

constexpr std::uint32_t kHashStart = 2166136261U;
constexpr std::uint32_t kHashPrime = 16777619U;

std::uint32_t hash_of(std::string_view phrase) {
  std::uint32_t hash = kHashStart;
  for (const char c : phrase) hash = (hash ^ static_cast<unsigned char>(c)) * kHashPrime;
  return hash;
}

std::uint32_t small(unsigned char byte) {
  return byte >= 'A' && byte <= 'Z' ? byte | 0x20U : byte;
}

bool is_word_byte(unsigned char byte) {
  const unsigned char letter = byte | 0x20;
  return byte >= 0x80 || (letter >= 'a' && letter <= 'z') || byte == '\'' || byte == '-' || byte == '_';
}

template <std::size_t Size>
bool has_bit(const std::uint64_t (&bits)[Size], std::uint32_t hash) {
  return ((bits[(hash >> 6) % Size] >> (hash & 63)) & 1) != 0;
}

}  // namespace

Languages languages_of(std::string_view code) {
  for (const auto& [name, bit] : tables::kLanguages) {
    if (code.substr(0, 2) == name) return bit | tables::kEnglish;
  }
  return ~Languages{0};
}

bool may_be_known(std::string_view word) {
  std::uint32_t hash = kHashStart;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80) return true;
    hash = (hash ^ small(byte)) * kHashPrime;
  }
  return has_bit(tables::kFirstWords, hash);
}

namespace {

template <std::size_t Size>
bool may_hold(const std::uint64_t (&bits)[Size], std::uint32_t kinds, std::string_view line,
              Languages languages) {
  for (std::size_t begin = 0; begin < line.size();) {
    std::uint32_t hash = kHashStart;
    std::size_t end = begin;
    bool ascii = true;
    for (; end < line.size() && is_word_byte(static_cast<unsigned char>(line[end])); ++end) {
      const auto byte = static_cast<unsigned char>(line[end]);
      ascii = ascii && byte < 0x80;
      hash = (hash ^ small(byte)) * kHashPrime;
    }
    const std::string_view word = line.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty() || (ascii && !has_bit(bits, hash))) continue;
    if ((look_up(folded(word), languages).kinds & (kinds | kPhraseStart)) != 0) return true;
  }
  return false;
}

}  // namespace

bool may_hold_byline_word(std::string_view line, Languages languages) {
  return may_hold(tables::kBylineWords, kByline, line, languages);
}

bool may_hold_published_word(std::string_view line, Languages languages) {
  return may_hold(tables::kPublishedWords, kPublished, line, languages);
}

WordMatch look_up(std::string_view phrase, Languages languages) {
  WordMatch match;
  bool own_month = false;
  bool clash = false;
  const std::uint32_t bucket = hash_of(phrase) & (tables::kBucketCount - 1);
  for (std::uint32_t i = tables::kBuckets[bucket]; i < tables::kBuckets[bucket + 1]; ++i) {
    const tables::Entry& entry = tables::kEntries[i];
    if (entry.phrase != phrase) continue;
    const bool own = (entry.languages & languages) != 0;
    match.kinds |= own ? entry.kinds : entry.kinds & ~kLocal;
    if (entry.month == 0) continue;
    if (own && !own_month) {
      match.month = entry.month;
      own_month = true;
      clash = false;
    } else if (!own_month || own) {
      clash = clash || (match.month != 0 && match.month != entry.month);
      match.month = entry.month;
    }
  }
  if (clash) match.month = 0;
  return match;
}

}  // namespace newswash::facts
