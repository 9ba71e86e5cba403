// The sample of a text, the counts made on it and the decision. Mine: see language.h. The words' weights are
// log-odds in 1/16 bit, so a sum compares languages as naive Bayes would; what is asked of a sum before an
// answer is given is in the constants below. Neighbours: letters.h, script.h, generate_languages.cpp.
#include "reader/language/language.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "reader/language/letters.h"
#include "reader/language/script.h"
#include "text/code_points.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace newswash {
namespace language {
namespace {

struct Language {
  std::string_view code;
  Script script;
};

struct Posting {
  std::uint8_t language;
  std::uint8_t weight;
};

#include "language_tables.inc"

constexpr std::size_t kLanguageCount = std::size(kLanguages);
constexpr std::size_t kLetterCount = std::size(kLetterLanguages);

// The sample
constexpr std::size_t kPieces = 8;
constexpr std::size_t kLineLengths[] = {120, 60,
                                        0};  // what counts as a long line: the first that gives enough
constexpr std::size_t kEnoughBytes = 600;

/// A small sample is enough for nearly every text; where its lead is not clear, a large one decides.
struct Sample {
  std::size_t piece_bytes;
  std::uint32_t
      lead_part;  // the lead over the second language is at least so many-th a part of the best weight
};
constexpr Sample kSamples[] = {{64, 3}, {kSampleBytes / kPieces, 1024}};

// The decision
constexpr std::uint32_t kLetterWeight = 40;     // 2.5 bits a letter of the language's own
constexpr std::uint32_t kMostOfALetter = 6;     // times a letter counts: one name may repeat it
constexpr std::uint32_t kLeastLetters = 12;     // letters of a script that proves its language
constexpr std::uint32_t kLeastHits = 3;         // function words
constexpr std::uint32_t kWordsPerHit = 12;      // at least one function word in so many words
constexpr std::uint32_t kLeastLead = 80;        // over the second language, in the weights' unit
constexpr std::uint32_t kWordsPerCodeSign = 4;  // a sign of program text to so many words at most
constexpr std::uint32_t kIdeographLetters = 3;  // an ideograph says as much as so many letters

constexpr std::uint32_t kHit = 1U << 20;  // a tally counts hits above this bit, weights below

constexpr std::size_t kWordsAtOnce = 64;

struct Counts {
  std::uint32_t tallies[kLanguageCount + kPostingGroup] = {};  // the last are those of no language
  std::uint32_t letters[kScripts] = {};
  std::uint8_t letter_ids[kLetterCount] = {};
  std::uint32_t words = 0;
  std::uint32_t code_signs = 0;
  std::uint32_t waiting = 0;  // hashes of words that were not looked up yet
  std::uint64_t hashes[kWordsAtOnce];
};

/// The places in a bucket that hold `key`, a bit each.
std::uint32_t places_of(std::uint32_t key, std::size_t bucket) {
  const std::uint32_t* keys = kKeys + bucket * kBucketWords;
#if defined(__SSE2__)
  const __m128i wanted = _mm_set1_epi32(static_cast<int>(key));
  const auto equal = [&](std::size_t i) {
    return _mm_cmpeq_epi32(wanted, _mm_load_si128(reinterpret_cast<const __m128i*>(keys + i)));
  };
  const __m128i places = _mm_packs_epi16(_mm_packs_epi32(equal(0), equal(4)), _mm_setzero_si128());
  return static_cast<std::uint32_t>(_mm_movemask_epi8(places));
#else
  std::uint32_t places = 0;
  for (std::uint32_t i = 0; i < kBucketWords; ++i) places |= static_cast<std::uint32_t>(keys[i] == key) << i;
  return places;
#endif
}

/// A word that is listed: the list of its languages, and what it counts as.
struct Hit {
  std::uint32_t list;
  std::uint32_t hit;
};

void add_postings(Hit word, Counts& counts) {
  const Posting* posting = kPostings + word.list / kMostGroups * kPostingGroup;
  for (std::size_t more = word.list % kMostGroups + 1; more != 0; --more, posting += kPostingGroup) {
    for (std::size_t i = 0; i < kPostingGroup; ++i)
      counts.tallies[posting[i].language] += word.hit + posting[i].weight;
  }
}

/// Half of the words are listed, and no processor can guess which: so those are picked without a branch.
void look_up_words(Counts& counts) {
  Hit hits[kWordsAtOnce];
  std::size_t found = 0;
  for (std::uint32_t i = 0; i < counts.waiting; ++i) {
    const std::uint64_t hash = counts.hashes[i];
    const std::uint32_t key = key_of(hash);
    const std::size_t bucket = bucket_of(key, kBucketMix);
    const std::uint32_t places = places_of(key, bucket);
    const auto place = static_cast<std::size_t>(std::countr_zero(places | 1U << (kBucketWords - 1)));
    // a single letter may be an initial
    hits[found] = {kLists[bucket * kBucketWords + place], hash > kCaseEnd ? kHit : 0};
    found += places != 0;
  }
  counts.words += counts.waiting;
  counts.waiting = 0;
  for (std::size_t i = 0; i < found; ++i) add_postings(hits[i], counts);
}

void count_word(std::uint64_t hash, Counts& counts) {
  counts.hashes[counts.waiting++] = hash;
  if (counts.waiting == kWordsAtOnce) look_up_words(counts);
}

void count_letter(char32_t letter, Counts& counts) {
  std::uint8_t id = 0;
  if (letter < kLetterIdsEnd) id = kLetterIds[letter];
  if (letter >= kVietnameseBegin && letter < kVietnameseEnd) id = kVietnameseId;
  if (counts.letter_ids[id] < kMostOfALetter) ++counts.letter_ids[id];
}

/// What a byte is: the lower-case letter of an ASCII one, kCodeSign, or 0 where it only parts words or is no
/// ASCII.
constexpr std::uint8_t kCodeSign = 1;
constexpr auto kAscii = [] {
  std::array<std::uint8_t, 256> table{};
  for (unsigned c = 0; c < 128; ++c) {
    const unsigned low = c | 0x20U;
    if (low >= 'a' && low <= 'z') table[c] = static_cast<std::uint8_t>(low);
  }
  for (const char c : std::string_view("{}<>=;_\\$&%")) table[static_cast<unsigned char>(c)] = kCodeSign;
  return table;
}();

/// Counts one code point past ASCII; 0 where it parts words, else its lower-case letter.
char32_t count_code_point(char32_t code_point, Counts& counts) {
  const Script script = script_of(code_point);
  ++counts.letters[static_cast<std::size_t>(script)];
  if (script == Script::none) return 0;
  const char32_t letter = lower(code_point);
  count_letter(letter, counts);
  return letter;
}

/// Past the address that goes on at `text[at]`.
std::size_t skip_address(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end && text[at] != ' ') ++at;
  return at;
}

/// Counts the whole words of `text[at, end)`; a word that `end` cuts is left out unless the text ends there.
void count_piece(std::string_view text, std::size_t at, std::size_t end, Counts& counts) {
  std::uint64_t hash = 0;
  std::size_t ascii_letters = 0;
  while (at < end) {
    const std::size_t begin = at;
    std::uint8_t ascii = 0;
    for (; at < end && (ascii = kAscii[static_cast<unsigned char>(text[at])]) > kCodeSign; ++at)
      hash = add_letter(hash, ascii);
    ascii_letters += at - begin;
    if (at == end) break;
    if (static_cast<unsigned char>(text[at]) >= 0x80) {
      const char32_t letter = count_code_point(next_code_point(text, at), counts);
      if (letter != 0) {
        hash = add_letter(hash, letter);
        continue;
      }
    } else {
      counts.code_signs += ascii;
      const bool stroke = text[at++] == '/';
      if (stroke && at < end && text[at] == '/') at = skip_address(text, at, end);
    }
    if (hash != 0) count_word(hash, counts);
    hash = 0;
  }
  if (hash != 0 && at == text.size()) count_word(hash, counts);
  counts.letters[static_cast<std::size_t>(Script::latin)] += static_cast<std::uint32_t>(ascii_letters);
}

/// The start of the first whole word at or after `at`, which may be inside a code point.
std::size_t next_word(std::string_view line, std::size_t at) {
  constexpr std::size_t kLongestWord = 24;  // scripts without spaces have no start to find
  if (at == 0) return 0;
  const std::size_t space = line.find(' ', at);
  if (space < at + kLongestWord) return space + 1;
  while (at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80) ++at;
  return at;
}

/// Whether a line of at least kHeadBytes reads like words, from its head: addresses and file names do not.
bool has_words(std::string_view line) {
  constexpr std::size_t kHeadBytes = kLineLengths[1];
  constexpr unsigned kLeastSigns =
      5;  // spaces, or bytes of other scripts, which may be written without spaces
  std::uint8_t signs = 0;
  for (std::size_t i = 0; i < kHeadBytes; ++i)
    signs = static_cast<std::uint8_t>(signs + (line[i] == ' ' || static_cast<signed char>(line[i]) < 0));
  return signs >= kLeastSigns;
}

/// Without the spaces around it: tables laid out as text pad their lines, by thousands.
std::string_view trimmed(std::string_view line) {
  constexpr std::string_view kSpaces = "                                ";
  while (line.starts_with(kSpaces)) line.remove_prefix(kSpaces.size());
  while (line.ends_with(kSpaces)) line.remove_suffix(kSpaces.size());
  while (line.starts_with(' ')) line.remove_prefix(1);
  while (line.ends_with(' ')) line.remove_suffix(1);
  return line;
}

bool is_prose(std::string_view line, std::size_t least) {
  return line.size() >= least && (line.size() < kLineLengths[1] || has_words(line));
}

/// The shortest line that counts as prose here, and the bytes of all such lines together.
struct Prose {
  std::size_t least = 0;
  std::size_t bytes = 0;
};

Prose find_prose(std::span<const std::string_view> lines) {
  std::size_t bytes[std::size(kLineLengths)] = {};
  for (const std::string_view whole : lines) {
    const std::string_view line = trimmed(whole);
    if (!is_prose(line, 0)) continue;
    for (std::size_t i = 0; i < std::size(kLineLengths); ++i)
      bytes[i] += line.size() >= kLineLengths[i] ? line.size() : 0;
  }
  std::size_t i = 0;
  while (i + 1 < std::size(kLineLengths) && bytes[i] < kEnoughBytes) ++i;
  return {kLineLengths[i], bytes[i]};
}

/// Counts kPieces pieces, evenly spread over the prose, or all of it where it is short. A piece that its line
/// cannot fill goes on in the next one.
void count_sample(std::span<const std::string_view> lines, std::size_t piece_bytes, Counts& counts) {
  const Prose prose = find_prose(lines);
  const bool all = prose.bytes <= piece_bytes * kPieces;
  const std::size_t step = all ? 0 : prose.bytes / kPieces;
  std::size_t piece = 0;   // of kPieces, the next
  std::size_t before = 0;  // bytes of prose before this line
  std::size_t left = all ? prose.bytes + 1 : piece_bytes;
  for (const std::string_view whole : lines) {
    if (piece == kPieces) return;
    if (whole.size() < prose.least) continue;
    const std::string_view line = trimmed(whole);
    if (!is_prose(line, prose.least)) continue;
    while (piece < kPieces && piece * step < before + line.size()) {
      const std::size_t at = next_word(line, std::max(piece * step, before) - before);
      const std::size_t end = std::min(line.size(), at + left);
      if (at < end) count_piece(line, at, end, counts);
      left -= end - std::min(at, end);
      if (end == line.size() && left > 0) break;
      left = piece_bytes;
      ++piece;
    }
    before += line.size();
  }
}

Script main_script(const Counts& counts) {
  std::uint32_t all = 0;
  std::size_t best = 0;
  std::uint32_t weights[kScripts] = {};
  const auto of = [&](Script script) { return counts.letters[static_cast<std::size_t>(script)]; };
  for (std::size_t i = 1; i < kScripts; ++i) weights[i] = counts.letters[i];
  // Japanese is the two together where kana has its usual share; without, kana is a name in a Chinese text.
  const std::uint32_t ideographs = of(Script::han) + of(Script::kana);
  const bool japanese = of(Script::kana) * 7 >= ideographs;
  weights[static_cast<std::size_t>(Script::kana)] = japanese ? ideographs * kIdeographLetters : 0;
  weights[static_cast<std::size_t>(Script::han)] = japanese ? 0 : ideographs * kIdeographLetters;
  weights[static_cast<std::size_t>(Script::hangul)] *= kIdeographLetters;
  for (std::size_t i = 1; i < kScripts; ++i) {
    all += weights[i];
    if (weights[i] > weights[best]) best = i;
  }
  return weights[best] >= kLeastLetters && weights[best] * 2 > all ? static_cast<Script>(best) : Script::none;
}

void add_letters(Counts& counts) {
  for (std::size_t id = 1; id < kLetterCount; ++id) {
    if (counts.letter_ids[id] == 0) continue;
    for (std::uint64_t set = kLetterLanguages[id]; set != 0; set &= set - 1)
      counts.tallies[std::countr_zero(set)] += counts.letter_ids[id] * kLetterWeight;
  }
}

/// The language of the script's that the words and letters speak for, leading by at least `1 / lead_part`, or
/// "".
std::string_view decide(const Counts& counts, Script script, std::uint32_t lead_part) {
  std::size_t best = kLanguageCount;
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  for (std::size_t i = 0; i < kLanguageCount; ++i) {
    const std::uint32_t weight = counts.tallies[i] % kHit;
    if (kLanguages[i].script != script || weight <= second) continue;
    if (weight > first) {
      second = first;
      first = weight;
      best = i;
    } else {
      second = weight;
    }
  }
  if (best == kLanguageCount || first - second < std::max(kLeastLead, first / lead_part)) return {};
  const std::uint32_t hits = counts.tallies[best] / kHit;
  if (hits < kLeastHits || hits * kWordsPerHit < counts.words) return {};
  return kLanguages[best].code;
}

std::string_view find_in_sample(std::span<const std::string_view> lines, const Sample& sample) {
  Counts counts;
  count_sample(lines, sample.piece_bytes, counts);
  look_up_words(counts);
  const Script script = main_script(counts);
  const std::string_view proven = kScriptLanguages[static_cast<std::size_t>(script)];
  if (!proven.empty() || script == Script::none) return proven;
  if (counts.code_signs * kWordsPerCodeSign > counts.words) return {};
  add_letters(counts);
  return decide(counts, script, sample.lead_part);
}

}  // namespace
}  // namespace language

std::string_view find_language(std::span<const std::string_view> lines) noexcept {
  for (const language::Sample& sample : language::kSamples) {
    const std::string_view code = language::find_in_sample(lines, sample);
    if (!code.empty()) return code;
  }
  return {};
}

}  // namespace newswash
