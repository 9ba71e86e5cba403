// Look-up in the generated tables; see words.h. The tables (facts_tables.h) are made in the build tree by
// generate_facts.cpp: entries in hash-bucket order and the first entry of each bucket.
#include "reader/facts/words.h"

#include <algorithm>
#include <string>

#include "facts_tables.h"
#include "reader/facts/letters.h"
#include "text/sse2.h"

namespace newswash::facts {

namespace {

constexpr std::uint32_t kLocal = kByline | kAnd | kDateLink | kRelative;

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

std::uint32_t phrase_hash(std::string_view phrase, std::uint32_t hash) {
  for (const char c : phrase) hash = add_to_hash(hash, static_cast<unsigned char>(c));
  return hash;
}

bool may_be_known(std::uint32_t hash) {
  const std::uint16_t* tags =
      tables::kTags + (std::uint64_t{hash} * tables::kTagLines >> 32) * tables::kTagsOfLine;
  const auto tag = static_cast<std::uint16_t>(hash | 1);
#if defined(__SSE2__)
  const __m128i wanted = _mm_set1_epi16(static_cast<short>(tag));
  __m128i found = _mm_setzero_si128();
  for (std::size_t i = 0; i < tables::kTagsOfLine; i += 8)
    found = _mm_or_si128(found, _mm_cmpeq_epi16(sse2::load(tags + i), wanted));
  return sse2::bits_of(found) != 0;
#else
  return std::find(tags, tags + tables::kTagsOfLine, tag) != tags + tables::kTagsOfLine;
#endif
}

bool may_begin_byline(std::uint32_t hash) {
  return has_bit(tables::kBylineWords, hash);
}

bool may_hold_published_word(std::string_view line, Languages languages) {
  for (std::size_t begin = 0; begin < line.size();) {
    std::uint32_t hash = kWordHashStart;
    std::size_t end = begin;
    bool ascii = true;
    for (; end < line.size() && is_word_byte(static_cast<unsigned char>(line[end])); ++end) {
      const auto byte = static_cast<unsigned char>(line[end]);
      ascii = ascii && byte < 0x80;
      hash = add_to_hash(hash, static_cast<unsigned char>(small(byte)));
    }
    const std::string_view word = line.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty() || (ascii && !has_bit(tables::kPublishedWords, hash))) continue;
    const std::string key = folded(word);
    if ((look_up(phrase_hash(key), key, languages).kinds & (kPublished | kPhraseStart)) != 0) return true;
  }
  return false;
}

WordMatch look_up(std::uint32_t hash, std::string_view phrase, Languages languages) {
  WordMatch match;
  bool own_month = false;
  bool clash = false;
  const std::uint32_t bucket = hash & (tables::kBucketCount - 1);
  for (std::uint32_t i = tables::kBuckets[bucket]; i < tables::kBuckets[bucket + 1]; ++i) {
    const tables::Entry& entry = tables::kEntries[i];
    if (tables::kEntryHashes[i] != hash || entry.phrase != phrase) continue;
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
