// Counting 64 bytes at a time gives what counting byte by byte gives.
#include "reader/body/byte_counts.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace newswash::body {
namespace {

/// A text of so many pieces, of letters mostly or of anything.
std::string made_up(std::mt19937& chance, std::size_t pieces, unsigned oddness) {
  static const std::vector<std::string> kUsual = {"the", " ", "Council", " ", "voted", " ", "A", "z", " "};
  static const std::vector<std::string> kOdd = {
      ".",  ". ", "! ", "?\"", "\"",   "(",    ") ", "12", ",", ": ", "“", "”",  "É", "é", "Ж",  "ж", "Ω",
      "。", "京", "！", "ไทย", "\x80", "\xff", "[",  "@",  "`", "{",  "|", "\t", "'", "«", "… ", "ا"};
  std::string text;
  for (std::size_t i = 0; i < pieces; ++i) {
    const auto& from = chance() % 100 < oddness ? kOdd : kUsual;
    text += from[chance() % from.size()];
  }
  return text;
}

TEST(CountBytes, IsTheSameFastAndSlow) {
  std::mt19937 chance(1);
  for (const unsigned oddness : {0U, 5U, 30U, 100U}) {
    for (std::size_t pieces = 0; pieces < 400; ++pieces) {
      const std::string text = made_up(chance, pieces, oddness);
      ASSERT_EQ(count_bytes(text), count_byte_by_byte(text)) << text;
    }
  }
}

TEST(CountBytes, HoldsMoreThanEightBits) {
  const std::string text(70'000, '.');
  EXPECT_EQ(count_bytes(text), count_byte_by_byte(text));
}

}  // namespace
}  // namespace newswash::body
