// The last stage of a run: takes the blocks in order, hands results to their destination, says what was
// rejected and why, and knows the exit status. Not mine: where results go (destination.h).
#pragma once

#include <atomic>

#include "cli/destination.h"

namespace newswash {

class Delivery {
 public:
  Delivery(const Options& options, Destination& destination) : options_(options), destination_(destination) {}

  void take(Block& block);

  /// True where going on makes no sense: the output failed or was closed, or a record may not be passed over.
  /// May be asked by any thread.
  bool done() const { return done_.load(std::memory_order_relaxed); }

  /// Ends the output. The run's exit status.
  int finish();

 private:
  void take(BlockItem& item, std::string_view result);
  void end_source(const Source& source);
  void reject(const Error& error);
  void fail(const Error& error);

  const Options& options_;
  Destination& destination_;
  std::size_t results_ = 0;
  std::size_t rejects_ = 0;
  bool rejected_in_source_ = false;
  bool failed_ = false;
  std::atomic<bool> done_ = false;
};

}  // namespace newswash
