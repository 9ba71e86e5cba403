// Why a block is not body, in words. Mine: picking the inputs that weighed most against it. Not mine: the
// words of each input (feature_table.cpp). Main function: reason_of.
#pragma once

#include <cstddef>
#include <string>

#include "reader/body/model.h"

namespace newswash::body {

/// At most three reasons, the strongest first: "few words per sentence, many capitals, far from prose".
std::string reason_of(const Opinion& opinion, std::size_t block);

}  // namespace newswash::body
