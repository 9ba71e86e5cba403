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

/// A file that isn't there may be a command mistyped.
Error with_hint(Error error) {
  const std::string near = nearest(error.position.file, {kCommands.begin(), kCommands.end()});
  if (error.code == ErrorCode::not_found && !near.empty())
    error.message += fmt::format("; did you mean the command '{}'?", near);
  return error;
}

}  // namespace

BlockReader::BlockReader(const Options& options) : options_(options), walker_(options.sources) {}

bool BlockReader::full(const Block& block) const {
  if (options_.line_buffered) return !block.items.empty();
  return block.bytes.size() >= kBlockBytes || block.items.size() >= kBlockItems;
}

bool BlockReader::next(Block& block) {
  block.clear();
  while (!full(block)) {
    if (source_ == nullptr) {
      if (!open_next(block)) break;
      continue;
    }
    auto record = reader_.next();
    if (!record) {
      block.items.push_back({.source = std::move(source_), .ends_source = true});
      source_ = nullptr;
    } else if (*record) {
      add_record(block, **record);
    } else {
      block.items.push_back({.source = source_, .error = record->error()});
    }
  }
  for (BlockItem& item : block.items) item.article.bytes = {block.bytes.data() + item.begin, item.size};
  return !block.items.empty();
}

/// False at the end of the sources. One that can't be opened is an item of its own.
bool BlockReader::open_next(Block& block) {
  auto source = walker_.next();
  if (!source) return false;
  any_source_ = true;
  if (!*source) {
    block.items.push_back({.error = with_hint(source->error())});
    return true;
  }
  auto opened = std::make_shared<const Source>(**source);
  if (opened->path == "-" && isatty(STDIN_FILENO) != 0) say("reading from the terminal; Ctrl-D ends it");
  const Framing framing = options_.from == InputFormat::jsonl ? Framing::lines : Framing::articles;
  if (auto failed = reader_.open(*opened, framing))
    block.items.push_back({.source = std::move(opened), .error = *std::move(failed)});
  else
    source_ = std::move(opened);
  return true;
}

void BlockReader::add_record(Block& block, const RawArticle& article) {
  block.items.push_back(
      {.source = source_, .article = article, .begin = block.bytes.size(), .size = article.bytes.size()});
  block.bytes += article.bytes;
}

}  // namespace newswash
