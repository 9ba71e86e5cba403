// Words around names and dates, in many languages: months, "by", "published", "updated", roles, interface
// words. Mine: looking one folded word or phrase up. The entries are data (data/facts/*.toml), compiled by
// generate_facts.cpp into constant tables; nothing is read or built at start-up.
#pragma once

#include <cstdint>
#include <string_view>

namespace newswash::facts {

/// What a word or phrase can be; several at once.
enum WordKind : std::uint32_t {
  kMonth = 1U << 0,
  kWeekday = 1U << 1,
  kDateLink = 1U << 2,  // "um", "de", "at": stands inside a date or between date and time
  kAnd = 1U << 3,
  kByline = 1U << 4,
  kPublished = 1U << 5,
  kModified = 1U << 6,
  kRole = 1U << 7,
  kInterface = 1U << 8,
  kRelative = 1U << 9,
  kComments = 1U << 10,
  kSource = 1U << 11,
  kTagWord = 1U << 12,
  kSectionWord = 1U << 13,
  kAgency = 1U << 14,
  kSection = 1U << 15,
  kFirstName = 1U << 16,
  kPhraseStart = 1U << 17,  // the first word of a longer phrase
};

/// A set of languages, one bit each; all bits where the language is not known.
using Languages = std::uint64_t;

/// The set for an ISO 639-1 code; English belongs to every set, because its interface words are everywhere.
Languages languages_of(std::string_view code);

/// What a phrase is in the given languages. `month` is 1 to 12, or 0 where it is none or depends on the
/// language.
struct WordMatch {
  std::uint32_t kinds = 0;
  std::uint8_t month = 0;
};

inline constexpr std::uint32_t kWordHashStart = 2166136261U;
inline std::uint32_t add_to_hash(std::uint32_t hash, unsigned char folded_byte) {
  return (hash ^ folded_byte) * 16777619U;
}

/// The hash of a phrase that is folded already, words parted by one space; goes on from `hash`.
std::uint32_t phrase_hash(std::string_view phrase, std::uint32_t hash = kWordHashStart);

/// False where no entry is, or begins with, the word or the words of this hash: a look-up finds none then;
/// hardly ever true for nothing.
bool may_be_known(std::uint32_t hash);

/// False where no byline phrase begins with the word of this hash; rarely true for nothing.
bool may_begin_byline(std::uint32_t hash);

/// False where no word of the line begins a "published" phrase or its like, of these languages.
bool may_hold_published_word(std::string_view line, Languages languages);

/// Looks up a folded phrase by its hash and text. Byline words and "and" count in the given languages only,
/// everything else in any.
WordMatch look_up(std::uint32_t hash, std::string_view phrase, Languages languages);

}  // namespace newswash::facts
