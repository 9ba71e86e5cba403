// One line of JSON Lines: the text, and everything else byte for byte.
#include "reader/json_record.h"

#include <gtest/gtest.h>

namespace newswash {
namespace {

TEST(JsonRecord, ForeignMembersAreKeptByteForByte) {
  JsonRecordReader reader("text");
  const auto record = reader.read(
      R"({ "id":"a\u0062", "x" : [1.50e+1,{"y":null}] , "text" : "one\ntwo \u00e9" ,"z":"\/"  })");
  ASSERT_TRUE(record) << record.error().message;
  EXPECT_EQ(record->text, "one\ntwo é");
  EXPECT_EQ(record->before, R"("id":"a\u0062", "x" : [1.50e+1,{"y":null}])");
  EXPECT_EQ(record->after, R"("z":"\/")");
  EXPECT_EQ(record->text_key, "\"text\" : ");
  EXPECT_EQ(record->id, "ab");
  EXPECT_EQ(record->keys, (std::vector<std::string>{"id", "x", "z"}));
}

TEST(JsonRecord, OnlyTheText) {
  JsonRecordReader reader("text");
  const auto record = reader.read(R"({"text":""})");
  ASSERT_TRUE(record);
  EXPECT_EQ(record->text, "");
  EXPECT_EQ(record->before, "");
  EXPECT_EQ(record->after, "");
  EXPECT_EQ(record->id, "");
}

TEST(JsonRecord, IdsThatAreNoTexts) {
  JsonRecordReader reader("text");
  const auto record = reader.read(R"({"id": 12 ,"text":"x","url":"https://x.org/"})");
  ASSERT_TRUE(record);
  EXPECT_EQ(record->id, "12");
  EXPECT_EQ(record->url, "https://x.org/");
}

TEST(JsonRecord, AnotherTextField) {
  JsonRecordReader reader("body");
  const auto record = reader.read(R"({"text":"no","body":"yes"})");
  ASSERT_TRUE(record);
  EXPECT_EQ(record->text, "yes");
  EXPECT_EQ(record->before, R"("text":"no")");
}

TEST(JsonRecord, AKeyInsideAnotherObjectIsNotTheText) {
  JsonRecordReader reader("text");
  const auto record = reader.read(R"({"a":{"text":"no"},"text":"yes","b":"\"text\":\"no\""})");
  ASSERT_TRUE(record);
  EXPECT_EQ(record->text, "yes");
  EXPECT_EQ(record->after, R"("b":"\"text\":\"no\"")");
}

TEST(JsonRecord, WhatIsNoRecord) {
  JsonRecordReader reader("text");
  for (const char* const bad :
       {"", "null", "7", "[]", "\"text\"", "{", "{}", R"({"text":7})", R"({"text":null})",
        R"({"text":"a","text":"b"})", R"({"text":"a"} x)", R"({"text":"a"}{"text":"b"})", R"({"text":"a")",
        R"({"text" "a"})", R"({text:"a"})", R"({"a":1})", R"({"text":"\ud800"})", R"({"text":"unclosed)",
        "{\"text\":\"\xFF\"}"}) {
    const auto record = reader.read(bad);
    ASSERT_FALSE(record) << bad;
    EXPECT_EQ(record.error().code, ErrorCode::bad_record) << bad;
    EXPECT_FALSE(record.error().message.empty()) << bad;
    EXPECT_GE(record.error().position.column, 1U) << bad;
  }
  EXPECT_TRUE(reader.read(R"({"text":"good again"})"));
}

}  // namespace
}  // namespace newswash
