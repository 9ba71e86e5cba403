// First the shard takes its place, then the manifest says so: killed between the two, a run writes that one
// shard again with the same bytes.
#include "writer/shard_writer.h"

#include <fmt/format.h>

#include <filesystem>

#include "writer/replace_file.h"

namespace newswash {
namespace {

namespace fs = std::filesystem;

Error refused(const std::string& path, std::string message) {
  return {ErrorCode::bad_value, {path, 0, 0, 0}, std::move(message), {}};
}

}  // namespace

std::string ShardWriter::shard_path(std::size_t number) const {
  return (fs::path(options_.folder) / fmt::format("{}-{:05}{}", options_.stem, number, options_.ending))
      .string();
}

std::optional<Error> ShardWriter::open(ShardOptions options) {
  options_ = std::move(options);
  manifest_ = {options_.options, options_.inputs, {}, {}, false};
  std::error_code none;
  fs::create_directories(options_.folder, none);
  if (none) {
    return Error{ErrorCode::write_failed,
                 {options_.folder, 0, 0, 0},
                 fmt::format("the folder can't be made: {}", none.message()),
                 {}};
  }
  remove_leftovers(options_.folder);
  auto before = read_manifest(options_.folder);
  if (!options_.resume) {
    if (auto failed = refuse_strangers()) return failed;
    return write_manifest(options_.folder, manifest_);
  }
  if (!before) return before.error();
  if (!*before) return refuse_strangers();
  if (auto failed = check_same_run(options_.folder, **before, manifest_)) return failed;
  manifest_ = **std::move(before);
  used_ = manifest_.place;
  return check_shards();
}

/// Shards that no run of ours can vouch for are not overwritten.
std::optional<Error> ShardWriter::refuse_strangers() const {
  std::error_code none;
  const std::string first = shard_path(0);
  if (!fs::exists(first, none)) return std::nullopt;
  return refused(first, options_.resume
                            ? "is there, but nothing says which run made it; take it away or name another "
                              "folder"
                            : "is there from an earlier run; --resume continues that, else take it away or "
                              "name another folder");
}

std::optional<Error> ShardWriter::check_shards() const {
  for (std::size_t number = 0; number < manifest_.shards.size(); ++number) {
    std::error_code none;
    const auto size = fs::file_size(shard_path(number), none);
    if (none) return refused(shard_path(number), "was finished by the run to be continued, and is gone");
    if (size != manifest_.shards[number])
      return refused(shard_path(number), fmt::format("had {} bytes when it was finished, and now has {}",
                                                     manifest_.shards[number], size));
  }
  return std::nullopt;
}

std::optional<Error> ShardWriter::write(std::string_view result, const InputPlace& after) {
  if (shard_ && !result.empty() && shard_size_ + result.size() > options_.shard_bytes) {
    if (auto failed = end_shard()) return failed;
  }
  used_ = after;
  if (result.empty()) return std::nullopt;
  if (!shard_) {
    auto opened = open_sink(shard_path(manifest_.shards.size()));
    if (!opened) return opened.error();
    shard_ = *std::move(opened);
    shard_size_ = 0;
  }
  shard_size_ += result.size();
  all_bytes_ += result.size();
  return shard_->write(result);
}

std::optional<Error> ShardWriter::end_shard() {
  if (auto failed = shard_->close()) return failed;
  shard_.reset();
  std::error_code none;
  manifest_.shards.push_back(fs::file_size(shard_path(manifest_.shards.size()), none));
  manifest_.place = used_;
  return write_manifest(options_.folder, manifest_);
}

std::optional<Error> ShardWriter::finish() {
  if (shard_) {
    if (auto failed = end_shard()) return failed;
  }
  manifest_.place = used_;
  manifest_.complete = true;
  return write_manifest(options_.folder, manifest_);
}

}  // namespace newswash
