// Writes a whole file or none of it: without a name, or where the file system has no such files beside its
// place under a name that begins with a dot, then put into it. Killed at any moment, a run leaves the old
// file or the new one, never a part; what it leaves beside them ("."NAME".newswash-…") the next run takes
// away (remove_leftovers). Not mine: surviving a power cut; nothing is synced to the disk.
#pragma once

#include <newswash/result.h>

#include <optional>
#include <string>
#include <string_view>

#include "writer/byte_sink.h"

namespace newswash {

/// Puts `bytes` at `path`; folders on the way are made. An existing file keeps its mode and, where that is
/// allowed, its owner; a symbolic link stays one and what it points to is replaced, and a file that holds the
/// same bytes already is not touched.
std::optional<Error> replace_file(const std::string& path, std::string_view bytes);

/// The same as a stream. Destroyed or opened again without close, nothing changes at the place. A device or
/// a named pipe at the place is written to directly.
class ReplacedFile final : public ByteSink {
 public:
  ReplacedFile() = default;
  ~ReplacedFile() override { discard(); }

  /// `at_once`: all of it is written now. It has a name beside its place then, which costs less than none.
  std::optional<Error> open(const std::string& path, bool at_once = false);
  std::optional<Error> write(std::string_view bytes) override;
  std::optional<Error> flush() override;
  std::optional<Error> close() override;  // the file takes its place
  void discard();

 private:
  std::optional<Error> create(bool at_once);
  bool create_nameless();
  bool take_place();
  std::optional<Error> fail(int number);
  bool put(std::string_view bytes);

  int descriptor_ = -1;
  unsigned mode_ = 0;  // of the file to be replaced
  unsigned owner_ = 0, group_ = 0;
  bool direct_ = false;    // a device: there is nothing to replace
  bool nameless_ = false;  // the file has no name yet
  std::string target_;
  std::string beside_;
  std::string buffer_;
  std::optional<Error> error_;
};

/// Takes away what killed runs left in `folder` itself; files that a live run writes stay. Returns how many.
std::size_t remove_leftovers(const std::string& folder);

}  // namespace newswash
