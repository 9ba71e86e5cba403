// What charsets are called. Mine: the labels of the WHATWG Encoding standard and the converter each means.
// Not mine: decoding (decode.cpp).
#pragma once

#include <string>
#include <string_view>

namespace newswash {

/// The ICU converter for a label, spaces around it and case aside. As in browsers, "latin1" and "ascii" are
/// windows-1252 and "gb2312" is GBK. A name that the standard does not know is given back as it is: ICU knows
/// more.
std::string charset_for(std::string_view label);

}  // namespace newswash
