// How bad something is that `check` found: a finding, or a limit of a profile that a text fails.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace newswash {

/// Rules and limits set to `off` find nothing.
enum class Level : std::uint8_t { off, note, warning, error };

/// "off", "note", "warning", "error".
std::string_view name_of(Level level) noexcept;
std::optional<Level> level_named(std::string_view name) noexcept;

}  // namespace newswash
