// Where articles come from: files, folders, standard input, lists of names. Mine: finding and reading them,
// one record at a time. Not mine: what the bytes mean (decode.h, clean.h).
#pragma once

#include <newswash/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newswash {

/// A place that bytes come from.
struct Source {
  std::string path;      // "-" is standard input
  std::string relative;  // below the folder it was found in; the file's name where it was named itself
  std::string_view name() const { return path == "-" ? std::string_view("<stdin>") : std::string_view(path); }
};

/// One article's bytes as they stand in their source.
struct RawArticle {
  std::string_view bytes;
  std::uint64_t record = 0;  // counts from 1 in its source
  std::uint64_t line = 1;    // the source's line that it begins on, from 1
  std::uint64_t offset = 0;  // bytes from the source's start
};

/// What to read. Folders are walked in the order of their sorted names; hidden entries are passed over.
struct SourceOptions {
  std::vector<std::string> inputs;   // files, folders, "-"
  std::string files0_from;           // a file ("-": standard input) of names, each ended by a NUL byte
  std::vector<std::string> include;  // globs; a file in a folder must match one of them, where there are any
  std::vector<std::string> exclude;  // globs; a file or folder that matches one is passed over
};

/// Walks what SourceOptions names, one source at a time. A glob with a slash is matched against the path
/// below the folder that was named, one without against the last name. Files named themselves are not
/// filtered.
class SourceWalker {
 public:
  explicit SourceWalker(SourceOptions options);

  /// The next source; nothing at the end; an error for one that can't be had, after which the walk goes on.
  std::optional<Result<Source>> next();

 private:
  struct Pending {
    std::string path;
    std::string relative;
    bool named = false;  // by the user, not found in a folder
  };

  bool load_names(Error& error);
  bool wanted(const std::string& relative, bool is_folder) const;
  std::optional<Error> open_folder(const Pending& folder);

  SourceOptions options_;
  std::vector<Pending> pending_;  // last first
  bool names_loaded_ = false;
};

/// How a stream of bytes falls into records.
enum class Framing : std::uint8_t {
  articles,  // text; a line that holds nothing but a form feed stands between two articles
  lines,     // one record a line
};

/// Reads records from a file or standard input with a buffer that grows to the largest record, no further.
class RecordReader {
 public:
  RecordReader() = default;
  ~RecordReader();
  RecordReader(const RecordReader&) = delete;
  RecordReader& operator=(const RecordReader&) = delete;

  /// Opens a source; one that was open before is closed.
  std::optional<Error> open(const Source& source, Framing framing);

  /// The next record, without its end; nothing at the end of the source. Its bytes live until the next call.
  /// An article source without bytes has one empty record; empty lines are no records.
  std::optional<Result<RawArticle>> next();

 private:
  bool fill(Error& error);
  std::size_t find_separator(std::size_t from, std::size_t& after) const;

  int descriptor_ = -1;
  Framing framing_ = Framing::articles;
  std::string name_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;    // of what is not used yet
  std::size_t end_ = 0;      // of what was read
  std::size_t scanned_ = 0;  // up to here there is no end of a record
  bool at_end_ = false;
  bool whole_ = false;  // UTF-16 or UTF-32: the bytes are not split
  std::uint64_t records_ = 0;
  std::uint64_t lines_ = 1;
  std::uint64_t offset_ = 0;
};

}  // namespace newswash
