// The pipeline, through oneTBB. A bounded number of blocks is under way, so memory does not grow with the
// input; a very large record is worked on with nothing else under way, so that it is the only one in memory.
// The first block is worked on before any thread is started: most runs have no second.
#include "cli/batch.h"

#if defined(__GLIBC__)
#include <malloc.h>
#endif
#include <oneapi/tbb/concurrent_queue.h>
#include <oneapi/tbb/enumerable_thread_specific.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_pipeline.h>

#include "cli/block_reader.h"
#include "cli/delivery.h"
#include "cli/output.h"
#include "cli/run.h"

namespace newswash {
namespace {

constexpr std::size_t kBlocksPerThread = 3;            // under way: one read, one worked on, one delivered
constexpr std::size_t kAlone = std::size_t{4} << 20U;  // bytes: a record from here on is worked on alone

class Batch {
 public:
  Batch(const Options& options, Destination& destination, const MakeWork& make_work)
      : options_(options),
        reader_(options, destination),
        delivery_(options, destination),
        workers_([&options, &make_work] { return BlockWorker(options, make_work()); }) {}

  int run() {
    const std::size_t threads =
        options_.jobs > 0 ? options_.jobs : static_cast<std::size_t>(tbb::info::default_concurrency());
    RecordBlock block;
    bool more = step(block);
    if (threads > 1 && more && !options_.line_buffered)
      run_pipeline(threads);
    else
      while (more) more = step(block);
    const int status = delivery_.finish(reader_.sources());
    if (reader_.any_source() || delivery_.done()) return status;
    say("nothing to read: no file was named or matched");
    return kFailed;
  }

 private:
  /// All stages, one after the other. False if there is nothing left to do.
  bool step(RecordBlock& block) {
    if (delivery_.done() || !reader_.next(block)) return false;
    run_on(block);
    return true;
  }

  void run_on(RecordBlock& block) {
    workers_.local().run(block);
    delivery_.take(block);
    block.clear();  // it may wait long until it is used again
  }

  void run_pipeline(std::size_t threads) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    const std::size_t most = threads * kBlocksPerThread;
    std::vector<RecordBlock> blocks(most);
    tbb::concurrent_queue<RecordBlock*> unused;
    for (RecordBlock& block : blocks) unused.push(&block);
    RecordBlock* alone = nullptr;
    const auto read = [&](tbb::flow_control& flow) -> RecordBlock* {
      RecordBlock* block = nullptr;
      if (!delivery_.done() && unused.try_pop(block) && reader_.next(*block)) {
        if (block->large_size < kAlone) return block;
        alone = block;
      }
      flow.stop();
      return nullptr;
    };
    const auto work = [&](RecordBlock* block) {
      if (!delivery_.done()) workers_.local().run(*block);
      return block;
    };
    const auto deliver = [&](RecordBlock* block) {
      delivery_.take(*block);
      block->clear();
      unused.push(block);
    };
    const auto order =
        options_.unordered ? tbb::filter_mode::serial_out_of_order : tbb::filter_mode::serial_in_order;
    const auto stages = tbb::make_filter<void, RecordBlock*>(tbb::filter_mode::serial_in_order, read) &
                        tbb::make_filter<RecordBlock*, RecordBlock*>(tbb::filter_mode::parallel, work) &
                        tbb::make_filter<RecordBlock*, void>(order, deliver);
    do {
      alone = nullptr;
      tbb::parallel_pipeline(most, stages);
      if (alone == nullptr) break;
      if (!delivery_.done()) run_on(*alone);
      unused.push(alone);
    } while (!delivery_.done());
  }

  const Options& options_;
  BlockReader reader_;
  Delivery delivery_;
  tbb::enumerable_thread_specific<BlockWorker> workers_;
};

}  // namespace

namespace {

/// What a large record was held in goes back to the system with it. Left to itself, glibc keeps such pieces
/// from the first one on that was freed: five records of 24 MB took 160 MB instead of 133.
void give_back_large_memory() {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
  mallopt(M_TRIM_THRESHOLD, 8 << 20);
#endif
}

}  // namespace

int run_batch(const Options& options, Destination& destination, const MakeWork& make_work) {
  give_back_large_memory();
  return Batch(options, destination, make_work).run();
}

}  // namespace newswash
