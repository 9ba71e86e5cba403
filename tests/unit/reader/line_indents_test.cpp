// What the repair took away before a line is found again, whatever else was repaired.
#include "reader/line_indents.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "normalizer/pipeline.h"
#include "reader/lines.h"

namespace newswash {
namespace {

std::vector<int> indents_of(std::string_view given) {
  RepairPipeline pipeline{{}};
  const Repaired repaired = pipeline.run(given);
  Lines lines;
  split_lines(repaired.text, lines);
  LineIndents indents(given, repaired);
  std::vector<int> found;
  for (const std::string_view line : lines) {
    if (!line.empty()) found.push_back(indents.before(line));
  }
  return found;
}

TEST(LineIndents, AreThoseOfTheTextThatWasGiven) {
  EXPECT_EQ(indents_of("Title\n\n   A paragraph.\n\n     * a point\n"), (std::vector{0, 3, 5}));
  EXPECT_EQ(indents_of("   first\nsecond"), (std::vector{3, 0}));
  EXPECT_EQ(indents_of("nothing\nto repair"), (std::vector{0, 0}));
}

TEST(LineIndents, StandOtherRepairsAndBlankLines) {
  EXPECT_EQ(indents_of("    cafÃ© &amp; bar  \n \n\n\n      two  spaces\r\n  end"), (std::vector{4, 6, 2}));
}

TEST(LineIndents, CountsEveryWidthAndStopsAtTheMost) {
  for (int width = 0; width < 40; ++width)
    EXPECT_EQ(indents_of("x\n" + std::string(static_cast<std::size_t>(width), ' ') + "y"),
              (std::vector{0, width}));
  EXPECT_EQ(indents_of("x\n" + std::string(300, ' ') + "y"), (std::vector{0, 255}));
}

}  // namespace
}  // namespace newswash
