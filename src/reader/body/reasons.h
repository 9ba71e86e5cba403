// Why a block is not body, in words. Mine: picking the inputs that weighed most against it. Not mine: the
// words of each input (feature_table.h). Main function: reason_of.
#pragma once

#include <string>

#include "reader/body/features.h"

namespace newswash::body {

/// At most three reasons, the strongest first: "few words per sentence, many capitals, far from prose".
std::string reason_of(const FirstValues& first, const SecondValues& second);

}  // namespace newswash::body
