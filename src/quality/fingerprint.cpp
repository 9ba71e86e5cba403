// Folds words and draws the minima. Mine: fingerprint() and similarity() of duplicates.h. One permutation of
// the runs of five words instead of 112: a run's hash says which bin it is drawn for, and bins that got none
// take the minimum of another bin, the same one in every article where that has one (Shrivastava 2017,
// "Optimal densification for fast and accurate minwise hashing"; our own code).
#include <algorithm>

#include "quality/characters.h"
#include "quality/duplicates.h"
#include "text/code_points.h"

namespace newswash::quality {
namespace {

constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15ULL;
constexpr std::uint32_t kEmpty = 0xFFFFFFFFU;

constexpr std::uint64_t mix(std::uint64_t value) {
  value ^= value >> 32;
  value *= 0xD6E8FEB86659FD93ULL;
  value ^= value >> 32;
  value *= 0xD6E8FEB86659FD93ULL;
  return value ^ value >> 32;
}

/// Takes one word's hash after the other.
class Drawer {
 public:
  explicit Drawer(Fingerprint& print) : print_(print) { print_.minima.fill(kEmpty); }

  void take(std::uint64_t word) {
    print_.high = (print_.high + word) * kMultiplier;
    print_.low = (print_.low ^ word) * 0xC2B2AE3D27D4EB4FULL + print_.words;
    // A polynomial over the last five words: the new one comes in, the oldest goes out.
    std::uint64_t& oldest = last_[print_.words % kShingleWords];
    run_ = (run_ - oldest * kHighest) * kBase + word;
    oldest = word;
    if (++print_.words >= kShingleWords) draw(mix(run_));
  }

  void finish() {
    if (print_.words == 0) return;
    if (print_.words < kShingleWords) draw(mix(run_));
    fill_empty_bins();
  }

 private:
  static constexpr std::uint64_t kBase = 0xBF58476D1CE4E5B9ULL;
  static constexpr std::uint64_t kHighest = kBase * kBase * kBase * kBase;

  void draw(std::uint64_t hash) {
    const std::size_t bin = (hash >> 32) * kMinima >> 32;
    const auto value = static_cast<std::uint32_t>(hash);
    print_.minima[bin] = std::min(print_.minima[bin], value);
  }

  void fill_empty_bins() {
    const auto drawn = print_.minima;
    for (std::uint64_t bin = 0; bin < kMinima; ++bin) {
      std::uint64_t from = bin;
      for (std::uint64_t attempt = 1; drawn[from] == kEmpty; ++attempt)
        from = (mix(bin * kMultiplier + attempt) >> 32) * kMinima >> 32;
      print_.minima[bin] = drawn[from];
    }
  }

  Fingerprint& print_;
  std::array<std::uint64_t, kShingleWords> last_{};
  std::uint64_t run_ = 0;
};

constexpr auto kAsciiFolded = [] {
  std::array<std::uint8_t, 256> folded{};  // 0: parts words, or is no ASCII
  for (unsigned c = 0; c < 128; ++c) {
    if (is_alphanumeric(kAscii[c].kind))
      folded[c] = static_cast<std::uint8_t>(kAscii[c].upper ? c | 0x20 : c);
  }
  return folded;
}();

}  // namespace

Fingerprint fingerprint(std::string_view text) noexcept {
  Fingerprint print;
  Drawer drawer(print);
  std::uint64_t word = 0;
  const auto end_word = [&] {
    if (word != 0) drawer.take(word ^ word >> 29);
    word = 0;
  };
  const char* const end = text.data() + text.size();
  for (std::size_t at = 0; at < text.size();) {
    const char* next = text.data() + at;
    for (; next != end; ++next) {
      const std::uint64_t folded = kAsciiFolded[static_cast<unsigned char>(*next)];
      if (folded == 0) break;
      word = (word + folded) * kMultiplier;
    }
    if (next == end) break;
    at = static_cast<std::size_t>(next - text.data());
    if (const auto byte = static_cast<unsigned char>(*next); byte < 0x80) {
      ++at;
      if (byte != '\'') end_word();
      continue;
    }
    const CodePoint found = properties(next_code_point(text, at));
    if (found.part == WordPart::skipped) continue;
    if (found.part == WordPart::separator || found.part == WordPart::ideograph) end_word();
    if (found.part != WordPart::separator) word = (word + found.folded) * kMultiplier;
    if (found.part == WordPart::ideograph) end_word();
  }
  end_word();
  drawer.finish();
  return print;
}

double similarity(const Fingerprint& a, const Fingerprint& b) noexcept {
  if (a.words == 0 || b.words == 0) return 0;
  std::size_t same = 0;
  for (std::size_t i = 0; i < kMinima; ++i) same += a.minima[i] == b.minima[i];
  return static_cast<double>(same) / static_cast<double>(kMinima);
}

}  // namespace newswash::quality
