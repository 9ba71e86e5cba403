// The last stage of a run: takes the blocks in order, hands results to their destination, says what was
// rejected and why, counts, and knows the exit status. Not mine: where results go (destination.h).
#pragma once

#include <atomic>

#include "cli/destination.h"
#include "cli/progress.h"
#include "cli/reject_file.h"

namespace newswash {

class Delivery {
 public:
  Delivery(const Options& options, Destination& destination);

  void take(RecordBlock& block);

  /// True where going on makes no sense: the output failed or was closed, or a record may not be passed over.
  /// May be asked by any thread.
  bool done() const { return done_.load(std::memory_order_relaxed); }

  /// Ends the output and writes the summary of a run over `sources` sources. The run's exit status.
  int finish(std::uint64_t sources);

 private:
  void take(BlockItem& item, std::string_view result);
  void end_source(const Source& source);
  void reject(const Error& error, const BlockItem& item);
  void stop_for(const Error& error);
  void handle(const std::optional<Error>& failed, const BlockItem& item);
  void fail(const Error& error);
  void write_summary(std::uint64_t sources);

  const Options& options_;
  Destination& destination_;
  Progress progress_;
  RejectFile reject_file_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  RunCounts counts_;
  RunState state_;  // of the input
  std::uint64_t bytes_out_ = 0;
  std::uint64_t results_ = 0;
  std::uint64_t messages_ = 0;  // about results, said or not
  bool rejected_in_source_ = false;
  bool failed_ = false;
  std::atomic<bool> done_ = false;
};

}  // namespace newswash
