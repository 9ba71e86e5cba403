// UTF-16 that says so nowhere. Mine: telling it, and its byte order, by the code units it would have. Not
// mine: byte order marks, decoding (decode.cpp).
#pragma once

#include <string_view>

namespace newswash {

/// "UTF-16LE", "UTF-16BE" or "" for bytes without a byte order mark.
std::string_view unmarked_utf16(std::string_view bytes, bool valid_utf8);

}  // namespace newswash
