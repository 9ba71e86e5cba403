// A file or standard input, read with read(2) and nothing between.
#pragma once

#include <newswash/source.h>

#include <functional>
#include <optional>

#include "reader/byte_stream.h"

namespace newswash {

class FileStream : public ByteStream {
 public:
  FileStream() = default;
  ~FileStream() override;

  /// "-" is standard input, which is never closed. What was open before is closed.
  std::optional<Error> open(const std::string& path);
  Result<std::size_t> read(char* into, std::size_t room) override;

  /// Moves to `offset` from `whence` as lseek does; -1 where the file can't.
  std::int64_t seek(std::int64_t offset, int whence);

  /// Bytes read since open.
  std::uint64_t taken() const { return taken_; }

  /// `waits` is called before a read that has to wait for the other end of a pipe.
  void on_wait(std::function<void()> waits) { waits_ = std::move(waits); }

 private:
  void close_file();
  bool would_wait() const;

  int descriptor_ = -1;
  std::uint64_t taken_ = 0;
  std::function<void()> waits_;
};

}  // namespace newswash
