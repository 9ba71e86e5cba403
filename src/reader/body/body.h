// The body of an article among the lines of a page dump. Mine: telling page dumps from extracted text, and
// for page dumps which lines are article, with reasons. Not mine: rules of wording (boilerplate/), facts,
// repair, input and output. Main type: BodyChoice. The same lines give the same choice; time is linear in the
// bytes; nothing is kept between calls.
#pragma once

#include <newswash/article.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reader/body/blocks.h"

namespace newswash {

/// Texts of more lines are judged in parts of so many: no page is that large, and what is known of a line
/// while it is judged takes ten times its own room.
inline constexpr std::size_t kPartLines = 1U << 15;

struct BodyChoice {
  InputKind kind = InputKind::article;  // what the text was taken for
  bool joins = false;                   // some of its lines belong together
  std::vector<std::uint8_t> keep;       // one a line, pages only: 1 body, 0 not; blank lines 0
  /// Probability of body, one a line, pages only; blank lines 0.
  std::vector<float> p;
};

/// Lines are UTF-8 without line ends, in order, blank ones included; the text is repaired already (no
/// no-break spaces, no doubled spaces, no mojibake). Leading spaces do not matter.
InputKind classify_input(std::span<const std::string_view> lines);

/// Takes the text for a page. `rules`: optional, one a line, the category (1..63) of a rule whose wording
/// matches, 0 none.
BodyChoice find_body(std::span<const std::string_view> lines, std::span<const std::uint8_t> rules = {});

/// The same of lines whose facts are known, by scan_lines().
BodyChoice find_body(std::span<const LineFacts> lines, std::span<const std::uint8_t> rules = {});

/// classify_input, then find_body if it is a page, for the price of one. An article has no `keep` and no `p`;
/// of a text of more than kPartLines lines `p` is that of the first so many.
BodyChoice choose_body(std::span<const std::string_view> lines, std::span<const std::uint8_t> rules = {});

/// The same of lines whose facts are known.
BodyChoice choose_body(std::span<const LineFacts> lines, std::span<const std::uint8_t> rules = {});

/// Why choose_body() takes the text for what it does, in words.
std::string explain_input(std::span<const std::string_view> lines);

/// The strongest reasons why the lines `which`, ascending, are not body, at most three, in words: "few words
/// per sentence, far from prose". Computed again from `lines`: costs as much as find_body, so ask for all
/// dropped lines at once.
std::vector<std::string> reasons(std::span<const std::string_view> lines,
                                 std::span<const std::uint32_t> which,
                                 std::span<const std::uint8_t> rules = {});

}  // namespace newswash
