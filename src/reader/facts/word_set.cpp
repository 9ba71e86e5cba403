// Hashing words; see word_set.h.
#include "reader/facts/word_set.h"

#include "reader/facts/letters.h"

namespace newswash::facts {

namespace {

char32_t plain_of(char32_t c) {
  if (c < 0xE0 || c > 0x17F) return c;
  constexpr std::string_view kLatin1 = "aaaaaaaceeeeiiiidnooooo/ouuuuyty";
  constexpr std::string_view kExtended =
      "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllllllnnnnnnnnnoooooooorrrrrrssssssssttt"
      "ttt"
      "uuuuuuuuuuuuwwyyyzzzzzzs";
  if (c <= 0xFF) return static_cast<char32_t>(kLatin1[c - 0xE0]);
  return c >= 0x100 && c - 0x100 < kExtended.size() ? static_cast<char32_t>(kExtended[c - 0x100]) : c;
}

/// The small letter or digit that an ASCII byte counts as in a word, or 0.
constexpr std::array<unsigned char, 256> word_table() {
  std::array<unsigned char, 256> table{};
  for (unsigned c = '0'; c <= '9'; ++c) table[c] = static_cast<unsigned char>(c);
  for (unsigned c = 'a'; c <= 'z'; ++c) table[c] = table[c - 32] = static_cast<unsigned char>(c);
  table['_'] = '_';
  return table;
}

std::uint32_t mixed(std::uint32_t hash) {
  return hash ^ (hash >> 15);
}

constexpr std::uint32_t kStart = 2166136261U;
constexpr std::uint32_t kPrime = 16777619U;

/// Adds the ASCII letters and digits at the text's front to a word's hash and says how many there are.
std::size_t add_letters(std::string_view text, std::uint32_t& hash) {
  static constexpr std::array<unsigned char, 256> kTable = word_table();
  std::uint32_t sum = hash;
  const char* at = text.data();
  for (const char* const end = at + text.size(); at != end; ++at) {
    const unsigned char letter = kTable[static_cast<unsigned char>(*at)];
    if (letter == 0) break;
    sum = (sum ^ letter) * kPrime;
  }
  hash = sum;
  return static_cast<std::size_t>(at - text.data());
}

constexpr std::size_t kShortest = 3;
constexpr std::size_t kLong = 6;

/// `visit(hash, is_long)`
template <typename Visit>
void each_word(std::string_view text, Visit&& visit) {
  std::uint32_t hash = kStart;
  std::size_t length = 0;
  char32_t last = 0;  // the ideograph before
  const auto flush = [&] {
    if (length >= kShortest) visit(mixed(hash), length >= kLong);
    hash = kStart;
    length = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t letters = add_letters(text.substr(at), hash);
    if (letters > 0) last = 0;
    length += letters;
    at += letters;
    if (at == text.size()) break;
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      last = 0;
      flush();
      continue;
    }
    const char32_t c = fold(next_letter(text, at));
    if (is_cjk(c)) {
      if (last != 0) visit(mixed((last * 31 + c) * 2654435761U), true);
      last = c;
      continue;
    }
    last = 0;
    if (!is_letter(c) && digit_value(c) < 0) {
      flush();
      continue;
    }
    hash = (hash ^ static_cast<std::uint32_t>(plain_of(c))) * kPrime;
    ++length;
  }
  flush();
}

}  // namespace

LineWords::LineWords(std::string_view text) {
  each_word(text, [this](std::uint32_t hash, bool is_long) {
    if (all_count_ == all_.size()) return;
    all_[all_count_++] = hash;
    long_[long_count_] = hash;  // written over where it is not long
    long_count_ += is_long;
  });
}

void WordSet::add_words(std::string_view text) {
  each_word(text, [this](std::uint32_t hash, bool) {
    bits_[(hash >> 6) & 127] |= std::uint64_t{1} << (hash & 63);
  });
}

float WordSet::share_of(std::span<const std::uint32_t> words) const {
  if (words.size() == 0) return -1.0F;
  std::size_t in = 0;
  for (const std::uint32_t hash : words) in += (bits_[(hash >> 6) & 127] >> (hash & 63)) & 1;
  return static_cast<float>(in) / static_cast<float>(words.size());
}

}  // namespace newswash::facts
