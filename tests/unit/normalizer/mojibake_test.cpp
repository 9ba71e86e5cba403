// Tests of find_mojibake: the cases under tests/cases/encoding, properties over every sentence and code page,
// operation counts on the worst inputs, and the list of all changes in the corpora. Not here: the pipeline
// that applies edits.
#include "normalizer/mojibake.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <toml++/toml.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <tuple>

#include "normalizer/mojibake_scan.h"
#include "normalizer/mojibake_tables.h"

namespace newswash {
namespace {

namespace fs = std::filesystem;

const fs::path kCases = fs::path(NEWSWASH_SOURCE_DIR) / "tests/cases/encoding";
const fs::path kCorpora = fs::path(NEWSWASH_SOURCE_DIR) / "../shared/corpora";

struct Case {
  std::string name;
  std::string input;
  std::string expected;
};

std::vector<Case> cases_in(const char* file) {
  std::vector<Case> cases;
  const toml::table table = toml::parse_file((kCases / file).string()).table();
  for (const auto& node : *table["case"].as_array()) {
    const toml::table& entry = *node.as_table();
    cases.push_back({entry["name"].value_or(std::string()), entry["input"].value_or(std::string()),
                     entry["expected"].value_or(std::string())});
  }
  return cases;
}

std::string applied(std::string_view text, const Edits& edits) {
  std::string result;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    EXPECT_LE(at, edit.begin);
    EXPECT_LT(edit.begin, edit.end);
    EXPECT_LE(edit.end, text.size());
    EXPECT_NE(text.substr(edit.begin, edit.end - edit.begin), edit.after);
    result += text.substr(at, edit.begin - at);
    result += edit.after;
    at = edit.end;
  }
  result += text.substr(at);
  return result;
}

std::string repaired(std::string_view text, const MojibakeOptions& options = {}) {
  Edits edits;
  std::vector<Unrecoverable> unrecoverable;
  find_mojibake(text, options, edits, unrecoverable);
  const bool found = !edits.empty() || !unrecoverable.empty();
  EXPECT_TRUE(!found || may_hold_mojibake(text)) << text;
  return applied(text, edits);
}

void expect_cases(const char* file, std::size_t at_least) {
  const auto cases = cases_in(file);
  EXPECT_GE(cases.size(), at_least) << file;
  for (const Case& one : cases) {
    EXPECT_EQ(repaired(one.input), one.expected) << file << ": " << one.name;
    EXPECT_EQ(repaired(one.expected), one.expected) << file << ", once more: " << one.name;
  }
}

void append_utf8(char32_t c, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0U | c >> 6U);
    out += static_cast<char>(0x80U | (c & 0x3FU));
  } else {
    out += static_cast<char>(0xE0U | c >> 12U);
    out += static_cast<char>(0x80U | (c >> 6U & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  }
}

/// The UTF-8 of `text` read through the page, undefined bytes as C1 controls; empty where that is not
/// possible.
std::string read_through(std::string_view text, int page) {
  std::string damaged;
  for (const char byte : text) {
    const auto b = static_cast<std::uint8_t>(byte);
    char32_t c = mojibake::char_of(b, page);
    if (c == 0 && b < 0xA0 && mojibake::byte_of(b, page) == b) c = b;
    if (c == 0 && b != 0) return {};
    append_utf8(c, damaged);
  }
  return damaged;
}

TEST(Mojibake, CasesOfFtfy) {
  expect_cases("ftfy.toml", 100);
}

TEST(Mojibake, CasesOfTheIssue) {
  expect_cases("issue.toml", 30);
}

TEST(Mojibake, UndamagedSentencesStay) {
  expect_cases("undamaged.toml", 50);
}

TEST(Mojibake, DamagedSentencesHeal) {
  expect_cases("healed.toml", 300);
}

TEST(Mojibake, OneCodePageReadAsAnother) {
  expect_cases("single_byte.toml", 90);
}

TEST(Mojibake, DoubleBytePages) {
  expect_cases("double_byte.toml", 45);
}

TEST(Mojibake, TextThatMustNotChange) {
  expect_cases("negative.toml", 150);
}

TEST(Mojibake, EverySentenceThroughEveryPage) {
  std::size_t tried = 0;
  std::size_t healed = 0;
  std::string failed;
  for (const Case& one : cases_in("undamaged.toml")) {
    for (int page = 0; page < mojibake::kPages; ++page) {
      std::string damaged = one.input;
      for (int layer = 1; layer <= 3; ++layer) {
        damaged = read_through(damaged, page);
        if (damaged.empty() || damaged == one.input) break;
        const std::string result = repaired(damaged);
        EXPECT_EQ(repaired(result), result)
            << "not settled: " << one.name << " page " << page << " layer " << layer;
        ++tried;
        healed += result == one.input;
        if (result != one.input) failed += one.name + " page " + std::to_string(page) + "; ";
      }
    }
  }
  EXPECT_GE(tried, 1900U);
  EXPECT_GE(healed * 1000, tried * 995) << healed << " of " << tried << ": " << failed;
}

TEST(Mojibake, TheStatedPageDecides) {
  EXPECT_EQ(repaired("Ã‘"), "Ã‘");
  EXPECT_EQ(repaired("Ã‘", {CodePage::windows_1252}), "Ñ");
}

TEST(Mojibake, WhatStaysDamagedIsReported) {
  for (const auto& [text, begin, end] : {std::tuple{"LegaA¯a", 5U, 7U}, std::tuple{"Acme â\"¢", 5U, 10U},
                                         std::tuple{"Officiâš´le", 6U, 12U}}) {
    Edits edits;
    std::vector<Unrecoverable> unrecoverable;
    find_mojibake(text, {}, edits, unrecoverable);
    EXPECT_TRUE(edits.empty()) << text;
    ASSERT_EQ(unrecoverable.size(), 1U) << text;
    EXPECT_EQ(unrecoverable[0].begin, begin) << text;
    EXPECT_EQ(unrecoverable[0].end, end) << text;
  }
}

TEST(Mojibake, NamesOfCodePages) {
  EXPECT_EQ(code_page_named("CP1252"), CodePage::windows_1252);
  EXPECT_EQ(code_page_named("Windows-1251"), CodePage::windows_1251);
  EXPECT_EQ(code_page_named("latin1"), CodePage::latin_1);
  EXPECT_EQ(code_page_named("SJIS"), CodePage::shift_jis);
  EXPECT_EQ(code_page_named("utf-7"), std::nullopt);
  EXPECT_EQ(name_of(CodePage::koi8_r), "koi8-r");
}

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return text;
}

TEST(Mojibake, WorkIsLinearOnTheWorstInputs) {
  constexpr std::size_t kBytes = 100000;
  const std::array<std::string, 9> parts = {
      "Ã", "ÃÂ", "Ã©", "ÃƒÆ’Ã‚Â©", "âââ€", "\xC2\x80\xC2\x81\xC2\x95", "ÐÑÐ", "√¢‚Äö", "ðŸ"};
  for (const std::string& part : parts) {
    std::array<std::size_t, 2> steps{};
    for (std::size_t size = 0; size < 2; ++size) {
      const std::string text = repeated(part, kBytes << size);
      Edits edits;
      std::vector<Unrecoverable> unrecoverable;
      find_mojibake(text, {}, edits, unrecoverable, &steps[size]);
      EXPECT_LE(steps[size], 100 * text.size()) << part;
    }
    EXPECT_LE(steps[1], steps[0] * 5 / 2 + 1000) << part;
  }
}

TEST(Mojibake, AsciiIsNeverSuspicious) {
  std::string text;
  for (int c = 0; c < 128; ++c) text += static_cast<char>(c);
  EXPECT_FALSE(may_hold_mojibake(repeated(text, 10000)));
}

// --- the corpora, where they are there
struct ClosePipe {
  void operator()(FILE* pipe) const { pclose(pipe); }
};

std::string unzipped(const fs::path& file) {
  const std::unique_ptr<FILE, ClosePipe> pipe(popen(("gzip -dc '" + file.string() + "'").c_str(), "r"));
  std::string bytes;
  std::array<char, 65536> buffer;
  while (const std::size_t count = fread(buffer.data(), 1, buffer.size(), pipe.get()))
    bytes.append(buffer.data(), count);
  return bytes;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t at = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', at)) {
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  lines.push_back(text.substr(at));
  return lines;
}

std::string trimmed(const std::string& line) {
  const std::size_t begin = line.find_first_not_of(' ');
  return begin == std::string::npos ? "" : line.substr(begin, line.find_last_not_of(' ') - begin + 1);
}

using Change = std::tuple<std::string, std::string, std::string>;

std::size_t collect_changes(const char* corpus, const char* id, const char* text_field,
                            std::multiset<Change>& changes) {
  std::size_t records = 0;
  for (const std::string& line : lines_of(unzipped(kCorpora / corpus / "dev.jsonl.gz"))) {
    if (line.empty()) continue;
    rapidjson::Document record;
    record.Parse(line.c_str(), line.size());
    const std::string text(record[text_field].GetString(), record[text_field].GetStringLength());
    const auto before = lines_of(text);
    const auto after = lines_of(repaired(text));
    ++records;
    EXPECT_EQ(before.size(), after.size());
    for (std::size_t i = 0; i < before.size() && i < after.size(); ++i) {
      if (before[i] == after[i]) continue;
      changes.emplace(std::string(corpus) + " " + record[id].GetString(), trimmed(before[i]),
                      trimmed(after[i]));
    }
  }
  return records;
}

TEST(Mojibake, ChangesInTheCorporaAreTheJudgedOnes) {
  if (!fs::exists(kCorpora)) return;
  std::multiset<Change> changes;
  EXPECT_GE(collect_changes("zyte", "id", "article_body", changes), 80U);
  EXPECT_GE(collect_changes("segments", "url", "page_text", changes), 400U);
  std::multiset<Change> judged;
  const toml::table table = toml::parse_file((kCases / "corpus_changes.toml").string()).table();
  for (const auto& node : *table["change"].as_array()) {
    const toml::table& entry = *node.as_table();
    judged.emplace(entry["source"].value_or(std::string()), entry["before"].value_or(std::string()),
                   entry["after"].value_or(std::string()));
  }
  EXPECT_EQ(changes, judged);
}

}  // namespace
}  // namespace newswash
