// Near equality of squeezed keys.
#include "reader/boilerplate/repetition.h"

#include <gtest/gtest.h>

#include <vector>

namespace newswash {
namespace {

TEST(Repetition, SqueezedKeysHidePartsAndAccents) {
  EXPECT_EQ(squeezed_key("HomeLatest News"), squeezed_key("home — latest news!"));
  EXPECT_EQ(squeezed_key("¡Café!"), "cafe");
}

TEST(Repetition, ALostCharacterInALongLine) {
  const std::string headline =
      squeezed_key("Azerbaijan’s Military Operation in Nagorno-Karabakh Sparks Concern");
  EXPECT_TRUE(nearly_equal(headline, headline));
  std::string lost = headline;
  lost.erase(9, 1);
  EXPECT_TRUE(nearly_equal(headline, lost));
  EXPECT_TRUE(nearly_equal(lost, headline));
  std::string changed = headline;
  changed[20] = 'x';
  EXPECT_TRUE(nearly_equal(headline, changed));
}

TEST(Repetition, ShortLinesMustBeEqual) {
  EXPECT_FALSE(nearly_equal("share", "shares"));
  EXPECT_TRUE(nearly_equal("share", "share"));
}

TEST(Repetition, OtherLinesAreOther) {
  const std::string a = squeezed_key("Prices rise by 12 percent in March, the fourth month in a row");
  const std::string b = squeezed_key("Prices fall by 3 percent in April, the first month in a year");
  EXPECT_FALSE(nearly_equal(a, b));
}

TEST(Repetition, SharedWordsAreTellingAndCountOnce) {
  const std::vector<std::string_view> lead = {"Teachers packed the statehouse on Tuesday.",
                                              "They were angry."};
  const SharedWords shared = shared_words("Teacher packs the Statehouse, the statehouse!", lead);
  EXPECT_EQ(shared.words, 3);  // teach…, packs, state…
  EXPECT_EQ(shared.shared, 2);
  EXPECT_EQ(shared_words("of the and", lead).words, 0);
}

}  // namespace
}  // namespace newswash
