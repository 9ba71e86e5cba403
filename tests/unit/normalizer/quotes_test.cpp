// --quotes repair: the cases as data, twice, and only when asked for.
#include <gtest/gtest.h>
#include <newswash/repair.h>

#include "cases.h"
#include "properties/promises.h"

namespace newswash {
namespace {

TEST(WrongQuotes, GiveWhatTheCasesSay) {
  RepairOptions options;
  options.quotes = QuoteStyle::repair;
  Repairer repairer(options);
  Repairer unasked({});
  for (const testing::Case& one : testing::read_cases("repair/quotes.toml", 19)) {
    const Repaired repaired = repairer.repair(one.input);
    EXPECT_EQ(repaired.text, one.expected) << one.name;
    EXPECT_EQ(testing::repairs_give_text(one.input, repaired), "") << one.name;
    for (const Repair& repair : repaired.repairs) EXPECT_EQ(repair.fix, Fix::quotes) << one.name;
    EXPECT_EQ(repairer.repair(one.expected).text, one.expected) << one.name << ", twice";
    EXPECT_EQ(unasked.repair(one.input).text, one.input) << one.name << ", unasked";
  }
}

}  // namespace
}  // namespace newswash
