// The files in a tar or zip, one after another, streamed. Mine: which members are read and what their names
// may be. Not mine: what is in them (byte_input.h).
#pragma once

#include <optional>
#include <string>

#include "reader/archive_source.h"
#include "reader/content_kind.h"

namespace newswash {

/// A member's name as a relative path without "." steps ("inner/a.txt"); an error's sentence for one that
/// could lead out of a folder or forge a message: "..", a root, a drive, control characters.
Result<std::string> safe_member_name(std::string_view name);

class Archive : public ByteStream {
 public:
  /// `kind` is tar or zip. `file`: see ArchiveSource.
  Archive(ContentKind kind, ByteStream& from, FileStream* file = nullptr);

  /// Goes to the next regular file that is not hidden and gives its name; nothing at the end. After an error
  /// the rest is tried.
  std::optional<Result<std::string>> next_member();

  /// The member's bytes.
  Result<std::size_t> read(char* into, std::size_t room) override;

 private:
  std::optional<Result<std::string>> fail();

  ContentKind kind_;
  ArchiveSource source_;
  bool opened_ = false;
  bool ended_ = false;  // the archive
  bool member_ended_ = true;
};

}  // namespace newswash
