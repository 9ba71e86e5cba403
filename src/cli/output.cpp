// Writes to standard output and standard error, and names output files.
#include "cli/output.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace newswash {
namespace {

constexpr std::size_t kBuffered = 1 << 16;

}  // namespace

void StandardOutput::write(std::string_view bytes) {
  if (closed_ || error_) return;
  buffer_ += bytes;
  if (buffer_.size() >= kBuffered) flush();
}

void StandardOutput::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty() && !closed_ && !error_) {
    const ssize_t wrote = ::write(STDOUT_FILENO, rest.data(), rest.size());
    if (wrote >= 0)
      rest.remove_prefix(static_cast<std::size_t>(wrote));
    else if (errno == EPIPE)
      closed_ = true;
    else if (errno != EINTR)
      error_ = Error{ErrorCode::write_failed,
                     {},
                     fmt::format("standard output can't be written: {}", std::strerror(errno)),
                     {}};
  }
  buffer_.clear();
}

void say(std::string_view message) {
  fmt::print(stderr, "newswash: {}\n", message);
}

Result<std::string> OutputNames::path_for(const Source& source, std::uint64_t record) {
  namespace fs = std::filesystem;
  fs::path name = fs::path(folder_) / source.relative;
  if (record > 1) name.replace_filename(fmt::format("{}-{}", name.stem().string(), record));
  name.replace_extension(ending_);
  std::string path = name.lexically_normal().string();
  std::error_code none;
  if (source.path != "-" && fs::equivalent(path, source.path, none)) {
    return Error{ErrorCode::bad_value,
                 {path, 0, 0, 0},
                 "the output would overwrite its own input; use --in-place for that",
                 {}};
  }
  const auto [taken, is_new] = taken_.try_emplace(path, source.name());
  if (is_new) return path;
  return Error{ErrorCode::bad_value,
               {path, 0, 0, 0},
               fmt::format("already written for {}, not again for {}", taken->second, source.name()),
               {}};
}

}  // namespace newswash
