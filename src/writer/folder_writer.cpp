// Nearly all is replace_file's; this adds the order of writing and the memory of the run.
#include "writer/folder_writer.h"

#include <filesystem>

#include "writer/byte_sink.h"
#include "writer/replace_file.h"

namespace newswash {
namespace {

namespace fs = std::filesystem;

std::optional<Error> write_compressed(const std::string& path, std::string_view bytes) {
  auto sink = open_sink(path);
  if (!sink) return sink.error();
  if (auto failed = (*sink)->write(bytes)) return failed;
  return (*sink)->close();
}

}  // namespace

std::optional<Error> FolderWriter::open(FolderOptions options) {
  options_ = std::move(options);
  const RunManifest now{options_.options, options_.inputs, {}, {}, false};
  if (!options_.resume) return write_manifest(options_.folder, now);
  auto before = read_manifest(options_.folder);
  if (!before) return before.error();
  if (*before) return check_same_run(options_.folder, **before, now);
  std::error_code none;
  if (fs::exists(options_.folder, none) && !fs::is_empty(options_.folder, none)) {
    return Error{ErrorCode::bad_value,
                 {options_.folder, 0, 0, 0},
                 "has files, but nothing says which run made them; it can't be continued",
                 {}};
  }
  return write_manifest(options_.folder, now);
}

bool FolderWriter::is_done(const std::string& first_path) const {
  std::error_code none;
  return options_.resume && fs::exists(first_path, none);
}

std::optional<Error> FolderWriter::put(const std::string& path, std::string_view result) {
  const std::string folder = path.substr(0, path.rfind('/') + 1);
  if (folder != last_folder_) {
    if (cleaned_.insert(folder)) remove_leftovers(folder.empty() ? "." : folder);
    last_folder_ = folder;
  }
  if (compression_of(path) != Compression::none) return write_compressed(path, result);
  return replace_file(path, result);
}

std::optional<Error> FolderWriter::write(const std::string& path, std::uint64_t record,
                                         std::string_view result) {
  if (record != 1) return put(path, result);
  if (auto failed = end_source()) return failed;
  has_first_ = true;
  first_path_ = path;
  first_ = result;
  return std::nullopt;
}

std::optional<Error> FolderWriter::end_source() {
  if (!has_first_) return std::nullopt;
  has_first_ = false;
  return put(first_path_, first_);
}

std::optional<Error> FolderWriter::finish() {
  if (auto failed = end_source()) return failed;
  return write_manifest(options_.folder, {options_.options, options_.inputs, {}, {}, true});
}

}  // namespace newswash
