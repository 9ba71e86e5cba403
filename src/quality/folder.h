// The words of a text as duplicates are compared by them, folded and drawn one character after the other.
// Mine: folding and drawing, for fingerprint() and for the scan, which makes a fingerprint on its way. Not
// mine: what is done with it (duplicates.h). One permutation of the runs of five words instead of 112: a
// run's hash says which bin it is drawn for, and bins that got none take the minimum of another bin, the same
// one in every article where that has one (Shrivastava 2017, "Optimal densification for fast and accurate
// minwise hashing"; our own code).
#pragma once

#include <algorithm>

#include "quality/characters.h"
#include "quality/duplicates.h"
#include "text/code_points.h"

namespace newswash::quality {

inline constexpr std::uint64_t kFoldMultiplier = 0x9E3779B97F4A7C15ULL;
inline constexpr std::uint32_t kEmpty = 0xFFFFFFFFU;

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
    print_.high = (print_.high + word) * kFoldMultiplier;
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
        from = (mix(bin * kFoldMultiplier + attempt) >> 32) * kMinima >> 32;
      print_.minima[bin] = drawn[from];
    }
  }

  Fingerprint& print_;
  std::array<std::uint64_t, kShingleWords> last_{};
  std::uint64_t run_ = 0;
};

inline constexpr auto kAsciiFolded = [] {
  std::array<std::uint8_t, 256> folded{};  // 0: parts words, or is no ASCII
  for (unsigned c = 0; c < 128; ++c) {
    if (is_alphanumeric(kAscii[c].kind))
      folded[c] = static_cast<std::uint8_t>(kAscii[c].upper ? c | 0x20 : c);
  }
  return folded;
}();

/// Folds a text into words: without case, accents, quotes and punctuation.
class Folder {
 public:
  explicit Folder(Fingerprint& print) : drawer_(print) {}

  /// Letters and digits of ASCII; what is open so far goes on.
  std::uint64_t open() const { return word_; }
  static std::uint64_t add(std::uint64_t word, unsigned char byte) {
    return (word + kAsciiFolded[byte]) * kFoldMultiplier;
  }
  void go_on(std::uint64_t word) { word_ = word; }

  /// What is neither letter nor digit of ASCII.
  void take_ascii(unsigned char byte) {
    if (byte != '\'') end_word();
  }

  void take(char32_t c) {
    const CodePoint found = properties(c);
    if (found.part == WordPart::skipped) return;
    if (found.part == WordPart::separator || found.part == WordPart::ideograph) end_word();
    if (found.part != WordPart::separator) word_ = (word_ + found.folded) * kFoldMultiplier;
    if (found.part == WordPart::ideograph) end_word();
  }

  void end_word() {
    if (word_ != 0) drawer_.take(word_ ^ word_ >> 29);
    word_ = 0;
  }

  void finish() {
    end_word();
    drawer_.finish();
  }

 private:
  Drawer drawer_;
  std::uint64_t word_ = 0;
};

}  // namespace newswash::quality
