// Where a run's results go: one stream, a file for each article, or back into the input files. Mine: which
// of them, and what stands between two results. Not mine: bytes and names (output.h), whole files
// (writer/replace_file.h).
#pragma once

#include <memory>
#include <string_view>

#include "cli/block.h"
#include "cli/options.h"

namespace newswash {

class Destination {
 public:
  virtual ~Destination() = default;

  /// Takes one result. An error of code write_failed ends the run; any other is the record's own.
  virtual std::optional<Error> take(BlockItem& item, std::string_view result) = 0;

  /// The source was read to its end; `complete` if none of its records was rejected.
  virtual std::optional<Error> end_source(const Source& /*source*/, bool /*complete*/) {
    return std::nullopt;
  }

  /// A record or a whole source gave no result.
  virtual void rejected(const Error& /*error*/) {}

  /// No result will come any more.
  virtual std::optional<Error> finish() { return std::nullopt; }

  /// Nobody reads what is written: the rest may be left undone.
  virtual bool closed() const { return false; }
};

/// The one that the options name.
std::unique_ptr<Destination> make_destination(const Options& options);

/// Standard output; `separator` stands between two results.
std::unique_ptr<Destination> make_stream_destination(std::string_view separator, bool flush_each);

}  // namespace newswash
