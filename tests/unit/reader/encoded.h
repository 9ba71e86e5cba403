// UTF-8 text in another charset, by ICU, for the tests of decoding.
#pragma once

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include <string>
#include <string_view>

namespace newswash::testing {

/// The bytes of `text` in `charset`; a charset that ICU does not know fails the test.
inline std::string encoded(std::string_view text, const char* charset) {
  std::string bytes(text.size() * 4 + 8, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const int32_t length = ucnv_convert(charset, "UTF-8", bytes.data(), static_cast<int32_t>(bytes.size()),
                                      text.data(), static_cast<int32_t>(text.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status)) << charset;
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

}  // namespace newswash::testing
