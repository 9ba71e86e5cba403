// The JSON record: valid against data/record.schema.json, keys in the design's order, foreign members first.
#include "writer/json.h"

#include <gtest/gtest.h>
#include <newswash/clean.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include "properties/files.h"
#include "properties/generated_text.h"
#include "text/json_string.h"
#include "writer/json_out.h"

namespace newswash {
namespace {

class JsonRecordSchema : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::string text = testing::read_project_file("data/record.schema.json");
    schema_text_.Parse(text.data(), text.size());
    ASSERT_FALSE(schema_text_.HasParseError()) << schema_text_.GetErrorOffset();
    schema_ = std::make_unique<rapidjson::SchemaDocument>(schema_text_);
  }

  /// What is wrong with a record; empty if nothing is.
  std::string wrong(const std::string& json) const {
    rapidjson::Document record;
    record.Parse<rapidjson::kParseFullPrecisionFlag | rapidjson::kParseValidateEncodingFlag>(json.data(),
                                                                                             json.size());
    if (record.HasParseError()) return "no JSON at " + std::to_string(record.GetErrorOffset());
    rapidjson::SchemaValidator validator(*schema_);
    if (record.Accept(validator)) return {};
    rapidjson::StringBuffer at;
    validator.GetInvalidDocumentPointer().StringifyUriFragment(at);
    return std::string(at.GetString()) + " breaks " + validator.GetInvalidSchemaKeyword();
  }

  rapidjson::Document schema_text_;
  std::unique_ptr<rapidjson::SchemaDocument> schema_;
};

std::string record(std::string_view text, bool audit, bool pretty) {
  Cleaner cleaner({});
  std::string out;
  write_json(cleaner.clean(text),
             {.id = "x", .url = {}, .given = text, .decoded = {.text = text}, .audit = audit}, pretty, out);
  return out;
}

TEST_F(JsonRecordSchema, EveryRecordIsValid) {
  std::size_t records = 0;
  const auto check = [&](std::string_view text, std::string_view name) {
    for (const bool audit : {false, true}) EXPECT_EQ(wrong(record(text, audit, audit)), "") << name;
    ++records;
  };
  for (const auto& [name, bytes] : testing::seeds()) check(bytes, name);
  for (std::uint64_t seed = 1; seed <= 100; ++seed)
    check(testing::generated_text(seed), std::to_string(seed));
  check("", "empty");
  EXPECT_EQ(records, 106U);
}

TEST_F(JsonRecordSchema, RefusesWhatIsNoRecord) {
  EXPECT_NE(wrong("{}"), "");
  EXPECT_NE(wrong("[]"), "");
  const std::string good = record("The harvest was good.", true, false);
  EXPECT_EQ(wrong(good), "");
  std::string bad = good;
  bad.replace(bad.find("\"verdict\":\"stub\""), 16, "\"verdict\":\"none\"");
  EXPECT_NE(wrong(bad), "");
  bad = good;
  bad.replace(bad.find("\"wordCount\":4"), 13, "\"wordCount\":-4");
  EXPECT_NE(wrong(bad), "");
}

TEST(Json, KeysInTheOrderOfTheDesign) {
  const std::string json = record("Share this article\nThe harvest was good.", true, false);
  std::size_t at = 0;
  for (const char* const key : {"id",
                                "url",
                                "headline",
                                "alternativeHeadline",
                                "author",
                                "byline",
                                "dateline",
                                "datePublished",
                                "dateModified",
                                "publisher",
                                "inLanguage",
                                "articleBody",
                                "wordCount",
                                "verdict",
                                "warnings",
                                "charset",
                                "removedCounts",
                                "repairCounts",
                                "newswash",
                                "paragraphs",
                                "removed",
                                "repairs"}) {
    const std::size_t found = json.find('"' + std::string(key) + "\":", at);
    ASSERT_NE(found, std::string::npos) << key;
    at = found;
  }
  EXPECT_EQ(std::count(json.begin(), json.end(), '\n'), 1);
}

TEST(Json, ForeignMembersFirstAndOnce) {
  Article article;
  const RecordContext context{.id = "1", .url = {}, .given = {}, .decoded = {}, .audit = false};
  std::string out;
  const std::vector<std::string> keys = {"id", "x", "verdict"};
  write_json_line(article, context, "\"id\":1,\r\n\"x\" : [2]", keys, out);
  EXPECT_TRUE(out.starts_with(R"({"id":1,  "x" : [2],"url":null,)")) << out;
  EXPECT_EQ(out.find("\"verdict\""), std::string::npos);
  EXPECT_TRUE(out.ends_with("}\n"));
}

TEST(Json, BytesThatWereNoTextAreShownInHexadecimal) {
  const std::string bytes = "für größere Straßen \x93 und Plätze, sagte sie.";
  Decoder decoder({});
  const auto decoded = decoder.decode(bytes);
  ASSERT_TRUE(decoded);
  Cleaner cleaner({});
  std::string out;
  write_json(cleaner.clean(decoded->text),
             {.id = {}, .url = {}, .given = decoded->text, .decoded = *decoded, .audit = true}, false, out);
  EXPECT_NE(out.find(R"("start":24,"end":25,"before":"93","after":"“")"), std::string::npos) << out;
  EXPECT_NE(out.find(R"("repairCounts":{"encoding":1)"), std::string::npos) << out;
  EXPECT_NE(out.find(R"("evidence":"mostly UTF-8")"), std::string::npos) << out;
}

TEST(Json, OffsetsAreBytesOfTheInputThatWasDecoded) {
  const std::string_view text = "Share this article\nThe harvest was good.\n";
  std::string bytes("\xFF\xFE", 2);
  for (const char c : text) bytes += c, bytes += '\0';
  Decoder decoder({});
  const auto decoded = decoder.decode(bytes);
  ASSERT_TRUE(decoded);
  Cleaner cleaner({});
  std::string out;
  write_json(cleaner.clean(decoded->text),
             {.id = {}, .url = {}, .given = decoded->text, .decoded = *decoded, .audit = true}, false, out);
  EXPECT_NE(out.find(R"("line":1,"start":2,"end":38,"text":"Share this article")"), std::string::npos) << out;
}

TEST(Json, IntoAFieldOfTheInput) {
  const std::string_view line = R"({"id":12345678901234567890, "text" : "old \\u00e9", "x":null})";
  const std::size_t token = line.find("\"old");
  std::string out;
  write_into_field(line, token, line.find(", \"x\"") - token, "new \"é\"\n", out);
  EXPECT_EQ(out, "{\"id\":12345678901234567890, \"text\" : \"new \\\"é\\\"\\n\", \"x\":null}\n");
}

TEST(Json, Indented) {
  std::string out;
  JsonOut json(out, true);
  json.begin_object();
  json.key("a");
  json.begin_array();
  json.end_array();
  json.key("b");
  json.begin_array();
  json.number(18446744073709551615U);
  json.null();
  json.end_array();
  json.end_object();
  EXPECT_EQ(out, "{\n  \"a\": [],\n  \"b\": [\n    18446744073709551615,\n    null\n  ]\n}");
}

TEST(Json, EveryByteAtEveryPlaceOfARun) {
  for (int byte = 0; byte < 0x80; ++byte) {
    for (std::size_t at = 0; at < 40; ++at) {
      std::string text(40, 'x');
      text[at] = static_cast<char>(byte);
      std::string out;
      append_json_string(text, out);
      rapidjson::Document parsed;
      ASSERT_FALSE(parsed.Parse(out.data(), out.size()).HasParseError()) << byte << " at " << at;
      ASSERT_EQ(std::string(parsed.GetString(), parsed.GetStringLength()), text);
    }
  }
}

TEST(Json, Strings) {
  std::string out;
  append_json_string("a\"\\\n\t\x01é😀", out);
  EXPECT_EQ(out, R"("a\"\\\n\t\u0001é😀")");
}

}  // namespace
}  // namespace newswash
