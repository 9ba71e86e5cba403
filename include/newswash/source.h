// Where articles come from: files, folders, standard input, lists of names. Mine: finding and reading them,
// one record at a time. Not mine: what the bytes mean (decode.h, clean.h).
#pragma once

#include <newswash/result.h>

#include <cstdint>
#include <functional>
#include <memory>
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

/// How a stream of bytes falls into records.
enum class Framing : std::uint8_t {
  articles,    // text; a line that holds nothing but a form feed stands between two articles
  lines,       // JSON Lines: one record a line
  json_array,  // a JSON array, one record an element; or objects one after another, over many lines
  warc,        // Common Crawl WET and WARC: `conversion` and `resource` records of plain text
  csv,         // comma-separated, RFC 4180, the first record names the columns
  tsv,         // the same with tabs
  automatic,   // articles, lines, json_array or warc, as the first bytes show
};

/// What `automatic` takes a text for that begins with `first_bytes`. Never csv or tsv.
Framing detect(std::string_view first_bytes);

/// Where records come from: a file, or one member of an archive. Shared by the member's records; it does not
/// change once the first of them is out.
struct RecordOrigin {
  Source source;                        // of a member: "news.zip/inner/a.txt", and below the folder likewise
  Framing framing = Framing::articles;  // never automatic
  bool packed = false;                  // was compressed or in an archive: can't be replaced in place
  std::vector<std::string> columns;     // of csv and tsv
};

/// One article's bytes as they stand in their source, decompressed.
struct RawArticle {
  std::string_view bytes;
  std::uint64_t record = 0;  // counts from 1 in its origin
  std::uint64_t line = 1;    // the origin's line that it begins on, from 1
  std::uint64_t offset = 0;  // bytes from the origin's start
  std::shared_ptr<const RecordOrigin> origin;
};

/// What to read. Folders are walked in the order of their sorted names; hidden entries, pipes,
/// sockets and devices in them are passed over, and so are links that lead back to a folder on the way.
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
  /// A folder on the way to what is pending: a link that leads back to one of them is passed over.
  struct Folder {
    std::uint64_t device = 0, number = 0;
    std::shared_ptr<const Folder> parent;
  };
  struct Pending {
    std::string path;
    std::string relative;
    bool named = false;  // by the user, not found in a folder
    std::shared_ptr<const Folder> folder;
  };

  bool load_names(Error& error);
  bool wanted(const std::string& relative, bool is_folder) const;
  std::optional<Error> open_folder(const Pending& folder, std::shared_ptr<const Folder> entered);

  SourceOptions options_;
  std::vector<Pending> pending_;  // last first
  bool names_loaded_ = false;
};

struct ReaderOptions {
  Framing framing = Framing::articles;
  std::uint64_t max_record = std::uint64_t{64} << 20U;  // bytes; a larger record is passed over
};

/// Memory that a large record stands in.
struct FreeMemory {
  void operator()(char* bytes) const noexcept;
};
using RecordMemory = std::unique_ptr<char, FreeMemory>;

/// Reads the records of a file or of standard input, which may be compressed or an archive (told by content:
/// gzip, zstd, xz, bzip2, lz4, tar, zip), with a buffer that grows to the largest record, no further.
class RecordReader {
 public:
  RecordReader();
  ~RecordReader();
  RecordReader(const RecordReader&) = delete;
  RecordReader& operator=(const RecordReader&) = delete;

  /// Opens a source; one that was open before is closed.
  std::optional<Error> open(const Source& source, const ReaderOptions& options);
  std::optional<Error> open(const Source& source, Framing framing) {
    return open(source, ReaderOptions{framing});
  }

  /// The next record, without its end; nothing at the end of the source. Its bytes live until the next call,
  /// its origin as long as it is held. A text without bytes has one empty record; empty lines are no records.
  /// After an error (a record above the cap: too_large; a member that is damaged, …) the rest is tried: the
  /// error's position is where the record begins, in the origin named.
  std::optional<Result<RawArticle>> next();

  /// Hands over the memory that the last record stands in: its bytes live as long as that, and a large record
  /// need not be copied.
  RecordMemory hand_over();

  /// Bytes of the file that were read, for showing progress: of the packed file, where it is packed.
  std::uint64_t bytes_taken() const;

  /// `waits` is called, on the reading thread, before a read that would wait for the other end of a pipe.
  void on_wait(std::function<void()> waits);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newswash
