// Plain descriptors, and the choice of a sink by name.
#include "writer/byte_sink.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "writer/compressed_sink.h"
#include "writer/replace_file.h"

namespace newswash {
namespace {

constexpr std::size_t kBuffered = 1 << 16;

/// A pipe that another program set to non-blocking is waited for.
void wait_until_writable(int descriptor) {
  pollfd waiting{descriptor, POLLOUT, 0};
  poll(&waiting, 1, -1);
}

}  // namespace

void DescriptorSink::put(std::string_view bytes) {
  while (!bytes.empty() && !gone_ && !error_) {
    const ssize_t wrote = ::write(descriptor_, bytes.data(), bytes.size());
    if (wrote >= 0)
      bytes.remove_prefix(static_cast<std::size_t>(wrote));
    else if (errno == EPIPE)
      gone_ = true;
    else if (errno == EAGAIN)
      wait_until_writable(descriptor_);
    else if (errno != EINTR)
      error_ = Error{ErrorCode::write_failed, {}, name_ + " can't be written: " + std::strerror(errno), {}};
  }
}

std::optional<Error> DescriptorSink::write(std::string_view bytes) {
  if (gone_ || error_) return error_;
  if (buffer_.size() + bytes.size() > kBuffered) {
    put(buffer_);
    buffer_.clear();
  }
  if (bytes.size() >= kBuffered)
    put(bytes);
  else
    buffer_ += bytes;
  return error_;
}

std::optional<Error> DescriptorSink::flush() {
  put(buffer_);
  buffer_.clear();
  return error_;
}

Compression compression_of(std::string_view name) noexcept {
  if (name.ends_with(".gz")) return Compression::gzip;
  if (name.ends_with(".zst")) return Compression::zstd;
  return Compression::none;
}

std::string_view ending_of(Compression compression) noexcept {
  switch (compression) {
    case Compression::gzip:
      return ".gz";
    case Compression::zstd:
      return ".zst";
    case Compression::none:
      break;
  }
  return {};
}

std::string_view without_compression(std::string_view name) noexcept {
  name.remove_suffix(ending_of(compression_of(name)).size());
  return name;
}

Result<std::unique_ptr<ByteSink>> open_sink(const std::string& path) {
  if (path == "-") {
    return std::unique_ptr<ByteSink>(std::make_unique<DescriptorSink>(STDOUT_FILENO, "standard output"));
  }
  auto file = std::make_unique<ReplacedFile>();
  if (auto failed = file->open(path)) return *std::move(failed);
  return compressed(std::move(file), compression_of(path));
}

}  // namespace newswash
