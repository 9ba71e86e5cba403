// Look-up in the generated tables; see words.h. The tables (facts_tables.h) are made in the build tree by
// generate_facts.cpp: entries in hash-bucket order and the first entry of each bucket.
#include "reader/facts/words.h"

#include "facts_tables.h"

namespace newswash::facts {

namespace {

constexpr std::uint32_t kLocal = kByline | kAnd | kDateLink | kRelative;

std::uint32_t hash_of(std::string_view phrase) {
  std::uint32_t hash = 2166136261U;
  for (const char c : phrase) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

}  // namespace

Languages languages_of(std::string_view code) {
  for (const auto& [name, bit] : tables::kLanguages) {
    if (code.substr(0, 2) == name) return bit | tables::kEnglish;
  }
  return ~Languages{0};
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
