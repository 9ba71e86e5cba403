// What a run left in its output folder for the run that continues it (--resume): with which options it was
// made and how far it came. The file is ".newswash.json"; hidden, so that the folder can be read as input.
// Main type: RunManifest. Neighbours: shard_writer.h, folder_writer.h.
#pragma once

#include <newswash/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace newswash {

/// Up to where the input was used: `sources` whole sources, and then `records` records (results and rejects)
/// of the one named `source`. `names` is a hash of the names of those before it: where it is another one,
/// other sources stand there now, and passing over as many would lose some and take others twice.
struct InputPlace {
  std::uint64_t sources = 0;
  std::uint64_t records = 0;
  std::string source;
  std::uint64_t names = 0;
};

struct RunManifest {
  std::string options;  // everything that changes the output's bytes, in words; compared byte for byte
  std::vector<std::string> inputs;
  InputPlace place;                   // of shards: where the next one begins
  std::vector<std::uint64_t> shards;  // the bytes of each finished shard, as they are on the disk
  bool complete = false;
};

/// The folder's manifest; nothing where there is none; bad_value for a file that is no manifest.
Result<std::optional<RunManifest>> read_manifest(const std::string& folder);

/// Replaces the folder's manifest, whole or not at all.
std::optional<Error> write_manifest(const std::string& folder, const RunManifest& manifest);

/// Refuses (bad_value) to continue a run that had other options or inputs, and says which.
std::optional<Error> check_same_run(const std::string& folder, const RunManifest& before,
                                    const RunManifest& now);

}  // namespace newswash
