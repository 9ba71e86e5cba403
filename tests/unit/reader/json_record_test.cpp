// One line of JSON Lines: the text, and everything else byte for byte.
#include "reader/json_record.h"

#include <gtest/gtest.h>

#include <array>

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

TEST(JsonRecord, EscapesAfterAnyNumberOfBytes) {
  JsonRecordReader reader("text");
  for (std::size_t before = 0; before < 70; ++before) {
    const std::string plain(before, 'x');
    const auto record =
        reader.read(R"({"text":")" + plain + R"(\n\n\"\\\/\u00e9\ud83d\ude00)" + plain + R"(\t"})");
    ASSERT_TRUE(record) << before;
    EXPECT_EQ(record->text, plain + "\n\n\"\\/é😀" + plain + '\t');
  }
}

TEST(JsonRecord, LinesThatNeedNoEscapes) {
  JsonRecordReader reader("text");
  const auto is_plain = [&](const char* line) { return reader.read(line)->plain_text; };
  EXPECT_TRUE(is_plain(R"({"text":"one"})"));
  EXPECT_TRUE(is_plain(R"({"id":"\"","text":"one\n\ntwo \u00e9\/\ud83d\ude00"})"));
  for (const char* const line :
       {R"({"text":"\""})", R"({"text":"\\ one"})", R"({"text":"one\ttwo"})", R"({"text":"\u0022"})",
        R"({"text":"\u005C"})", R"({"text":"\u0000"})", R"({"text":"one\r\n"})"})
    EXPECT_FALSE(is_plain(line)) << line;
}

TEST(JsonRecord, ASecondHalfThatIsNoEscape) {
  JsonRecordReader reader("text");
  for (const char* const line :
       {R"({"text":"\ud83d\u"})", R"({"text":"\ud83d\ude0)", R"({"text":"\ud83d\udexx"})"}) {
    const auto record = reader.read(line);
    ASSERT_FALSE(record) << line;
    EXPECT_EQ(record.error().message, "not a JSON object: \\u needs four hexadecimal digits") << line;
  }
}

/// The line with another string in the text's place.
std::string with_text(const JsonRecord& record, std::string_view string) {
  std::string object(record.object);
  return object.replace(record.text_begin, record.text_end - record.text_begin, string);
}

TEST(JsonRecord, OtherBytesStayWhereTheTextIsPutBack) {
  JsonRecordReader reader("text");
  const auto record = reader.read(R"( {"id" : 1.0e+05 ,"t\u0065xt":  "a\/b","x":"\ud800" } )");
  ASSERT_TRUE(record) << record.error().message;
  EXPECT_EQ(record->text, "a/b");
  EXPECT_EQ(record->id, "1.0e+05");
  EXPECT_EQ(record->keys, (std::vector<std::string>{"id", "x"}));
  EXPECT_EQ(with_text(*record, "\"T\""), R"( {"id" : 1.0e+05 ,"t\u0065xt":  "T","x":"\ud800" } )");
}

TEST(JsonRecord, ATextInsideOtherObjects) {
  JsonRecordReader reader("/doc/text");
  const std::vector<std::array<const char*, 3>> cases = {
      {R"({"a":1,"doc":{"text":"T"},"text":"no"})", R"("a":1,"doc":{},"text":"no")",
       R"({"a":1,"doc":{"text":0},"text":"no"})"},
      {R"({"doc":{"x":1,"text":"T"}})", R"("doc":{"x":1})", R"({"doc":{"x":1,"text":0}})"},
      {R"({"doc":{"text":"T", "y":2}})", R"("doc":{"y":2})", R"({"doc":{"text":0, "y":2}})"},
      {R"({"doc":{"x":1 , "text":"T", "y":2} ,"z":3})", R"("doc":{"x":1,"y":2} ,"z":3)",
       R"({"doc":{"x":1 , "text":0, "y":2} ,"z":3})"}};
  for (const auto& [line, members, put_back] : cases) {
    const auto record = reader.read(line);
    ASSERT_TRUE(record) << line << record.error().message;
    EXPECT_EQ(record->text, "T");
    EXPECT_EQ(record->members, members);
    EXPECT_EQ(with_text(*record, "0"), put_back);
  }
  EXPECT_FALSE(reader.read(R"({"doc":"text","text":"no"})"));
  EXPECT_FALSE(reader.read(R"({"doc":{"text":"a"},"doc":{"text":"b"}})"));
  EXPECT_FALSE(reader.read(R"({"doc":[{"text":"a"}]})"));
}

TEST(JsonRecord, PointersNameArraysAndOddKeys) {
  const auto text = [](const char* path, const char* line) {
    JsonRecordReader reader(path);
    const auto record = reader.read(line);
    return record ? std::string(record->text) : "error: " + record.error().message;
  };
  EXPECT_EQ(text("/a/1/b", R"({"a":[{"b":"x"},{"b":"y"}]})"), "y");
  EXPECT_EQ(text("/a~1b/~0", R"({"a/b":{"~":"x"}})"), "x");
  EXPECT_EQ(text("a/b", R"({"a/b":"x"})"), "x");
  EXPECT_EQ(text("/", R"({"":"x"})"), "x");
}

TEST(JsonRecord, IdAndUrlFields) {
  JsonRecordReader reader(FieldNames{.text = "text", .id = "/meta/id", .url = "link"});
  const auto record =
      reader.read(R"({"id":"no","meta":{"id":"y\u0065s"},"link":"https:\/\/x.org","url":"no","text":""})");
  ASSERT_TRUE(record);
  EXPECT_EQ(record->id, "yes");
  EXPECT_EQ(record->url, "https://x.org");
}

TEST(JsonRecord, Escapes) {
  JsonRecordReader reader("text");
  const auto record = reader.read(R"({"text":"\"\\\/\b\f\n\r\t\u0000\u00e9\u20AC\ud83d\ude00 end"})");
  ASSERT_TRUE(record) << record.error().message;
  EXPECT_EQ(record->text, std::string_view("\"\\/\b\f\n\r\t\0é€😀 end", 22));
}

struct Fault {
  std::string line;
  std::uint64_t column;
  std::string message;
};

TEST(JsonRecord, FaultsHaveAPlaceAndAReason) {
  JsonRecordReader reader("text");
  const std::string deep = R"({"x":)" + std::string(200, '[') + std::string(200, ']') + R"(,"text":"a"})";
  const std::vector<Fault> faults = {
      {R"({"text":"a"} x)", 14, "not a JSON object: something follows the object"},
      {R"({"text":"a",})", 13, "not a JSON object: a key in quotes is missing"},
      {R"({"text":"a" "b":1})", 13, "not a JSON object: a comma or '}' is missing"},
      {R"({"text":"a\x"})", 11, "not a JSON object: a backslash is followed by no escape"},
      {R"({"a":01,"text":"a"})", 6, "not a JSON object: a number starts with 0"},
      {R"({"a":1.,"text":"a"})", 8, "not a JSON object: a value is missing or no JSON"},
      {R"({"a":nul,"text":"a"})", 6, "not a JSON object: a value is missing or no JSON"},
      {R"({"text":"a)", 11, "not a JSON object: a string is not closed"},
      {std::string("{\"text\":\"a\0b\"}", 14), 11,
       "not a JSON object: a control character in a string is not escaped"},
      {"{\"text\":\"a\xFF\"}", 11, "the line is not UTF-8 here"},
      {deep, 133, "not a JSON object: it is nested deeper than 128 levels"},
      {R"({"text":"a","text":"b"})", 13, "there are two members 'text'"},
      {R"({"text":"a","t\u0065xt":"b"})", 13, "there are two members 'text'"},
      {R"({"a":1})", 1, "the object has no 'text'"},
      {R"({"text":["a"]})", 9, "'text' is not a text"},
      {R"({"text":null})", 9, "'text' is null"},
      {R"({"text":"a\ud800b"})", 11, "half a surrogate pair in 'text'"}};
  for (const Fault& fault : faults) {
    const auto record = reader.read(fault.line);
    ASSERT_FALSE(record) << fault.line;
    EXPECT_EQ(record.error().message, fault.message) << fault.line;
    EXPECT_EQ(record.error().position.column, fault.column) << fault.line;
  }
}

TEST(JsonRecord, EveryTruncationAndOneByteFaultIsNoCrash) {
  JsonRecordReader reader("/doc/text");
  const std::string line =
      R"({"id":-1.5e3,"doc":{"a":[true,null],"text":"x\u00e9\ud83d\ude00"},"z":"end of it all, really"})";
  ASSERT_TRUE(reader.read(line));
  for (std::size_t i = 0; i < line.size(); ++i) {
    EXPECT_FALSE(reader.read(std::string_view(line).substr(0, i))) << i;
    for (const char c : {'"', '\\', '{', '}', '[', ']', ',', ':', '0', 'e', ' ', '\xC3'}) {
      std::string damaged = line;
      damaged[i] = c;
      const auto record = reader.read(damaged);
      EXPECT_TRUE(record || record.error().code == ErrorCode::bad_record);
    }
  }
}

}  // namespace
}  // namespace newswash
