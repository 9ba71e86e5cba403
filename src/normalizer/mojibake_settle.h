// Puts the edits of several rounds of repair together, so that they apply to the first text.
// Mine: applying and merging edits line by line; repairs never make or take line breaks. Not mine: finding
// them. Main functions: applied, merged.
#pragma once

#include <string>
#include <string_view>

#include "normalizer/edit.h"

namespace newswash::mojibake {

/// The text after the edits.
std::string applied(std::string_view text, const Edits& edits);

/// The edits that turn `text` into `last`, where `first` turn it into `middle` and later rounds made `last`
/// of that. Lines that later rounds left alone keep their edits; every other line gets one.
Edits merged(std::string_view text, const Edits& first, std::string_view middle, std::string_view last);

}  // namespace newswash::mojibake
