// The names of the normalizer's fixes.
#include <newswash/repair.h>

#include <algorithm>
#include <array>

namespace newswash {
namespace {

constexpr std::array<std::string_view, kFixCount> kNames = {
    "encoding", "entities", "controls", "invisibles", "spaces", "ligatures", "width", "quotes", "form"};

}  // namespace

std::string_view name_of(Fix fix) noexcept {
  return kNames[static_cast<std::size_t>(fix)];
}

std::optional<Fix> fix_named(std::string_view name) noexcept {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Fix>(found - kNames.begin());
}

}  // namespace newswash
