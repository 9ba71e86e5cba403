// A tree of output files that mirrors the input: each file whole or not at all, and the run can be continued.
// Mine: writing, the order that makes a source's first file the sign that the source is done, leftovers. Not
// mine: the names (cli/output.h). Neighbours: run_manifest.h, shard_writer.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "writer/file_name.h"
#include "writer/run_manifest.h"

namespace newswash {

struct FolderOptions {
  std::string folder;
  std::string options;  // see RunManifest
  std::vector<std::string> inputs;
  bool resume = false;
};

/// Calls come from one thread at a time; all records of a source, then end_source.
class FolderWriter {
 public:
  /// Makes the folder and its manifest. With `resume`, a run of other options or inputs is refused, and so
  /// is a folder with files but no manifest (bad_value).
  std::optional<Error> open(FolderOptions options);

  /// Whether the source whose first file is `first_path` is done: then it need not be read. Only a continued
  /// run says yes.
  bool is_done(const std::string& first_path) const;

  /// Takes one result. That of record 1 is written by end_source, after the others: while it isn't there
  /// the source isn't done.
  std::optional<Error> write(const std::string& path, std::uint64_t record, std::string_view result);
  std::optional<Error> end_source();

  std::optional<Error> finish();

 private:
  std::optional<Error> put(const std::string& path, std::string_view result);

  FolderOptions options_;
  NameSet cleaned_;  // folders that hold no leftovers any more
  std::string last_folder_;
  bool has_first_ = false;
  std::string first_path_;
  std::string first_;
};

}  // namespace newswash
