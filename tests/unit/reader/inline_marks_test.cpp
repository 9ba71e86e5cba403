// What HTML-to-text programs write into lines, and what only looks like it.
#include "reader/inline_marks.h"

#include <gtest/gtest.h>
#include <newswash/clean.h>

#include <string>
#include <vector>

#include "properties/promises.h"

namespace newswash {
namespace {

std::string read(std::string_view text) {
  Edits edits;
  find_inline_marks(text, edits);
  std::string out;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    EXPECT_GE(edit.begin, at);
    out.append(text, at, edit.begin - at);
    out += edit.after;
    at = edit.end;
  }
  return out.append(text, at);
}

/// Three links, which show that a text is Markdown.
const std::string kLinks = "[a](/a) [b](/b) [c](/c)\n";

std::string read_in_markdown(std::string_view text) {
  return read(kLinks + std::string(text)).substr(std::string_view("a b c\n").size());
}

TEST(InlineMarks, LinksBecomeTheirText) {
  EXPECT_EQ(read("The [mayor](https://example.org/mayor) said no."), "The mayor said no.");
  EXPECT_EQ(read("* [Sport](/sport \"All of sport\")"), "* Sport");
  EXPECT_EQ(read("[Home](/)[Sport](/sport)"), "Home Sport");
  EXPECT_EQ(read("[the [old] bridge](#bridge)"), "the [old] bridge");
  EXPECT_EQ(read("[Oslo](<https://example.org/a b>)"), "Oslo");
  EXPECT_EQ(read("[Tor (Band)](https://example.org/Tor_(Band))"), "Tor (Band)");
  EXPECT_EQ(read("[Tor](https://example.org/Tor_\\(Band\\))"), "Tor");
  EXPECT_EQ(read("[Mail](mailto:a@example.org?subject=The bridge \"Tor\") us"), "Mail us");
  EXPECT_EQ(read("[Share](https://example.org/share?title=The bridge\nover the sound) it"), "Share it");
  EXPECT_EQ(read("[Print](javascript:print\\('all', 1\\);)"), "Print");
}

TEST(InlineMarks, LinesThatWereBrokenInALink) {
  EXPECT_EQ(read("a [blog\npost](https://example.org/the-\nlong-way), he said"), "a blog\npost, he said");
  EXPECT_EQ(read("[map](/map\n\"Where it\nis\") here"), "map here");
}

TEST(InlineMarks, ImagesGo) {
  EXPECT_EQ(read("![A bridge](https://example.org/bridge.jpg)The bridge"), "The bridge");
  EXPECT_EQ(read("[![Logo](/logo.png)](/)"), "");
  EXPECT_EQ(read("[![Photo of [the] bridge](/a.png) The bridge](/bridge)"), " The bridge");
}

TEST(InlineMarks, WhatOnlyLooksLikeALinkStays) {
  for (const std::string_view text : {
           "\"I seen [sic](he said) it\"",
           "the [president](who was there",
           "[1] (https://example.org)",
           "[sic](who)",
           "f[0](x)",
           "\\[not a link\\](/a)",
           "](/a)",
           "[text](example.org with words)",
           "[text](https://example.org\n\nand no end)",
       })
    EXPECT_EQ(read(text), text);
}

TEST(InlineMarks, EmphasisAndEscapesInMarkdownAlone) {
  EXPECT_EQ(read_in_markdown("**Oslo** \\-- The *new* bridge, _at last_, is ***open***."),
            "Oslo -- The new bridge, at last, is open.");
  EXPECT_EQ(read_in_markdown("**[Oslo](/oslo)** says **no**"), "Oslo says no");
  EXPECT_EQ(read_in_markdown("1\\. May, C:\\new"), "1. May, C:\\new");
  const std::string_view plain = "**Oslo** \\-- The *new* bridge, [here](/a) and [there](/b)";
  EXPECT_EQ(read(plain), "**Oslo** \\-- The *new* bridge, here and there");
}

TEST(InlineMarks, AsterisksThatAreNoEmphasisStay) {
  for (const std::string_view text :
       {"* an item", "5 * 3 * 2", "* * *", "f**k this s**t", "snake_case_name", "*The author is a lawyer.",
        "**Oslo\nsays no**", "two stars ** and more", "the a__init__b name"})
    EXPECT_EQ(read_in_markdown(text), text);
}

TEST(InlineMarks, NumbersOfLinks) {
  const std::string menu =
      "[1]Home\n[2]News\n[3]Sport [4]Live\n[5]\n[8]More\n[9]All\n[11]Maps\n[12]Law\n[13]Art\n";
  EXPECT_EQ(read(menu + "The [14]mayor said no [1]."),
            "Home\nNews\nSport Live\n[5]\nMore\nAll\nMaps\nLaw\nArt\nThe mayor said no [1].");
  for (const std::string_view text :
       {"[1]Home [2]News [3]Sport", "A study [1] and a second one [2], [3]",
        "One[1]. Two[2]; three[3], four[4]. Five.[5] Six[6], seven[7]. Eight[8]-nine[9]. Ten[10][11], a[12].",
        "[11]a [12]b [13]c [14]d [15]e [16]f [17]g [18]h [19]i [20]j [21]k",
        "[1]a [1]b [1]c [1]d [1]e [1]f [1]g [1]h [1]i [1]j [1]k [1]l"})
    EXPECT_EQ(read(text), text);
}

TEST(InlineMarks, ManyBracketsTakeLinearTime) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "[](";
  EXPECT_EQ(read(text), text);
  std::string open(500'000, '[');
  open += "](";
  EXPECT_EQ(read(open), open);
  std::string stars = kLinks;
  for (int i = 0; i < 100'000; ++i) stars += "*a _b ";
  EXPECT_EQ(read(stars).size(), stars.size() - kLinks.size() + 6);
}

const std::string kPage =
    "[![](https://example.org/logo.png)](/)\n\n"
    "  * [Home](/)\n  * [Politics](/politics)\n  * [Sport](/sport)\n  * [Weather](/weather)\n"
    "  * [Subscribe](/subscribe)\n  * [Log "
    "in](/login?next=/politics/the-bridge-over-the-sound-opens-in-june)\n\n"
    "# The bridge over the sound opens in June\n\n"
    "By [Jane Doe](/authors/jane-doe)\n\n"
    "![The bridge](https://example.org/bridge.jpg)\n\n"
    "The bridge over the sound will open in June, two years later than planned, the\n"
    "[ministry of transport](https://example.org/ministry) said on Tuesday. It had been\n"
    "built in [nine years](https://example.org/politics/nine-years-of-building-and-\n"
    "counting) by three companies, one of which went out of business on the way and\n"
    "had to be replaced by another one.\n\n"
    "\"We are glad that it is done,\" said the minister, who will drive over it first and\n"
    "who had promised to resign if it was not ready by the end of the year. He will\n"
    "not, he said, and **added** that the next one would be built in half the time.\n\n"
    "The opposition asked for an inquiry into the costs, which rose from four to nine\n"
    "billion in the years since the first stone was laid, and for the papers of the\n"
    "companies, which the ministry keeps in its archive and does not show to anyone.\n\n"
    "[Share on Facebook](https://www.facebook.com/sharer?u=x) [Share on X](https://x.com/share)\n\n"
    "## [Sign up for our newsletter](/newsletter)\n\n"
    "  * [About us](/about)\n  * [Contact](/contact)\n  * [Privacy policy](/privacy)\n";

TEST(InlineMarks, APageOfHtml2text) {
  Cleaner cleaner({});
  const Article& article = cleaner.clean(kPage);
  EXPECT_EQ(testing::nothing_is_lost(kPage, article), "");
  EXPECT_EQ(article.headline, "The bridge over the sound opens in June");
  ASSERT_EQ(article.authors, std::vector<std::string>{"Jane Doe"});
  ASSERT_EQ(article.paragraphs.size(), 3U);
  EXPECT_EQ(
      article.paragraphs[0].text,
      "The bridge over the sound will open in June, two years later than planned, the ministry of "
      "transport said on Tuesday. It had been built in nine years by three companies, one of which went "
      "out of business on the way and had to be replaced by another one.");
}

TEST(InlineMarks, AnArticleInMarkdown) {
  const std::string text =
      "# The bridge over the sound opens in June\n\nBy [Jane Doe](/authors/jane-doe)\n\nThe "
      "[bridge](/bridge) over the "
      "sound will open in June, two years later than planned, the ministry said on Tuesday.\n\n## Nine "
      "years\n\nIt had "
      "been built in nine years by three companies, one of which went out of business on the way.\n\n> We "
      "are glad "
      "that it is done, and will never build another one as long as we live.\n";
  Cleaner cleaner({});
  const Article& article = cleaner.clean(text);
  EXPECT_EQ(testing::nothing_is_lost(text, article), "");
  EXPECT_EQ(article.headline, "The bridge over the sound opens in June");
  EXPECT_EQ(article.authors, std::vector<std::string>{"Jane Doe"});
  ASSERT_FALSE(article.paragraphs.empty());
  EXPECT_NE(article.paragraphs[0].text, article.headline);
}

TEST(InlineMarks, StayWithoutTheFix) {
  CleanOptions options;
  options.repair = testing::without_entities();
  const std::string text = "The [mayor](https://example.org/mayor) said no.";
  EXPECT_EQ(Cleaner(options).clean(text).paragraphs.at(0).text, text);
}

}  // namespace
}  // namespace newswash
