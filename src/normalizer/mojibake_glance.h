// A first glance at a line that has an odd pair of letters: most such lines are in a language that the tables
// know little of, and are fine. What is refused here would be refused later, at ten times the cost. Mine: the
// line's own bytes, without cells. Not mine: the readings themselves (mojibake_single_byte.h,
// mojibake_double_byte.h), the reports (mojibake_unrecoverable.h).
#pragma once

#include <string_view>

namespace newswash::mojibake {

/// Whether best_reading() or read_double_byte() could find anything. False means certainly not.
bool may_be_reread(std::string_view line);

/// The same of report_unrecoverable().
bool may_be_unrecoverable(std::string_view line);

}  // namespace newswash::mojibake
