// Records become results.
#include "cli/block_worker.h"

#include <fmt/format.h>

#include "text/utf8.h"

namespace newswash {

std::string Job::place() const {
  return line == 0 ? std::string(source.name()) : fmt::format("{}:{}", source.name(), line);
}

BlockWorker::BlockWorker(const Options& options, Work work)
    : options_(options), work_(std::move(work)), decoder_(options.decode), json_(options.fields.text) {}

void BlockWorker::run(Block& block) {
  for (BlockItem& item : block.items) {
    if (item.ends_source || item.error) continue;
    const std::size_t before = block.results.size();
    item.error = run_record(item, block);
    if (item.error) place(*item.error, item);
    item.result = block.results.size() - before;
  }
}

std::optional<Error> BlockWorker::run_record(BlockItem& item, Block& block) {
  const bool is_json = options_.from == InputFormat::jsonl;
  Decoded decoded{item.article.bytes, {}, {}, {}, 0};
  JsonRecord record;
  auto failed =
      is_json ? read_json(item.article.bytes, decoded, record) : read_text(item.article.bytes, decoded);
  if (failed) return failed;
  item.has_fields = is_json;
  if (is_json) item.id = record.id;
  Outcome outcome{block.counts, block.results, item};
  work_({*item.source, item.article.record, is_json ? item.article.line : 0, std::move(decoded),
         is_json ? &record : nullptr},
        outcome);
  return std::nullopt;
}

std::optional<Error> BlockWorker::read_text(std::string_view bytes, Decoded& decoded) {
  auto read = decoder_.decode(bytes);
  if (!read) return read.error();
  decoded = *std::move(read);
  return std::nullopt;
}

/// A line with bytes that are no UTF-8 is refused by the JSON reader: only then is it decoded.
std::optional<Error> BlockWorker::read_json(std::string_view bytes, Decoded& decoded, JsonRecord& record) {
  auto read = json_.read(bytes);
  if (!read && valid_utf8_prefix(bytes) < bytes.size()) {
    if (auto failed = read_text(bytes, decoded)) return failed;
    read = json_.read(decoded.text);
  }
  if (!read) return read.error();
  record = *std::move(read);
  decoded.text = record.text;
  decoded.runs = {};
  decoded.shift = 0;
  return std::nullopt;
}

/// The readers count from the start of the record, people from the start of the file.
void BlockWorker::place(Error& error, const BlockItem& item) const {
  const RawArticle& article = item.article;
  error.position.file = item.source->name();
  if (options_.from == InputFormat::jsonl)
    error.position.line = article.line;
  else if (article.record > 1)
    error.message += fmt::format(" (article {} of the file)", article.record);
  const std::string counted = fmt::format("byte {} ", error.position.offset);
  if (error.code == ErrorCode::bad_encoding && error.message.starts_with(counted)) {
    error.message = fmt::format("byte {} {}", error.position.offset + article.offset,
                                error.message.substr(counted.size()));
  }
  error.position.offset += article.offset;
}

}  // namespace newswash
