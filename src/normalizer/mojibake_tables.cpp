// The generated arrays of mojibake_tables.h, and the lookups too rare to be worth inlining.
#include "normalizer/mojibake_tables.h"

#include <cstddef>

namespace newswash::mojibake {

namespace tables {
#include "mojibake_tables.inc"
}  // namespace tables

namespace {

template <typename Index, typename Blocks>
std::uint16_t staged(const Index& index, const Blocks& blocks, char32_t c) {
  return blocks[std::size_t{index[c >> 6U]} * 64 + (c & 63U)];
}

}  // namespace

std::uint16_t double_byte_of(char32_t c, int set) noexcept {
  if (c < 0x80 || c > 0xFFFF) return 0;
  if (set == 0) return staged(tables::kDouble0Index, tables::kDouble0Blocks, c);
  if (set == 1) return staged(tables::kDouble1Index, tables::kDouble1Blocks, c);
  return staged(tables::kDouble2Index, tables::kDouble2Blocks, c);
}

}  // namespace newswash::mojibake
