// The hashes of tokens and words, for the scan and for words that are looked for in its result.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/code_points.h"

namespace newswash::quality {

constexpr std::uint64_t add_to_hash(std::uint64_t hash, std::uint64_t value) {
  return (hash + value) * 0x9E3779B97F4A7C15ULL;
}

constexpr std::uint64_t finish_hash(std::uint64_t hash) {
  return hash ^ hash >> 29;
}

/// Of a token as the scan computes it.
inline std::uint64_t hash_token(std::string_view token) noexcept {
  std::uint64_t hash = 0;
  for (std::size_t at = 0; at < token.size();) hash = add_to_hash(hash, next_code_point(token, at));
  return finish_hash(hash);
}

/// Of a white-space word that is one token.
inline std::uint64_t hash_word(std::string_view word) noexcept {
  return finish_hash(add_to_hash(0, hash_token(word)));
}

}  // namespace newswash::quality
