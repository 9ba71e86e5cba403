// The time of day beside a date, and its offset where one is written. Mine: reading it out of the tokens
// around a date. Neighbour: date_parser.h, which finds the date first.
#pragma once

#include <string_view>

#include "reader/facts/date_parser.h"

namespace newswash::facts {

/// Sets hour, minute, second and offset of `date` from the tokens after it, or else those before it, and
/// widens `first` and `last` over what was read. Zone names ("EST", "CET") are not offsets and are left out.
void read_time(std::string_view line, const Tokens& tokens, WrittenDate& date);

}  // namespace newswash::facts
