// What --out means, and the names of output files.
#include "cli/output.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "cli/progress.h"
#include "cli/run.h"

namespace newswash {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> kFormats = {".txt", ".json", ".jsonl", ".md"};
constexpr std::array<std::string_view, 5> kPacked = {".gz", ".zst", ".xz", ".bz2", ".lz4"};

int print_error = 0;  // errno of the last failure, also of one that stdio met while its buffer was full

/// The source's path below the output folder, without the ending of a compressed input.
fs::path mirrored(const std::string& folder, const Source& source) {
  std::string relative = safe_relative_path(source.relative);
  for (const std::string_view packed : kPacked) {
    if (relative.size() <= packed.size() || !relative.ends_with(packed)) continue;
    relative.resize(relative.size() - packed.size());
    break;
  }
  return fs::path(folder) / relative;
}

}  // namespace

void say(std::string_view message) {
  clear_progress_line();
  const std::string line = fmt::format("newswash: {}\n", message);
  std::fwrite(line.data(), 1, line.size(), stderr);  // a message nobody can read stops nothing
}

void print_text(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) < text.size()) print_error = errno;
}

bool colour_wanted() {
  const char* const no_color = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) != 0 && (no_color == nullptr || *no_color == '\0');
}

int finish_printing(int status) {
  if (std::fflush(stdout) != 0) print_error = errno;
  if (print_error == 0 || print_error == EPIPE) return status;
  say(fmt::format("standard output can't be written: {}", std::strerror(print_error)));
  return kFailed;
}

OutputTarget output_target(const std::string& out) {
  using Kind = OutputTarget::Kind;
  if (out.empty() || out == "-") return {Kind::standard_output, "-", {}};
  std::error_code none;
  const fs::file_status status = fs::status(out, none);
  if (out.back() == '/' || fs::is_directory(status)) return {Kind::folder, out, {}};
  const std::string_view name = without_compression(out);
  for (const std::string_view format : kFormats) {
    if (name.ends_with(format)) return {Kind::file, out, format};
  }
  const bool is_file = fs::exists(status) || compression_of(out) != Compression::none;
  return {is_file ? Kind::file : Kind::folder, out, {}};
}

bool is_same_file(const std::string& a, const std::string& b) {
  std::error_code none;
  return fs::is_regular_file(a, none) && fs::equivalent(a, b, none);
}

std::string OutputNames::plain_path(const Source& source) const {
  return mirrored(folder_, source).replace_extension(ending_).lexically_normal().string();
}

Result<std::string> OutputNames::path_for(const Source& source, std::uint64_t record) {
  std::string path = plain_path(source);
  if (record > 1) path.insert(path.size() - ending_.size(), fmt::format("-{}", record));
  std::error_code none;
  if (source.path != "-" && fs::equivalent(path, source.path, none)) {
    return Error{ErrorCode::bad_value,
                 {path, 0, 0, 0},
                 "the output would overwrite its own input; use --in-place for that",
                 {}};
  }
  return give(std::move(path), source);
}

Result<std::string> OutputNames::path_for(const Source& source, std::uint64_t record, std::string_view id) {
  fs::path folder = source.path == "-" ? fs::path(folder_) : mirrored(folder_, source).replace_extension();
  folder = folder.lexically_normal();
  std::string name = id.empty() ? std::to_string(record) : safe_file_name(id);
  const bool is_free = taken_.insert(case_folded((folder / name).string()));
  if (is_free) return (folder / name).string() + ending_;
  name += fmt::format("-{}", record);
  if (taken_.insert(case_folded((folder / name).string()))) return (folder / name).string() + ending_;
  return Error{ErrorCode::bad_value,
               {(folder / name).string() + ending_, 0, 0, 0},
               fmt::format("the name is taken by another record; not written for {}", source.name()),
               {}};
}

Result<std::string> OutputNames::give(std::string path, const Source& source) {
  if (taken_.insert(path)) return path;
  return Error{ErrorCode::bad_value,
               {std::move(path), 0, 0, 0},
               fmt::format("already written for another input, not again for {}", source.name()),
               {}};
}

}  // namespace newswash
