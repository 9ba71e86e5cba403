// Cutting a stream into records: form feeds, lines, places.
#include <gtest/gtest.h>
#include <newswash/source.h>

#include "scratch_folder.h"

namespace newswash {
namespace {

using namespace std::string_view_literals;

struct Record {
  std::string bytes;
  std::uint64_t record, line, offset;
  bool operator==(const Record&) const = default;
};

void PrintTo(const Record& record, std::ostream* out) {
  *out << record.record << " at line " << record.line << ", byte " << record.offset << ": \"" << record.bytes
       << '"';
}

std::vector<Record> records(std::string_view bytes, Framing framing) {
  const testing::ScratchFolder folder;
  const Source source{folder.write("in", bytes), "in"};
  RecordReader reader;
  EXPECT_FALSE(reader.open(source, framing));
  std::vector<Record> all;
  while (const auto article = reader.next()) {
    EXPECT_TRUE(*article);
    all.push_back({std::string((*article)->bytes), (*article)->record, (*article)->line, (*article)->offset});
  }
  return all;
}

using Records = std::vector<Record>;

TEST(RecordReader, OneArticle) {
  EXPECT_EQ(records("a\nb\n", Framing::articles), (Records{{"a\nb\n", 1, 1, 0}}));
  EXPECT_EQ(records("no line end", Framing::articles), (Records{{"no line end", 1, 1, 0}}));
  EXPECT_EQ(records("", Framing::articles), (Records{{"", 1, 1, 0}}));
}

TEST(RecordReader, AFormFeedOnItsOwnLineParts) {
  EXPECT_EQ(records("a\n\f\nb\n", Framing::articles), (Records{{"a\n", 1, 1, 0}, {"b\n", 2, 3, 4}}));
  EXPECT_EQ(records("a\r\n\f\r\nb", Framing::articles), (Records{{"a\r\n", 1, 1, 0}, {"b", 2, 3, 6}}));
  EXPECT_EQ(records("a\n\f", Framing::articles).size(), 1U);
  EXPECT_EQ(records("\f\nb", Framing::articles), (Records{{"", 1, 1, 0}, {"b", 2, 2, 2}}));
}

TEST(RecordReader, AFormFeedInALineDoesNot) {
  EXPECT_EQ(records("a\fb\nc \f\nd", Framing::articles).size(), 1U);
}

TEST(RecordReader, WideTextIsNotCut) {
  EXPECT_EQ(records("\xFF\xFE\n\0\f\0\n\0a\0"sv, Framing::articles).size(), 1U);
}

TEST(RecordReader, Lines) {
  EXPECT_EQ(records("{1}\n\n  \n{2}", Framing::lines), (Records{{"{1}", 1, 1, 0}, {"{2}", 2, 4, 8}}));
  EXPECT_TRUE(records("", Framing::lines).empty());
  EXPECT_TRUE(records("\n\n", Framing::lines).empty());
  EXPECT_EQ(records("a\fb\n", Framing::lines).size(), 1U);
}

TEST(RecordReader, RecordsLargerThanABlockAndManyOfThem) {
  const std::string large(200000, 'x');
  std::string bytes;
  for (int i = 0; i < 5; ++i) bytes += large + "\n\f\n";
  const auto all = records(bytes, Framing::articles);
  ASSERT_EQ(all.size(), 5U);
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(all[i].bytes, large + "\n");
    EXPECT_EQ(all[i].offset, i * (large.size() + 3));
    EXPECT_EQ(all[i].line, i * 2 + 1);
  }
}

TEST(RecordReader, EveryBlockBoundary) {
  for (std::size_t before = (1U << 16) - 4; before <= (1U << 16) + 4; ++before) {
    const auto all = records(std::string(before, 'x') + "\n\f\nb", Framing::articles);
    ASSERT_EQ(all.size(), 2U) << before;
    EXPECT_EQ(all[0].bytes.size(), before + 1);
    EXPECT_EQ(all[1].bytes, "b");
  }
}

TEST(RecordReader, WhatCanNotBeOpened) {
  RecordReader reader;
  const auto failed = reader.open({"/nothing/there", "there"}, Framing::articles);
  ASSERT_TRUE(failed);
  EXPECT_EQ(failed->code, ErrorCode::not_found);
  EXPECT_EQ(failed->position.file, "/nothing/there");
}

TEST(RecordReader, WhatCanNotBeRead) {
  RecordReader reader;
  ASSERT_FALSE(reader.open({"/proc/self/mem", "mem"}, Framing::articles));
  const auto article = reader.next();
  ASSERT_TRUE(article);
  ASSERT_FALSE(*article);
  EXPECT_EQ(article->error().code, ErrorCode::unreadable);
  EXPECT_FALSE(reader.next());
}

}  // namespace
}  // namespace newswash
