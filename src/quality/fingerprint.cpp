// Mine: fingerprint() and similarity() of duplicates.h. Not mine: folding and drawing (folder.h).
#include "quality/folder.h"

namespace newswash::quality {

Fingerprint fingerprint(std::string_view text) noexcept {
  Fingerprint print;
  Folder folder(print);
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (kAsciiFolded[byte] != 0) {
      folder.go_on(Folder::add(folder.open(), byte));
      ++at;
    } else if (byte < 0x80) {
      folder.take_ascii(byte);
      ++at;
    } else {
      folder.take(next_code_point(text, at));
    }
  }
  folder.finish();
  return print;
}

double similarity(const Fingerprint& a, const Fingerprint& b) noexcept {
  if (a.words == 0 || b.words == 0) return 0;
  std::size_t same = 0;
  for (std::size_t i = 0; i < kMinima; ++i) same += a.minima[i] == b.minima[i];
  return static_cast<double>(same) / static_cast<double>(kMinima);
}

}  // namespace newswash::quality
