// FNV-1a, mixed once more so that the low bits are good, names and tells apart.
#include "writer/file_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "text/code_points.h"
#include "text/fnv.h"
#include "text/utf8.h"

namespace newswash {
namespace {

constexpr std::size_t kLongest = 200;

std::uint64_t hash_of(std::string_view bytes) noexcept {
  std::uint64_t hash = fnv1a(bytes);
  hash ^= hash >> 32U;
  hash *= 0xD6E8FEB86659FD93U;
  return hash ^ hash >> 32U;
}

bool is_control(char c) noexcept {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

bool is_refused(char c) noexcept {
  return is_control(c) || std::string_view("/\\<>:\"|?*").find(c) != std::string_view::npos;
}

/// At most `size` bytes, not cut within a character.
std::string_view cut(std::string_view text, std::size_t size) noexcept {
  if (text.size() <= size) return text;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80) --size;
  return text.substr(0, size);
}

/// `name` cut so that it ends in the hash of `whole`.
std::string with_hash(std::string_view name, std::string_view whole) {
  return fmt::format("{}-{:08x}", cut(name, kLongest - 9), hash_of(whole) & 0xFFFFFFFFU);
}

}  // namespace

std::string safe_file_name(std::string_view id) {
  std::string name(id.substr(0, valid_utf8_prefix(id)));
  std::replace_if(name.begin(), name.end(), is_refused, '_');
  while (!name.empty() && (name.back() == '.' || name.back() == ' ')) name.pop_back();
  const std::size_t start = name.find_first_not_of(".- ");
  name.erase(0, start == std::string::npos ? name.size() : start);
  if (name == id && !name.empty() && name.size() <= kLongest) return name;
  if (name.empty()) name = "id";
  return with_hash(name, id);
}

std::string safe_relative_path(std::string_view path) {
  std::string safe;
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(part.size() + 1, path.size()));
    if (part.empty() || part == ".") continue;
    std::string name = part.size() > kLongest ? with_hash(part, part) : std::string(part);
    if (name == "..") name = "__";
    std::replace_if(name.begin(), name.end(), is_control, '_');
    if (!safe.empty()) safe += '/';
    safe += name;
  }
  return safe.empty() ? "_" : safe;
}

bool NameSet::insert(std::string_view name) {
  if ((used_ + 1) * 2 > slots_.size()) grow();
  const std::uint64_t hash = hash_of(name) | (hash_of(name) == 0 ? 1U : 0U);
  std::size_t at = hash & (slots_.size() - 1);
  for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at] == hash) return false;
  }
  slots_[at] = hash;
  ++used_;
  return true;
}

void NameSet::grow() {
  const std::vector<std::uint64_t> old =
      std::exchange(slots_, std::vector<std::uint64_t>(std::max<std::size_t>(slots_.size() * 2, 64)));
  for (const std::uint64_t hash : old) {
    if (hash == 0) continue;
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = hash;
  }
}

std::string case_folded(std::string_view name) {
  std::string folded;
  if (valid_utf8_prefix(name) < name.size()) return std::string(name);
  for (std::size_t at = 0; at < name.size();) {
    const char32_t code_point = next_code_point(name, at);
    const bool upper = code_point >= 'A' && code_point <= 'Z';
    if (code_point < 0x80)
      folded += static_cast<char>(upper ? code_point + ('a' - 'A') : code_point);
    else
      append_utf8(folded, properties(code_point).folded);
  }
  return folded;
}

}  // namespace newswash
