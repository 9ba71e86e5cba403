// The pipeline of the normalizer: cases as data for each fix, and which fixes run.
#include <gtest/gtest.h>
#include <newswash/repair.h>

#include <set>

#include "cases.h"
#include "properties/promises.h"

namespace newswash {
namespace {

RepairOptions only(Fix fix) {
  RepairOptions options;
  options.fixes = static_cast<std::uint8_t>(fix <= Fix::spaces ? 1U << static_cast<unsigned>(fix) : 0U);
  return options;
}

/// `option` of a typography case as options.
RepairOptions on_request(const std::string& option) {
  RepairOptions options = only(Fix::form);
  if (option == "quotes straight") options.quotes = QuoteStyle::straight;
  if (option == "quotes curly") options.quotes = QuoteStyle::curly;
  options.split_ligatures = option == "ligatures";
  options.fold_width = option == "width";
  if (option == "form nfc") options.form = UnicodeForm::nfc;
  if (option == "form nfd") options.form = UnicodeForm::nfd;
  if (option == "form nfkc") options.form = UnicodeForm::nfkc;
  if (option == "form nfkd") options.form = UnicodeForm::nfkd;
  return options;
}

struct CaseFile {
  const char* name;
  std::size_t at_least;
  RepairOptions options;
};

class RepairCases : public ::testing::TestWithParam<CaseFile> {};

TEST_P(RepairCases, GiveWhatTheySay) {
  const CaseFile& file = GetParam();
  for (const testing::Case& one : testing::read_cases(file.name, file.at_least)) {
    const std::string option = one.get("option");
    Repairer repairer(option.empty() ? file.options : on_request(option));
    const Repaired repaired = repairer.repair(one.input);
    EXPECT_EQ(repaired.text, one.expected) << one.name;
    EXPECT_EQ(testing::repairs_give_text(one.input, repaired), "") << one.name;
    EXPECT_EQ(repaired.repairs.empty(), one.input == one.expected) << one.name;
    const bool escaped_twice = one.expected.find('&') != std::string::npos;
    if (!escaped_twice) {
      EXPECT_EQ(repairer.repair(one.expected).text, one.expected) << one.name << ", twice";
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Files, RepairCases,
                         ::testing::Values(CaseFile{"repair/entities.toml", 15, only(Fix::entities)},
                                           CaseFile{"repair/controls.toml", 8, only(Fix::controls)},
                                           CaseFile{"repair/invisibles.toml", 23, only(Fix::invisibles)},
                                           CaseFile{"repair/spaces.toml", 13, only(Fix::spaces)},
                                           CaseFile{"repair/typography.toml", 13, {}},
                                           CaseFile{"repair/all.toml", 10, {}}));

TEST(Repair, NamesThereAndBack) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kFixCount; ++i) {
    const auto fix = static_cast<Fix>(i);
    EXPECT_EQ(fix_named(name_of(fix)), fix);
    names.insert(name_of(fix));
  }
  EXPECT_EQ(names.size(), kFixCount);
  EXPECT_FALSE(fix_named("Encoding"));
}

TEST(Repair, CleanTextIsTheInputItself) {
  const std::string text = "Nothing to do – “at all”.\n";
  Repairer repairer({});
  EXPECT_EQ(repairer.repair(text).text.data(), text.data());
}

TEST(Repair, FixesThatAreOffDoNothing) {
  const std::string text = "f\u00C3\u00BCr  alle &amp; \x01 eco\u00ADnomy";
  RepairOptions none;
  none.fixes = 0;
  EXPECT_EQ(Repairer(none).repair(text).text, text);
  EXPECT_EQ(Repairer(only(Fix::entities)).repair(text).repairs.size(), 1U);
}

TEST(Repair, EachRepairIsNamedAndPlaced) {
  const std::string text = "a &amp; b\x01 eco\u00ADnomy  c";
  Repairer repairer({});
  const Repaired repaired = repairer.repair(text);
  ASSERT_EQ(repaired.repairs.size(), 4U);
  EXPECT_EQ(repaired.repairs[0].fix, Fix::entities);
  EXPECT_EQ(repaired.repairs[0].begin, 2U);
  EXPECT_EQ(repaired.repairs[0].end, 7U);
  EXPECT_EQ(repaired.repairs[0].after, "&");
  EXPECT_EQ(repaired.repairs[1].fix, Fix::controls);
  EXPECT_EQ(repaired.repairs[2].fix, Fix::invisibles);
  EXPECT_EQ(repaired.repairs[3].fix, Fix::spaces);
}

}  // namespace
}  // namespace newswash
