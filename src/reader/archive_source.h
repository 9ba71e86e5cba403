// A libarchive reader that draws from a ByteStream, or seeks in a file where it can.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <newswash/result.h>

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "reader/byte_stream.h"
#include "reader/file_stream.h"

namespace newswash {

class ArchiveSource {
 public:
  /// With a `file` that can seek, libarchive may do so; `from` then is not read.
  explicit ArchiveSource(ByteStream& from, FileStream* file = nullptr);

  archive* get() const { return archive_.get(); }
  int open();

  /// The stream's own error where it had one, else libarchive's, with `what` before it.
  Error error(std::string_view what) const;

 private:
  static la_ssize_t read(archive* reader, void* self, const void** block);
  static la_int64_t seek(archive* reader, void* self, la_int64_t offset, int whence);

  ByteStream& from_;
  FileStream* file_;
  std::vector<char> block_;
  std::optional<Error> failed_;
  std::unique_ptr<archive, decltype(&archive_read_free)> archive_;
};

}  // namespace newswash
