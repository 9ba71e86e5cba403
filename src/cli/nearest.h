// The known name that a mistyped one is nearest to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newswash {

/// Empty if none is near: more than a third of the letters would have to change.
std::string nearest(std::string_view name, const std::vector<std::string>& known);

}  // namespace newswash
