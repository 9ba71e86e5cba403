// The file of --rejects: what gave no result, as JSON Lines, so that it can be mended and run again.
#pragma once

#include "cli/block.h"
#include "writer/byte_sink.h"

namespace newswash {

class RejectFile {
 public:
  /// Begins the file; it takes its place when it is closed.
  std::optional<Error> open(const std::string& path);
  bool is_open() const { return sink_ != nullptr; }

  /// One line: file, record, line, offset, code, reason, and the record's bytes as `input` where they are
  /// text (null where they are not, or were never read).
  std::optional<Error> add(const Error& error, const BlockItem& item);
  std::optional<Error> close();

 private:
  std::unique_ptr<ByteSink> sink_;
  std::string line_;
};

}  // namespace newswash
