// Writes a whole file or none of it: beside its place, then renamed into it.
#pragma once

#include <newswash/result.h>

#include <optional>
#include <string>
#include <string_view>

namespace newswash {

/// Puts `bytes` at `path`; folders on the way are made. An existing file keeps its mode, a symbolic link
/// stays one and what it points to is replaced, and a file that holds the same bytes already is not touched.
std::optional<Error> replace_file(const std::string& path, std::string_view bytes);

}  // namespace newswash
