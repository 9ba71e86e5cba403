// Magic numbers: gzip RFC 1952, zstd RFC 8878, the xz, bzip2 and lz4 frame formats, POSIX ustar, PKWARE's
// APPNOTE.
#include "reader/content_kind.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "reader/json_scanner.h"

namespace newswash {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  ContentKind kind;
};

constexpr std::array<Magic, 10> kMagics = {{
    {"\x1F\x8B\x08"sv, ContentKind::gzip},
    {"\x28\xB5\x2F\xFD"sv, ContentKind::zstd},
    {"\xFD"
     "7zXZ\0"sv,
     ContentKind::xz},
    {"BZh"sv, ContentKind::bzip2},  // completed by is_bzip2
    {"\x04\x22\x4D\x18"sv, ContentKind::lz4},
    {"\x02\x21\x4C\x18"sv, ContentKind::lz4},  // the older frame
    {"PK\x03\x04"sv, ContentKind::zip},
    {"PK\x05\x06"sv, ContentKind::zip},  // without members
    {"PK\x07\x08"sv, ContentKind::zip},  // in parts
    {"PK00PK\x03\x04"sv, ContentKind::zip},
}};

constexpr std::size_t kTarMagic = 257;

/// A block of data or the end of the stream stands behind the level: digits of pi, or of its square root.
bool is_bzip2(std::string_view first) {
  constexpr std::string_view kBlock = "\x31\x41\x59\x26\x53\x59"sv;
  constexpr std::string_view kEnd = "\x17\x72\x45\x38\x50\x90"sv;
  const std::string_view behind = first.substr(4, 6);
  return first[3] >= '1' && first[3] <= '9' && (behind == kBlock || behind == kEnd);
}

/// A skippable frame, of zstd or lz4; zstd's tools write them more often.
bool is_skippable(std::string_view first) {
  return first.size() >= 4 && (static_cast<unsigned char>(first[0]) & 0xF0U) == 0x50 &&
         first.substr(1, 3) == "\x2A\x4D\x18"sv;
}

bool is_tar(std::string_view first) {
  return first.size() >= kMagicBytes && first.substr(kTarMagic, 5) == "ustar"sv;
}

/// A whole JSON value follows, up to the line's end: one record a line. A line that ends inside of it: one
/// object over many lines.
std::optional<Framing> detect_object(std::string_view text, bool all) {
  const std::size_t inside = text.find_first_not_of(" \t\r\n", 1);
  if (inside == std::string_view::npos) return all ? std::optional(Framing::articles) : std::nullopt;
  if (text[inside] != '"' && text[inside] != '}') return Framing::articles;
  const std::size_t line_end = text.find('\n');
  if (line_end == std::string_view::npos && !all) return std::nullopt;
  const std::string_view line = text.substr(0, line_end);
  if (is_json_object(line)) return Framing::lines;
  // A line longer than what was read, or one with a fault in it: lines, unless it stops where JSON may break.
  if (line_end == std::string_view::npos) return Framing::lines;
  const std::size_t last = line.find_last_not_of(" \t\r");
  const bool may_break = ",{[:"sv.find(line[last]) != std::string_view::npos;
  const bool goes_on = may_break || (inside > line_end);
  return goes_on ? Framing::json_array : Framing::lines;
}

std::optional<Framing> detect_array(std::string_view text, bool all) {
  const std::size_t inside = text.find_first_not_of(" \t\r\n", 1);
  if (inside == std::string_view::npos) return all ? std::optional(Framing::articles) : std::nullopt;
  const bool empty =
      text[inside] == ']' && text.find_first_not_of(" \t\r\n", inside + 1) == std::string_view::npos;
  return text[inside] == '{' || empty ? Framing::json_array : Framing::articles;
}

}  // namespace

std::string_view name_of(ContentKind kind) noexcept {
  constexpr std::array<std::string_view, 8> kNames = {"plain", "gzip", "zstd", "xz",
                                                      "bzip2", "lz4",  "tar",  "zip"};
  return kNames[static_cast<std::size_t>(kind)];
}

ContentKind content_kind(std::string_view first) noexcept {
  for (const Magic& magic : kMagics) {
    if (!first.starts_with(magic.bytes)) continue;
    if (magic.kind == ContentKind::bzip2 && (first.size() < 10 || !is_bzip2(first))) continue;
    return magic.kind;
  }
  if (is_skippable(first)) return ContentKind::zstd;
  return is_tar(first) ? ContentKind::tar : ContentKind::plain;
}

bool may_change(std::string_view first) noexcept {
  if (first.size() >= kMagicBytes) return false;
  if (first.empty()) return true;
  for (const Magic& magic : kMagics) {
    if (first.size() < magic.bytes.size() && magic.bytes.starts_with(first)) return true;
  }
  if (first.starts_with("BZh") && first.size() < 10) return true;
  if (first.size() < 4 && (static_cast<unsigned char>(first[0]) & 0xF0U) == 0x50 && first.size() > 1)
    return first[1] == '\x2A';
  // A tar's header starts with a name and is padded with NUL bytes; what has a whole line and none is text.
  const bool whole_line = first.find('\n') != std::string_view::npos;
  return first[0] != '\0' && (!whole_line || first.find('\0') != std::string_view::npos);
}

std::optional<Framing> detect_framing(std::string_view first, bool all) noexcept {
  if (first.starts_with("\xEF\xBB\xBF")) first.remove_prefix(3);
  const std::size_t begin = first.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return all ? std::optional(Framing::articles) : std::nullopt;
  first.remove_prefix(begin);
  if (first[0] == '{') return detect_object(first, all);
  if (first[0] == '[') return detect_array(first, all);
  constexpr std::string_view kWarc = "WARC/1.";
  if (first.starts_with(kWarc)) return Framing::warc;
  if (!all && kWarc.starts_with(first)) return std::nullopt;
  return Framing::articles;
}

Framing detect(std::string_view first_bytes) {
  return *detect_framing(first_bytes, true);
}

}  // namespace newswash
