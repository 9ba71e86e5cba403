// Articles that repeat an earlier one, word for word or nearly. Mine: fingerprints, and the index of those
// seen. Not mine: repetition inside one article (places.h, repeated_lines.h).
//   Words are compared without case, accents, quotes and punctuation. Exact: a 128-bit hash of all words.
//   Near: 112 minima over runs of five words (one permutation, empty bins filled from others), in 14 bands of
//   8 rows as in FineWeb: of two articles with a similarity of 0.75 about 77% share a band, of 0.85 nearly
//   all.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace newswash::quality {

inline constexpr std::size_t kBands = 14;
inline constexpr std::size_t kRows = 8;
inline constexpr std::size_t kMinima = kBands * kRows;
inline constexpr std::size_t kShingleWords = 5;

/// What an article is compared by. Two of the same words are equal, whatever stands between the words.
struct Fingerprint {
  std::uint64_t high = 0, low = 0;  // of all words
  std::uint32_t words = 0;
  std::array<std::uint32_t, kMinima>
      minima{};  // of its runs of five words; of all words where they are fewer
};

/// Can't fail; linear; allocates nothing. May run in any thread.
Fingerprint fingerprint(std::string_view text) noexcept;

/// The share of runs of five words that two articles have in common, estimated: 0 to 1, right within 0.1 in
/// 95 of 100 cases where both have a hundred words and more.
double similarity(const Fingerprint& a, const Fingerprint& b) noexcept;

struct Repeated {
  enum class Kind : std::uint8_t { none, exact, near };
  Kind kind = Kind::none;
  std::uint32_t record = 0;  // which of the added ones, counted from 0
  double similarity = 0;     // 1 for exact
};

/// The articles seen so far. About 420 to 620 bytes each (bytes_of() says how many in all), whatever their
/// length.
class DuplicateIndex {
 public:
  /// Near duplicates are those whose estimated similarity is at least `least`.
  explicit DuplicateIndex(double least = 0.7);

  /// Adds the next record and says which earlier one it repeats: the first with the same words; else the most
  /// similar one found, the earliest of equally similar ones. The first of several in the order of adding is
  /// the original, so add records in the order of the input. An article of fewer than five words has exact
  /// duplicates only, one without words none.
  Repeated add(const Fingerprint& fingerprint);

  std::size_t size() const { return next_; }
  std::size_t bytes_of() const;

 private:
  struct Exact {
    std::uint64_t high = 0, low = 0;
    std::uint32_t record = 0;  // plus one; 0: free
  };
  struct Band {
    std::uint32_t key = 0;
    std::uint32_t sketch = 0;  // plus one; 0: free
  };
  struct Sketch {
    std::array<std::uint16_t, kMinima> minima;
    std::uint32_t record;
  };

  Repeated find_near(const Fingerprint& fingerprint);
  void take_candidate(const Fingerprint& fingerprint, std::uint32_t sketch, Repeated& best) const;
  Exact& exact_slot(const Fingerprint& fingerprint);
  Band& band_slot(std::uint64_t hash);
  void grow_exact();
  void grow_bands();

  double least_;
  std::uint32_t next_ = 0;
  std::size_t exact_used_ = 0, bands_used_ = 0;
  std::vector<Exact> exact_;
  std::vector<Band> bands_;
  /// Of all but exact duplicates and articles without runs of five words; in pieces that never move, as a
  /// vector that grows would hold them twice for a while.
  static constexpr std::size_t kSketchesInPiece = 256;
  std::vector<std::unique_ptr<std::array<Sketch, kSketchesInPiece>>> sketches_;
  std::size_t sketch_count_ = 0;
};

}  // namespace newswash::quality
