// open, read, lseek, poll: with their errors as values.
#include "reader/file_stream.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace newswash {

FileStream::~FileStream() {
  close_file();
}

void FileStream::close_file() {
  if (descriptor_ > STDIN_FILENO) close(descriptor_);
  descriptor_ = -1;
}

std::optional<Error> FileStream::open(const std::string& path) {
  close_file();
  taken_ = 0;
  descriptor_ = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ >= 0) return std::nullopt;
  const ErrorCode code = errno == ENOENT ? ErrorCode::not_found : ErrorCode::unreadable;
  return Error{code, {path, 0, 0, 0}, std::strerror(errno), {}};
}

bool FileStream::would_wait() const {
  pollfd one{descriptor_, POLLIN, 0};
  return poll(&one, 1, 0) == 0;
}

Result<std::size_t> FileStream::read(char* into, std::size_t room) {
  if (waits_ && would_wait()) waits_();
  for (;;) {
    const ssize_t got = ::read(descriptor_, into, room);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Error{ErrorCode::unreadable, {}, std::strerror(errno), {}};
    taken_ += static_cast<std::uint64_t>(got);
    return static_cast<std::size_t>(got);
  }
}

std::int64_t FileStream::seek(std::int64_t offset, int whence) {
  return lseek(descriptor_, offset, whence);
}

}  // namespace newswash
