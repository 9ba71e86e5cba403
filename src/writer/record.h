// What the writers need to know of an article besides the article: where it came from and how it was decoded.
#pragma once

#include <newswash/article.h>
#include <newswash/decode.h>

#include <string>
#include <string_view>

namespace newswash {

struct RecordContext {
  std::string_view id;
  std::string_view url;
  std::string_view given;  // the decoded text that was cleaned
  std::string_view plain;  // the same where its lines are known to need no escapes in JSON, else empty
  Decoded decoded;         // how `given` came about; offsets are moved back to the input's bytes with it
  bool audit = false;
};

}  // namespace newswash
