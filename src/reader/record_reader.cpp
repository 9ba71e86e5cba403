// Reads a stream in blocks and cuts it into records.
#include <fcntl.h>
#include <newswash/source.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "text/line_feeds.h"

namespace newswash {
namespace {

constexpr std::size_t kBlock = 1 << 16;

bool is_wide(std::string_view start) {
  const bool marked = start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF") ||
                      start.starts_with(std::string_view("\0\0\xFE\xFF", 4));
  return marked || (start.size() >= 4 && (start[1] == '\0') != (start[0] == '\0') &&
                    (start[3] == '\0') != (start[2] == '\0'));
}

}  // namespace

RecordReader::~RecordReader() {
  if (descriptor_ > STDIN_FILENO) close(descriptor_);
}

std::optional<Error> RecordReader::open(const Source& source, Framing framing) {
  if (descriptor_ > STDIN_FILENO) close(descriptor_);
  name_ = source.name();
  framing_ = framing;
  begin_ = end_ = scanned_ = 0;
  at_end_ = whole_ = false;
  records_ = 0;
  lines_ = 1;
  offset_ = 0;
  descriptor_ = source.path == "-" ? STDIN_FILENO : ::open(source.path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ >= 0) return std::nullopt;
  const ErrorCode code = errno == ENOENT ? ErrorCode::not_found : ErrorCode::unreadable;
  return Error{code, {name_, 0, 0, 0}, std::strerror(errno), {}};
}

/// Reads one more block. False on failure; the end of the source sets at_end_.
bool RecordReader::fill(Error& error) {
  if (begin_ > 0 && end_ - begin_ < begin_) {  // moving costs less than what was used up
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    scanned_ -= begin_;
    begin_ = 0;
  }
  if (buffer_.size() - end_ < kBlock) buffer_.resize(std::max(buffer_.size() * 2, end_ + kBlock));
  for (;;) {
    const ssize_t got = read(descriptor_, buffer_.data() + end_, buffer_.size() - end_);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      error = {ErrorCode::unreadable, {name_, 0, 0, offset_ + (end_ - begin_)}, std::strerror(errno), {}};
      return false;
    }
    at_end_ = got == 0;
    if (offset_ == 0 && begin_ == 0 && end_ == 0 && framing_ == Framing::articles) {
      whole_ = is_wide({buffer_.data(), static_cast<std::size_t>(got)});
    }
    end_ += static_cast<std::size_t>(got);
    return true;
  }
}

/// Where the separator behind the record begins, from `from` on, and where the next record does; npos if not
/// yet seen.
std::size_t RecordReader::find_separator(std::size_t from, std::size_t& after) const {
  const std::string_view data(buffer_.data(), end_);
  if (framing_ == Framing::lines) {
    const std::size_t end = data.find('\n', from);
    after = end == std::string_view::npos ? end : end + 1;
    return end;
  }
  for (std::size_t at = data.find('\f', from); at != std::string_view::npos; at = data.find('\f', at + 1)) {
    const bool begins_line = at == begin_ || data[at - 1] == '\n';
    const std::size_t next = data.find_first_not_of('\r', at + 1);
    if (next == std::string_view::npos && !at_end_) return std::string_view::npos;
    if (!begins_line || (next != std::string_view::npos && data[next] != '\n')) continue;
    after = next == std::string_view::npos ? end_ : next + 1;
    return at;
  }
  return std::string_view::npos;
}

std::optional<Result<RawArticle>> RecordReader::next() {
  for (;;) {
    std::size_t after = end_;
    const std::size_t from = scanned_ > begin_ ? scanned_ - 1 : begin_;
    std::size_t end = whole_ || from > end_ ? std::string_view::npos : find_separator(from, after);
    if (end == std::string_view::npos && !at_end_) {
      scanned_ = end_ > begin_ ? end_ - 1 : begin_;  // a form feed at the very end is looked at again
      if (Error error; !fill(error)) {
        at_end_ = true;
        begin_ = end_;
        ++records_;
        return Result<RawArticle>(std::move(error));
      }
      continue;
    }
    const bool last = end == std::string_view::npos;
    if (last) end = after = end_;
    const bool none = begin_ == end_ && last && (framing_ == Framing::lines || records_ > 0);
    if (none) return std::nullopt;
    RawArticle article{{buffer_.data() + begin_, end - begin_}, ++records_, lines_, offset_};
    lines_ += count_line_feeds({buffer_.data() + begin_, after - begin_});
    offset_ += after - begin_;
    begin_ = scanned_ = after;
    const bool blank =
        framing_ == Framing::lines && article.bytes.find_first_not_of(" \t\r") == std::string_view::npos;
    if (!blank) return Result<RawArticle>(article);
    --records_;
  }
}

}  // namespace newswash
