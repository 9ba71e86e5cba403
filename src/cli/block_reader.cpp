// Sources one after the other, cut into blocks.
#include "cli/block_reader.h"

#include <fmt/format.h>
#include <unistd.h>

#include "cli/nearest.h"
#include "cli/output.h"

namespace newswash {
namespace {

constexpr std::size_t kBlockBytes = 128 << 10;
constexpr std::size_t kBlockItems = 256;
constexpr std::size_t kLarge = std::size_t{1} << 20U;  // bytes: a record from here on is not copied

/// A file that isn't there may be a command mistyped.
Error with_hint(Error error) {
  const std::string near = nearest(error.position.file, {kCommands.begin(), kCommands.end()});
  if (error.code == ErrorCode::not_found && !near.empty())
    error.message += fmt::format("; did you mean the command '{}'?", near);
  return error;
}

}  // namespace

BlockReader::BlockReader(const Options& options, Destination& destination)
    : options_(options), destination_(destination), start_(destination.start()), walker_(options.sources) {}

bool BlockReader::full(const Block& block) const {
  if (options_.line_buffered) return !block.items.empty();
  return block.bytes.size() + block.large_size >= kBlockBytes || block.items.size() >= kBlockItems;
}

bool BlockReader::next(Block& block) {
  block.clear();
  while (!full(block)) {
    if (opened_ == nullptr) {
      if (!open_next(block)) break;
      continue;
    }
    auto record = reader_.next();
    if (!record) {
      end_source(block);
      opened_ = nullptr;
      continue;
    }
    ++records_;
    if (sources_ == start_.sources + 1 && records_ <= start_.records) continue;  // done by an earlier run
    if (!*record)
      add_error(block, record->error());
    else if (!destination_.is_done(**record))
      add_record(block, **record);
  }
  for (BlockItem& item : block.items) {
    if (item.begin != kApart)
      item.article.bytes = {block.bytes.data() + item.begin, item.article.bytes.size()};
  }
  return !block.items.empty();
}

/// False at the end of the sources. One that can't be opened is an item of its own.
bool BlockReader::open_next(Block& block) {
  auto source = walker_.next();
  if (!source) return false;
  ++sources_;
  records_ = 0;
  if (!*source) {
    block.items.push_back({.error = with_hint(source->error())});
    return true;
  }
  if (is_same_file(options_.out, (*source)->path)) {  // found in a folder
    block.items.push_back({.error = Error{ErrorCode::write_failed,
                                          {(*source)->path, 0, 0, 0},
                                          "--out names a file that is read, too: exclude it (--exclude) or "
                                          "write it elsewhere",
                                          {}}});
    return true;
  }
  if (pass_over(**source, block)) return true;
  auto opened = std::make_shared<const Source>(**source);
  if (opened->path == "-" && isatty(STDIN_FILENO) != 0) say("reading from the terminal; Ctrl-D ends it");
  if (auto failed = reader_.open(*opened, options_.reading))
    block.items.push_back({.opened = opened, .source = opened, .error = *std::move(failed)});
  else
    source_ = opened_ = std::move(opened);
  return true;
}

/// What an earlier run was done with. An input that is not where that run saw it is an error: the records to
/// pass over would be others.
bool BlockReader::pass_over(const Source& source, Block& block) {
  if (sources_ <= start_.sources) return true;
  if (sources_ == start_.sources + 1 && start_.records > 0 && source.name() != start_.source) {
    block.items.push_back(
        {.error = Error{ErrorCode::write_failed,
                        {std::string(source.name()), 0, 0, 0},
                        fmt::format("the run can't be continued: {} stood here", start_.source),
                        {}}});
    return true;
  }
  const auto done = destination_.is_done(source);
  if (!done) block.items.push_back({.error = done.error()});
  return !done || *done;
}

void BlockReader::add_record(Block& block, const RawArticle& article) {
  const bool other = &article.origin->source != source_.get() && article.origin->source.path != source_->path;
  if (other) {  // the archive's next member
    end_source(block);
    source_ = {article.origin, &article.origin->source};
  }
  const bool large = article.bytes.size() >= kLarge;
  block.items.push_back({.opened = opened_,
                         .source = source_,
                         .source_number = sources_ - 1,
                         .record_number = records_,
                         .article = article,
                         .begin = large ? kApart : block.bytes.size(),
                         .size = article.bytes.size()});
  if (large) {
    block.items.back().memory = reader_.hand_over();
    block.large_size += article.bytes.size();
  } else {
    block.bytes += article.bytes;
  }
}

void BlockReader::add_error(Block& block, const Error& error) {
  block.items.push_back({.opened = opened_,
                         .source = source_,
                         .source_number = sources_ - 1,
                         .record_number = records_,
                         .error = error});
}

void BlockReader::end_source(Block& block) {
  block.items.push_back({.opened = opened_, .source = source_, .ends_source = true});
}

}  // namespace newswash
