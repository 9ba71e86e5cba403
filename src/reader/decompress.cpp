// zlib's inflate, zstd's streaming decoder, libarchive's filters.
#include "reader/decompress.h"

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <vector>

#include "reader/archive_source.h"

namespace newswash {
namespace {

/// The packed bytes, a block at a time, and how many were used.
class Packed {
 public:
  explicit Packed(ByteStream& from) : from_(from), block_(kStreamBlock) {}

  /// Bytes not used yet; reads where there are none. None at the end.
  Result<std::string_view> rest() {
    if (begin_ < end_) return std::string_view(block_.data() + begin_, end_ - begin_);
    auto got = from_.read(block_.data(), block_.size());
    if (!got) return got.error();
    begin_ = 0;
    end_ = *got;
    return std::string_view(block_.data(), end_);
  }
  void use(std::size_t bytes) {
    begin_ += bytes;
    used_ += bytes;
  }
  Error error(std::string_view what) const {
    return {ErrorCode::unreadable, {}, fmt::format("{} (byte {} of the packed file)", what, used_), {}};
  }

 private:
  ByteStream& from_;
  std::vector<char> block_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t used_ = 0;
};

class GzipStream : public ByteStream {
 public:
  explicit GzipStream(ByteStream& from) : packed_(from) {
    constexpr int kGzipOnly = 15 + 16;
    usable_ = inflateInit2(&inflate_, kGzipOnly) == Z_OK;
  }
  ~GzipStream() override {
    if (usable_) inflateEnd(&inflate_);
  }

  Result<std::size_t> read(char* into, std::size_t room) override {
    if (!usable_) return packed_.error("the gzip data can't be unpacked: not enough memory");
    for (std::size_t got = 0; !ended_;) {
      auto input = packed_.rest();
      if (!input) return ended_ = true, input.error();
      if (input->empty()) return end_of_input(got);
      if (between_ && !begin_member(*input)) return fail("what follows the gzip data is no gzip data");
      if (ended_) return got;
      const int status = step(*input, into, room, got);
      if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR && got == 0)
        return fail("the gzip data is damaged");
      if (got > 0) return got;  // a fault is met again, without anything before it
    }
    return std::size_t{0};
  }

 private:
  int step(std::string_view input, char* into, std::size_t room, std::size_t& got) {
    inflate_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
    inflate_.avail_in = static_cast<uInt>(input.size());
    inflate_.next_out = reinterpret_cast<Bytef*>(into);
    const auto given = static_cast<uInt>(std::min<std::size_t>(room, 1U << 30U));
    inflate_.avail_out = given;
    const int status = inflate(&inflate_, Z_NO_FLUSH);
    packed_.use(input.size() - inflate_.avail_in);
    got = given - inflate_.avail_out;
    between_ = status == Z_STREAM_END;
    return status;
  }

  /// Zero bytes pad the last member on tapes and disks; they end the stream.
  bool begin_member(std::string_view input) {
    between_ = false;
    if (input[0] == '\0') ended_ = true;
    if (!ended_) inflateReset(&inflate_);
    return ended_ || input[0] == '\x1F';
  }

  Result<std::size_t> end_of_input(std::size_t got) {
    ended_ = true;
    if (got > 0 || between_) return got;
    return packed_.error("the gzip data ends too early");
  }

  Error fail(std::string_view what) {
    ended_ = true;
    return packed_.error(what);
  }

  Packed packed_;
  z_stream inflate_{};
  bool usable_ = false;
  bool between_ = false;  // two members
  bool ended_ = false;
};

class ZstdStream : public ByteStream {
 public:
  explicit ZstdStream(ByteStream& from) : packed_(from), zstd_(ZSTD_createDStream(), ZSTD_freeDStream) {
    wanted_ = ZSTD_initDStream(zstd_.get());
  }

  Result<std::size_t> read(char* into, std::size_t room) override {
    ZSTD_outBuffer out{into, room, 0};
    while (!ended_ && out.pos == 0) {
      // What was decoded but had no room comes first, without new input.
      const bool fresh = !full_;
      std::string_view input;
      if (fresh) {
        auto rest = packed_.rest();
        if (!rest) return ended_ = true, rest.error();
        if (rest->empty()) return end_of_input();
        input = rest->substr(0, std::max<std::size_t>(wanted_, 1));  // a block: a fault takes none before it
      }
      if (const auto failed = step(input, out)) return *failed;
    }
    return out.pos;
  }

 private:
  std::optional<Error> step(std::string_view input, ZSTD_outBuffer& out) {
    ZSTD_inBuffer in{input.data(), input.size(), 0};
    const std::size_t status = ZSTD_decompressStream(zstd_.get(), &out, &in);
    packed_.use(in.pos);
    if (ZSTD_isError(status) != 0) {
      ended_ = true;
      return packed_.error(fmt::format("the zstd data is damaged: {}", ZSTD_getErrorName(status)));
    }
    full_ = out.pos == out.size && status != 0;
    between_ = status == 0;
    wanted_ = status;
    return std::nullopt;
  }

  Result<std::size_t> end_of_input() {
    ended_ = true;
    if (between_) return std::size_t{0};
    return packed_.error("the zstd data ends too early");
  }

  Packed packed_;
  std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> zstd_;
  std::size_t wanted_ = 0;
  bool full_ = false;
  bool between_ = true;  // two frames
  bool ended_ = false;
};

/// libarchive's "raw" format: one member that is the unpacked data.
class FilterStream : public ByteStream {
 public:
  FilterStream(ContentKind kind, ByteStream& from) : source_(from) {
    archive* const reader = source_.get();
    if (kind == ContentKind::xz) archive_read_support_filter_xz(reader);
    if (kind == ContentKind::bzip2) archive_read_support_filter_bzip2(reader);
    if (kind == ContentKind::lz4) archive_read_support_filter_lz4(reader);
    archive_read_support_format_raw(reader);
    archive_read_support_format_empty(reader);
  }

  Result<std::size_t> read(char* into, std::size_t room) override {
    if (!opened_ && !open()) return fail();
    if (ended_) return std::size_t{0};
    const la_ssize_t got = archive_read_data(source_.get(), into, room);
    if (got < 0) return fail();
    ended_ = got == 0;
    return static_cast<std::size_t>(got);
  }

 private:
  bool open() {
    opened_ = true;
    archive_entry* entry = nullptr;
    if (source_.open() != ARCHIVE_OK) return false;
    const int status = archive_read_next_header(source_.get(), &entry);
    ended_ = status == ARCHIVE_EOF;
    return ended_ || status >= ARCHIVE_WARN;
  }
  Error fail() {
    ended_ = true;
    return source_.error("the packed data is damaged");
  }

  ArchiveSource source_;
  bool opened_ = false;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ByteStream> unpacked(ContentKind kind, ByteStream& packed) {
  if (kind == ContentKind::gzip) return std::make_unique<GzipStream>(packed);
  if (kind == ContentKind::zstd) return std::make_unique<ZstdStream>(packed);
  return std::make_unique<FilterStream>(kind, packed);
}

}  // namespace newswash
