// Marks of candidates that compare them with other lines: indentation, lines that hold more, kickers,
// captions.
#include "reader/facts/headline_marks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "facts_tables.h"

namespace newswash::facts {
namespace {

using namespace tables;

constexpr std::string_view kFirst =
    "The council voted on Tuesday night to reopen the old bridge after two years of repairs.";
constexpr std::string_view kSecond =
    "Engineers replaced most of the steel supports, and the first cars cross before the month ends.";

/// Lines of prose are the body.
class MarkedPage {
 public:
  explicit MarkedPage(std::vector<std::string> lines, std::string_view language = "en")
      : text_(std::move(lines)) {
    std::vector<FactLine> fact_lines;
    for (const std::string& line : text_) {
      const bool body = line.find(kFirst) != line.npos || line.find(kSecond) != line.npos;
      fact_lines.push_back({line, body, body ? 1.0F : 0.0F});
    }
    page_.read(fact_lines, "", language, true);
    candidates_ = headline_candidates(page_, 100);
  }

  bool has(std::string_view value, unsigned mark) const {
    return std::any_of(candidates_.begin(), candidates_.end(), [&](const HeadlineCandidate& candidate) {
      const auto end = candidate.marks.ids.begin() + candidate.marks.count;
      return candidate.value == value && std::find(candidate.marks.ids.begin(), end, mark) != end;
    });
  }
  bool offers(std::string_view value) const {
    return std::any_of(candidates_.begin(), candidates_.end(),
                       [&](const HeadlineCandidate& candidate) { return candidate.value == value; });
  }

 private:
  std::vector<std::string> text_;
  Page page_;
  std::vector<HeadlineCandidate> candidates_;
};

std::string indented(std::size_t spaces, std::string_view text) {
  return std::string(spaces, ' ') + std::string(text);
}

TEST(HeadlineMarks, LynxIndentsProseButNoHeadings) {
  const MarkedPage page({"Old bridge opens again at last", "", indented(20, "Harbour news of the day"), "",
                         indented(3, "A line of no great weight"), "",
                         indented(5, "One more thing in a list"), "", indented(3, kFirst), "",
                         indented(3, kSecond)});
  EXPECT_TRUE(page.has("Old bridge opens again at last", kHeadlineOutdented));
  EXPECT_TRUE(page.has("Harbour news of the day", kHeadlineIndentCentred));
  EXPECT_TRUE(page.has("A line of no great weight", kHeadlineIndentProse));
  EXPECT_TRUE(page.has("One more thing in a list", kHeadlineIndentList));
}

TEST(HeadlineMarks, ElsewhereIndentationIsDepth) {
  const MarkedPage page({"Old bridge opens again at last", "", indented(20, "Harbour news of the day"), "",
                         indented(4, kFirst), "", indented(4, kSecond)});
  EXPECT_TRUE(page.has("Old bridge opens again at last", kHeadlineNestedOut));
  EXPECT_TRUE(page.has("Harbour news of the day", kHeadlineNestedFarIn));
  EXPECT_FALSE(page.has("Old bridge opens again at last", kHeadlineOutdented));
}

TEST(HeadlineMarks, ABreadcrumbsTextStandsFullerBelow) {
  const MarkedPage page({"4. Old bridge opens again", "", "Repairs at the harbour Old bridge opens again", "",
                         std::string(kFirst)});
  EXPECT_TRUE(page.has("Old bridge opens again", kHeadlineFullerBelow));
  EXPECT_FALSE(page.has("Old bridge opens again", kHeadlineLongerEnds));
  EXPECT_FALSE(page.has("Repairs at the harbour Old bridge opens again", kHeadlineUnderLongKicker));
}

TEST(HeadlineMarks, TheEndOfAListIsNoTitle) {
  const std::string list = "Topics: harbour, council, roads, traffic, the old bridge of stone";
  const MarkedPage page(
      {"the old bridge of stone", "", std::string(kFirst), "", std::string(kSecond), "", "", "", "", list});
  EXPECT_FALSE(page.has("the old bridge of stone", kHeadlineLongerEnds));
  EXPECT_TRUE(page.has("the old bridge of stone", kHeadlineEndsAlike1));
}

TEST(HeadlineMarks, ALongKickerStandsAboveALongerTitle) {
  const std::string above = "Harbour council after a long night";
  const std::string below = "Old bridge opens again at last after two years";
  const MarkedPage page({above, "", below, "", std::string(kFirst)});
  EXPECT_TRUE(page.has(above, kHeadlineLongKicker));
  EXPECT_TRUE(page.has(below, kHeadlineUnderLongKicker));
}

TEST(HeadlineMarks, ACaptionNamesItsPhotographerAgain) {
  const std::string caption = "Emma Jane Smith after the race on Sunday. Jane Smith";
  const MarkedPage page({"Old bridge opens again at last", "", caption, "", std::string(kFirst)});
  EXPECT_TRUE(page.has(caption, kHeadlineRepeatsItsEnd));
  EXPECT_FALSE(page.has("Old bridge opens again at last", kHeadlineRepeatsItsEnd));
}

TEST(HeadlineMarks, FrenchSetsASpaceBeforeEveryColon) {
  const std::string title = "Vieux pont : la ville rouvre enfin le passage";
  EXPECT_FALSE(MarkedPage({title, "", std::string(kFirst)}, "fr").offers("la ville rouvre enfin le passage"));
  EXPECT_TRUE(MarkedPage({title, "", std::string(kFirst)}, "de").offers("la ville rouvre enfin le passage"));
}

}  // namespace
}  // namespace newswash::facts
