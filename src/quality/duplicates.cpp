// The index: two open-addressing tables, one of all words' hashes, one of bands. Mine: DuplicateIndex of
// duplicates.h. A band's key is kept as 32 bits; a wrong hit costs one comparison of minima, never an answer.
#include "quality/duplicates.h"

#include <algorithm>

namespace newswash::quality {
namespace {

constexpr std::size_t kFirstSlots = 1024;

/// At most seven tenths of a table are taken.
constexpr bool is_full(std::size_t used, std::size_t slots) {
  return used * 10 >= slots * 7;
}

std::uint64_t band_hash(const Fingerprint& print, std::size_t band) {
  std::uint64_t hash = band + 1;
  for (std::size_t row = 0; row < kRows; ++row) {
    hash = (hash ^ print.minima[band * kRows + row]) * 0x9E3779B97F4A7C15ULL;
    hash ^= hash >> 29;
  }
  return hash;
}

constexpr std::uint32_t key_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32);
}

/// Where a key's search begins; from the key alone, so that a growing table can place it again.
constexpr std::size_t place_of(std::uint32_t key, std::size_t slots) {
  return (std::uint64_t{key} * 0x9E3779B97F4A7C15ULL >> 20) & (slots - 1);
}

std::uint16_t short_minimum(std::uint32_t minimum) {
  return static_cast<std::uint16_t>(minimum);
}

}  // namespace

DuplicateIndex::DuplicateIndex(double least) : least_(least), exact_(kFirstSlots), bands_(kFirstSlots * 4) {}

std::size_t DuplicateIndex::bytes_of() const {
  return exact_.capacity() * sizeof(Exact) + bands_.capacity() * sizeof(Band) +
         sketches_.size() * kSketchesInPiece * sizeof(Sketch);
}

DuplicateIndex::Exact& DuplicateIndex::exact_slot(const Fingerprint& print) {
  for (std::size_t at = print.high & (exact_.size() - 1);; at = (at + 1) & (exact_.size() - 1)) {
    Exact& slot = exact_[at];
    if (slot.record == 0 || (slot.high == print.high && slot.low == print.low)) return slot;
  }
}

DuplicateIndex::Band& DuplicateIndex::band_slot(std::uint64_t hash) {
  const std::uint32_t key = key_of(hash);
  for (std::size_t at = place_of(key, bands_.size());; at = (at + 1) & (bands_.size() - 1)) {
    Band& slot = bands_[at];
    if (slot.sketch == 0 || slot.key == key) return slot;
  }
}

void DuplicateIndex::grow_exact() {
  std::vector<Exact> old(exact_.size() * 2);
  old.swap(exact_);
  for (const Exact& one : old) {
    if (one.record == 0) continue;
    std::size_t at = one.high & (exact_.size() - 1);
    while (exact_[at].record != 0) at = (at + 1) & (exact_.size() - 1);
    exact_[at] = one;
  }
}

void DuplicateIndex::grow_bands() {
  std::vector<Band> old(bands_.size() * 2);
  old.swap(bands_);
  for (const Band& one : old) {
    if (one.sketch == 0) continue;
    std::size_t at = place_of(one.key, bands_.size());
    while (bands_[at].sketch != 0) at = (at + 1) & (bands_.size() - 1);
    bands_[at] = one;
  }
}

void DuplicateIndex::take_candidate(const Fingerprint& print, std::uint32_t sketch, Repeated& best) const {
  const Sketch& seen = (*sketches_[sketch / kSketchesInPiece])[sketch % kSketchesInPiece];
  std::size_t same = 0;
  for (std::size_t i = 0; i < kMinima; ++i) same += seen.minima[i] == short_minimum(print.minima[i]);
  const double found = static_cast<double>(same) / static_cast<double>(kMinima);
  const bool better = found > best.similarity || (found == best.similarity && seen.record < best.record);
  if (found >= least_ && (best.kind == Repeated::Kind::none || better))
    best = {Repeated::Kind::near, seen.record, found};
}

Repeated DuplicateIndex::find_near(const Fingerprint& print) {
  Repeated best;
  if (print.words < kShingleWords) return best;
  Sketch sketch;
  std::transform(print.minima.begin(), print.minima.end(), sketch.minima.begin(), short_minimum);
  sketch.record = next_;
  const auto number = static_cast<std::uint32_t>(sketch_count_);
  for (std::size_t band = 0; band < kBands; ++band) {
    if (is_full(bands_used_, bands_.size())) grow_bands();
    const std::uint64_t hash = band_hash(print, band);
    Band& slot = band_slot(hash);
    if (slot.sketch == 0) {
      slot = {key_of(hash), number + 1};
      ++bands_used_;
    } else if (slot.sketch != number + 1) {
      take_candidate(print, slot.sketch - 1, best);
    }
  }
  if (sketch_count_ % kSketchesInPiece == 0)
    sketches_.push_back(std::make_unique_for_overwrite<std::array<Sketch, kSketchesInPiece>>());
  (*sketches_.back())[sketch_count_++ % kSketchesInPiece] = sketch;
  return best;
}

Repeated DuplicateIndex::add(const Fingerprint& print) {
  Repeated found;
  if (print.words > 0) {
    if (is_full(exact_used_, exact_.size())) grow_exact();
    Exact& slot = exact_slot(print);
    if (slot.record != 0) {
      found = {Repeated::Kind::exact, slot.record - 1, 1};
    } else {
      slot = {print.high, print.low, next_ + 1};
      ++exact_used_;
      found = find_near(print);
    }
  }
  ++next_;
  return found;
}

}  // namespace newswash::quality
