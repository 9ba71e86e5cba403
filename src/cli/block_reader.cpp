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

Error cannot_continue(std::string_view input, std::string_view why) {
  return {ErrorCode::write_failed,
          {std::string(input), 0, 0, 0},
          fmt::format("the run can't be continued: {}", why),
          {}};
}

}  // namespace

BlockReader::BlockReader(const Options& options, Destination& destination)
    : options_(options), destination_(destination), start_(destination.start()), walker_(options.sources) {}

bool BlockReader::full(const RecordBlock& block) const {
  if (options_.line_buffered) return !block.items.empty();
  return block.bytes.size() + block.large_size >= kBlockBytes || block.items.size() >= kBlockItems;
}

bool BlockReader::next(RecordBlock& block) {
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
    if (!*record) {
      add_error(block, record->error());
    } else if (const auto refused = destination_.refuses(**record)) {
      add_error(block, *refused);
      end_source(block);
      opened_ = nullptr;
    } else if (!destination_.is_done(**record)) {
      add_record(block, **record);
    }
  }
  for (BlockItem& item : block.items) {
    if (item.begin != kApart)
      item.article.bytes = {block.bytes.data() + item.begin, item.article.bytes.size()};
  }
  return !block.items.empty();
}

/// The sources are at their end. True if that is an error: the place to go on from is not there any more.
bool BlockReader::report_lost_place(RecordBlock& block) {
  if (start_.records == 0 || sources_ > start_.sources || lost_) return false;
  lost_ = true;
  block.items.push_back({.error = cannot_continue(start_.source, start_.source + " is gone")});
  return true;
}

void BlockReader::count_source(const Result<Source>& source) {
  ++sources_;
  records_ = 0;
  names_before_ = names_;
  names_ = fnv1a(source ? source->name() : source.error().position.file, names_);
  names_ = fnv1a(std::string_view("\0", 1), names_);
}

/// False at the end of the sources. One that can't be opened is an item of its own.
bool BlockReader::open_next(RecordBlock& block) {
  auto source = walker_.next();
  if (!source) return report_lost_place(block);
  count_source(*source);
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
bool BlockReader::pass_over(const Source& source, RecordBlock& block) {
  if (sources_ <= start_.sources) return true;
  if (sources_ == start_.sources + 1 && start_.records > 0) {
    const bool same = source.name() == start_.source;
    if (!same || names_before_ != start_.names) {
      const std::string why =
          same ? std::string("other inputs stand before it now") : start_.source + " stood here";
      block.items.push_back({.error = cannot_continue(source.name(), why)});
      return true;
    }
  }
  const auto done = destination_.is_done(source);
  if (!done) block.items.push_back({.error = done.error()});
  return !done || *done;
}

void BlockReader::add_record(RecordBlock& block, const RawArticle& article) {
  const bool other = &article.origin->source != source_.get() && article.origin->source.path != source_->path;
  if (other) {  // the archive's next member
    end_source(block);
    source_ = {article.origin, &article.origin->source};
  }
  const bool large = article.bytes.size() >= kLarge;
  block.items.push_back({.opened = opened_,
                         .source = source_,
                         .source_number = sources_ - 1,
                         .names_before = names_before_,
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

void BlockReader::add_error(RecordBlock& block, const Error& error) {
  block.items.push_back({.opened = opened_,
                         .source = source_,
                         .source_number = sources_ - 1,
                         .names_before = names_before_,
                         .record_number = records_,
                         .error = error});
}

void BlockReader::end_source(RecordBlock& block) {
  block.items.push_back({.opened = opened_, .source = source_, .ends_source = true});
}

}  // namespace newswash
