// Promises 1 to 4 of the design, on the sample articles, on generated pages and on every file below
// tests/cases and tests/cli.
#include "properties/promises.h"

#include <gtest/gtest.h>
#include <newswash/decode.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "properties/files.h"
#include "properties/generated_text.h"

namespace newswash::testing {
namespace {

constexpr std::uint64_t kGenerated = 400;

/// Every text of the tests, decoded. Binary files are none.
const std::vector<NamedText>& all_texts() {
  static const std::vector<NamedText> all = [] {
    std::vector<NamedText> files = seeds();
    for (const std::string_view folder : {"tests/cases", "tests/cli"}) {
      for (NamedText& file : project_files(folder)) files.push_back(std::move(file));
    }
    std::vector<NamedText> texts;
    Decoder decoder({});
    for (const NamedText& file : files) {
      if (const auto decoded = decoder.decode(file.bytes))
        texts.push_back({file.name, std::string(decoded->text)});
    }
    for (std::uint64_t seed = 1; seed <= kGenerated; ++seed)
      texts.push_back({"generated " + std::to_string(seed), generated_text(seed)});
    return texts;
  }();
  return all;
}

void expect_kept(const NamedText& text, const std::string& wrong) {
  if (!wrong.empty()) ADD_FAILURE() << text.name << ": " << wrong;
}

TEST(Promises, TextsAreThere) {
  EXPECT_EQ(seeds().size(), 5U);
  EXPECT_GE(all_texts().size(), kGenerated + 100);
  EXPECT_GE(ingredients().prose.size(), 60U);
  EXPECT_GE(ingredients().furniture.size(), 800U);
}

TEST(Promises, NothingIsLost) {
  Cleaner cleaner({});
  for (const NamedText& text : all_texts())
    expect_kept(text, nothing_is_lost(text.bytes, cleaner.clean(text.bytes)));
}

TEST(Promises, RecordedRepairsGiveTheText) {
  Repairer repairer({});
  for (const NamedText& text : all_texts())
    expect_kept(text, repairs_give_text(text.bytes, repairer.repair(text.bytes)));
}

TEST(Promises, NoWordChanges) {
  Cleaner cleaner({});
  for (const NamedText& text : all_texts())
    expect_kept(text, no_word_changes(text.bytes, cleaner.clean(text.bytes).repairs));
}

TEST(Promises, CleaningTwiceChangesNothing) {
  for (const NamedText& text : all_texts()) {
    expect_kept(text, clean_twice_is_clean(text.bytes));
  }
}

TEST(Promises, RepairingTwiceChangesNothing) {
  for (const NamedText& text : all_texts()) expect_kept(text, repair_twice_is_repair(text.bytes));
}

TEST(Promises, SameInputSameBytesInAnyOrder) {
  const auto& texts = all_texts();
  std::vector<std::string> fresh;
  for (const NamedText& text : texts) fresh.push_back(all_of(Cleaner({}).clean(text.bytes)));
  std::vector<std::size_t> order(texts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  Random random(4);
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
  Cleaner shared({});
  for (const std::size_t i : order)
    EXPECT_EQ(all_of(shared.clean(texts[i].bytes)), fresh[i]) << texts[i].name;
}

}  // namespace
}  // namespace newswash::testing
