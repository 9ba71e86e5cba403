// Where a run's results go: one stream, a tree of files, shards, or back into the input files. Mine: which of
// them, what stands between two results, and which sources a continued run need not read. Not mine: bytes
// (writer/byte_sink.h), names (output.h), whole files (writer/replace_file.h).
#pragma once

#include <memory>
#include <string_view>

#include "cli/block.h"
#include "cli/options.h"
#include "writer/run_manifest.h"

namespace newswash {

class Destination {
 public:
  virtual ~Destination() = default;

  /// Where the input is to be taken up: all zero for a new run. Asked once, before anything is read.
  virtual InputPlace start() const { return {}; }

  /// Whether there is nothing to do for the source, or else for one of its records: then it is passed over.
  /// Asked by the thread that reads, source by source, while another may be in `take`.
  virtual Result<bool> is_done(const Source& /*source*/) { return false; }
  virtual bool is_done(const RawArticle& /*record*/) { return false; }

  /// Why the record's source can't be taken, if so: the rest of it is left unread. Asked by the thread that
  /// reads, for each record.
  virtual std::optional<Error> refuses(const RawArticle& /*record*/) const { return std::nullopt; }

  /// Takes one result. An error of code write_failed ends the run; any other is the record's own.
  virtual std::optional<Error> take(BlockItem& item, std::string_view result) = 0;

  /// A record, or a source that could not be opened, gave no result.
  virtual void rejected(const BlockItem& /*item*/) {}

  /// The source was read to its end; `complete` if none of its records was rejected.
  virtual std::optional<Error> end_source(const Source& /*source*/, bool /*complete*/) {
    return std::nullopt;
  }

  /// No result will come any more. Not called where the run was broken off: what is unfinished stays away.
  virtual std::optional<Error> finish() { return std::nullopt; }

  /// Nobody reads what is written: the rest may be left undone.
  virtual bool closed() const { return false; }
};

/// The one that the options name. Fails where it can't be written to, or where --resume finds another run.
Result<std::unique_ptr<Destination>> make_destination(const Options& options);

/// One stream at `path` ("-": standard output); `separator` stands between two results.
Result<std::unique_ptr<Destination>> make_stream_destination(const std::string& path,
                                                             std::string_view separator, bool flush_each);

/// Folders: a file for each article, a file for each source (JSON Lines), or shards.
Result<std::unique_ptr<Destination>> make_folder_destination(const Options& options);

}  // namespace newswash
