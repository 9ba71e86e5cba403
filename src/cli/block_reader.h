// The first stage of a run: walks the sources and fills blocks with their records. Mine: which source is
// next and where a block ends. Not mine: reading a source (newswash/source.h), what a record means
// (block_worker.h).
#pragma once

#include "cli/block.h"
#include "cli/options.h"

namespace newswash {

class BlockReader {
 public:
  explicit BlockReader(const Options& options);

  /// Fills `block` with the next records; false where nothing is left.
  bool next(Block& block);

  /// True once anything was named, found or failed: else there was nothing to read.
  bool any_source() const { return any_source_; }

 private:
  bool open_next(Block& block);
  void add_record(Block& block, const RawArticle& article);
  bool full(const Block& block) const;

  const Options& options_;
  SourceWalker walker_;
  RecordReader reader_;
  std::shared_ptr<const Source> source_;  // the one that is open
  bool any_source_ = false;
};

}  // namespace newswash
