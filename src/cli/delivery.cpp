// Results go out, errors are said, both in the order of the input.
#include "cli/delivery.h"

#include <fmt/format.h>

#include <filesystem>

#include "cli/output.h"
#include "cli/run.h"
#include "writer/replace_file.h"

namespace newswash {
namespace {

constexpr std::uint64_t kMostSaid = 100;  // rejects that are said one by one, and as many doubtful results

/// The bytes of the input, where every one is a plain file.
std::optional<std::uint64_t> size_of(const SourceOptions& sources) {
  std::uint64_t size = 0;
  for (const std::string& input : sources.inputs) {
    std::error_code failed;
    if (input == "-" || !std::filesystem::is_regular_file(input, failed)) return std::nullopt;
    size += std::filesystem::file_size(input, failed);
  }
  if (!sources.files0_from.empty()) return std::nullopt;
  return size;
}

}  // namespace

Delivery::Delivery(const Options& options, Destination& destination)
    : options_(options), destination_(destination), progress_(Progress::mode_for(options.progress)) {
  if (Progress::mode_for(options.progress) != Progress::Mode::off) state_.total = size_of(options.sources);
  if (options.rejects.empty()) return;
  if (const auto failed = reject_file_.open(options.rejects)) fail(*failed);
}

void Delivery::take(RecordBlock& block) {
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
  counts_.merge(block.counts);
  progress_.update(state_);
}

void Delivery::take(BlockItem& item, std::string_view result) {
  ++state_.articles;
  state_.bytes += item.size;
  if (item.error) return handle(item.error, item);
  if (!item.message.empty() && ++messages_ <= kMostSaid) say(item.message);
  if (const auto failed = destination_.take(item, result))
    handle(failed, item);
  else
    ++results_, bytes_out_ += result.size();
  if (destination_.closed()) done_ = true;
}

void Delivery::handle(const std::optional<Error>& failed, const BlockItem& item) {
  if (!failed) return;
  if (failed->code == ErrorCode::write_failed)
    fail(*failed);
  else
    reject(*failed, item);
}

void Delivery::end_source(const Source& source) {
  handle(destination_.end_source(source, !rejected_in_source_), {});
  rejected_in_source_ = false;
}

void Delivery::reject(const Error& error, const BlockItem& item) {
  counts_.add_reject(error.code);
  rejected_in_source_ = true;
  destination_.rejected(item);
  if (reject_file_.is_open()) {
    if (const auto failed = reject_file_.add(error, item)) fail(*failed);
  } else if (counts_.rejects() <= kMostSaid) {
    say(describe(error));
  }
  stop_for(error);
}

/// Bytes that the user does not want passed over end the run.
void Delivery::stop_for(const Error& error) {
  const bool stop = error.code == ErrorCode::bad_encoding && options_.decode.invalid == InvalidBytes::fail;
  if (stop) failed_ = done_ = true;
}

void Delivery::fail(const Error& error) {
  failed_ = done_ = true;
  say(describe(error));
}

int Delivery::finish(std::uint64_t sources) {
  progress_.finish();
  const bool stopped_by_record = failed_ && options_.decode.invalid == InvalidBytes::fail;
  if (!failed_ || stopped_by_record) {
    if (const auto failed = destination_.finish()) fail(*failed);
  }
  const std::uint64_t rejects = counts_.rejects();
  if (messages_ > kMostSaid)
    say(fmt::format("{} more records gave no whole article; --to jsonl says of each what it is",
                    messages_ - kMostSaid));
  if (!reject_file_.is_open() && rejects > kMostSaid)
    say(fmt::format("{} more records were rejected; --rejects FILE names them all", rejects - kMostSaid));
  if (reject_file_.is_open()) {
    if (const auto failed = reject_file_.close())
      fail(*failed);
    else if (rejects > 0)
      say(fmt::format("{} record{} rejected, see {}", rejects, rejects == 1 ? " was" : "s were",
                      options_.rejects));
  }
  if (!options_.summary.empty()) write_summary(sources);
  if (failed_) return kFailed;
  if (counts_.rejects() == 0) return kDone;
  return results_ == 0 ? kFailed : kRejects;
}

void Delivery::write_summary(std::uint64_t sources) {
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start_;
  const RunFacts facts{sources, state_.bytes, bytes_out_, elapsed.count()};
  if (const auto failed = replace_file(options_.summary, summary_json(counts_, facts))) fail(*failed);
}

}  // namespace newswash
