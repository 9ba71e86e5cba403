// The fast look: it may say too much, never too little.
#include "normalizer/features.h"

#include <gtest/gtest.h>

#include <string>

#include "normalizer/fixes.h"
#include "properties/generated_text.h"
#include "text/code_points.h"

namespace newswash {
namespace {

TEST(Features, CleanTextHasNone) {
  const TextFeatures found = scan_features("Plain text.\n\nNothing to do.\n");
  EXPECT_EQ(found.flags, 0);
  EXPECT_FALSE(found.non_ascii || found.ampersand || found.spacing);
}

TEST(Features, NeverTooLittle) {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    const std::string text = testing::generated_text(seed);
    const TextFeatures found = scan_features(text);
    std::uint8_t flags = 0;
    bool non_ascii = false;
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next_code_point(text, at);
      flags = static_cast<std::uint8_t>(flags | properties(c).flags);
      non_ascii = non_ascii || c >= 0x80;
    }
    EXPECT_EQ(found.flags & flags, flags) << seed;
    EXPECT_GE(found.non_ascii, non_ascii) << seed;
    EXPECT_GE(found.ampersand, text.find('&') != std::string::npos) << seed;
    Edits edits;
    find_spaces(text, edits);
    constexpr auto kSpacing = kExoticSpace | kLineBreak;
    if (!edits.empty()) {
      EXPECT_TRUE(found.spacing || (found.flags & kSpacing) != 0) << seed;
    }
  }
}

TEST(Features, NoFlagOfAnyCharacterIsMissed) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text = "a";
    append_utf8(text, c);
    const unsigned flags = properties(c).flags;
    ASSERT_EQ(scan_features(text + 'a').flags & flags, flags) << std::hex << static_cast<unsigned>(c);
  }
}

}  // namespace
}  // namespace newswash
