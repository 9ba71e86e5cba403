// Names in a byline: "By JANE DOE, Staff Writer | Reuters" gives JANE DOE. Mine: reading a list of names from
// a place in a line. Not mine: which line is the byline (authors.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reader/facts/tokens.h"

namespace newswash::facts {

/// The names read. `last` is the token after what was read: roles, agency, e-mail address and handle
/// included.
struct Names {
  std::vector<std::string> names;  // as written
  std::vector<std::string> agencies;
  std::size_t last = 0;
  bool role = false;     // a role followed ("Staff Writer")
  bool lower = false;    // a name of one word in lower case, a pen name
  bool contact = false;  // a handle or address followed
  bool known = false;    // the first name is a common one
  unsigned words = 0;    // of the longest name
};

/// Reads names from token `first` on. `loose`: after a byline word, a pen name in lower case or of one word
/// is a name, too; otherwise every name needs two capitalised words.
Names read_names(std::string_view line, const Tokens& tokens, std::size_t first, bool loose);

/// A lower-case word inside names, of many languages ("von", "de la").
bool is_name_particle(std::string_view word);

/// The last word of a name.
inline std::string_view last_word(std::string_view name) {
  const std::size_t space = name.rfind(' ');
  return space == name.npos ? name : name.substr(space + 1);
}

}  // namespace newswash::facts
