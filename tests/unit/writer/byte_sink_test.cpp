// Sinks by name: what was written comes back, compressed or not, and nothing stands at a file's place before
// it is closed.
#include "writer/byte_sink.h"

#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <cstdlib>

#include "scratch_folder.h"

namespace newswash {
namespace {

namespace fs = std::filesystem;

std::string unzipped(const std::string& path) {
  gzFile file = gzopen(path.c_str(), "rb");
  std::string all(1 << 22, '\0');
  const int size = gzread(file, all.data(), static_cast<unsigned>(all.size()));
  gzclose(file);
  return all.substr(0, size < 0 ? 0 : static_cast<std::size_t>(size));
}

std::string unzstd(const std::string& bytes) {
  std::string all(1 << 22, '\0');
  ZSTD_DCtx* context = ZSTD_createDCtx();  // as a stream: a frame that was flushed does not state its size
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  ZSTD_outBuffer out{all.data(), all.size(), 0};
  std::size_t left = 1;
  while (in.pos < in.size && ZSTD_isError(left) == 0) left = ZSTD_decompressStream(context, &out, &in);
  ZSTD_freeDCtx(context);
  return left == 0 ? all.substr(0, out.pos) : "error";
}

std::string text_of(std::size_t size) {
  std::string text;
  for (std::uint32_t number = 1; text.size() < size; number = number * 1664525U + 1013904223U) {
    text += std::to_string(number) + ' ';
  }
  return text;
}

std::string name_of(std::string stem, std::string_view ending) {
  return stem.append(ending);
}

std::string written(const testing::ScratchFolder& folder, std::string_view name, std::string_view text,
                    std::size_t piece) {
  auto sink = open_sink(folder.path(name));
  EXPECT_TRUE(sink);
  for (std::size_t at = 0; at < text.size(); at += piece)
    EXPECT_FALSE((*sink)->write(text.substr(at, piece)));
  EXPECT_FALSE(fs::exists(folder.path(name)));
  EXPECT_FALSE((*sink)->close());
  return folder.read(name);
}

TEST(ByteSink, ComesBackAsItWas) {
  const testing::ScratchFolder folder;
  for (const std::size_t size : {0U, 1U, 70000U, 1000000U}) {
    const std::string text = text_of(size);
    EXPECT_EQ(written(folder, name_of(std::to_string(size), ".jsonl"), text, 999), text);
    written(folder, name_of(std::to_string(size), ".gz"), text, 999);
    EXPECT_EQ(unzipped(folder.path(name_of(std::to_string(size), ".gz"))), text);
    EXPECT_EQ(unzstd(written(folder, name_of(std::to_string(size), ".zst"), text, 999)), text);
  }
}

TEST(ByteSink, TheSameBytesHoweverTheyCome) {
  const testing::ScratchFolder folder;
  const std::string text = text_of(300000);
  for (const std::string_view ending : {".gz", ".zst"}) {
    const std::string once = written(folder, name_of("once", ending), text, text.size());
    EXPECT_EQ(once, written(folder, name_of("pieces", ending), text, 7)) << ending;
  }
}

TEST(ByteSink, FlushedBytesCanBeRead) {
  const testing::ScratchFolder folder;
  for (const std::string_view ending : {".gz", ".zst"}) {
    auto sink = open_sink(folder.path(name_of("f", ending)));
    ASSERT_TRUE(sink);
    EXPECT_FALSE((*sink)->write("first line\n"));
    EXPECT_FALSE((*sink)->flush());
    EXPECT_FALSE((*sink)->write("second line\n"));
    EXPECT_FALSE((*sink)->close());
  }
  EXPECT_EQ(unzipped(folder.path("f.gz")), "first line\nsecond line\n");
  EXPECT_EQ(unzstd(folder.read("f.zst")), "first line\nsecond line\n");
}

TEST(ByteSink, NothingIsLeftOfOneThatWasNotClosed) {
  const testing::ScratchFolder folder;
  {
    auto sink = open_sink(folder.path("a.gz"));
    ASSERT_TRUE(sink);
    EXPECT_FALSE((*sink)->write(text_of(200000)));
  }
  EXPECT_TRUE(fs::is_empty(folder.path("")));
}

TEST(ByteSink, AFullDeviceIsAnError) {
  if (!fs::exists("/dev/full")) return;
  auto sink = open_sink("/dev/full");
  ASSERT_TRUE(sink);
  (void)(*sink)->write("x");
  const auto failed = (*sink)->close();
  ASSERT_TRUE(failed);
  EXPECT_EQ(failed->code, ErrorCode::write_failed);
  EXPECT_TRUE(fs::exists("/dev/full"));
}

TEST(ByteSink, NamesOfCompression) {
  EXPECT_EQ(compression_of("a.jsonl.gz"), Compression::gzip);
  EXPECT_EQ(compression_of("a.zst"), Compression::zstd);
  EXPECT_EQ(compression_of("a.gz.txt"), Compression::none);
  EXPECT_EQ(without_compression("a.jsonl.zst"), "a.jsonl");
  EXPECT_EQ(without_compression("a.txt"), "a.txt");
}

}  // namespace
}  // namespace newswash
