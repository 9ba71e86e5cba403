// Where results go: standard output in one stream, a file for each article, or the input file itself.
// Data goes to standard output, messages go to standard error; only src/cli does either.
#pragma once

#include <newswash/result.h>
#include <newswash/source.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace newswash {

/// Buffered standard output. A closed pipe is no error: the rest is dropped and `closed` says so.
class StandardOutput {
 public:
  ~StandardOutput() = default;
  void write(std::string_view bytes);
  void flush();
  bool closed() const { return closed_; }
  const std::optional<Error>& error() const { return error_; }

 private:
  std::string buffer_;
  bool closed_ = false;
  std::optional<Error> error_;
};

/// Says `message` to the user: "newswash: message" on standard error.
void say(std::string_view message);

/// Names the files of --out: the input's path below the folder it was found in, with the format's ending.
/// Articles after the first of a source get a number. Never the same name twice in a run.
class OutputNames {
 public:
  OutputNames(std::string folder, std::string ending)
      : folder_(std::move(folder)), ending_(std::move(ending)) {}

  /// The path for record `record` (from 1) of `source`; an error if it is taken or is the input itself.
  Result<std::string> path_for(const Source& source, std::uint64_t record);

 private:
  std::string folder_;
  std::string ending_;
  std::map<std::string, std::string> taken_;  // path, and the source it was given to
};

}  // namespace newswash
