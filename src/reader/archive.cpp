// libarchive lists and unpacks; names are checked here.
#include "reader/archive.h"

#include <fmt/format.h>

#include <algorithm>

namespace newswash {
namespace {

constexpr std::size_t kLongestName = 4096;

bool is_hidden(std::string_view name) {
  return name.starts_with('.') || name.find("/.") != std::string_view::npos;
}

bool has_drive(std::string_view name) {
  return name.size() > 1 && name[1] == ':' && ((name[0] | 0x20) >= 'a' && (name[0] | 0x20) <= 'z');
}

Error unsafe(std::string_view name, std::string_view why) {
  std::string shown(name.substr(0, 200));
  std::replace_if(
      shown.begin(), shown.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; },
      '?');
  return {ErrorCode::bad_value, {}, fmt::format("the member '{}' is not read: {}", shown, why), {}};
}

std::string_view name_of_entry(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  return name == nullptr ? std::string_view{} : std::string_view(name);
}

}  // namespace

Result<std::string> safe_member_name(std::string_view name) {
  if (name.empty() || name.size() > kLongestName) return unsafe(name, "it has no usable name");
  if (name[0] == '/' || name[0] == '\\' || has_drive(name)) return unsafe(name, "its name starts at a root");
  std::string safe;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find_first_of("/\\", begin), name.size());
    const std::string_view step = name.substr(begin, end - begin);
    if (step == "..") return unsafe(name, "its name leads out of its folder");
    const bool separated = end < name.size() && name[end] == '\\';
    if (!step.empty() && step != ".") safe += step, safe += separated ? '\\' : '/';
    begin = end + 1;
  }
  if (!safe.empty()) safe.pop_back();
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  if (safe.empty() || std::any_of(safe.begin(), safe.end(), is_control))
    return unsafe(name, "it has no usable name");
  return safe;
}

Archive::Archive(ContentKind kind, ByteStream& from, FileStream* file) : kind_(kind), source_(from, file) {
  if (kind == ContentKind::tar) archive_read_support_format_tar(source_.get());
  if (kind == ContentKind::zip && file != nullptr) archive_read_support_format_zip(source_.get());
  if (kind == ContentKind::zip && file == nullptr) archive_read_support_format_zip_streamable(source_.get());
}

std::optional<Result<std::string>> Archive::fail() {
  ended_ = member_ended_ = true;
  return Result<std::string>(
      source_.error(fmt::format("the {} archive is damaged", newswash::name_of(kind_))));
}

std::optional<Result<std::string>> Archive::next_member() {
  if (!opened_ && source_.open() != ARCHIVE_OK) return opened_ = true, fail();
  opened_ = true;
  while (!ended_) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(source_.get(), &entry);
    if (status == ARCHIVE_EOF) break;
    if (status < ARCHIVE_WARN) return fail();
    if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) != nullptr) continue;
    auto name = safe_member_name(name_of_entry(entry));
    if (name && is_hidden(*name)) continue;
    member_ended_ = !name;
    return name;
  }
  ended_ = member_ended_ = true;
  return std::nullopt;
}

Result<std::size_t> Archive::read(char* into, std::size_t room) {
  if (member_ended_) return std::size_t{0};
  const la_ssize_t got = archive_read_data(source_.get(), into, room);
  member_ended_ = got <= 0;
  if (got >= 0) return static_cast<std::size_t>(got);
  if (got == ARCHIVE_FATAL && kind_ == ContentKind::tar) ended_ = true;
  return source_.error("the member is damaged");
}

}  // namespace newswash
