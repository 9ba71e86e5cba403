// Cuts a stream of bytes into records. Mine: the buffer, the counting, the cap, the order of errors and
// records. Not mine: where a record ends (framer.h), where the bytes come from (byte_input.h).
#pragma once

#include <newswash/source.h>

#include <cstdlib>
#include <memory>
#include <optional>

#include "reader/byte_stream.h"
#include "reader/framer.h"

namespace newswash {

/// Bytes that were read and not used yet. Grows by realloc, so that the pages of a large record are moved,
/// not copied, and what was not written takes no memory.
class RecordBuffer {
 public:
  std::string_view view() const { return {bytes_.get() + begin_, end_ - begin_}; }
  /// Room for `size` bytes behind the last one.
  char* room(std::size_t size);
  void added(std::size_t bytes) { end_ += bytes; }
  void drop(std::size_t bytes) { begin_ += bytes; }
  void clear() { begin_ = end_ = 0; }
  /// Gives the memory away and goes on with a copy of what was not used yet.
  RecordMemory hand_over();

 private:
  RecordMemory bytes_;
  std::size_t size_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

class RecordCutter {
 public:
  /// Starts with a new stream. `origin`'s framing and columns are set before the first record is given.
  void start(ByteStream& from, const ReaderOptions& options, std::shared_ptr<RecordOrigin> origin);

  void stop() { done_ = true; }
  RecordMemory hand_over() { return buffer_.hand_over(); }

  /// As RecordReader::next, for this stream.
  std::optional<Result<RawArticle>> next();

 private:
  std::optional<Error> fill();
  void begin();
  std::optional<Result<RawArticle>> take(const Cut& cut);
  void pass_large();
  Error error(ErrorCode code, std::string_view message) const;
  void drop(std::size_t bytes);

  ByteStream* from_ = nullptr;
  ReaderOptions options_;
  std::shared_ptr<RecordOrigin> origin_;
  std::unique_ptr<Framer> framer_;
  RecordBuffer buffer_;
  std::optional<Error> pending_;
  bool at_end_ = true;
  bool done_ = true;
  bool large_ = false;  // the record under way is above the cap; its first bytes are gone
  std::uint64_t records_ = 0;
  std::uint64_t lines_ = 1;
  std::uint64_t offset_ = 0;
  std::uint64_t large_line_ = 0;
  std::uint64_t large_offset_ = 0;
};

}  // namespace newswash
