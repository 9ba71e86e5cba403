// The table made from ICU's data: folding, word parts and flags of characters that matter.
#include "text/code_points.h"

#include <gtest/gtest.h>

namespace newswash {
namespace {

TEST(CodePoints, FoldingTakesCaseAccentsAndWidth) {
  EXPECT_EQ(properties(U'A').folded, U'a');
  EXPECT_EQ(properties(U'É').folded, U'e');
  EXPECT_EQ(properties(U'Ａ').folded, U'a');
  EXPECT_EQ(properties(U'٣').folded, U'3');
  EXPECT_EQ(properties(U'Ж').folded, U'ж');
}

TEST(CodePoints, WordParts) {
  EXPECT_EQ(properties(U'a').part, WordPart::letter);
  EXPECT_EQ(properties(U'7').part, WordPart::digit);
  EXPECT_EQ(properties(U'新').part, WordPart::ideograph);
  EXPECT_EQ(properties(U'’').part, WordPart::skipped);
  EXPECT_EQ(properties(U'\u0301').part, WordPart::skipped);
  EXPECT_EQ(properties(U'\u00AD').part, WordPart::skipped);
  for (const char32_t c : {U' ', U'-', U'—', U'•', U'|', U'\u00A0'})
    EXPECT_EQ(properties(c).part, WordPart::separator) << static_cast<std::uint32_t>(c);
}

TEST(CodePoints, Flags) {
  const auto has = [](char32_t c, CodePointFlag flag) { return (properties(c).flags & flag) != 0; };
  EXPECT_TRUE(has(0xA0, kExoticSpace) && has('\t', kExoticSpace) && has(0x3000, kExoticSpace));
  EXPECT_FALSE(has(' ', kExoticSpace));
  EXPECT_TRUE(has(1, kControl) && has(0x7F, kControl));
  EXPECT_FALSE(has('\n', kControl) || has('\t', kControl));
  EXPECT_TRUE(has(0x85, kC1) && has(0x93, kC1));
  EXPECT_TRUE(has(0xAD, kInvisible) && has(0x200D, kInvisible) && has(0xFEFF, kInvisible));
  EXPECT_TRUE(has('\r', kLineBreak) && has(0x2028, kLineBreak) && has(0x85, kLineBreak));
  EXPECT_TRUE(has(U'Ａ', kWideForm));
  EXPECT_TRUE(has(U'ﬁ', kLigature));
  EXPECT_TRUE(has(U'“', kQuote) && has(U'’', kQuote));
  EXPECT_EQ(properties(U'a').flags, 0);
}

TEST(CodePoints, PastTheLastOneIsTheReplacementCharacter) {
  EXPECT_EQ(properties(0x110000).part, properties(0xFFFD).part);
  EXPECT_EQ(properties(0xFFFFFFFF).flags, properties(0xFFFD).flags);
}

}  // namespace
}  // namespace newswash
