// One stream of JSON Lines cut into files of about one size: part-00000.jsonl, part-00001.jsonl, … Mine: when
// a shard is full, that it appears whole or not at all, and continuing an interrupted run. Not mine: the
// lines (json.h) and passing over the input that is done (the batch loop).
// Neighbours: run_manifest.h holds what is remembered; folder_writer.h is the same for a tree of files.
#pragma once

#include <memory>
#include <string>

#include "writer/byte_sink.h"
#include "writer/run_manifest.h"

namespace newswash {

struct ShardOptions {
  std::string folder;
  std::string stem = "part";
  std::string ending = ".jsonl";            // with that of the compression: ".jsonl.zst"
  std::uint64_t shard_bytes = 256U << 20U;  // before compression; a single longer line is a shard of its own
  std::string options;                      // see RunManifest
  std::vector<std::string> inputs;
  bool resume = false;
};

/// Calls come in the order of the input, from one thread at a time. A shard holds whole results; where it
/// ends depends on the results and shard_bytes alone, so that a continued run gives the same files as one
/// that was never stopped.
class ShardWriter {
 public:
  /// Makes the folder. Without `resume` a folder that has shards of that stem is refused (bad_value); with
  /// it, a run of other options or inputs is, and a finished shard that is gone or has another size.
  std::optional<Error> open(ShardOptions options);

  /// Where the input is to be taken up: pass over that many sources unopened, then that many records. All
  /// zero for a new run.
  const InputPlace& start() const { return manifest_.place; }

  /// Takes the result of one input record, or nothing for one that was rejected. `after` is the place right
  /// behind that record, as start() counts: its source is not done while it may have more records.
  std::optional<Error> write(std::string_view result, const InputPlace& after);

  /// Ends the last shard and the run. A run without results has no shard.
  std::optional<Error> finish();

  /// Bytes that went to shards, before compression.
  std::uint64_t bytes() const { return all_bytes_; }

 private:
  std::string shard_path(std::size_t number) const;
  std::optional<Error> check_shards() const;
  std::optional<Error> refuse_strangers() const;
  std::optional<Error> end_shard();

  ShardOptions options_;
  RunManifest manifest_;
  std::unique_ptr<ByteSink> shard_;
  std::uint64_t shard_size_ = 0;
  std::uint64_t all_bytes_ = 0;
  InputPlace used_;  // up to the last record that was written
};

}  // namespace newswash
