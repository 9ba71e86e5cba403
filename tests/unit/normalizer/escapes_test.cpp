// Literal escapes: the cases as data, twice, and their record.
#include <gtest/gtest.h>
#include <newswash/repair.h>

#include "cases.h"
#include "properties/promises.h"

namespace newswash {
namespace {

TEST(Escapes, GiveWhatTheCasesSay) {
  Repairer repairer({});
  for (const testing::Case& one : testing::read_cases("repair/escapes.toml", 24)) {
    const Repaired repaired = repairer.repair(one.input);
    EXPECT_EQ(repaired.text, one.expected) << one.name;
    EXPECT_EQ(testing::repairs_give_text(one.input, repaired), "") << one.name;
    EXPECT_EQ(repairer.repair(one.expected).text, one.expected) << one.name << ", twice";
  }
}

TEST(Escapes, AreEntitiesInTheRecord) {
  const std::string text = "It\\u2019s, don\\u2019t";
  Repairer repairer({});
  const Repaired repaired = repairer.repair(text);
  ASSERT_EQ(repaired.repairs.size(), 2U);
  EXPECT_EQ(repaired.repairs[0].fix, Fix::entities);
  EXPECT_EQ(repaired.repairs[0].begin, 2U);
  EXPECT_EQ(repaired.repairs[0].end, 8U);
  EXPECT_EQ(repaired.repairs[0].after, "’");
  RepairOptions without;
  without.fixes = 1U << static_cast<unsigned>(Fix::spaces);
  EXPECT_EQ(Repairer(without).repair(text).text, text);
}

TEST(Escapes, AreLinear) {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "\\n\\\"\\u2019x";
  Repairer repairer({});
  EXPECT_FALSE(repairer.repair(text).text.empty());
}

}  // namespace
}  // namespace newswash
