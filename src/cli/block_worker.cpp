// Records become results.
#include "cli/block_worker.h"

#include <fmt/format.h>

#include "quality/report_formats.h"
#include "text/utf8.h"

namespace newswash {
namespace {

constexpr std::size_t kRecordRoom = 1024;  // bytes of a result beside its text

/// Where a record begins, for people. A text file's first article is mostly its only one.
std::uint64_t line_of(const RawArticle& article) {
  return has_fields(article) || article.record > 1 ? article.line : 0;
}

/// Which of many it is, where the line does not say it all.
std::string which(bool has_fields, std::uint64_t record, std::string_view id) {
  if (has_fields) return id.empty() ? std::string() : fmt::format(" (id {})", one_line(id));
  return record > 1 ? fmt::format(" (article {} of the file)", record) : std::string();
}

}  // namespace

bool has_fields(const RawArticle& article) {
  return article.origin->framing != Framing::articles;
}

std::string Job::place() const {
  return line == 0 ? std::string(source.name()) : fmt::format("{}:{}", source.name(), line);
}

std::string Job::which() const {
  return newswash::which(json != nullptr, record, json != nullptr ? json->id : std::string_view{});
}

BlockWorker::BlockWorker(const Options& options, Work work)
    : work_(std::move(work)),
      decoder_(options.decode),
      parser_({options.fields}),
      around_parser_({options.fields}) {}

void BlockWorker::run(RecordBlock& block) {
  for (BlockItem& item : block.items) {
    if (item.ends_source || item.error) continue;
    const std::size_t before = block.results.size();
    // A large result does not grow in steps; room that is not written to takes no memory.
    block.results.reserve(before + item.size + item.size / 16 + kRecordRoom);
    if (auto failed = run_record(item, block)) item.error = std::move(failed);
    if (item.error) place(*item.error, item);
    item.result = block.results.size() - before;
  }
}

std::optional<Error> BlockWorker::run_record(BlockItem& item, RecordBlock& block) {
  const RawArticle& article = item.article;
  item.has_fields = has_fields(article);
  Decoded decoded{article.bytes, {}, {}, {}, 0};
  JsonRecord record;
  auto failed = item.has_fields ? read_fields(article, decoded, record) : read_text(article, decoded);
  if (failed) return failed;
  if (item.memory != nullptr && item.has_fields) part_from_line(item, record);
  if (item.has_fields) item.id = record.id;
  Outcome outcome{block.counts, block.results, item};
  work_({*item.source, article.record, line_of(article), std::move(decoded),
         item.has_fields ? &record : nullptr},
        outcome);
  return std::nullopt;
}

std::optional<Error> BlockWorker::read_text(const RawArticle& article, Decoded& decoded) {
  auto read = decoder_.decode(article.bytes);
  if (!read) return read.error();
  decoded = *std::move(read);
  return std::nullopt;
}

/// Bytes that are no UTF-8 are refused by the parser: only then are they decoded.
std::optional<Error> BlockWorker::read_fields(const RawArticle& article, Decoded& decoded,
                                              JsonRecord& record) {
  auto read = parser_.parse(article);
  if (!read && valid_utf8_prefix(article.bytes) < article.bytes.size()) {
    if (auto failed = read_text(article, decoded)) return failed;
    read = parser_.parse(decoded.text, *article.origin);
  }
  if (!read) return read.error();
  record = *std::move(read);
  decoded.text = record.text;
  decoded.runs = {};
  decoded.shift = 0;
  return std::nullopt;
}

/// A large text that was unescaped stands in memory twice: its line goes, but for what stands around the
/// text.
void BlockWorker::part_from_line(BlockItem& item, JsonRecord& record) {
  item.text = parser_.give_text();
  const bool apart = !item.text.empty() && record.text.data() == item.text.data();
  const bool of_line = record.object.data() >= item.article.bytes.data() &&
                       record.object.data() <= item.article.bytes.data() + item.article.bytes.size();
  if (!apart || !of_line) return;
  around_.assign(record.object, 0, record.text_begin).append("\"\"");
  around_.append(record.object, record.text_end);
  auto parted = around_parser_.parse(around_, *item.article.origin);
  if (!parted) return;
  parted->text = record.text;
  parted->plain_text = record.plain_text;
  record = *std::move(parted);
  item.let_go_of_line();
}

/// The readers count from the start of the record, people from the start of the file.
void BlockWorker::place(Error& error, const BlockItem& item) const {
  const RawArticle& article = item.article;
  error.position.file = item.source->name();
  if (const std::uint64_t line = line_of(article); line > 0)
    error.position.line = line + (error.position.line > 0 ? error.position.line - 1 : 0);
  error.message += which(item.has_fields, article.record, item.id);
  const std::string counted = fmt::format("byte {} ", error.position.offset);
  if (error.code == ErrorCode::bad_encoding && error.message.starts_with(counted)) {
    error.message = fmt::format("byte {} {}", error.position.offset + article.offset,
                                error.message.substr(counted.size()));
  }
  error.position.offset += article.offset;
}

}  // namespace newswash
