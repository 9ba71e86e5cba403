// Opens a Source and gives its text: a plain file as it is, compressed ones unpacked, archives member by
// member; told by content, never by name. Mine: putting the streams together. Not mine: records
// (record_cutter.h).
#pragma once

#include <newswash/source.h>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "reader/archive.h"
#include "reader/byte_stream.h"
#include "reader/content_kind.h"
#include "reader/file_stream.h"

namespace newswash {

/// A stream whose first bytes can be looked at before they are read.
class PeekedStream : public ByteStream {
 public:
  PeekedStream() : head_(kStreamBlock) {}

  /// Reads the first bytes of `from`, enough to tell what it is; no more than one read where that is enough.
  /// A failure is kept for read().
  void begin(ByteStream& from);
  std::string_view peek() const { return {head_.data() + begin_, end_ - begin_}; }
  Result<std::size_t> read(char* into, std::size_t room) override;

 private:
  ByteStream* from_ = nullptr;
  std::vector<char> head_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::optional<Error> failed_;
};

/// A compressed stream and what it holds.
struct UnpackedLayer {
  std::unique_ptr<ByteStream> unpacked;
  std::unique_ptr<PeekedStream> peeked;
};

class ByteInput : public ByteStream {
 public:
  std::optional<Error> open(const Source& source);

  struct Member {
    std::string name;     // "" where the source is no archive, else its safe relative path
    bool packed = false;  // was compressed, or a member of an archive
  };

  /// Goes to the next stream of text; nothing when there are no more. After an error the rest is tried.
  std::optional<Result<Member>> next_member();

  /// The stream's bytes; 0 at its end.
  Result<std::size_t> read(char* into, std::size_t room) override;

  std::uint64_t taken() const { return file_.taken(); }
  void on_wait(std::function<void()> waits) { file_.on_wait(std::move(waits)); }

 private:
  std::optional<Result<Member>> begin();
  std::optional<Result<Member>> next_in_archive();
  void open_archive(ContentKind kind, ByteStream& from);

  FileStream file_;
  PeekedStream first_;                 // of the file
  std::vector<UnpackedLayer> layers_;  // on the file, outermost last
  std::unique_ptr<Archive> archive_;
  PeekedStream member_first_;
  std::vector<UnpackedLayer> member_layers_;
  ByteStream* text_ = nullptr;
  bool begun_ = false;
};

}  // namespace newswash
