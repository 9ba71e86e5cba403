// Lists and times that the model kept in part.
#include "reader/body/series.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace newswash::body {
namespace {

/// A line a block; those that begin with '!' were dropped by the model. What is kept in the end, as marks.
std::string kept(std::vector<std::string_view> lines) {
  std::vector<std::uint8_t> keep;
  std::vector<std::string_view> spaced;
  for (std::string_view& line : lines) {
    keep.push_back(line.starts_with('!') ? 0 : 1);
    if (keep.back() == 0) line.remove_prefix(1);
    spaced.insert(spaced.end(), {line, {}});
  }
  const Page page = read_page(spaced);
  EXPECT_EQ(page.blocks.size(), keep.size());
  keep_series(page, keep);
  std::string marks;
  std::transform(keep.begin(), keep.end(), std::back_inserter(marks),
                 [](std::uint8_t one) { return one != 0 ? '+' : '-'; });
  return marks;
}

TEST(KeepSeries, AListBehindAColonIsKept) {
  EXPECT_EQ(kept({"Every rucksack should hold:", "!* A map", "!* A whistle", "!Read more"}), "+++-");
  EXPECT_EQ(kept({"Jeder Rucksack braucht:", "!1. Karte", "!2. Pfeife", "!Mehr"}), "+++-");
  EXPECT_EQ(kept({"!Read more:", "!* Storm closes port", "!* Ten walks"}), "---");
  EXPECT_EQ(kept({"Every rucksack should hold:", "!* Facebook"}), "+-");
}

TEST(KeepSeries, AListThatIsMostlyKeptIsKeptWhole) {
  EXPECT_EQ(kept({"* Map and compass", "* A head torch", "!* Whistle"}), "+++");
  EXPECT_EQ(kept({"* Map and compass", "!* Sport", "!* Whistle"}), "+--");
  EXPECT_EQ(kept({"* Map and compass", "!* Whistle"}), "+-");
  EXPECT_EQ(kept({"* Map and compass", "* A head torch", "!*", "!* Whistle"}), "++--");
}

TEST(KeepSeries, TimesOfATickerAreKept) {
  EXPECT_EQ(
      kept({"!18.00 Uhr", "Die Wahllokale sind geschlossen.", "!18.27 Uhr", "Das erste Ergebnis ist da.",
            "19.15 Uhr", "Die Ministerin ist da.", "!9.15 Uhr", "!Teilen"}),
      "++++++--");
  EXPECT_EQ(kept({"!20 h 00", "Les bureaux sont fermés.", "!20 h 27", "Un premier résultat.", "!0 h 30",
                  "C’est fini."}),
            "++++++");
  EXPECT_EQ(kept({"!18:00", "投票結束。", "!18:27", "第一個結果公布。", "!19:15", "總理到場。"}), "++++++");
}

TEST(KeepSeries, OtherNumbersAreNot) {
  EXPECT_EQ(kept({"!18.00 Uhr", "Die Wahllokale sind geschlossen.", "!18.27 Uhr", "Ein Ergebnis ist da."}),
            "-+-+");
  EXPECT_EQ(kept({"!18:00", "Polls are closed.", "!10.27pm", "A result.", "!£3.99", "It is over."}),
            "-+-+-+");
  EXPECT_EQ(kept({"!Alice 18:00 on Monday", "I agree.", "!Bob 18:27 on Monday", "So do I.",
                  "!Eve 19:15 on Monday", "I do not."}),
            "-+-+-+");
}

TEST(KeepSeries, NothingIsDropped) {
  EXPECT_EQ(kept({"* Map", "Prose follows here.", "18:00"}), "+++");
  EXPECT_EQ(kept({}), "");
}

}  // namespace
}  // namespace newswash::body
