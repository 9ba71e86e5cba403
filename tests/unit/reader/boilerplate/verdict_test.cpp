// Verdicts and their reasons, from lines as stripping left them.
#include "reader/boilerplate/verdict.h"

#include <gtest/gtest.h>

namespace newswash {
namespace {

constexpr std::string_view kProse =
    "The minister said on Tuesday that talks with the neighbouring country would resume next week after a "
    "pause "
    "of three months that both governments had agreed on in the spring of last year.";

PageLine kept(std::string_view text) {
  return {text, shape_of(text)};
}
PageLine removed(std::string_view text, Category category) {
  PageLine line = kept(text);
  static constexpr std::string_view kRule = "en.test";
  remove_as(line, category, kRule);
  return line;
}

TEST(Verdict, Article) {
  const std::vector<PageLine> lines = {kept("Talks resume"), kept(kProse), removed("Share", Category::share)};
  EXPECT_EQ(judge(lines).verdict, Verdict::article);
}

TEST(Verdict, Empty) {
  EXPECT_EQ(judge({}).verdict, Verdict::empty);
  const std::vector<PageLine> lines = {removed("Share", Category::share)};
  const Judgement judgement = judge(lines);
  EXPECT_EQ(judgement.verdict, Verdict::empty);
  EXPECT_NE(judgement.reason.find("share"), std::string::npos) << judgement.reason;
}

TEST(Verdict, Interstitial) {
  for (const Category wall : {Category::cookie, Category::ad_block, Category::log_in, Category::paywall}) {
    const std::vector<PageLine> lines = {removed("We use cookies", wall), kept("Daily News")};
    EXPECT_EQ(judge(lines).verdict, Verdict::interstitial) << name_of(wall);
  }
  const std::vector<PageLine> article = {removed("We use cookies", Category::cookie), kept(kProse)};
  EXPECT_EQ(judge(article).verdict, Verdict::article);
}

TEST(Verdict, Listing) {
  const std::vector<PageLine> lines(6, kept("Minister says talks will resume soon"));
  EXPECT_EQ(judge(lines).verdict, Verdict::listing);
}

TEST(Verdict, Stub) {
  const std::vector<PageLine> lines = {kept("A short note.")};
  EXPECT_EQ(judge(lines).verdict, Verdict::stub);
}

TEST(Verdict, EveryOneHasAName) {
  EXPECT_EQ(name_of(Verdict::article), "article");
  EXPECT_EQ(name_of(Verdict::empty), "empty");
  EXPECT_EQ(name_of(ParagraphKind::list_item), "list-item");
}

}  // namespace
}  // namespace newswash
