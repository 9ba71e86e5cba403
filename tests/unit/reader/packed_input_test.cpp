// Compressed files and archives, told by content: whole, in parts, damaged, and with names that mean harm.
#include <gtest/gtest.h>
#include <newswash/source.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

#include "reader/archive.h"
#include "reader/packed.h"
#include "scratch_folder.h"

namespace newswash {
namespace {

using namespace testing;
using Lines = std::vector<std::string>;

/// Every record as "origin: bytes", every error as "error: message".
Lines read_all(const Source& source, Framing framing = Framing::automatic, std::uint64_t cap = 1 << 20) {
  RecordReader reader;
  Lines all;
  if (const auto failed = reader.open(source, {framing, cap})) return {"error: " + failed->message};
  while (const auto article = reader.next()) {
    if (*article)
      all.push_back((*article)->origin->source.relative + ": " + std::string((*article)->bytes));
    else
      all.push_back("error: " + article->error().message);
  }
  EXPECT_FALSE(reader.next());
  return all;
}

Lines read_bytes(std::string_view bytes, Framing framing = Framing::automatic, std::uint64_t cap = 1 << 20) {
  const ScratchFolder folder;
  return read_all({folder.write("in", bytes), "in"}, framing, cap);
}

/// The same through a pipe, which can't seek and gives few bytes at once.
Lines read_piped(const std::string& bytes, std::size_t at_once) {
  std::array<int, 2> ends{};
  EXPECT_EQ(pipe(ends.data()), 0);
  std::thread writer([&] {
    for (std::size_t at = 0; at < bytes.size(); at += at_once) {
      const std::size_t size = std::min(at_once, bytes.size() - at);
      EXPECT_EQ(write(ends[1], bytes.data() + at, size), static_cast<ssize_t>(size));
    }
    close(ends[1]);
  });
  Lines all = read_all({"/dev/fd/" + std::to_string(ends[0]), "in"});
  writer.join();
  close(ends[0]);
  return all;
}

const std::string kRecords = "{\"text\":\"a\"}\n{\"text\":\"b\"}\n";
const Lines kRead = {"in: {\"text\":\"a\"}", "in: {\"text\":\"b\"}"};

TEST(PackedInput, EveryCompression) {
  for (const Packer& packer : {kGzip, kZstd, kXz, kBzip2, kLz4}) {
    EXPECT_EQ(read_bytes(pack(packer, kRecords)), kRead);
    if (packer.filter == kLz4.filter) continue;                // libarchive's lz4 writer crashes on no bytes
    EXPECT_EQ(read_bytes(pack(packer, "")), (Lines{"in: "}));  // a text without bytes is one empty article
  }
}

TEST(PackedInput, SeveralMembersAreOneStream) {
  for (const Packer& packer : {kGzip, kZstd, kXz, kBzip2, kLz4}) {
    const std::string none = packer.filter == kLz4.filter ? "" : pack(packer, "");  // its writer crashes
    const std::string packed = pack(packer, "{\"text\":") + none + pack(packer, "\"a\"}\n{\"text\":\"b\"}\n");
    EXPECT_EQ(read_bytes(packed), kRead);
  }
}

TEST(PackedInput, CompressedTwice) {
  EXPECT_EQ(read_bytes(pack(kGzip, pack(kZstd, kRecords))), kRead);
  std::string often = kRecords;
  for (int i = 0; i < 6; ++i) often = pack(kGzip, often);
  EXPECT_EQ(read_bytes(often), (Lines{"error: it is compressed more than four times over"}));
}

TEST(PackedInput, Archives) {
  const Members members = {{"sub/", ""},      {"sub/a.jsonl", kRecords}, {"./b.txt", "b"},
                           {".hidden", "no"}, {"x/.git/c", "no"},        {"c.txt", ""}};
  const Lines expected = {"in/sub/a.jsonl: {\"text\":\"a\"}", "in/sub/a.jsonl: {\"text\":\"b\"}",
                          "in/b.txt: b", "in/c.txt: "};
  for (const Packer& packer : {kTar, kTarGzip, kTarZstd, kZip})
    EXPECT_EQ(read_bytes(pack(packer, members)), expected);
}

/// A tar without members is zero bytes and nothing else, as a damaged file is: it is not passed over in
/// silence.
TEST(PackedInput, EmptyArchives) {
  EXPECT_TRUE(read_bytes(pack(kZip, Members{})).empty());
  EXPECT_TRUE(read_bytes(pack(kTar, {{"folder/", ""}})).empty());
  EXPECT_EQ(read_bytes(pack(kTarGzip, Members{})).size(), 1U);
}

TEST(PackedInput, CompressedMembersAreUnpackedAndArchivesInArchivesAreNot) {
  const Members members = {{"a", pack(kGzip, "text a")},
                           {"b", pack(kZip, {{"x", "no"}})},
                           {"c", pack(kTarGzip, {{"x", "no"}})},
                           {"d", pack(kXz, "text d")}};
  for (const Packer& packer : {kTar, kZip}) {
    EXPECT_EQ(read_bytes(pack(packer, members)),
              (Lines{"in/a: text a", "error: b: a zip inside an archive is not opened",
                     "error: c: a tar inside an archive is not opened", "in/d: text d"}));
  }
}

TEST(PackedInput, NamesThatLeadOut) {
  const Members members = {{"../a", "no"}, {"x/../../b", "no"}, {"good", "yes"}};
  for (const Packer& packer : {kTar, kZip}) {
    EXPECT_EQ(read_bytes(pack(packer, members)),
              (Lines{"error: the member '../a' is not read: its name leads out of its folder",
                     "error: the member 'x/../../b' is not read: its name leads out of its folder",
                     "in/good: yes"}));
  }
}

TEST(PackedInput, SafeNames) {
  for (const std::string bad :
       {"", ".", "/", "/etc/x", "..", "a/..", "..\\a", "\\a", "C:x", "c:\\x", "a\nb", "./../a"})
    EXPECT_FALSE(safe_member_name(bad)) << bad;
  EXPECT_EQ(*safe_member_name("./a//b/./c"), "a/b/c");
  EXPECT_EQ(*safe_member_name("a..b/..c"), "a..b/..c");
  EXPECT_EQ(*safe_member_name("Köln.txt"), "Köln.txt");
}

std::string many_lines(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) lines += "{\"text\":\"" + std::to_string(i * 7919L) + "\"}\n";
  return lines;
}

TEST(PackedInput, TruncatedDataGivesTheWholeRecordsBeforeIt) {
  const std::string lines = many_lines(50000);
  for (const Packer& packer : {kGzip, kZstd, kXz, kBzip2, kLz4}) {
    const std::string packed = pack(packer, lines);
    const Lines all = read_bytes(std::string_view(packed).substr(0, packed.size() - packed.size() / 5));
    // 900 kB and 4 MB at once: nothing comes of a block that is cut.
    const bool in_large_blocks = packer.filter == kBzip2.filter || packer.filter == kLz4.filter;
    ASSERT_GT(all.size(), in_large_blocks ? 0U : 1000U);
    EXPECT_TRUE(all.back().starts_with("error: ")) << all.back();
    EXPECT_NE(all.back().find("(byte "), std::string::npos) << all.back();
    for (std::size_t i = 0; i + 1 < all.size(); ++i)
      ASSERT_EQ(all[i], "in: {\"text\":\"" + std::to_string(static_cast<long>(i) * 7919L) + "\"}");
  }
}

TEST(PackedInput, ATruncatedGzipLosesNoWholeRecord) {
  const std::string packed = pack(kGzip, kRecords);
  const Lines all = read_bytes(std::string_view(packed).substr(0, packed.size() - 8));
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[1], kRead[1]);
  EXPECT_EQ(all[2], "error: the gzip data ends too early (byte " + std::to_string(packed.size() - 8) +
                        " of the packed file)");
}

TEST(PackedInput, DamagedFrames) {
  const std::string lines = many_lines(60000);
  for (const Packer& packer : {kGzip, kZstd, kXz, kBzip2, kLz4}) {
    std::string packed = pack(packer, lines);
    for (std::size_t i = 0; i < 64; ++i) packed[packed.size() / 2 + i] = '\xFF';
    const Lines all = read_bytes(packed);
    ASSERT_FALSE(all.empty());
    EXPECT_TRUE(all.back().starts_with("error: ")) << all.back();
  }
}

TEST(PackedInput, WhatFollowsTheGzipData) {
  EXPECT_EQ(read_bytes(pack(kGzip, kRecords) + std::string(512, '\0')), kRead);
  const Lines all = read_bytes(pack(kGzip, kRecords) + "rest");
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[2].substr(0, 49), "error: what follows the gzip data is no gzip data");
}

TEST(PackedInput, TruncatedArchives) {
  const std::string text = many_lines(3000);
  for (const Packer& packer : {kTar, kZip}) {
    const std::string packed = pack(packer, {{"a", "whole"}, {"b", text}, {"c", text}});
    const Lines all = read_bytes(std::string_view(packed).substr(0, packed.size() * 6 / 10));
    ASSERT_GT(all.size(), 1U);
    EXPECT_EQ(all.front(), "in/a: whole");
    EXPECT_TRUE(all.back().starts_with("error: ")) << all.back();
  }
}

TEST(PackedInput, AnArchiveBombIsStreamed) {
  const std::string bomb = pack(kGzip, std::string(40 << 20, 'x') + "\n{\"text\":\"after\"}\n");
  EXPECT_LT(bomb.size(), 1U << 17);
  EXPECT_EQ(read_bytes(bomb, Framing::lines),
            (Lines{"error: the record is larger than 1048576 bytes", "in: {\"text\":\"after\"}"}));
  EXPECT_EQ(read_bytes(pack(kZip, {{"a", std::string(20 << 20, ' ')}, {"b", "b"}}), Framing::articles),
            (Lines{"error: the record is larger than 1048576 bytes", "in/b: b"}));
}

TEST(PackedInput, Pipes) {
  const Lines inner = {"in/a: text"};
  for (const std::size_t at_once : {1U, 3U, 100U, 5000U}) {
    EXPECT_EQ(read_piped(kRecords, at_once), kRead);
    EXPECT_EQ(read_piped(pack(kGzip, kRecords), at_once), kRead);
    EXPECT_EQ(read_piped(pack(kZstd, kRecords), at_once), kRead);
    EXPECT_EQ(read_piped(pack(kTar, {{"a", "text"}}), at_once), inner);
    EXPECT_EQ(read_piped(pack(kTarGzip, {{"a", "text"}}), at_once), inner);
    EXPECT_EQ(read_piped(pack(kZip, {{"a", "text"}}), at_once), inner);
  }
}

TEST(PackedInput, WhatIsTextStaysText) {
  for (const std::string text : {"BZh9 is no bzip2", "PK", "P", "(", "[Music] and on", "{{template}} text",
                                 "WARC", "\x1F", "{", "[", "BZh91AY"})
    EXPECT_EQ(read_bytes(text), (Lines{"in: " + text}));
}

TEST(PackedInput, WhatIsPackedIsKnown) {
  const ScratchFolder folder;
  RecordReader reader;
  ASSERT_FALSE(reader.open({folder.write("a.gz", pack(kGzip, "x")), "a.gz"}, Framing::articles));
  EXPECT_TRUE((*reader.next())->origin->packed);
  ASSERT_FALSE(reader.open({folder.write("b.gz", "plain"), "b.gz"}, Framing::articles));
  EXPECT_FALSE((*reader.next())->origin->packed);
  EXPECT_EQ(reader.bytes_taken(), 5U);
}

}  // namespace
}  // namespace newswash
