// Markdown: its form, and that CommonMark's own program shows every character of the article.
#include "writer/markdown.h"

#include <cmark.h>
#include <gtest/gtest.h>
#include <newswash/clean.h>

#include "properties/files.h"
#include "properties/generated_text.h"

namespace newswash {
namespace {

std::string markdown(const Article& article) {
  std::string out;
  write_markdown(article, out);
  return out;
}

std::string escaped(std::string_view text) {
  std::string out;
  append_markdown_escaped(text, true, out);
  return out;
}

/// What a reader sees of Markdown: the text of every block on a line of its own, with the kind of block and,
/// of ordered items, the number.
std::string shown(const std::string& markdown) {
  cmark_node* document = cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT);
  cmark_iter* nodes = cmark_iter_new(document);
  std::string out;
  int number = 0;
  while (cmark_iter_next(nodes) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(nodes);
    const bool enters = cmark_iter_get_event_type(nodes) == CMARK_EVENT_ENTER;
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_LIST && enters) number = cmark_node_get_list_start(node);
    if (type == CMARK_NODE_ITEM && enters) {
      const bool ordered = cmark_node_get_list_type(cmark_node_parent(node)) == CMARK_ORDERED_LIST;
      out += ordered ? std::to_string(number++) + "| " : "item: ";
    }
    if (type == CMARK_NODE_HEADING && enters)
      out.append("h").append(std::to_string(cmark_node_get_heading_level(node))).append(": ");
    if (type == CMARK_NODE_BLOCK_QUOTE && enters) out += "quote: ";
    if ((type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING) && !enters) out += '\n';
    if (type == CMARK_NODE_TEXT) out += cmark_node_get_literal(node);
    if (type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK ||
        type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE ||
        type == CMARK_NODE_THEMATIC_BREAK || type == CMARK_NODE_LINEBREAK)
      out.append("<unwanted ").append(cmark_node_get_type_string(node)).append(">");
  }
  cmark_iter_free(nodes);
  cmark_node_free(document);
  return out;
}

TEST(Markdown, Form) {
  Article article;
  EXPECT_EQ(markdown(article), "");
  article.headline = "Harvest # good";
  article.standfirst = "More than last year";
  article.byline = "By Jane Doe";
  article.date_published = "2024-05-01";
  article.paragraphs = {{ParagraphKind::paragraph, "The harvest was good."},
                        {ParagraphKind::heading, "Apples"},
                        {ParagraphKind::list_item, "• red"},
                        {ParagraphKind::list_item, "• green"},
                        {ParagraphKind::list_item, "1. first"},
                        {ParagraphKind::list_item, "2. second"},
                        {ParagraphKind::list_item, "7. out of line"},
                        {ParagraphKind::quote, "“Good,” she said."},
                        {ParagraphKind::caption, "(Photo: *AP*)"}};
  EXPECT_EQ(
      markdown(article),
      "# Harvest # good\n\n**More than last year**\n\nBy Jane Doe · 2024-05-01\n\nThe harvest was good.\n\n"
      "## Apples\n\n- red\n- green\n\n1. first\n2. second\n\n7\\. out of line\n\n> “Good,” she "
      "said.\n\n*(Photo: \\*AP\\*)*\n");
}

TEST(Markdown, WhatIsAmongTheParagraphsIsNotSaidTwice) {
  Article article;
  article.standfirst = "More than last year";
  article.byline = "By Jane Doe";
  article.paragraphs = {{ParagraphKind::paragraph, "By Jane Doe"},
                        {ParagraphKind::paragraph, "More than last year"}};
  EXPECT_EQ(markdown(article), "By Jane Doe\n\n**More than last year**\n");
}

TEST(Markdown, Escapes) {
  EXPECT_EQ(escaped("plain text, 5 > 3, a-b, #tag, 1.5 (x) & y"),
            "plain text, 5 > 3, a-b, #tag, 1.5 (x) & y");
  EXPECT_EQ(escaped("# no heading"), "\\# no heading");
  EXPECT_EQ(escaped("1. May was warm"), "1\\. May was warm");
  EXPECT_EQ(escaped("1986) x"), "1986\\) x");
  EXPECT_EQ(escaped("---"), "\\---");
  EXPECT_EQ(escaped("a * b_c_ [x](y) <b> `c` ~~d~~"), "a \\* b_c\\_ \\[x](y) \\<b> \\`c\\` \\~\\~d\\~\\~");
  EXPECT_EQ(escaped("AT&T and &amp; and &#39;"), "AT&T and \\&amp; and \\&#39;");
  EXPECT_EQ(escaped("https://a.example/b_c_d?e_f"), "https://a.example/b_c_d?e_f");
}

/// As each kind of block, a text of marks is shown as it stands.
TEST(Markdown, AnyMarksAreShownAsTheyStand) {
  constexpr std::string_view kMarks = "#>-+*_`~[]()<>!|\\&;:=.1a \"'/@{}$^%,?";
  std::uint64_t state = 1;
  const auto next = [&] { return (state = state * 6364136223846793005U + 1442695040888963407U) >> 33U; };
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::uint64_t left = 1 + next() % 12; left > 0; --left) text += kMarks[next() % kMarks.size()];
    text = text.substr(std::min(text.find_first_not_of(' '), text.size()));
    while (text.ends_with(' ')) text.pop_back();
    if (text.empty()) continue;
    for (const ParagraphKind kind :
         {ParagraphKind::paragraph, ParagraphKind::heading, ParagraphKind::quote, ParagraphKind::caption}) {
      Article article;
      article.headline = text;
      article.paragraphs = {{kind, text}, {ParagraphKind::paragraph, text}};
      const std::string_view mark = kind == ParagraphKind::heading ? "h2: "
                                    : kind == ParagraphKind::quote ? "quote: "
                                                                   : "";
      std::string expected = "h1: ";
      expected.append(text).append("\n").append(mark).append(text).append("\n").append(text).append("\n");
      ASSERT_EQ(shown(markdown(article)), expected) << name_of(kind) << " " << markdown(article);
    }
  }
}

/// The same of lists: an item's number stays what it was.
TEST(Markdown, NumbersOfItemsStay) {
  std::uint64_t state = 7;
  const auto next = [&] { return (state = state * 6364136223846793005U + 1442695040888963407U) >> 33U; };
  for (int round = 0; round < 5000; ++round) {
    std::vector<std::string> items;
    std::string expected;
    for (std::uint64_t left = 1 + next() % 6; left > 0; --left) {
      const std::uint64_t number = next() % 4 + (round % 7 == 0 ? 0U : left);
      const bool bullet = next() % 5 == 0;
      const char* const end = next() % 4 == 0 ? ") " : ". ";
      std::string& item = items.emplace_back(bullet ? "• " : std::to_string(number) + end);
      item += next() % 3 == 0 ? "# x" : "word";
      expected.append(bullet ? "item: " : "").append(item, bullet ? 4 : 0).append("\n");
    }
    Article article;
    for (const std::string& item : items) article.paragraphs.push_back({ParagraphKind::list_item, item});
    std::string seen = shown(markdown(article));
    std::string plain;
    for (std::size_t at = 0, item = 0; at < seen.size(); ++item) {  // "3| word" was written "3. " or "3) "
      const std::size_t end = seen.find('\n', at);
      std::string line = seen.substr(at, end - at);
      if (const auto bar = line.find("| "); bar != std::string::npos) line[bar] = items.at(item)[bar];
      plain += line + '\n';
      at = end + 1;
    }
    ASSERT_EQ(plain, expected) << markdown(article);
  }
}

std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
      letters += c;
  }
  return letters;
}

std::string without_bullets(std::string text) {
  for (const std::string_view bullet : {"•", "‣", "·"}) {
    for (std::size_t at = text.find(bullet); at != std::string::npos; at = text.find(bullet, at))
      text.erase(at, bullet.size());
  }
  return text;
}

/// No letter and no digit of an article is lost or changed on the way.
TEST(Markdown, AllWordsOfRealArticles) {
  std::size_t articles = 0;
  const auto check = [&](std::string_view text, const std::string& name) {
    Cleaner cleaner({});
    Article article = cleaner.clean(text);
    article.standfirst.clear();
    article.byline.clear();
    article.date_published.clear();
    std::string words(article.headline);
    for (const Paragraph& paragraph : article.paragraphs) words += paragraph.text;
    const std::string written = markdown(article);
    EXPECT_EQ(letters_of(without_bullets(written)), letters_of(without_bullets(words))) << name;
    EXPECT_EQ(shown(written).find("<unwanted"), std::string::npos) << name;
    ++articles;
  };
  for (const auto& [name, bytes] : testing::seeds()) check(bytes, name);
  for (std::uint64_t seed = 1; seed <= 200; ++seed)
    check(testing::generated_text(seed), std::to_string(seed));
  EXPECT_EQ(articles, 205U);
}

/// Cleaning the Markdown gives the paragraphs' words again.
TEST(Markdown, CleaningItGivesTheWordsAgain) {
  for (const auto& [name, bytes] : testing::seeds()) {
    Cleaner cleaner({});
    const Article& article = cleaner.clean(bytes);
    std::string body;
    for (const Paragraph& paragraph : article.paragraphs) body += letters_of(paragraph.text);
    const std::string written = markdown(article);
    Cleaner second({});
    std::string again;
    for (const Paragraph& paragraph : second.clean(written).paragraphs) again += letters_of(paragraph.text);
    EXPECT_NE(again.find(body), std::string::npos) << name << "\n" << body << "\n" << again;
  }
}

}  // namespace
}  // namespace newswash
