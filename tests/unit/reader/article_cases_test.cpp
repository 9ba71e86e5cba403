// Whole articles against their labels, line by line: no line of a body is lost, no labelled furniture stays.
// Mine: reading tests/cases/articles (its README.md says what the marks mean) and comparing by byte offsets.
// Not mine: the texts.
#include <gtest/gtest.h>
#include <newswash/clean.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

namespace newswash {
namespace {

enum class Mark : std::uint8_t { stays, headline, goes, either };

struct LabelledLine {
  std::size_t number = 0;  // in the file, counts from 1
  Mark mark = Mark::either;
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
};

struct ArticleCase {
  std::string path;  // below tests/cases/articles
  std::string language;
  std::string text;
  std::optional<InputKind> kind;
  bool one_line = false;
  bool glued = false;  // one line, and no spaces between its lines either
  bool wrapped = false;
  std::vector<LabelledLine> lines;

  std::string_view text_of(const LabelledLine& line) const {
    return std::string_view(text).substr(line.begin, line.end - line.begin);
  }
};

void read_header(std::string_view line, ArticleCase& into) {
  constexpr std::string_view kLanguage = "# language: ";
  if (line.starts_with(kLanguage)) into.language = line.substr(kLanguage.size());
  if (line == "# kind: page") into.kind = InputKind::page;
  if (line == "# kind: article") into.kind = InputKind::article;
  if (line == "# layout: one-line") into.one_line = true;
  if (line == "# layout: glued") into.one_line = into.glued = true;
  if (line == "# layout: wrapped") into.wrapped = true;
}

/// Takes the mark off a line; none where there is no known mark.
std::optional<Mark> take_mark(std::string_view& line) {
  std::optional<Mark> mark;
  std::size_t length = 2;
  if (line.starts_with("+ ")) mark = Mark::stays;
  if (line.starts_with("= ")) mark = Mark::headline;
  if (line.starts_with("? ")) mark = Mark::either;
  if (const std::size_t close = line.find("] "); line.starts_with("-[") && close != line.npos) {
    mark = Mark::goes;
    length = close + 2;
  }
  if (mark) line.remove_prefix(length);
  return mark;
}

void read_line(std::string_view line, std::size_t number, ArticleCase& into) {
  if (!line.empty()) {
    const std::optional<Mark> mark = take_mark(line);
    ASSERT_TRUE(mark) << into.path << ":" << number << ": no mark: " << line;
    const std::size_t begin = into.text.size();
    into.text += line;
    into.lines.push_back({number, *mark, begin, into.text.size()});
  }
  if (into.glued) return;
  if (!into.one_line || !line.empty()) into.text += into.one_line ? ' ' : '\n';
}

ArticleCase read_case(const std::filesystem::path& file, std::string path) {
  ArticleCase found{.path = std::move(path)};
  std::ifstream in(file, std::ios::binary);
  bool in_header = true;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    in_header = in_header && line.starts_with("# ");
    if (in_header)
      read_header(line, found);
    else
      read_line(line, number, found);
  }
  while (found.text.ends_with(' ')) found.text.pop_back();
  return found;
}

/// All cases, in the order of their paths.
std::vector<ArticleCase> read_article_cases() {
  const std::filesystem::path root = NEWSWASH_SOURCE_DIR "/tests/cases/articles";
  std::set<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.path().extension() == ".txt") files.insert(entry.path());
  }
  std::vector<ArticleCase> cases;
  for (const auto& file : files) cases.push_back(read_case(file, file.lexically_relative(root).string()));
  return cases;
}

std::string without_spaces(std::string_view text) {
  std::string squeezed;
  std::copy_if(text.begin(), text.end(), std::back_inserter(squeezed),
               [](char c) { return c != ' ' && c != '\n' && c != '\t'; });
  return squeezed;
}

/// Headline and paragraphs without spaces, and without what parts them where lines are no paragraphs.
std::string kept_text(const Article& article, bool paragraphs) {
  std::string kept = '\n' + without_spaces(article.headline) + '\n';
  for (const Paragraph& paragraph : article.paragraphs) {
    kept += without_spaces(paragraph.text);
    if (paragraphs) kept += '\n';
  }
  return kept;
}

void check(const ArticleCase& labelled, const Article& article) {
  const bool paragraphs = !labelled.one_line && !labelled.wrapped;
  const std::string kept = kept_text(article, paragraphs);
  for (const LabelledLine& line : labelled.lines) {
    const auto removed =
        std::find_if(article.removed.begin(), article.removed.end(),
                     [&](const RemovedLine& gone) { return gone.begin < line.end && gone.end > line.begin; });
    const bool went = removed != article.removed.end();
    const std::string where = labelled.path + ":" + std::to_string(line.number) + ": ";
    const std::string_view text = labelled.text_of(line);
    if (line.mark == Mark::goes) {
      EXPECT_TRUE(went) << where << "stays: " << text;
    }
    if (line.mark != Mark::stays && line.mark != Mark::headline) continue;
    EXPECT_FALSE(went) << where << "lost to " << (went ? removed->rule : "") << ": " << text;
    const std::string wanted = paragraphs ? '\n' + without_spaces(text) + '\n' : without_spaces(text);
    EXPECT_TRUE(went || kept.find(wanted) != kept.npos) << where << "no paragraph of its own: " << text;
  }
}

TEST(ArticleCases, NoBodyLosesALineAndNoFurnitureStays) {
  const std::vector<ArticleCase> cases = read_article_cases();
  EXPECT_GE(cases.size(), 200U);
  std::set<std::string> languages;
  for (const ArticleCase& labelled : cases) {
    ASSERT_FALSE(labelled.lines.empty()) << labelled.path;
    languages.insert(labelled.language);
    Cleaner cleaner({.input = labelled.kind});
    const Article& article = cleaner.clean(labelled.text);
    EXPECT_EQ(article.language, labelled.language) << labelled.path;
    check(labelled, article);
  }
  EXPECT_GE(languages.size(), 13U);
}

/// The lines of a body as one line, parted by `between`.
std::string body_as_one_line(const ArticleCase& labelled, std::string_view between) {
  std::string text;
  for (const LabelledLine& line : labelled.lines) {
    if (line.mark != Mark::stays) continue;
    if (!text.empty()) text += between;
    text += labelled.text_of(line);
  }
  return text;
}

TEST(ArticleCases, NoBodyLosesASentenceAsOneLine) {
  for (const ArticleCase& labelled : read_article_cases()) {
    for (const std::string_view between : {" ", ""}) {
      Cleaner cleaner({.input = InputKind::article});
      const std::string text = body_as_one_line(labelled, between);
      const Article& article = cleaner.clean(text);
      for (const RemovedLine& gone : article.removed)
        ADD_FAILURE() << labelled.path << ": lost to " << gone.rule << ": " << gone.text;
    }
  }
}

/// What tests/cases/furniture has above and below an article of that language.
std::pair<std::string, std::string> furniture_around(const std::string& language) {
  std::ifstream in(NEWSWASH_SOURCE_DIR "/tests/cases/furniture/" + language + ".txt", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  constexpr std::string_view kArticle = "----\n";
  const std::size_t article = text.find(kArticle);
  if (article == text.npos) return {};
  return {text.substr(0, article), text.substr(article + kArticle.size())};
}

struct Survival {
  std::size_t lines = 0, lost = 0;
  std::size_t furniture = 0, left = 0;  // bytes
};

/// Cleans the case as part of a page.
void survive(const ArticleCase& labelled, Cleaner& cleaner, Survival& all) {
  const auto [above, below] = furniture_around(labelled.language);
  ASSERT_FALSE(below.empty()) << labelled.language;
  const std::string page = above + labelled.text + below;
  const Article& article = cleaner.clean(page);
  std::set<std::size_t> gone;
  std::size_t left = above.size() + below.size();
  for (const RemovedLine& line : article.removed) {
    const bool inside = line.begin >= above.size() && line.begin < above.size() + labelled.text.size();
    if (inside)
      gone.insert(line.begin - above.size());
    else
      left -= std::min(left, line.end - line.begin + 1);
  }
  all.furniture += above.size() + below.size();
  all.left += left;
  for (const LabelledLine& line : labelled.lines) {
    if (line.mark != Mark::stays) continue;
    ++all.lines;
    all.lost += gone.contains(line.begin) ? 1 : 0;
  }
}

TEST(ArticleCases, HardlyALineIsLostWithinAPage) {
  Survival all;
  Cleaner cleaner({});
  for (const ArticleCase& labelled : read_article_cases()) {
    if (!labelled.one_line && !labelled.wrapped) survive(labelled, cleaner, all);
  }
  EXPECT_GE(all.lines, 1600U);
  EXPECT_LE(all.lost * 100, all.lines * 6);
  EXPECT_LE(all.left * 100, all.furniture * 8);
}

TEST(ArticleCases, EveryTopicInSixLanguages) {
  // Forms of a text and threads of issues, not topics: their wording is the same in every language.
  const std::set<std::string> others = {"acceptance", "one-line", "wrapped", "paywall-teasers"};
  std::map<std::string, std::set<std::string>> languages;
  for (const ArticleCase& labelled : read_article_cases())
    languages[labelled.path.substr(0, labelled.path.find('/'))].insert(labelled.language);
  EXPECT_GE(languages.size(), 20U);
  for (const auto& [topic, in] : languages) {
    if (others.contains(topic)) continue;
    EXPECT_GE(in.size(), 6U) << topic;
  }
}

}  // namespace
}  // namespace newswash
