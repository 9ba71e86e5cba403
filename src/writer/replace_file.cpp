// A temporary file in the same folder, written and renamed; on any failure it is taken away again.
#include "writer/replace_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace newswash {
namespace {

Error failure(const std::string& path, int number) {
  return {ErrorCode::write_failed,
          {path, 0, 0, 0},
          std::string("can't be written: ") + std::strerror(number),
          {}};
}

bool holds(const std::string& path, std::string_view bytes) {
  std::error_code none;
  if (std::filesystem::file_size(path, none) != bytes.size() || none) return false;
  std::ifstream in(path, std::ios::binary);
  std::string there(bytes.size(), '\0');
  in.read(there.data(), static_cast<std::streamsize>(there.size()));
  return in && there == bytes;
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = write(descriptor, bytes.data(), bytes.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return true;
}

}  // namespace

std::optional<Error> replace_file(const std::string& path, std::string_view bytes) {
  std::error_code none;
  std::string target = path;
  if (std::filesystem::is_symlink(path, none)) target = std::filesystem::canonical(path, none).string();
  if (target.empty()) return failure(path, ENOENT);
  if (holds(target, bytes)) return std::nullopt;
  const std::filesystem::path folder = std::filesystem::path(target).parent_path();
  if (!folder.empty()) std::filesystem::create_directories(folder, none);
  if (none) return failure(folder.string(), none.value());
  std::string beside = target + ".XXXXXX";
  const int descriptor = mkstemp(beside.data());
  if (descriptor < 0) return failure(target, errno);
  struct stat old {};
  const mode_t mask = umask(0);
  umask(mask);
  const mode_t mode = stat(target.c_str(), &old) == 0 ? old.st_mode & 07777 : 0666 & ~mask;
  const bool written = fchmod(descriptor, mode) == 0 && write_all(descriptor, bytes);
  const int number = errno;
  const bool closed = close(descriptor) == 0;
  if (written && closed && rename(beside.c_str(), target.c_str()) == 0) return std::nullopt;
  const int why = written ? errno : number;
  unlink(beside.c_str());
  return failure(target, why);
}

}  // namespace newswash
