// What each report format writes, and what it does at its limits.
#include "quality/report.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include "properties/files.h"

namespace newswash {
namespace {

Finding finding(Level level, std::string rule, std::string path, std::uint64_t line, std::string text) {
  Finding made;
  made.level = level;
  made.rule = std::move(rule);
  made.message = "leftover of kind 'share'";
  made.path = std::move(path);
  made.record = 1;
  made.line = line;
  made.column = line == 0 ? 0 : 1;
  made.text = std::move(text);
  return made;
}

std::string report(ReportFormat format, const std::vector<Finding>& findings, Level show = Level::warning) {
  std::string out;
  const auto made = make_report({format, show, false}, [&out](std::string_view bytes) { out += bytes; });
  CheckCounts counts;
  counts.records = counts.with_findings = 1;
  for (const Finding& each : findings) {
    ++(each.level == Level::error     ? counts.errors
       : each.level == Level::warning ? counts.warnings
                                      : counts.notes);
    ++counts.by_rule[each.rule];
  }
  made->record("a b.txt", 1, findings);
  made->finish(counts, std::vector<std::string>{"1 finding of level error or above"});
  return out;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(Report, TextGroupsByFileAndCountsWhatIsHidden) {
  const std::string out =
      report(ReportFormat::text, {finding(Level::error, "leftover.share", "a b.txt", 3, "Share"),
                                  finding(Level::note, "article.no-headline", "a b.txt", 0, "")});
  EXPECT_EQ(out,
            "a b.txt\n"
            "       3:1  error    leftover.share               leftover of kind 'share': Share\n"
            "\n1 error, 0 warnings, 1 note in 1 of 1 record\n1 more not shown; --show note shows all\n"
            "failed: 1 finding of level error or above\n");
}

TEST(Report, JsonIsOneObjectAlsoWithoutFindings) {
  EXPECT_EQ(report(ReportFormat::json, {}),
            "{\"findings\":[],\n\"summary\":{\"records\":1,\"unreadable\":0,\"withFindings\":1,\"errors\":0,"
            "\"warnings\":0,\"notes\":0,\"known\":0,\"suppressed\":0,\"byRule\":{},"
            "\"failures\":[\"1 finding of level error or above\"]}}\n");
}

TEST(Report, GithubEscapesAndGroupsAndSaysWhatItDoesNotShow) {
  std::vector<Finding> findings;
  for (int i = 0; i < 12; ++i) {
    for (int j = 0; j <= i; ++j)
      findings.push_back(finding(Level::error, fmt::format("leftover.{}", i), "a,b:c.txt", 1, "50%\nno"));
  }
  const std::string out = report(ReportFormat::github, findings);
  EXPECT_EQ(count(out, "::error "), 10U);
  EXPECT_EQ(out.substr(0, out.find('\n')),
            "::error file=a%2Cb%3Ac.txt,line=1,col=1,title=leftover.11::leftover of kind 'share': 50%25 no "
            "(and 11 more "
            "in this file)");
  EXPECT_NE(out.find("::notice::3 more findings are not shown as annotations"), std::string::npos) << out;
  EXPECT_NE(out.find("78 errors, 0 warnings, 0 notes in 1 of 1 record\n"), std::string::npos);
}

TEST(Report, SarifKeepsTheWorstAndSaysHowManyItCuts) {
  std::vector<Finding> findings;
  for (int i = 0; i < 25000; ++i) findings.push_back(finding(Level::warning, "profile.x", "w.txt", 1, "w"));
  findings.push_back(finding(Level::error, "leftover.share", "a b.txt", 3, "Share"));
  const std::string out = report(ReportFormat::sarif, findings);
  EXPECT_EQ(count(out, "\"ruleId\""), 25000U);
  EXPECT_LT(out.find("\"uri\":\"a%20b.txt\""), out.find("\"uri\":\"w.txt\"")) << "errors come first";
  EXPECT_NE(out.find("1 more findings are not shown"), std::string::npos);
}

/// What the schema of SARIF 2.1.0 says is wrong with a log; empty if nothing is. Its `format` is not looked
/// at.
class SarifSchema {
 public:
  SarifSchema() {
    const std::string text = testing::read_project_file("tests/cases/check/sarif-schema-2.1.0.json");
    text_.Parse(text.data(), text.size());
    schema_ = std::make_unique<rapidjson::SchemaDocument>(text_);
  }
  bool is_read() const { return !text_.HasParseError() && text_.HasMember("definitions"); }

  std::string wrong(const std::string& sarif) const {
    rapidjson::Document log;
    log.Parse(sarif.data(), sarif.size());
    if (log.HasParseError()) return "no JSON at " + std::to_string(log.GetErrorOffset());
    rapidjson::SchemaValidator validator(*schema_);
    if (log.Accept(validator)) return {};
    rapidjson::StringBuffer at;
    validator.GetInvalidDocumentPointer().StringifyUriFragment(at);
    return std::string(at.GetString()) + " breaks " + validator.GetInvalidSchemaKeyword();
  }

 private:
  rapidjson::Document text_;
  std::unique_ptr<rapidjson::SchemaDocument> schema_;
};

std::string with(std::string text, std::string_view part, std::string_view by) {
  const std::size_t at = text.find(part);
  EXPECT_NE(at, std::string::npos) << part;
  return text.replace(at, part.size(), by);
}

TEST(Report, SarifKeepsToTheSchema) {
  const SarifSchema schema;
  ASSERT_TRUE(schema.is_read());
  std::vector<Finding> findings = {
      finding(Level::error, "leftover.share", "a b.txt", 3, "Share \"this\"\x01"),
      finding(Level::warning, "profile.news.menu", "-", 0, ""),
      finding(Level::note, "article.no-headline", "ü/%.jsonl", 7, "")};
  findings[2].id = "id-1";
  findings[2].column = 0;
  const std::string out = report(ReportFormat::sarif, findings, Level::note);
  EXPECT_EQ(schema.wrong(out), "");
  EXPECT_EQ(schema.wrong(report(ReportFormat::sarif, {})), "");
  findings.resize(25002, findings[0]);
  EXPECT_EQ(schema.wrong(report(ReportFormat::sarif, findings)), "") << "with a notification that it was cut";
  // The schema is really looked at.
  EXPECT_NE(schema.wrong(with(out, "\"2.1.0\"", "\"2.2.0\"")), "");
  EXPECT_NE(schema.wrong(with(out, "\"startLine\":3", "\"startLine\":0")), "");
  EXPECT_NE(schema.wrong(with(out, "\"level\":\"error\",\"message\"", "\"level\":\"bad\",\"message\"")), "");
  EXPECT_NE(schema.wrong(with(out, "\"ruleIndex\"", "\"ruleNumber\"")), "");
}

TEST(Report, JunitEscapesMarkup) {
  const std::string out =
      report(ReportFormat::junit, {finding(Level::error, "leftover.share", "a b.txt", 3, "<b> & \"x\"\x01")});
  EXPECT_EQ(
      out,
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"newswash check\" tests=\"1\" failures=\"1\" errors=\"0\">\n"
      "  <testsuite name=\"a b.txt\" tests=\"1\" failures=\"1\">\n"
      "    <testcase classname=\"a b.txt\" name=\"record 1\">\n"
      "      <failure type=\"leftover.share\" message=\"leftover of kind 'share'\">a b.txt:3:1: error: "
      "&lt;b&gt; &amp; "
      "&quot;x&quot;</failure>\n"
      "    </testcase>\n  </testsuite>\n"
      "  <testsuite name=\"files without findings\" tests=\"0\" failures=\"0\">\n"
      "    <system-out>1 error, 0 warnings, 0 notes in 1 of 1 record; failed: 1 finding of level error or "
      "above</system-out>\n  </testsuite>\n</testsuites>\n");
}

}  // namespace
}  // namespace newswash
