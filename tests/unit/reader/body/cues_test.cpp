// Cue words are found in any script and case, and only as whole words.
#include "reader/body/cues.h"

#include <gtest/gtest.h>

namespace newswash::body {
namespace {

TEST(Cues, OneWordInManyLanguages) {
  EXPECT_EQ(find_cue("Comments (12)"), Cue::comments);
  EXPECT_EQ(find_cue("KOMMENTARE"), Cue::comments);
  EXPECT_EQ(find_cue("Реклама"), Cue::advert);
  EXPECT_EQ(find_cue("Комментарии"), Cue::comments);
  EXPECT_EQ(find_cue("Vidéo"), Cue::photo);
  EXPECT_EQ(find_cue("関連記事"), Cue::related);
  EXPECT_EQ(find_cue("사진"), Cue::photo);
  EXPECT_EQ(find_cue("إعلان"), Cue::advert);
}

TEST(Cues, TwoWordsTogether) {
  EXPECT_EQ(find_cue("Mehr zum Thema"), Cue::related);
  EXPECT_EQ(find_cue("READ MORE: The pier"), Cue::related);
  EXPECT_EQ(find_cue("Читайте также"), Cue::related);
  EXPECT_EQ(find_cue("Sign in"), Cue::log_in);
}

TEST(Cues, OrdinaryWordsAreNone) {
  EXPECT_EQ(find_cue(""), Cue::none);
  EXPECT_EQ(find_cue("The old pier"), Cue::none);
  EXPECT_EQ(find_cue("commentator"), Cue::none);
  EXPECT_EQ(find_cue("!?"), Cue::none);
}

}  // namespace
}  // namespace newswash::body
