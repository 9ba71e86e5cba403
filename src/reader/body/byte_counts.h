// A line's bytes, counted. Mine: one pass over them, 64 at a time where the machine can. Not mine: what each
// pair of bytes adds (byte_pairs.h), what the counts mean (line_facts.h). Main type: Totals.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "reader/body/byte_pairs.h"

namespace newswash::body {

/// Indexed by Count.
using Totals = std::array<std::uint32_t, 16>;

/// The counts of all pairs of neighbouring bytes; a space is thought before the first.
Totals count_bytes(std::string_view text) noexcept;

/// Scripts without spaces: two characters for a word, or five.
inline std::uint32_t words_of(const Totals& totals) noexcept {
  return totals[kWords] + totals[kWide] / 2 + totals[kThai] / 5;
}

/// As count_bytes(), byte by byte: for machines without SSE2, for scripts other than the Latin one, and for
/// the test.
Totals count_byte_by_byte(std::string_view text) noexcept;

}  // namespace newswash::body
