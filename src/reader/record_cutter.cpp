// Reads until the framer finds something, then gives it out.
#include "reader/record_cutter.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

#include "reader/content_kind.h"
#include "reader/csv_row.h"
#include "text/line_feeds.h"

namespace newswash {
namespace {

constexpr std::size_t kBlock = 1 << 16;
constexpr std::size_t kDetectBytes = 1 << 16;  // what `automatic` looks at, at most
constexpr std::string_view kMark = "\xEF\xBB\xBF";

bool has_columns(Framing framing) {
  return framing == Framing::csv || framing == Framing::tsv;
}

}  // namespace

char* RecordBuffer::room(std::size_t size) {
  if (begin_ > 0 && end_ - begin_ < begin_) {  // moving costs less than what was used up
    std::memmove(bytes_.get(), bytes_.get() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (size_ - end_ < size) {
    const std::size_t grown = std::max(size_ * 2, end_ + size);
    char* const moved = static_cast<char*>(std::realloc(bytes_.get(), grown));
    if (moved == nullptr) throw std::bad_alloc();
    static_cast<void>(bytes_.release());
    bytes_.reset(moved);
    size_ = grown;
  }
  return bytes_.get() + end_;
}

RecordMemory RecordBuffer::hand_over() {
  const std::string_view rest = view();
  RecordMemory given = std::move(bytes_);
  size_ = begin_ = end_ = 0;
  std::copy(rest.begin(), rest.end(), room(rest.size() + kBlock));
  added(rest.size());
  return given;
}

void RecordCutter::start(ByteStream& from, const ReaderOptions& options,
                         std::shared_ptr<RecordOrigin> origin) {
  from_ = &from;
  options_ = options;
  origin_ = std::move(origin);
  framer_.reset();
  buffer_.clear();
  at_end_ = done_ = large_ = false;
  pending_.reset();
  records_ = offset_ = 0;
  lines_ = 1;
}

Error RecordCutter::error(ErrorCode code, std::string_view message) const {
  return {code,
          {std::string(origin_->source.name()), large_ ? large_line_ : lines_, 0,
           large_ ? large_offset_ : offset_},
          std::string(message),
          {}};
}

std::optional<Error> RecordCutter::fill() {
  if (pending_) return std::exchange(pending_, std::nullopt);
  const auto got = from_->read(buffer_.room(kBlock), kBlock);
  at_end_ = !got || *got == 0;
  if (got) return buffer_.added(*got), std::nullopt;
  Error failed = error(got.error().code, got.error().message);
  failed.position.offset = offset_ + buffer_.view().size();
  if (failed.position.offset == 0) failed.position.line = 0;
  return failed;
}

/// Reads enough to know the framing. A failure to read on waits until what was read is used.
void RecordCutter::begin() {
  std::optional<Framing> framing = options_.framing;
  if (framing == Framing::automatic) framing.reset();
  do {
    pending_ = fill();
    const std::string_view seen = buffer_.view();
    if (!framing) framing = detect_framing(seen, at_end_ || seen.size() >= kDetectBytes);
    const bool may_be_mark = seen.size() < kMark.size() && kMark.starts_with(seen);
    if (framing && !may_be_mark) break;
  } while (!at_end_);
  origin_->framing = framing.value_or(Framing::articles);
  framer_ = framer_for(origin_->framing, buffer_.view(), options_.max_record);
  if (framer_->skips_mark() && buffer_.view().starts_with(kMark)) drop(kMark.size());
  at_end_ = at_end_ && !pending_;
}

void RecordCutter::drop(std::size_t bytes) {
  lines_ += count_line_feeds(buffer_.view().substr(0, bytes));
  offset_ += bytes;
  buffer_.drop(bytes);
}

/// Once a record is above the cap, what was looked at goes.
void RecordCutter::pass_large() {
  if (buffer_.view().size() <= options_.max_record && !large_) return;
  const std::size_t released = framer_->release();
  if (released == 0) return;
  if (!large_) {
    large_line_ = lines_;
    large_offset_ = offset_;
  }
  large_ = true;
  drop(released);
}

std::optional<Result<RawArticle>> RecordCutter::next() {
  if (done_) return std::nullopt;
  if (framer_ == nullptr) begin();
  for (;;) {
    const Cut cut = framer_->find(buffer_.view(), at_end_);
    if (cut.kind == Cut::Kind::end && !large_) return done_ = true, std::nullopt;
    if (cut.kind != Cut::Kind::more) {
      if (auto taken = take(cut)) return taken;
      continue;
    }
    pass_large();
    if (auto failed = fill()) return done_ = true, Result<RawArticle>(*std::move(failed));
  }
}

/// What the cut is for the caller; nothing where it is nothing to him.
std::optional<Result<RawArticle>> RecordCutter::take(const Cut& cut) {
  if (cut.kind == Cut::Kind::nothing && !large_) return drop(cut.after), std::nullopt;
  const std::string_view bytes = buffer_.view().substr(0, cut.end);
  const bool above = large_ || cut.kind == Cut::Kind::too_large || bytes.size() > options_.max_record;
  if (cut.kind == Cut::Kind::record && !above && has_columns(origin_->framing) && origin_->columns.empty()) {
    origin_->columns = csv_header(bytes, origin_->framing);
    return drop(cut.after), std::nullopt;
  }
  RawArticle article{bytes, ++records_, lines_, offset_, origin_};
  std::optional<Error> failed;
  if (cut.kind == Cut::Kind::fault)
    failed = error(ErrorCode::bad_record, cut.message);
  else if (above)
    failed =
        error(ErrorCode::too_large, fmt::format("the record is larger than {} bytes", options_.max_record));
  large_ = false;
  drop(cut.after);
  if (failed) return Result<RawArticle>(*std::move(failed));
  return Result<RawArticle>(std::move(article));
}

}  // namespace newswash
