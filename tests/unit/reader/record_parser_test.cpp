// One object a record, whatever the format was.
#include "reader/record_parser.h"

#include <gtest/gtest.h>

namespace newswash {
namespace {

Result<JsonRecord> parse(RecordParser& parser, Framing framing, std::string_view bytes,
                         std::vector<std::string> columns = {}) {
  RecordOrigin origin;
  origin.framing = framing;
  origin.columns = std::move(columns);
  return parser.parse(bytes, origin);
}

/// The object with another string in the text's place.
std::string with_text(const JsonRecord& record, std::string_view string) {
  std::string object(record.object);
  return object.replace(record.text_begin, record.text_end - record.text_begin, string);
}

TEST(RecordParser, Articles) {
  RecordParser parser({});
  const auto record = parse(parser, Framing::articles, "a \xFF text");
  ASSERT_TRUE(record);
  EXPECT_EQ(record->text, "a \xFF text");
  EXPECT_EQ(record->members, "");
}

TEST(RecordParser, Json) {
  RecordParser parser({{.text = "body", .id = "key", .url = "/links/0"}});
  const auto record =
      parse(parser, Framing::json_array, R"({"key":12345678901234567890,"body":"b","links":["u"]})");
  ASSERT_TRUE(record);
  EXPECT_EQ(record->text, "b");
  EXPECT_EQ(record->id, "12345678901234567890");
  EXPECT_EQ(record->url, "u");
  EXPECT_EQ(record->members, R"("key":12345678901234567890,"links":["u"])");
}

TEST(RecordParser, Csv) {
  RecordParser parser({{.text = "body", .id = "nr"}});
  const auto record =
      parse(parser, Framing::csv, "7,\"say \"\"a\"\",\nb\",\"\",x \"y\"\t", {"nr", "body", "e", "f"});
  ASSERT_TRUE(record) << record.error().message;
  EXPECT_EQ(record->text, "say \"a\",\nb");
  EXPECT_EQ(record->id, "7");
  EXPECT_EQ(record->members, R"("nr":"7","e":"","f":"x \"y\"\t")");
  EXPECT_EQ(record->before, R"("nr":"7")");
  EXPECT_EQ(record->after, R"("e":"","f":"x \"y\"\t")");
  EXPECT_EQ(record->text_key, "\"body\":");
  EXPECT_EQ(record->keys, (std::vector<std::string>{"nr", "e", "f"}));
  EXPECT_EQ(with_text(*record, "\"T\""), R"({"nr":"7","body":"T","e":"","f":"x \"y\"\t"})");
}

TEST(RecordParser, TsvAndShortRows) {
  RecordParser parser({});
  auto record = parse(parser, Framing::tsv, "a,b\t1", {"text", "x", "y"});
  ASSERT_TRUE(record);
  EXPECT_EQ(record->text, "a,b");
  EXPECT_EQ(with_text(*record, "1"), R"({"text":1,"x":"1"})");
  record = parse(parser, Framing::tsv, "\"a\" b\t", {"text", "x"});
  ASSERT_TRUE(record);
  EXPECT_EQ(record->text, "a b");  // what stands behind the quote is kept
  EXPECT_EQ(record->members, R"("x":"")");
}

TEST(RecordParser, RowsThatAreNoRecords) {
  RecordParser parser({});
  for (const std::string_view bad : {"1,2,3", "1", "1,\xFF"}) {
    const auto record = parse(parser, Framing::csv, bad, {"id", "text"});
    ASSERT_FALSE(record) << bad;
    EXPECT_EQ(record.error().code, ErrorCode::bad_record);
  }
  EXPECT_EQ(parse(parser, Framing::csv, "1,2", {"id", "body"}).error().message,
            "there is no column 'text', only 'id', 'body'");
  EXPECT_EQ(parse(parser, Framing::csv, "1;2", {"id;text"}).error().message,
            "there is no column 'text', only 'id;text': columns are parted by commas, not by ';'");
  EXPECT_EQ(parse(parser, Framing::tsv, "1,2", {"id,text"}).error().message,
            "there is no column 'text', only 'id,text': columns are parted by tabs, not by ','");
  EXPECT_EQ(parse(parser, Framing::csv, "1", {"id", "text"}).error().message, "the row ends before 'text'");
}

TEST(RecordParser, Warc) {
  constexpr std::string_view kRecord =
      "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://x.org/a?b=\"c\"\r\n"
      "WARC-Date: 2026-11-21T00:00:00Z\r\nwarc-record-id: <urn:uuid:1>\r\n"
      "WARC-Identified-Content-Language: eng,deu\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\n"
      "One\n\nTwo\n";
  RecordParser parser({});
  const auto record = parse(parser, Framing::warc, kRecord);
  ASSERT_TRUE(record);
  EXPECT_EQ(record->text, "One\n\nTwo\n");
  EXPECT_EQ(record->id, "urn:uuid:1");
  EXPECT_EQ(record->url, "https://x.org/a?b=\"c\"");
  EXPECT_EQ(record->members, R"("url":"https://x.org/a?b=\"c\"","date":"2026-11-21T00:00:00Z",)"
                             R"("languages":["eng","deu"],"record_id":"urn:uuid:1")");
  EXPECT_TRUE(with_text(*record, "\"T\"").ends_with(R"("record_id":"urn:uuid:1","text":"T"})"));
}

}  // namespace
}  // namespace newswash
