// FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/): for names and fingerprints that must be the
// same on every machine and in every version. Not for tables that strangers fill.
#pragma once

#include <cstdint>
#include <string_view>

namespace newswash {

inline constexpr std::uint64_t kFnvStart = 0xCBF29CE484222325U;

/// The hash of what `hash` stands for with `bytes` behind it.
constexpr std::uint64_t fnv1a(std::string_view bytes, std::uint64_t hash = kFnvStart) noexcept {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return hash;
}

}  // namespace newswash
