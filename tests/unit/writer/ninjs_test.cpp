// ninjs: valid against the standard's schema, every fact in its place, nothing made up.
#include "writer/ninjs.h"

#include <gtest/gtest.h>
#include <newswash/clean.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include "properties/files.h"
#include "properties/generated_text.h"

namespace newswash {
namespace {

/// What is wrong with an object; empty if nothing is.
std::string wrong(const std::string& json) {
  static const std::string text = testing::read_project_file("tests/cases/ninjs/used.schema.json");
  rapidjson::Document schema_text;
  schema_text.Parse(text.data(), text.size());
  if (schema_text.HasParseError()) return "the schema is no JSON";
  const rapidjson::SchemaDocument schema(schema_text);
  rapidjson::Document record;
  record.Parse<rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
  if (record.HasParseError()) return "no JSON at " + std::to_string(record.GetErrorOffset());
  rapidjson::SchemaValidator validator(schema);
  if (record.Accept(validator)) return {};
  rapidjson::StringBuffer at;
  validator.GetInvalidDocumentPointer().StringifyUriFragment(at);
  return std::string(at.GetString()) + " breaks " + validator.GetInvalidSchemaKeyword();
}

std::string ninjs(const Article& article, const RecordContext& context, bool pretty = false) {
  std::string out;
  write_ninjs(article, context, pretty, out);
  return out;
}

Article full_article() {
  Article article;
  article.verdict = Verdict::article;
  article.headline = "Harvest \"good\"";
  article.standfirst = "More than last year";
  article.byline = "By Jane Doe";
  article.authors = {"Jane Doe"};
  article.dateline = "LA CROSSE, Wis. (AP)";
  article.date_published = "2024-05-01T10:00:00+02:00";
  article.publisher = "The Example";
  article.language = "en";
  article.words = 5;
  article.paragraphs = {{ParagraphKind::paragraph, "Apples are gut für"}, {ParagraphKind::paragraph, "you."}};
  return article;
}

TEST(Ninjs, EveryFactInItsPlace) {
  const std::string json = ninjs(full_article(), {.id = "77", .url = "https://a.example/x y"});
  EXPECT_EQ(
      json,
      R"({"uri":"https://a.example/x%20y","type":"text","versioncreated":"2024-05-01T10:00:00+02:00",)"
      R"("contentcreated":"2024-05-01T10:00:00+02:00","language":"en","bodies":[{"role":"main",)"
      R"("contenttype":"text/plain","charcount":24,"wordcount":5,"value":"Apples are gut für\n\nyou."}],)"
      R"("headlines":[{"role":"main","value":"Harvest \"good\""},{"role":"subhead","value":)"
      R"("More than last year"}],"infosources":[{"name":"The Example"}],"by":"By Jane Doe",)"
      R"("located":"LA CROSSE, Wis.","altids":[{"role":"id","value":"77"}],"standard":{"name":"ninjs",)"
      R"("version":"2.1","schema":"http://www.iptc.org/std/ninjs/ninjs-schema_2.1.json"}})"
      "\n");
  EXPECT_EQ(wrong(json), "");
}

TEST(Ninjs, WhatIsNotKnownIsLeftOut) {
  Article article;
  article.verdict = Verdict::article;
  const std::string json = ninjs(article, {.id = "a b"});
  EXPECT_TRUE(json.starts_with(R"({"uri":"urn:newswash:a%20b","type":"text","standard":{)")) << json;
  EXPECT_EQ(wrong(json), "");
}

TEST(Ninjs, DatesWithoutTimeOrOffsetAreNoDateTime) {
  Article article = full_article();
  for (const std::string_view date : {"2024-05-01", "2024-05-01T10:00:00", "2024-05-01T10:00+02:00"}) {
    article.date_published = date;
    EXPECT_EQ(ninjs(article, {}).find("created"), std::string::npos) << date;
  }
  article.date_published = "2024-05-01";
  article.date_modified = "2024-05-02T10:00:00Z";
  EXPECT_NE(ninjs(article, {}).find(R"("versioncreated":"2024-05-02T10:00:00Z")"), std::string::npos);
}

TEST(Ninjs, Uris) {
  const auto uri = [](const RecordContext& context) {
    const std::string json = ninjs(full_article(), context);
    return json.substr(8, json.find('"', 8) - 8);
  };
  EXPECT_EQ(uri({.url = "https://a.example/ü?q=1#x#y"}), "https://a.example/%C3%BC?q=1#x%23y");
  EXPECT_EQ(uri({.url = "not a url"}).substr(0, 18), "urn:newswash:text:");
  EXPECT_EQ(uri({.id = "urn:x:1"}), "urn:x:1");
  EXPECT_EQ(uri({.id = "C:\\news\\a.txt"}), "urn:newswash:C:%5Cnews%5Ca.txt");
  EXPECT_EQ(uri({.id = "100%"}), "urn:newswash:100%25");
  EXPECT_EQ(uri({}), uri({}));
}

TEST(Ninjs, PlacesAreNoAgenciesAndNoDates) {
  Article article = full_article();
  article.dateline = "(Reuters)";
  EXPECT_EQ(ninjs(article, {}).find("located"), std::string::npos);
  article.dateline = "BERLIN, Dec 5 (Reuters)";
  EXPECT_EQ(ninjs(article, {}).find("located"), std::string::npos);
}

TEST(Ninjs, EveryObjectIsValid) {
  std::size_t records = 0;
  const auto check = [&](std::string_view text, const std::string& name) {
    Cleaner cleaner({});
    EXPECT_EQ(wrong(ninjs(cleaner.clean(text), {.id = name}, records % 2 == 0)), "") << name;
    ++records;
  };
  for (const auto& [name, bytes] : testing::seeds()) check(bytes, name);
  for (std::uint64_t seed = 1; seed <= 100; ++seed)
    check(testing::generated_text(seed), std::to_string(seed));
  check("", "");
  EXPECT_EQ(records, 106U);
}

}  // namespace
}  // namespace newswash
