// The quick looks that spare lines being split must never turn away a line that holds a date or names its
// authors: checked against the full readers over the cases, the seeds, and lines made from every language's
// words.
#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "reader/facts/author_lines.h"
#include "reader/facts/authors.h"
#include "reader/facts/date_parser.h"
#include "reader/facts/letters.h"
#include "reader/facts/page.h"

namespace newswash::facts {
namespace {

using Texts = std::vector<std::string>;

struct Vocabulary {
  std::string language;
  Texts months, links, bylines, roles, published;
};

void add_list(const toml::table& file, const char* key, Texts& texts) {
  if (const toml::array* list = file[key].as_array()) {
    for (const auto& item : *list) texts.push_back(item.value_or(std::string()));
  }
}

/// Months stand as "January|Jan" in the data.
void add_months(const toml::table& file, Texts& texts) {
  Texts forms;
  add_list(file, "months", forms);
  for (const std::string& all : forms) {
    for (std::size_t begin = 0; begin <= all.size();) {
      const std::size_t end = std::min(all.find('|', begin), all.size());
      texts.push_back(all.substr(begin, end - begin));
      begin = end + 1;
    }
  }
}

std::vector<Vocabulary> vocabularies() {
  std::vector<Vocabulary> all;
  for (const auto& entry : std::filesystem::directory_iterator(NEWSWASH_SOURCE_DIR "/data/facts")) {
    if (entry.path().extension() != ".toml") continue;
    const toml::table file = toml::parse_file(entry.path().string()).table();
    Vocabulary words{.language = file["language"].value_or(std::string())};
    add_months(file, words.months);
    add_list(file, "date_links", words.links);
    add_list(file, "byline", words.bylines);
    add_list(file, "roles", words.roles);
    add_list(file, "published", words.published);
    if (!words.language.empty()) all.push_back(std::move(words));
  }
  return all;
}

std::string replaced(std::string text, const std::string& name, const std::string& by) {
  for (std::size_t at = text.find(name); at != text.npos; at = text.find(name, at + by.size()))
    text.replace(at, name.size(), by);
  return text;
}

/// With its ASCII letters in capitals.
std::string shouted(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return text;
}

/// The lines of the cases, and of the seeds.
Texts written_lines() {
  Texts lines;
  const auto add_text = [&lines](const std::string& text) {
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      lines.push_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
  };
  for (const char* name : {"bylines", "datelines", "dates", "pages"}) {
    const toml::table file =
        toml::parse_file(NEWSWASH_SOURCE_DIR "/tests/cases/facts/" + std::string(name) + ".toml").table();
    for (const toml::node& node : *file["case"].as_array())
      add_text(node.as_table()->at("input").value_or(std::string()));
  }
  for (const auto& entry : std::filesystem::directory_iterator(NEWSWASH_SOURCE_DIR "/data/seeds")) {
    std::ifstream in(entry.path(), std::ios::binary);
    add_text(std::string((std::istreambuf_iterator<char>(in)), {}));
  }
  return lines;
}

/// Lines put together from pieces at random, but the same ones every time.
Texts drawn_lines(const Texts& pieces, std::size_t count, unsigned seed) {
  std::mt19937 draw(seed);
  const Texts gaps = {" ", " ", " ", "", ", ", ". ", "-", "/", " | ", ": ", ".", " – "};
  Texts lines;
  for (std::size_t i = 0; i < count; ++i) {
    std::string line;
    for (std::size_t words = 2 + draw() % 9; words > 0; --words)
      line += pieces[draw() % pieces.size()] + gaps[draw() % gaps.size()];
    lines.push_back(std::move(line));
  }
  return lines;
}

constexpr const char* kDateForms[] = {"17 MONTH 2023",
                                      "17. MONTH 2023",
                                      "17 LINK MONTH LINK 2023",
                                      "MONTH 17, 2023",
                                      "MONTH 17th, 2023",
                                      "MONTH LINK 17, 2023",
                                      "MONTH 17 LINK 2023",
                                      "2023. MONTH 17.",
                                      "2023 LINK MONTH 17",
                                      "2023 MONTH 17",
                                      "2023-MONTH-17",
                                      "17-MONTH-2023",
                                      "17/MONTH/2023",
                                      "1er MONTH 2023",
                                      "17º MONTH, 2023",
                                      "17 MONTH 20",
                                      "3-MONTH-21",
                                      "17MONTH2023",
                                      "17.MONTH 2023, 14:05",
                                      "(17 MONTH 2023)",
                                      "MONTH 2023",
                                      "17 of MONTH 2023",
                                      "14:05 17 MONTH, 2023",
                                      "17 MONTH 202225. MONTH 2023",
                                      "a story of 12 people in 2019, 17 MONTH. 2023"};

constexpr const char* kNumericDates[] = {
    "2023-05-17",       "2023/5/17",    "2023.05.17",   "2023年5月17日",       "2023년 5월 17일",
    "2023. 5. 17.",     "17.05.2023",   "17. 5. 2023",  "17. 05. 23",          "17.05.23",
    "17/05/23",         "5/17/2023",    "17-05-2023",   "17 tháng 5 năm 2023", "３月 １７日",
    "2019年３月１７日", "١٧ مايو ٢٠٢٣", "१७ मई २०२३",   "3.2, 17.05.23",       "6-4, 6-2 17.05.23",
    "2.90 in 2019",     "11 | 18",      "20–30 minutes"};

Texts date_lines() {
  Texts lines(std::begin(kNumericDates), std::end(kNumericDates));
  for (const Vocabulary& words : vocabularies()) {
    Texts pieces = {"17", "5", "2023", "23", "2019", "21", "th", "1er", "said", "the", "14:05", "%", "1"};
    pieces.insert(pieces.end(), words.links.begin(), words.links.end());
    Texts links = words.links;
    links.emplace_back("");
    for (const std::string& month : words.months) {
      pieces.push_back(month);
      for (const char* form : kDateForms) {
        for (const std::string& link : links) {
          const std::string line = replaced(replaced(form, "LINK", link), "MONTH", month);
          lines.push_back(line);
          if (&link == &links.front()) lines.push_back(shouted(line));
        }
      }
    }
    for (std::string& line : drawn_lines(pieces, 400, static_cast<unsigned>(lines.size())))
      lines.push_back(std::move(line));
  }
  return lines;
}

/// Whether the full reader finds a date in any order of day and month.
bool holds_date(std::string_view line) {
  static Tokens tokens;
  split_tokens(line, ~Languages{0}, tokens);
  return !parse_dates(line, tokens, DateOrder::kUnknown).empty() ||
         !parse_dates(line, tokens, DateOrder::kMonthFirst).empty() ||
         !parse_dates(line, tokens, DateOrder::kDayFirst).empty();
}

TEST(QuickLooks, TurnNoDateAway) {
  Texts lines = written_lines();
  for (std::string& line : date_lines()) lines.push_back(std::move(line));
  std::size_t dated = 0;
  std::size_t refused = 0;
  for (const std::string& line : lines) {
    if (!may_hold_date(line)) {
      ++refused;
      EXPECT_FALSE(holds_date(line)) << line;
      continue;
    }
    EXPECT_TRUE(may_hold_digit(line)) << line;
    dated += holds_date(line);
  }
  EXPECT_GE(dated, 20'000U);
  EXPECT_GE(refused, 2'000U);
}

constexpr const char* kAuthorForms[] = {"BY NAME",
                                        "BY: NAME",
                                        "BY NAME, ROLE",
                                        "NAME",
                                        "NAME, ROLE",
                                        "NAME ROLE",
                                        "NAME and NAME",
                                        "NAME | Reuters",
                                        "* BY NAME",
                                        "“BY NAME”",
                                        "(BY NAME)",
                                        "17 May 2023 | BY NAME",
                                        "17 May 2023 NAME",
                                        "NAME 17 May 2023",
                                        "NAME - 3 hours ago",
                                        "PUBLISHED 17 May 2023 BY NAME",
                                        "World — BY NAME",
                                        "Reuters, NAME",
                                        "The story, BY NAME, with pictures",
                                        "The Minister of State said that NAME had left",
                                        "NAME (Reuters)",
                                        "NAME, Berlin",
                                        "Reuters",
                                        "BY",
                                        "BY\tNAME",
                                        "# BY NAME",
                                        "A\u00a0BY NAME"};

constexpr const char* kNames[] = {
    "Jane Doe", "JANE DOE", "Jean-Pierre de la Tour", "Анна Иванова", "Ö. Müller",
    "李明",     "jdoe",     "Jane O’Neill",           "von Berg",     "R.J. Roe"};

Texts author_lines(const Vocabulary& words) {
  Texts lines;
  Texts bylines = words.bylines;
  if (bylines.empty()) bylines.emplace_back("By");
  const std::string role = words.roles.empty() ? "Staff Writer" : words.roles.front();
  const std::string published = words.published.empty() ? "Published" : words.published.front();
  for (const char* form : kAuthorForms) {
    for (const char* name : kNames) {
      for (const std::string& by : bylines) {
        std::string line = replaced(replaced(form, "ROLE", role), "PUBLISHED", published);
        line = replaced(replaced(line, "NAME", name), "BY", by);
        lines.push_back(std::move(line));
        if (std::string_view(form).find("BY") == std::string_view::npos) break;
      }
    }
  }
  Texts pieces = {"Jane",    "Doe", "said", "the",   "of",      "17 May 2023",
                  "Reuters", "and", "The",  "Prime", "Minister"};
  pieces.insert(pieces.end(), bylines.begin(), bylines.end());
  pieces.insert(pieces.end(), std::begin(kNames), std::end(kNames));
  pieces.insert(pieces.end(), words.roles.begin(), words.roles.end());
  for (std::string& line : drawn_lines(pieces, 600, 7)) lines.push_back(std::move(line));
  return lines;
}

struct Counts {
  std::size_t named = 0;
  std::size_t refused = 0;
};

/// Each line stands between a title and prose.
void compare(const Texts& lines, std::string_view language, Counts& counts) {
  constexpr std::string_view kProse =
      "The harbour was closed on Monday after the storm had broken the wall that was built in the last "
      "century.";
  Page page;
  for (const std::string& line : lines) {
    const FactLine fact_lines[] = {
        {"Storm closes the old harbour", true}, {}, {line, true}, {}, {kProse, true}};
    page.read(fact_lines, "", language, true);
    if (page.size() != 3 || !is_line_of_names(page, 1)) continue;
    if (may_name_authors(page, 1)) {
      counts.named += !authors_in_line(page, 0, 1).empty();
      continue;
    }
    ++counts.refused;
    EXPECT_TRUE(authors_in_line(page, 0, 1).empty()) << language << ": " << line;
  }
}

TEST(QuickLooks, TurnNoAuthorAway) {
  Counts counts;
  const Texts written = written_lines();
  for (const Vocabulary& words : vocabularies()) {
    compare(author_lines(words), words.language, counts);
    compare(written, words.language, counts);
  }
  compare(written, "", counts);
  EXPECT_GE(counts.named, 5'000U);
  EXPECT_GE(counts.refused, 5'000U);
}

}  // namespace
}  // namespace newswash::facts
