// Cutting streams of every framing, at every place where a block may end, and above the cap.
#include <gtest/gtest.h>

#include "reader/record_cutter.h"

namespace newswash {
namespace {

using namespace std::string_view_literals;

/// Gives `size` bytes at once.
class Trickle : public ByteStream {
 public:
  Trickle(std::string_view bytes, std::size_t size) : bytes_(bytes), size_(size) {}
  Result<std::size_t> read(char* into, std::size_t room) override {
    const std::size_t given = bytes_.copy(into, std::min(room, size_));
    bytes_.remove_prefix(given);
    return given;
  }

 private:
  std::string_view bytes_;
  std::size_t size_;
};

struct Record {
  std::string bytes;  // or "error: message"
  std::uint64_t record, line, offset;
  bool operator==(const Record&) const = default;
};

void PrintTo(const Record& record, std::ostream* out) {
  *out << record.record << " at line " << record.line << ", byte " << record.offset << ": \"" << record.bytes
       << '"';
}

using Records = std::vector<Record>;

Records cut(std::string_view bytes, Framing framing, std::uint64_t cap, std::size_t at_once) {
  Trickle stream(bytes, at_once);
  RecordCutter cutter;
  cutter.start(stream, {framing, cap}, std::make_shared<RecordOrigin>());
  Records all;
  while (const auto article = cutter.next()) {
    if (*article) {
      EXPECT_EQ(bytes.substr((*article)->offset, (*article)->bytes.size()), (*article)->bytes);
      all.push_back(
          {std::string((*article)->bytes), (*article)->record, (*article)->line, (*article)->offset});
    } else {
      const Error& error = article->error();
      all.push_back({"error: " + error.message, 0, error.position.line, error.position.offset});
    }
  }
  return all;
}

/// The same whatever the blocks are.
Records cut(std::string_view bytes, Framing framing, std::uint64_t cap = 1000) {
  const Records whole = cut(bytes, framing, cap, 1 << 16);
  for (std::size_t at_once = 1; at_once < 40; ++at_once)
    EXPECT_EQ(cut(bytes, framing, cap, at_once), whole) << at_once;
  return whole;
}

TEST(Framing, Detected) {
  EXPECT_EQ(detect("{\"a\":1}\n{\"b\""), Framing::lines);
  EXPECT_EQ(detect("\xEF\xBB\xBF{\"a\":1}"), Framing::lines);
  EXPECT_EQ(detect("{\"a\":\"a very long line"), Framing::lines);
  EXPECT_EQ(detect("{\"a\":bad}\n{\"b\":1}"), Framing::lines);
  EXPECT_EQ(detect("{\n  \"a\": 1\n}\n"), Framing::json_array);
  EXPECT_EQ(detect("{\"a\": 1,\n\"b\": 2}"), Framing::json_array);
  EXPECT_EQ(detect("[{\"a\":1}"), Framing::json_array);
  EXPECT_EQ(detect(" [\n {"), Framing::json_array);
  EXPECT_EQ(detect("[]\n"), Framing::json_array);
  EXPECT_EQ(detect("WARC/1.0\r\nWARC-Type: warcinfo"), Framing::warc);
  for (const auto text :
       {"", "text", "[1] A note", "[] is empty", "{{x}}", "{ a }", "WARC is a format", "id,text\n1,a"})
    EXPECT_EQ(detect(text), Framing::articles) << text;
}

TEST(Framing, Automatic) {
  EXPECT_EQ(cut("{\"a\":1}\n{\"b\":2}\n", Framing::automatic).size(), 2U);
  EXPECT_EQ(cut("[{\"a\":1},{\"b\":2}]", Framing::automatic).size(), 2U);
  EXPECT_EQ(cut("a\n\f\nb\n", Framing::automatic).size(), 2U);
}

TEST(Framing, ALineAboveTheCap) {
  EXPECT_EQ(
      cut("{1}\n{very long}\n\n{2}\n", Framing::lines, 5),
      (Records{{"{1}", 1, 1, 0}, {"error: the record is larger than 5 bytes", 0, 2, 4}, {"{2}", 3, 4, 17}}));
  EXPECT_EQ(cut("{1}\nlong          ", Framing::lines, 5).size(), 2U);
}

TEST(Framing, AnArticleAboveTheCap) {
  EXPECT_EQ(
      cut("a\n\f\na very\nlong one\n\f\nb\n", Framing::articles, 6),
      (Records{{"a\n", 1, 1, 0}, {"error: the record is larger than 6 bytes", 0, 3, 4}, {"b\n", 3, 6, 22}}));
}

TEST(Framing, AByteOrderMarkIsNoPartOfTheFirstRecord) {
  EXPECT_EQ(cut("\xEF\xBB\xBF{1}\n", Framing::lines), (Records{{"{1}", 1, 1, 3}}));
  EXPECT_EQ(cut("\xEF\xBB\xBFid,text\n1,a\n", Framing::csv), (Records{{"1,a", 1, 2, 11}}));
}

TEST(JsonArray, Elements) {
  EXPECT_EQ(cut("[\n {\"a\": \"]}\\\"\"},\n {\"b\": [{}, [1]]}\n]\n", Framing::json_array),
            (Records{{"{\"a\": \"]}\\\"\"}", 1, 2, 3}, {"{\"b\": [{}, [1]]}", 2, 3, 19}}));
  EXPECT_TRUE(cut("[]", Framing::json_array).empty());
  EXPECT_TRUE(cut("", Framing::json_array).empty());
}

TEST(JsonArray, OneObjectAndObjectsOneAfterAnother) {
  EXPECT_EQ(cut("{\n\"a\": 1\n}\n", Framing::json_array), (Records{{"{\n\"a\": 1\n}", 1, 1, 0}}));
  EXPECT_EQ(cut("{\"a\":1}{\"b\":2}\n{}", Framing::json_array).size(), 3U);
}

TEST(JsonArray, ElementsThatAreNoObjectsAreRecordsToo) {
  EXPECT_EQ(cut("[1, \"a,]\", [2], null]", Framing::json_array),
            (Records{{"1", 1, 1, 1}, {"\"a,]\"", 2, 1, 4}, {"[2]", 3, 1, 11}, {"null", 4, 1, 16}}));
}

TEST(JsonArray, CutShort) {
  EXPECT_EQ(cut("[{\"a\":1},{\"b\"", Framing::json_array),
            (Records{{"{\"a\":1}", 1, 1, 1}, {"error: the JSON ends inside a record", 0, 1, 9}}));
  EXPECT_EQ(cut("[{\"a\":1},\n", Framing::json_array),
            (Records{{"{\"a\":1}", 1, 1, 1}, {"error: the JSON array is not closed", 0, 2, 10}}));
}

TEST(JsonArray, AnElementAboveTheCap) {
  EXPECT_EQ(cut("[{\"a\":1},\n{\"b\":\"long \\\" } ] long\"},{\"c\":1}]", Framing::json_array, 10),
            (Records{{"{\"a\":1}", 1, 1, 1},
                     {"error: the record is larger than 10 bytes", 0, 2, 10},
                     {"{\"c\":1}", 3, 2, 35}}));
}

TEST(Csv, Rows) {
  EXPECT_EQ(cut("id,text\r\n1,\"a\n\"\"b\"\"\"\r\n\r\n2,x\"y", Framing::csv),
            (Records{{"1,\"a\n\"\"b\"\"\"", 1, 2, 9}, {"2,x\"y", 2, 5, 24}}));
  EXPECT_TRUE(cut("id,text\n", Framing::csv).empty());
  EXPECT_TRUE(cut("", Framing::csv).empty());
}

TEST(Csv, AnOpenQuote) {
  EXPECT_EQ(cut("t\na\n\"b\nc", Framing::csv),
            (Records{{"a", 1, 2, 2}, {"error: a quote is not closed", 0, 3, 4}}));
}

TEST(Csv, ARowAboveTheCap) {
  EXPECT_EQ(cut("t\n\"long\n\"\"one\"\nb\n", Framing::csv, 6),
            (Records{{"error: the record is larger than 6 bytes", 0, 2, 2}, {"b", 2, 4, 15}}));
}

std::string warc(std::string_view type, std::string_view content, std::string_view block) {
  return "WARC/1.0\r\nWARC-Type: " + std::string(type) + "\r\nContent-Type: " + std::string(content) +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + std::string(block) + "\r\n\r\n";
}

TEST(Warc, OnlyPlainText) {
  const std::string file = warc("warcinfo", "application/warc-fields", "Software: none\r\n") +
                           warc("conversion", "text/plain", "One\n\nWARC/1.0 is not begun here\n") +
                           warc("response", "application/http; msgtype=response", "HTTP/1.1 200\r\n\r\n<p>") +
                           warc("resource", "text/html", "<p>") +
                           warc("resource", "Text/Plain; charset=utf-8", "Two");
  const Records all = cut(file, Framing::warc);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_TRUE(all[0].bytes.ends_with("\r\n\r\nOne\n\nWARC/1.0 is not begun here\n")) << all[0].bytes;
  EXPECT_EQ(all[0].line, 9U);
  EXPECT_TRUE(all[1].bytes.ends_with("\r\n\r\nTwo"));
}

TEST(Warc, Faults) {
  const std::string good = warc("conversion", "text/plain", "Good");
  Records all =
      cut("junk\r\n" + good + "WARC/1.0\r\nWARC-Type: conversion\r\n\r\nlost\n" + good, Framing::warc);
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(all[0].bytes, "error: no WARC record begins here");
  EXPECT_TRUE(all[1].bytes.ends_with("Good"));
  EXPECT_EQ(all[2].bytes, "error: the WARC header has no usable Content-Length");
  EXPECT_TRUE(all[3].bytes.ends_with("Good"));
  all = cut(std::string_view(good).substr(0, good.size() - 6), Framing::warc);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].bytes, "error: the WARC record ends too early");
}

TEST(Warc, ARecordAboveTheCap) {
  const Records all =
      cut(warc("conversion", "text/plain", std::string(500, 'x')) + warc("conversion", "text/plain", "Good"),
          Framing::warc, 200);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0], (Record{"error: the record is larger than 200 bytes", 0, 1, 0}));
  EXPECT_TRUE(all[1].bytes.ends_with("Good"));
}

}  // namespace
}  // namespace newswash
