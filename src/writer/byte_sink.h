// Where written bytes go: standard output, a file (replace_file.h), either of them compressed
// (compressed_sink.h). Mine: the interface, plain descriptors, and choosing by the name of --out.
// Main type: ByteSink.
#pragma once

#include <newswash/result.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace newswash {

/// Takes bytes in order. After an error all further calls give the same error and do nothing. A sink that
/// was not closed has not delivered: a file's place is untouched, a compressed stream lacks its end.
class ByteSink {
 public:
  ByteSink() = default;
  ByteSink(const ByteSink&) = delete;
  ByteSink& operator=(const ByteSink&) = delete;
  virtual ~ByteSink() = default;

  virtual std::optional<Error> write(std::string_view bytes) = 0;

  /// What was written so far can be read at the other end (of a compressed stream, too).
  virtual std::optional<Error> flush() = 0;

  /// Ends the stream; a file takes its place now. Once.
  virtual std::optional<Error> close() = 0;

  /// Whether the reader of the pipe has left: no error, but the rest is dropped.
  virtual bool reader_gone() const { return false; }
};

/// Buffered writing to an open descriptor, which stays open. `name` is for messages.
class DescriptorSink final : public ByteSink {
 public:
  DescriptorSink(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}

  std::optional<Error> write(std::string_view bytes) override;
  std::optional<Error> flush() override;
  std::optional<Error> close() override { return flush(); }
  bool reader_gone() const override { return gone_; }

 private:
  void put(std::string_view bytes);

  int descriptor_;
  std::string name_;
  std::string buffer_;
  bool gone_ = false;
  std::optional<Error> error_;
};

enum class Compression : std::uint8_t { none, gzip, zstd };

/// By the name's ending: ".gz", ".zst", else none.
Compression compression_of(std::string_view name) noexcept;

/// ".gz", ".zst" or nothing.
std::string_view ending_of(Compression compression) noexcept;

/// `name` without the ending of its compression.
std::string_view without_compression(std::string_view name) noexcept;

/// Opens "-" (standard output) or a file, compressed as its name says. A file is written beside its place
/// and takes it when closed; a device or named pipe is written to directly.
Result<std::unique_ptr<ByteSink>> open_sink(const std::string& path);

}  // namespace newswash
