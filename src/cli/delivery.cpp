// Results go out, errors are said, both in the order of the input.
#include "cli/delivery.h"

#include "cli/output.h"
#include "cli/run.h"

namespace newswash {

void Delivery::take(Block& block) {
  std::size_t begin = 0;
  for (BlockItem& item : block.items) {
    if (done()) return;
    const std::string_view result = std::string_view(block.results).substr(begin, item.result);
    begin += item.result;
    if (item.ends_source)
      end_source(*item.source);
    else
      take(item, result);
  }
}

void Delivery::take(BlockItem& item, std::string_view result) {
  if (item.error) return reject(*item.error);
  if (!item.message.empty()) say(item.message);
  const auto failed = destination_.take(item, result);
  if (!failed)
    ++results_;
  else if (failed->code == ErrorCode::write_failed)
    fail(*failed);
  else
    reject(*failed);
  if (destination_.closed()) done_ = true;
}

void Delivery::end_source(const Source& source) {
  if (const auto failed = destination_.end_source(source, !rejected_in_source_)) {
    if (failed->code == ErrorCode::write_failed)
      fail(*failed);
    else
      reject(*failed);
  }
  rejected_in_source_ = false;
}

void Delivery::reject(const Error& error) {
  ++rejects_;
  rejected_in_source_ = true;
  destination_.rejected(error);
  say(describe(error));
  const bool stop = error.code == ErrorCode::bad_encoding && options_.decode.invalid == InvalidBytes::fail;
  if (stop) failed_ = done_ = true;
}

void Delivery::fail(const Error& error) {
  failed_ = done_ = true;
  say(describe(error));
}

int Delivery::finish() {
  if (!failed_ || options_.decode.invalid == InvalidBytes::fail) {
    if (const auto failed = destination_.finish()) fail(*failed);
  }
  if (failed_) return kFailed;
  if (rejects_ == 0) return kDone;
  return results_ == 0 ? kFailed : kRejects;
}

}  // namespace newswash
