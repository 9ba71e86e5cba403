// The words of some blocks of a page, to ask how many of them another block uses. Mine: cutting and hashing
// words, a bit for each. Not mine: which blocks (second_pass.cpp). Main type: Vocabulary. Short words are in
// every text and do not count; two words may share a bit.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>

#include "reader/body/features.h"

namespace newswash::body {

class Vocabulary {
 public:
  static constexpr std::size_t kBits = 8192;

  void add(const Page& page, std::size_t block);

  /// share_scale() of the block's words that were added.
  [[nodiscard]] std::uint8_t share_of(const Page& page, std::size_t block) const;

 private:
  std::bitset<kBits> words_;
};

}  // namespace newswash::body
