// Looks code points up in the two-stage table that generate_code_points.cpp wrote.
#include "text/code_points.h"

#include <array>

namespace newswash {
namespace {

#include "code_point_table.inc"  // kStage1, kStage2: 128 code points a block

}  // namespace

CodePoint properties(char32_t code_point) noexcept {
  if (code_point > 0x10FFFF) code_point = 0xFFFD;
  const std::uint32_t packed = kStage2[kStage1[code_point >> 7] * 128U + (code_point & 127U)];
  return {(code_point + packed) & 0x1FFFFFU, static_cast<WordPart>(packed >> 21 & 7U),
          static_cast<std::uint8_t>(packed >> 24)};
}

}  // namespace newswash
