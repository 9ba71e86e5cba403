// Mine: find_glued_words() of places.h. A capital after a small letter is looked at closer: the word around
// it is split into parts, and counts as glued only with evidence beyond the capital:
//   three parts or more, each of three letters or more             HomeLatestAzerbaijan
//   a last part that is a function word of the language            squishedThere
//   a first part that begins with a small letter, both of four     lifeSouth
//   both parts words of the text, together only here               LatestAzerbaijan
// A sentence that begins right after another one's end: home.The. Not mine: names
// (data/quality/mixed_case.toml).
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "quality/characters.h"
#include "quality/function_words.h"
#include "quality/places.h"
#include "quality/token_hash.h"

namespace newswash::quality {
namespace {

#include "mixed_case_table.inc"  // kPrefixes, kEndings, kNames, each sorted

constexpr std::size_t kMostParts = 8;
constexpr std::size_t kMostSearches = 64;  // words that are looked for in the rest of the text

template <std::size_t N>
bool has(const std::string_view (&list)[N], std::string_view word) {
  return std::binary_search(std::begin(list), std::end(list), word);
}

/// Bytes that are a capital, or begin a character that may be one.
constexpr std::uint8_t kCapital = 1, kMayBeCapital = 2;
constexpr auto kLook = [] {
  std::array<std::uint8_t, 256> look{};
  for (unsigned c = 'A'; c <= 'Z'; ++c) look[c] = kCapital;
  for (unsigned c = 0xC3; c <= 0xD4; ++c) look[c] = kMayBeCapital;  // Latin, Greek, Cyrillic
  look[0xE1] = kMayBeCapital;                                       // Latin Extended Additional
  return look;
}();

/// Bytes that the compiler looks at together.
using Bytes = unsigned char __attribute__((vector_size(16)));
using Mask = signed char __attribute__((vector_size(16)));  // of what is compared
constexpr std::size_t kBlock = 2 * sizeof(Bytes);

Bytes load(const char* at) {
  Bytes bytes;
  std::memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

/// Whether in the block at `at`, which is not the first two bytes, some byte may be a capital after a small
/// letter or after the end of a sentence.
bool may_hold_capital(const char* at) {
  Mask found{};
  for (std::size_t i = 0; i < kBlock; i += sizeof(Bytes)) {
    const Bytes byte = load(at + i), before = load(at + i - 1);
    // A quote or dash is E2 80 xx: no small letter has an 80 there.
    const auto wide_before = (before >= 0x80) & (load(at + i - 2) != 0x80);
    const auto capital = byte - 'A' < 26;
    const auto after =
        (before - 'a' < 26) | wide_before | (before == '.') | (before == '?') | (before == '!');
    const auto wide = ((byte - 0xC3 < 0xD5 - 0xC3) | (byte == 0xE1)) & (before != ' ');
    found |= (capital & after) | wide;
  }
  std::uint64_t halves[2];
  std::memcpy(halves, &found, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

struct Code {
  char32_t code = 0;
  Character found;
  bool is_letter() const { return found.kind == CharClass::letter; }
  bool is_lower() const { return is_letter() && !found.upper && language::lower(code) == code; }
};

Code code_before(std::string_view text, std::size_t end) {
  if (end == 0) return {0, {CharClass::space}};
  const char32_t c = previous_code_point(text, end);
  return {c, character(c)};
}

Code code_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {0, {CharClass::space}};
  const char32_t c = next_code_point(text, at);
  return {c, character(c)};
}

std::size_t next_place(std::string_view text, std::size_t at) {
  next_code_point(text, at);
  return at;
}

std::size_t place_before(std::string_view text, std::size_t end) {
  previous_code_point(text, end);
  return end;
}

/// Letters around `at`, a place between two of them.
Place letters_around(std::string_view text, std::size_t at) {
  Place place{at, at};
  while (place.begin > 0 && code_before(text, place.begin).is_letter())
    place.begin = place_before(text, place.begin);
  while (code_at(text, place.end).is_letter()) place.end = next_place(text, place.end);
  return place;
}

/// Web addresses, handles, hashtags, code: what stands around the letters is no space, bracket or end mark.
bool is_part_of_a_string(std::string_view text, Place place) {
  constexpr std::u32string_view kBefore = U"@#/._=&\\%$+~0123456789";
  constexpr std::u32string_view kAfter = U"@/_=&\\%$+~0123456789(";
  const char32_t before = code_before(text, place.begin).code, after = code_at(text, place.end).code;
  if (kBefore.find(before) != kBefore.npos || kAfter.find(after) != kAfter.npos) return true;
  const bool dot = after == '.' || after == '-' || after == ':';
  return dot && is_alphanumeric(code_at(text, place.end + 1).found.kind);
}

/// A word split before each capital that follows a small letter.
struct Parts {
  std::array<std::string_view, kMostParts> texts{};
  std::array<std::size_t, kMostParts> letters{};
  std::size_t count = 0;

  std::string_view last() const { return texts[count - 1]; }
  std::size_t shortest() const { return *std::min_element(letters.begin(), letters.begin() + count); }
};

Parts split(std::string_view word) {
  Parts parts;
  std::size_t begin = 0, letters = 0;
  bool after_lower = false;
  const auto close = [&](std::size_t end) {
    if (parts.count == kMostParts) return;
    parts.texts[parts.count] = word.substr(begin, end - begin);
    parts.letters[parts.count++] = letters;
    begin = end;
    letters = 0;
  };
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t place = at;
    const Code code = code_at(word, at);
    at = next_place(word, at);
    if (code.found.upper && after_lower) close(place);
    after_lower = code.is_lower();
    ++letters;
  }
  close(word.size());
  return parts;
}

class Finder {
 public:
  Finder(const Scan& scan, std::string_view language, std::vector<GluedWord>& found)
      : scan_(scan), text_(scan.text), language_(language), found_(found) {}

  void run() {
    for (std::size_t at = 1, next = 2; at < text_.size(); ++at) {
      if (at >= next) {
        while (at + kBlock <= text_.size() && !may_hold_capital(text_.data() + at)) at += kBlock;
        if (at >= text_.size()) return;
        next = at + kBlock;
      }
      const std::uint8_t look = kLook[static_cast<unsigned char>(text_[at])];
      if (look == 0 || text_[at - 1] == ' ') continue;
      if (look == kCapital || character_is_upper(at)) at = look_at(at);
    }
  }

 private:
  bool character_is_upper(std::size_t at) const { return code_at(text_, at).found.upper; }

  /// A capital at `at`; where to go on.
  std::size_t look_at(std::size_t at) {
    const Code before = code_before(text_, at);
    if (before.is_lower()) return look_at_word(at);
    if (before.code == '.' || before.code == '?' || before.code == '!') look_at_sentence(at);
    return at;
  }

  std::size_t look_at_word(std::size_t at) {
    const Place place = letters_around(text_, at);
    const std::string_view word = text_.substr(place.begin, place.end - place.begin);
    const Parts parts = split(word);
    if (parts.count > 1 && is_glued(word, parts) && !is_part_of_a_string(text_, place))
      found_.push_back({place, place.begin + parts.texts[0].size()});
    return place.end - 1;
  }

  bool is_glued(std::string_view word, const Parts& parts) {
    if (parts.shortest() < 3 || is_name(word, parts)) return false;
    if (parts.count > 2) return true;
    if (has(kEndings, parts.last())) return false;
    if (is_function_word(parts.last())) return true;
    if (parts.shortest() < 4) return false;
    const bool small = code_at(word, 0).is_lower();
    return (small || (stands_alone(parts.texts[0]) && stands_alone(parts.last()))) && count_of(word) == 1;
  }

  static bool is_name(std::string_view word, const Parts& parts) {
    if (has(kPrefixes, parts.texts[0]) || has(kNames, word)) return true;
    return word.ends_with('s') && has(kNames, word.substr(0, word.size() - 1));
  }

  bool is_function_word(std::string_view part) const {
    const std::uint64_t hash = hash_token(part);
    constexpr std::size_t kMostFrequent = 60;
    const auto all = function_words(language_);
    const auto list = all.first(std::min(kMostFrequent, all.size()));
    return std::any_of(list.begin(), list.end(),
                       [hash](const FunctionWord& word) { return word.title == hash; });
  }

  /// How often a word is a token of the text; as if often where too much was looked for already.
  std::ptrdiff_t count_of(std::string_view word) {
    if (++searches_ > kMostSearches) return 2;
    const std::uint64_t hash = hash_token(word);
    return std::count_if(scan_.tokens.begin(), scan_.tokens.end(),
                         [hash](const Token& token) { return token.hash == hash; });
  }
  bool stands_alone(std::string_view part) { return searches_ < kMostSearches && count_of(part) > 0; }

  /// "home.The": a word in small letters, the mark, a capital and a small letter, and nothing of an address.
  void look_at_sentence(std::size_t at) {
    const std::size_t mark = at - 1;
    const Place left = letters_around(text_, mark), right = letters_around(text_, at);
    const std::string_view word = text_.substr(left.begin, mark - left.begin);
    const std::size_t least_left = text_[mark] == '.' ? 4 : 2;  // shorter before a dot: an abbreviation
    constexpr std::size_t kLeastRight = 2;
    const bool small = std::all_of(word.begin(), word.end(), [](char c) { return c < 'A' || c > 'Z'; });
    if (left.end != mark || word.size() < least_left || !small || !code_at(word, 0).is_lower()) return;
    if (right.end - at < kLeastRight || !code_at(text_, next_place(text_, at)).is_lower()) return;
    if (is_part_of_a_string(text_, {left.begin, right.end})) return;
    found_.push_back({{left.begin, right.end}, at});
  }

  const Scan& scan_;
  std::string_view text_;
  std::string_view language_;
  std::vector<GluedWord>& found_;
  std::size_t searches_ = 0;
};

}  // namespace

void find_glued_words(const Scan& scan, std::string_view language, std::vector<GluedWord>& found) {
  found.clear();
  Finder(scan, language, found).run();
}

}  // namespace newswash::quality
