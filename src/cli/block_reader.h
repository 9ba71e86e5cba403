// The first stage of a run: walks the sources and fills blocks with their records. Mine: which source is
// next and where a block ends. Not mine: reading a source (newswash/source.h), what a record means
// (block_worker.h).
#pragma once

#include "cli/block.h"
#include "cli/destination.h"
#include "cli/options.h"
#include "text/fnv.h"

namespace newswash {

class BlockReader {
 public:
  /// Passes over what `destination` has from an earlier run.
  BlockReader(const Options& options, Destination& destination);

  /// Fills `block` with the next records; false where nothing is left.
  bool next(RecordBlock& block);

  /// True once anything was named, found or failed: else there was nothing to read.
  bool any_source() const { return sources_ > 0; }
  std::uint64_t sources() const { return sources_; }

 private:
  bool open_next(RecordBlock& block);
  void count_source(const Result<Source>& source);
  bool report_lost_place(RecordBlock& block);
  void add_record(RecordBlock& block, const RawArticle& article);
  void add_error(RecordBlock& block, const Error& error);
  void end_source(RecordBlock& block);
  bool pass_over(const Source& source, RecordBlock& block);
  bool full(const RecordBlock& block) const;

  const Options& options_;
  Destination& destination_;
  const InputPlace start_;
  SourceWalker walker_;
  RecordReader reader_;
  std::shared_ptr<const Source> opened_;  // the one that is open
  std::shared_ptr<const Source> source_;  // the same, or the member of it that is read
  std::uint64_t sources_ = 0;             // named, found or failed so far
  std::uint64_t names_ = kFnvStart;       // a hash of their names …
  std::uint64_t names_before_ = 0;        // … but for the last one's
  std::uint64_t records_ = 0;             // read from the open source
  bool lost_ = false;                     // the place to go on from is gone, which was said
};

}  // namespace newswash
