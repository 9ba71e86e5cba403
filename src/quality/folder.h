// The words of a text as duplicates are compared by them, folded and drawn one character after the other.
// Mine: folding and drawing, for fingerprint() and for the scan, which makes a fingerprint on its way. Not
// mine: what is done with it (duplicates.h). One permutation of the runs of five words instead of 112: a
// run's hash says which bin it is drawn for, and bins that got none take the minimum of another bin, the same
// one in every article where that has one (Shrivastava 2017, "Optimal densification for fast and accurate
// minwise hashing"; our own code).
#pragma once

#include <algorithm>
#include <span>

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

/// Takes the hashes of words, some at a time.
class Drawer {
 public:
  explicit Drawer(Fingerprint& print) : print_(print) { print_.minima.fill(kEmpty); }

  /// `words`, before which the five that were taken before them stand in memory, or zeros.
  void take(std::span<const std::uint64_t> words) {
    std::uint64_t high = print_.high, low = print_.low, run = run_;
    std::uint32_t count = print_.words;
    for (const std::uint64_t& word : words) {
      high = (high + word) * kFoldMultiplier;
      low = (low ^ word) * 0xC2B2AE3D27D4EB4FULL + count;
      // A polynomial over the last five words: the new one comes in, the oldest goes out.
      run = (run - *(&word - kShingleWords) * kHighest) * kBase + word;
      if (++count >= kShingleWords) draw(mix(run));
    }
    print_.high = high;
    print_.low = low;
    print_.words = count;
    run_ = run;
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
    if (word_ == 0) return;
    words_[count_++] = word_ ^ word_ >> 29;
    word_ = 0;
    if (count_ == words_.size()) draw();
  }

  void finish() {
    end_word();
    draw();
    drawer_.finish();
  }

 private:
  void draw() {
    drawer_.take(std::span(words_).subspan(kShingleWords, count_ - kShingleWords));
    std::copy_n(words_.begin() + static_cast<std::ptrdiff_t>(count_ - kShingleWords), kShingleWords,
                words_.begin());
    count_ = kShingleWords;
  }

  Drawer drawer_;
  std::uint64_t word_ = 0;                                  // that is open
  std::array<std::uint64_t, kShingleWords + 256> words_{};  // not drawn yet, after the last ones that are
  std::size_t count_ = kShingleWords;
};

}  // namespace newswash::quality
