// Where results go: standard output in one stream, one file, a file for each article, or the input file
// itself. Data goes to standard output, messages go to standard error; only src/cli does either.
// Mine: what --out means and what the files are called. Not mine: writing them (writer/byte_sink.h,
// writer/folder_writer.h, writer/shard_writer.h).
#pragma once

#include <fmt/format.h>
#include <newswash/result.h>
#include <newswash/source.h>

#include <optional>
#include <string>
#include <string_view>

#include "writer/byte_sink.h"
#include "writer/file_name.h"

namespace newswash {

/// Says `message` to the user: "newswash: message" on standard error.
void say(std::string_view message);

/// Writes `text` to standard output through stdio: help and listings. Never throws; finish_printing tells
/// what became of it.
void print_text(std::string_view text);

template <typename... Args>
void print(fmt::format_string<Args...> format, Args&&... args) {
  print_text(fmt::format(format, std::forward<Args>(args)...));
}

/// Standard output is a terminal, and NO_COLOR (no-color.org) is not set.
bool colour_wanted();

/// `status`, or 2 with a message where something printed could not be written. A closed pipe is no error.
int finish_printing(int status);

/// What --out names.
struct OutputTarget {
  enum class Kind : std::uint8_t { standard_output, file, folder };
  Kind kind = Kind::standard_output;
  std::string path;
  std::string_view format;  // of a file: ".txt", ".json", ".jsonl" or ".md" where its name says so
};

/// Nothing or "-" is standard output. A folder is what exists as one, ends in '/', or has none of the endings
/// .txt .json .jsonl .md .gz .zst (in lower case). All else is a file, and so is what exists and is no
/// folder.
OutputTarget output_target(const std::string& out);

/// Whether both name the same plain file, be it through a link.
bool is_same_file(const std::string& a, const std::string& b);

/// Names the files of --out: the input's path below the folder it was found in, with the format's ending.
/// Never the same name twice in a run. Names depend on the order of the calls only where two inputs collide,
/// so the calls come in the order of the input.
class OutputNames {
 public:
  OutputNames(std::string folder, std::string ending)
      : folder_(std::move(folder)), ending_(std::move(ending)) {}

  /// Where the first record of `source` goes, if the name is not taken.
  std::string plain_path(const Source& source) const;

  /// The path for record `record` (from 1) of `source`: records after the first get their number. An error if
  /// it is taken or is the input itself.
  Result<std::string> path_for(const Source& source, std::uint64_t record);

  /// The same, named by the record's own id in a folder named like the source (standard input: in no folder).
  /// An id that is taken, capitals aside, gets the record's number; one that is empty has nothing else.
  Result<std::string> path_for(const Source& source, std::uint64_t record, std::string_view id);

 private:
  Result<std::string> give(std::string path, const Source& source);

  std::string folder_;
  std::string ending_;
  NameSet taken_;
};

}  // namespace newswash
