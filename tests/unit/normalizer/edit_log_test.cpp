// Composing edits: whatever the fixes do one after the other, the recorded repairs applied to the input give
// the text, and offsets find their way back.
#include "normalizer/edit_log.h"

#include <gtest/gtest.h>

#include "properties/generated_text.h"
#include "properties/promises.h"

namespace newswash {
namespace {

Edits random_edits(std::string_view text, testing::Random& random) {
  Edits edits;
  std::size_t at = 0;
  while (edits.size() < 6) {
    at += random.below(8);
    if (at > text.size()) break;
    const std::size_t end = std::min(text.size(), at + random.below(4));
    std::string after;
    for (std::size_t n = random.below(4); n > 0; --n) after += static_cast<char>('A' + random.below(26));
    if (end == at && after.empty()) continue;
    edits.push_back({at, end, after});
    at = end + (end == edits.back().begin ? 1 : random.below(2));  // two insertions at one place are no edits
  }
  return edits;
}

TEST(EditLog, RandomEditsCompose) {
  for (std::uint64_t seed = 1; seed <= 20000; ++seed) {
    testing::Random random(seed);
    std::string input(random.below(40), 'x');
    for (char& c : input) c = static_cast<char>('a' + random.below(26));
    EditLog log;
    log.begin(input);
    for (std::size_t fixes = random.below(5); fixes > 0; --fixes) {
      Edits edits = random_edits(log.text(), random);
      std::string expected;
      std::size_t at = 0;
      for (const Edit& edit : edits) {
        expected.append(log.text(), at, edit.begin - at);
        expected += edit.after;
        at = edit.end;
      }
      expected.append(log.text(), at);
      log.apply(Fix::controls, edits);
      ASSERT_EQ(log.text(), expected) << "seed " << seed;
      ASSERT_TRUE(edits.empty());
      ASSERT_EQ(testing::repairs_give_text(input, {log.text(), log.repairs(), {}}), "") << "seed " << seed;
    }
  }
}

TEST(EditLog, ALaterFixOfARepairKeepsTheFirstName) {
  EditLog log;
  log.begin("a &nbsp; b");
  Edits edits = {{2, 8, "\u00A0"}};
  log.apply(Fix::entities, edits);
  edits = {{1, 5, " "}};
  log.apply(Fix::spaces, edits);
  EXPECT_EQ(log.text(), "a b");
  ASSERT_EQ(log.repairs().size(), 1U);
  EXPECT_EQ(log.repairs()[0].begin, 1U);
  EXPECT_EQ(log.repairs()[0].end, 9U);
}

TEST(EditLog, BeginStartsOver) {
  EditLog log;
  log.begin("abc");
  Edits edits = {{0, 1, ""}};
  log.apply(Fix::spaces, edits);
  log.begin("xyz");
  EXPECT_EQ(log.text(), "xyz");
  EXPECT_TRUE(log.repairs().empty());
}

TEST(InputOffsets, OfUnchangedBytesAreExact) {
  for (std::uint64_t seed = 1; seed <= 5000; ++seed) {
    testing::Random random(seed);
    std::string input(random.below(60), ' ');
    for (std::size_t i = 0; i < input.size(); ++i) input[i] = static_cast<char>('a' + i % 26);
    EditLog log;
    log.begin(input);
    Edits edits = random_edits(input, random);
    log.apply(Fix::controls, edits);
    InputOffsets offsets(log.repairs());
    std::size_t last = 0;
    for (std::size_t at = 0; at < log.text().size(); ++at) {
      const std::size_t back = offsets.begin(at);
      ASSERT_LE(back, input.size());
      ASSERT_GE(back, last) << "seed " << seed;
      last = back;
      const char c = log.text()[at];
      if (c < 'a') continue;  // put in by a repair
      bool deleted_here = false;
      for (const Repair& repair : log.repairs()) deleted_here = deleted_here || repair.begin == back;
      if (!deleted_here) {
        ASSERT_EQ(input[back], c) << "seed " << seed << " at " << at;
      }
    }
  }
}

TEST(InputOffsets, SpansTakeInWhatWasDeletedAtTheirEnds) {
  const std::vector<Repair> repairs = {{Fix::spaces, 2, 4, ""}, {Fix::spaces, 7, 9, ""}};
  // input "ab  cde  fg", text "abcdefg": "cde" is bytes 2 to 5 of the text
  EXPECT_EQ(InputOffsets(repairs).begin(2), 2U);
  InputOffsets offsets(repairs);
  offsets.begin(2);
  EXPECT_EQ(offsets.end(5), 9U);
  EXPECT_EQ(offsets.begin(6), 10U);
}

}  // namespace
}  // namespace newswash
