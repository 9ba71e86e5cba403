// Plain text: headline, blank line, paragraphs.
#include "writer/text.h"

#include <gtest/gtest.h>

namespace newswash {
namespace {

std::string text(const Article& article) {
  std::string out;
  write_text(article, out);
  return out;
}

TEST(Text, HeadlineAndParagraphs) {
  Article article;
  EXPECT_EQ(text(article), "");
  article.headline = "H";
  EXPECT_EQ(text(article), "H\n");
  article.paragraphs = {{ParagraphKind::paragraph, "a"}, {ParagraphKind::quote, "b"}};
  EXPECT_EQ(text(article), "H\n\na\n\nb\n");
  article.headline = {};
  EXPECT_EQ(text(article), "a\n\nb\n");
  std::string body;
  write_body(article, body);
  EXPECT_EQ(body, "a\n\nb");
}

}  // namespace
}  // namespace newswash
