// What a line begins with: the first known phrase ("By", "Updated on", "The Associated Press"). Mine: finding
// it, for lines of plain ASCII without splitting them. Not mine: tokens (tokens.h), the tables (words.h).
#pragma once

#include <cstdint>
#include <string_view>

#include "reader/facts/tokens.h"

namespace newswash::facts {

struct LineHead {
  std::uint32_t kinds = 0;       // of the first phrase
  std::uint32_t word_kinds = 0;  // of the first word alone
  bool whole = false;            // the phrase is all there is
  bool starts_lower = false;
  bool empty = false;  // of tokens
  bool known = false;
};

/// What `line` begins with. `tokens` is a buffer.
LineHead head_of(std::string_view line, Languages languages, Tokens& tokens);

}  // namespace newswash::facts
