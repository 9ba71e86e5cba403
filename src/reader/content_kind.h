// What a stream of bytes is, by its first bytes and never by its name: text as it is, compressed, an archive;
// and, of text, how it falls into records.
#pragma once

#include <newswash/source.h>

#include <string_view>

namespace newswash {

enum class ContentKind : std::uint8_t { plain, gzip, zstd, xz, bzip2, lz4, tar, zip };

std::string_view name_of(ContentKind kind) noexcept;
constexpr bool is_archive(ContentKind kind) noexcept {
  return kind == ContentKind::tar || kind == ContentKind::zip;
}

/// How many first bytes are looked at, at most.
inline constexpr std::size_t kMagicBytes = 512;

/// The kind by the first bytes of a stream. What is not known is plain.
ContentKind content_kind(std::string_view first) noexcept;

/// Whether more bytes could change what content_kind says. Never true where text is typed line by line.
bool may_change(std::string_view first) noexcept;

/// The framing by the first bytes of a text; nothing while more bytes could change it and `all` is false.
std::optional<Framing> detect_framing(std::string_view first, bool all) noexcept;

}  // namespace newswash
