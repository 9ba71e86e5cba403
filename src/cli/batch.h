// Runs a command over all records of all sources: reads, decodes, hands over, writes, counts what was
// rejected. Mine: the loop and the exit status. Not mine: what a command makes of a record (clean.cpp,
// repair.cpp).
#pragma once

#include <newswash/decode.h>
#include <newswash/source.h>

#include <functional>
#include <string>

#include "cli/options.h"
#include "reader/json_record.h"

namespace newswash {

/// One record ready to be worked on.
struct Job {
  const Source& source;
  std::uint64_t record = 1;
  Decoded decoded;
  const JsonRecord* json = nullptr;  // where the input is JSON Lines

  /// "file" or "file:line", for messages.
  std::string place;
};

/// Appends the record's result to `out`. Can't fail.
using Work = std::function<void(const Job& job, std::string& out)>;

/// Runs `work` over everything that the options name and returns the exit status. `separator` stands between
/// two results on standard output.
int run_batch(const Options& options, std::string_view separator, const Work& work);

}  // namespace newswash
