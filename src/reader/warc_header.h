// The header of one WARC record (WARC/1.1, ISO 28500): where it ends and what its fields say.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace newswash {

/// Behind the empty line that ends a header; npos where it is not in `bytes`. Looks from `from` on.
std::size_t warc_header_end(std::string_view bytes, std::size_t from = 0) noexcept;

/// A field's value, without spaces around it; "" where there is none. Names are compared without case.
std::string_view warc_field(std::string_view header, std::string_view name) noexcept;

/// Content-Length; nothing where it is missing or no number.
std::optional<std::uint64_t> warc_length(std::string_view header) noexcept;

/// Whether the record holds plain text that was made from a page: a `conversion` or a `resource`.
bool is_warc_text(std::string_view header) noexcept;

}  // namespace newswash
