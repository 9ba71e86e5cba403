// Walks files, folders and lists of names.
#include <dirent.h>
#include <fnmatch.h>
#include <newswash/source.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "reader/file_stream.h"

namespace newswash {
namespace {

Error system_error(const std::string& path, int number) {
  const ErrorCode code = number == ENOENT || number == ENOTDIR ? ErrorCode::not_found : ErrorCode::unreadable;
  return {code, {path, 0, 0, 0}, number == ENOENT ? "no such file or folder" : std::strerror(number), {}};
}

std::string last_name(const std::string& path) {
  const std::size_t end = path.find_last_not_of('/') + 1;
  const std::size_t slash = end == 0 ? std::string::npos : path.rfind('/', end - 1);
  const std::size_t begin = slash == std::string::npos ? 0 : slash + 1;
  return path.substr(begin, end - begin);
}

bool matches(const std::vector<std::string>& globs, const std::string& relative) {
  const std::string name = last_name(relative);
  return std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
    const bool with_path = glob.find('/') != std::string::npos;
    return fnmatch(glob.c_str(), with_path ? relative.c_str() : name.c_str(), with_path ? FNM_PATHNAME : 0) ==
           0;
  });
}

}  // namespace

SourceWalker::SourceWalker(SourceOptions options) : options_(std::move(options)) {
  for (auto input = options_.inputs.rbegin(); input != options_.inputs.rend(); ++input) {
    pending_.push_back({*input, last_name(*input), true, nullptr});
  }
}

bool SourceWalker::load_names(Error& error) {
  names_loaded_ = true;
  if (options_.files0_from.empty()) return true;
  FileStream file;
  if (auto failed = file.open(options_.files0_from)) return error = *std::move(failed), false;
  std::string names;
  for (std::vector<char> block(kStreamBlock);;) {
    const auto got = file.read(block.data(), block.size());
    if (!got) error = got.error(), error.position.file = options_.files0_from;
    if (!got) return false;
    if (*got == 0) break;
    names.append(block.data(), *got);
  }
  if (names.find('\0') == std::string::npos && names.find('\n') != std::string::npos) {
    error = {ErrorCode::bad_value,
             {options_.files0_from},
             "holds lines: names must be parted by zero bytes (find -print0, or tr '\\n' '\\0')",
             {}};
    return false;
  }
  for (std::size_t end = names.size(); end > 0;) {
    if (names[end - 1] == '\0') --end;
    const std::size_t zero = end == 0 ? std::string::npos : names.rfind('\0', end - 1);
    const std::size_t begin = zero == std::string::npos ? 0 : zero + 1;
    if (end > begin)
      pending_.push_back(
          {names.substr(begin, end - begin), last_name(names.substr(begin, end - begin)), true, nullptr});
    end = begin;
  }
  return true;
}

bool SourceWalker::wanted(const std::string& relative, bool is_folder) const {
  if (last_name(relative).starts_with('.') || matches(options_.exclude, relative)) return false;
  return is_folder || options_.include.empty() || matches(options_.include, relative);
}

std::optional<Error> SourceWalker::open_folder(const Pending& folder, std::shared_ptr<const Folder> entered) {
  DIR* const entries = opendir(folder.path.c_str());
  if (entries == nullptr) return system_error(folder.path, errno);
  std::vector<std::string> names;
  while (const dirent* entry = readdir(entries)) {
    if (std::strcmp(entry->d_name, ".") != 0 && std::strcmp(entry->d_name, "..") != 0)
      names.emplace_back(entry->d_name);
  }
  closedir(entries);
  std::sort(names.begin(), names.end(), std::greater<>());
  const std::string below = folder.named ? std::string() : folder.relative + "/";
  for (const std::string& name : names) {
    const std::string separator = folder.path.ends_with('/') ? "" : "/";
    pending_.push_back({folder.path + separator + name, below + name, false, entered});
  }
  return std::nullopt;
}

std::optional<Result<Source>> SourceWalker::next() {
  if (Error error; !names_loaded_ && !load_names(error)) return Result<Source>(std::move(error));
  while (!pending_.empty()) {
    const Pending at = std::move(pending_.back());
    pending_.pop_back();
    if (at.path == "-") return Result<Source>(Source{"-", "stdin"});
    struct stat status {};
    if (stat(at.path.c_str(), &status) != 0) return Result<Source>(system_error(at.path, errno));
    const bool is_folder = S_ISDIR(status.st_mode);
    if (!at.named && !wanted(at.relative, is_folder)) continue;
    if (!at.named && !is_folder && !S_ISREG(status.st_mode)) continue;  // a pipe would be waited for
    if (!is_folder) return Result<Source>(Source{at.path, at.relative});
    const Folder entered{status.st_dev, status.st_ino, at.folder};
    bool is_loop = false;
    for (const Folder* on = at.folder.get(); on != nullptr && !is_loop; on = on->parent.get())
      is_loop = on->device == entered.device && on->number == entered.number;
    if (is_loop) continue;
    if (auto failed = open_folder(at, std::make_shared<const Folder>(entered)))
      return Result<Source>(*std::move(failed));
  }
  return std::nullopt;
}

}  // namespace newswash
