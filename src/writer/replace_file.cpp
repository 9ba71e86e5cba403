// A file without a name, or of its own name in the same folder, locked while it is written; on any failure it
// is taken away again. The lock tells a live run's file from one that a killed run left.
#include "writer/replace_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace newswash {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBuffered = 1 << 16;
constexpr std::size_t kLongestName = 200;  // of the 255 bytes a name may have
constexpr std::string_view kMark = ".newswash-";

Error failure(const std::string& path, int number) {
  return {ErrorCode::write_failed,
          {path, 0, 0, 0},
          std::string("can't be written: ") + std::strerror(number),
          {}};
}

bool holds(const std::string& path, std::string_view bytes) {
  std::error_code none;
  if (fs::file_size(path, none) != bytes.size() || none) return false;
  std::ifstream in(path, std::ios::binary);
  std::string there(bytes.size(), '\0');
  in.read(there.data(), static_cast<std::streamsize>(there.size()));
  return in && there == bytes;
}

/// A name beside `target` that no other thread or process of this machine uses now.
std::string name_beside(const std::string& target) {
  static std::atomic<std::uint64_t> counter = 0;
  const std::size_t slash = target.rfind('/') + 1;  // 0 without one
  std::string_view name = std::string_view(target).substr(slash);
  if (name.size() > kLongestName) {
    name = name.substr(0, kLongestName);
    while (!name.empty() && (static_cast<unsigned char>(name.back()) & 0x80U) != 0) name.remove_suffix(1);
  }
  return fmt::format("{}.{}{}{}-{}", std::string_view(target).substr(0, slash), name, kMark, getpid(),
                     counter.fetch_add(1));
}

/// Whether name_beside made the name.
bool is_beside(std::string_view name) {
  const std::size_t mark = name.rfind(kMark);
  if (!name.starts_with('.') || mark == std::string_view::npos) return false;
  const std::string_view numbers = name.substr(mark + kMark.size());
  return !numbers.empty() && numbers.find_first_not_of("0123456789-") == std::string_view::npos;
}

/// Of an open file, also where it has no other.
std::string name_of(int descriptor) {
  return fmt::format("/proc/self/fd/{}", descriptor);
}

int open_new(const std::string& path) {
  int descriptor = -1;
  do descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  while (descriptor < 0 && errno == EINTR);
  return descriptor;
}

/// Whether the file still has its name: remove_leftovers of another run may have come between.
bool lock_new(int descriptor) {
  struct stat now {};
  flock(descriptor, LOCK_EX);  // a file system without locks has nothing to tell live from dead by
  return fstat(descriptor, &now) == 0 && now.st_nlink > 0;
}

}  // namespace

std::optional<Error> ReplacedFile::fail(int number) {
  error_ = failure(target_, number);
  discard();
  return error_;
}

void ReplacedFile::discard() {
  if (descriptor_ < 0) return;
  if (!direct_ && !nameless_) unlink(beside_.c_str());
  ::close(descriptor_);
  descriptor_ = -1;
}

std::optional<Error> ReplacedFile::open(const std::string& path, bool at_once) {
  discard();
  buffer_.clear();
  error_.reset();
  target_ = path;
  struct stat old {};
  const bool is_link = lstat(path.c_str(), &old) == 0 && S_ISLNK(old.st_mode);
  const bool exists = stat(path.c_str(), &old) == 0;
  if ((exists && S_ISDIR(old.st_mode)) || path.ends_with('/')) return fail(EISDIR);
  direct_ = exists && !S_ISREG(old.st_mode);
  if (is_link && !direct_) {  // /dev/stdout is a link, too, but to a pipe there is no path
    std::error_code none;
    target_ = fs::canonical(path, none).string();
    if (none) return target_ = path, fail(none.value());
  }
  mode_ = exists ? static_cast<unsigned>(old.st_mode & 07777U) : 0;
  owner_ = old.st_uid, group_ = old.st_gid;
  if (!direct_) return create(at_once);
  descriptor_ = ::open(target_.c_str(), O_WRONLY | O_CLOEXEC);
  return descriptor_ < 0 ? fail(errno) : std::nullopt;
}

/// A run that is interrupted leaves nothing of such a file.
bool ReplacedFile::create_nameless() {
  const std::size_t slash = target_.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : target_.substr(0, slash + 1);
  descriptor_ = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
  nameless_ = descriptor_ >= 0 && access(name_of(descriptor_).c_str(), F_OK) == 0;
  if (descriptor_ >= 0 && !nameless_) ::close(descriptor_);  // there is no /proc to name it by
  if (nameless_) flock(descriptor_, LOCK_EX);
  return nameless_;
}

/// Under the lock: a name beside the place can't be taken for a leftover.
bool ReplacedFile::take_place() {
  const auto name = [this](const std::string& path) {
    return linkat(AT_FDCWD, name_of(descriptor_).c_str(), AT_FDCWD, path.c_str(), AT_SYMLINK_FOLLOW) == 0;
  };
  while (nameless_) {
    beside_ = name_beside(target_);
    nameless_ = !name(beside_);
    if (nameless_ && errno != EEXIST) return false;
  }
  return rename(beside_.c_str(), target_.c_str()) == 0;
}

std::optional<Error> ReplacedFile::create(bool at_once) {
  bool folders_made = false;
  while (at_once || !create_nameless()) {
    beside_ = name_beside(target_);
    descriptor_ = open_new(beside_);
    if (descriptor_ >= 0 && lock_new(descriptor_)) break;
    if (descriptor_ >= 0) {
      discard();
    } else if ((errno == ENOENT || errno == ENOTDIR) && !folders_made) {
      const fs::path folder = fs::path(target_).parent_path();
      std::error_code none;
      fs::create_directories(folder, none);
      if (none) return error_ = failure(folder.string(), none.value());
      folders_made = true;
    } else if (errno != EEXIST) {
      return fail(errno);
    }
  }
  if (mode_ == 0) return std::nullopt;
  const bool kept = fchown(descriptor_, owner_, group_) == 0;
  if (!kept) mode_ &= 01777U;  // another's file: the rights of its owner are not ours to give
  if (fchmod(descriptor_, mode_) != 0) return fail(errno);
  return std::nullopt;
}

bool ReplacedFile::put(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(descriptor_, bytes.data(), bytes.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return true;
}

std::optional<Error> ReplacedFile::write(std::string_view bytes) {
  if (error_) return error_;
  if (buffer_.size() + bytes.size() > kBuffered) {
    if (!put(buffer_)) return fail(errno);
    buffer_.clear();
  }
  if (bytes.size() < kBuffered)
    buffer_ += bytes;
  else if (!put(bytes))
    return fail(errno);
  return std::nullopt;
}

std::optional<Error> ReplacedFile::flush() {
  if (error_) return error_;
  if (!put(buffer_)) return fail(errno);
  buffer_.clear();
  return std::nullopt;
}

std::optional<Error> ReplacedFile::close() {
  if (auto failed = flush()) return failed;
  if (!direct_ && !take_place()) return fail(errno);
  const bool closed = ::close(descriptor_) == 0;
  descriptor_ = -1;
  if (!closed) error_ = failure(target_, errno);
  return error_;
}

std::optional<Error> replace_file(const std::string& path, std::string_view bytes) {
  if (holds(path, bytes)) return std::nullopt;
  ReplacedFile file;
  if (auto failed = file.open(path, true)) return failed;
  if (auto failed = file.write(bytes)) return failed;
  return file.close();
}

std::size_t remove_leftovers(const std::string& folder) {
  std::size_t removed = 0;
  std::error_code none;
  for (fs::directory_iterator at(folder, none), end; !none && at != end; at.increment(none)) {
    const std::string name = at->path().filename().string();
    if (!is_beside(name)) continue;
    const int descriptor = open(at->path().c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0) continue;
    const bool dead = flock(descriptor, LOCK_EX | LOCK_NB) == 0;
    if (dead && unlink(at->path().c_str()) == 0) ++removed;
    close(descriptor);
  }
  return removed;
}

}  // namespace newswash
