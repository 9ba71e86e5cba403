// Goes over the text 64 bytes at a time: bits say where the few bytes are that want a closer look.
#include "normalizer/features.h"

#include <bit>
#include <cstddef>

#include "text/byte_block.h"
#include "text/code_points.h"

namespace newswash {
namespace {

bool is_gap(char c) {
  return c == ' ' || c == '\n';
}

/// First bytes of characters none of which has a flag: most of Latin-1's letters, Greek to Arabic, Han and
/// Hangul. (features_test.cpp asks the table.)
std::uint64_t without_flags(const ByteBlock& block) {
  return block.equal('\xC3') | block.in_range(0xCE, 10) | block.in_range(0xE4, 11);
}

/// Adds the flags of the control character, or of the character beyond ASCII, that begins here.
void add_flags(std::string_view text, std::size_t at, TextFeatures& found) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 0x80) {
    const unsigned flags = prefix_flags(byte, static_cast<unsigned char>(text[at + 1]));
    if ((flags & ~static_cast<unsigned>(found.flags)) == 0) return;
  }
  found.flags = static_cast<std::uint8_t>(found.flags | properties(next_code_point(text, at)).flags);
}

}  // namespace

TextFeatures scan_features(std::string_view text) noexcept {
  TextFeatures found;
  if (text.empty()) return found;
  GapBits gaps;
  ByteSought ampersand('&');
  ByteSought del(0x7F);
  std::uint64_t beyond_ascii = 0;
  std::uint64_t spacing = 0;
  for (std::size_t at = 0; at < text.size(); at += kBlockBytes) {
    const ByteBlock block(text, at, 'a');
    const std::uint64_t line_feeds = block.equal('\n');
    spacing |= gaps.next(block.equal(' '), line_feeds);
    ampersand.look_at(block);
    del.look_at(block);
    // First bytes of characters, and control characters: from 0xC0 round to 0x1F.
    std::uint64_t flagged = block.in_range(0xC0, 0x60) & ~line_feeds;
    const std::uint64_t first_bytes = flagged & block.beyond_ascii();
    beyond_ascii |= first_bytes;
    if ((first_bytes & (first_bytes - 1)) != 0) flagged &= ~without_flags(block);
    for (; flagged != 0; flagged &= flagged - 1)
      add_flags(text, at + static_cast<std::size_t>(std::countr_zero(flagged)), found);
  }
  found.ampersand = ampersand.found();
  found.non_ascii = beyond_ascii != 0;
  if (del.found()) found.flags |= kControl;
  found.spacing = spacing != 0 || is_gap(text.front()) || text.back() == ' ' || text.ends_with("\n\n");
  return found;
}

}  // namespace newswash
