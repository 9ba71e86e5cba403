// Which newswash and which rules made an output; both stand in every JSON record.
#pragma once

#include <string_view>

namespace newswash {

/// "0.1.0".
std::string_view version() noexcept;

/// A short fingerprint of the built-in rule packs: changes whenever one of them does.
std::string_view rules_version() noexcept;

}  // namespace newswash
