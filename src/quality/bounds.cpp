// Mine: see bounds.h. A run of words that occurs c times has c - 1 occurrences that come later, so that all
// its occurrences have at most twice the characters of the later ones. Two runs with the same bit only add to
// that.
#include "quality/bounds.h"

#include <algorithm>
#include <bit>

#include "quality/function_words.h"

namespace newswash::quality {
namespace {

constexpr std::uint32_t kRunWords = 10;
constexpr unsigned kShift = 7;  // of 64 bits: the eleventh word before has no part in the hash any more
constexpr std::size_t kBitsForWord = 64, kBitsForWordOfMany = 8;
constexpr std::size_t kMany = std::size_t{1} << 20U;  // tokens: a table of 64 bits each would be large

/// Characters of the ten words that end with token `last`.
std::uint32_t run_chars(const std::vector<Token>& tokens, std::size_t last) {
  std::uint32_t chars = 0;
  for (std::uint32_t words = 0; words < kRunWords; --last) {
    if ((tokens[last].flags & kIsWord) == 0) continue;
    chars += tokens[last].chars;
    ++words;
  }
  return chars;
}

}  // namespace

double RepeatBound::of(const Scan& scan) {
  const std::size_t bits = scan.tokens.size() < kMany ? kBitsForWord : kBitsForWordOfMany;
  const std::size_t words = std::bit_ceil(std::max<std::size_t>(scan.tokens.size(), 64) * bits) / 64;
  seen_.assign(words, 0);
  const int shift = 64 - std::countr_zero(words * 64);
  std::uint64_t run = 0, all = 0, later = 0;
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < scan.tokens.size(); ++i) {
    const Token& token = scan.tokens[i];
    if ((token.flags & kIsWord) == 0) continue;
    all += token.chars;
    run = (run << kShift) + token.hash;
    if (++count < kRunWords) continue;
    const std::uint64_t bit = run * 0x9E3779B97F4A7C15ULL >> shift;
    std::uint64_t& seen = seen_[bit / 64];
    const std::uint64_t mask = std::uint64_t{1} << bit % 64;
    if ((seen & mask) == 0) {
      seen |= mask;
    } else if (later += run_chars(scan.tokens, i); later > scan.word_chars) {
      return 2;
    }
  }
  return all == 0 ? 0 : 2 * static_cast<double>(later) / static_cast<double>(all);
}

bool has_function_words(const Scan& scan, std::string_view language, double words, double share) {
  if (function_words(language).empty()) return true;
  const FunctionWordSet& set = function_word_set(language);
  double found = 0;
  for (const Token& token : scan.tokens) {
    if (!set.has(token.hash)) continue;
    if (++found / words > share) return true;
  }
  return false;
}

}  // namespace newswash::quality
