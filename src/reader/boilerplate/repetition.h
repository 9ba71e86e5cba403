// Whether two lines say the same, as far as folding, a lost character or glued page furniture can hide it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace newswash {

/// The line's folded words without what parts them: "HomeLatest News" and "home latest news" are one.
std::string squeezed_key(std::string_view line);

/// Whether two squeezed keys are equal but for a character lost, added or changed in every `kLettersPerSlip`.
/// Linear: the number of differences looked for is bounded.
bool nearly_equal(std::string_view a, std::string_view b) noexcept;
inline constexpr std::size_t kLettersPerSlip = 30;

/// How many telling words a line has, and how many of them other lines repeat. Telling are words of four
/// letters or more; the first five count, so that endings don't.
struct SharedWords {
  std::uint32_t words = 0;
  std::uint32_t shared = 0;
};
SharedWords shared_words(std::string_view line, std::span<const std::string_view> others);

}  // namespace newswash
