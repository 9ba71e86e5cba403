// SSE2 is part of x86-64; elsewhere the compiler's own loop serves.
#include "text/line_feeds.h"

#include <algorithm>

#include "text/byte_counter.h"
#include "text/sse2.h"

namespace newswash {

std::size_t count_line_feeds(std::string_view text) noexcept {
  std::size_t count = 0;
  std::size_t at = 0;
#if defined(__SSE2__)
  ByteCounter counter;
  const auto match = [&](std::size_t from) { return sse2::equal(sse2::load(text.data() + from), '\n'); };
  for (; at + 64 <= text.size(); at += 64)
    counter.add(match(at), match(at + 16), match(at + 32), match(at + 48));
  for (; at + 16 <= text.size(); at += 16) counter.add(match(at));
  count = counter.total();
#endif
  const std::string_view rest = text.substr(at);
  return count + static_cast<std::size_t>(std::count(rest.begin(), rest.end(), '\n'));
}

}  // namespace newswash
