// Scans 64 bytes of ASCII at a time where the machine can (SSE2 is part of x86-64), a code point at a time
// elsewhere.
#include "normalizer/features.h"

#include <bit>
#include <cstddef>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "text/code_points.h"

namespace newswash {
namespace {

bool is_gap(char c) {
  return c == ' ' || c == '\n';
}

/// Two neighbours that the fix "spaces" would change: two spaces, or a space at a line's end or beginning.
bool spacing_between(char a, char b) {
  return (a == ' ' && is_gap(b)) || (a == '\n' && b == ' ');
}

/// Adds the flags of a control character, or of the character beyond ASCII that begins here; the bytes that
/// go on with one have none.
void add_flags(std::string_view text, std::size_t at, TextFeatures& found) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 0x80) {
    if (byte < 0xC0) return;
    const unsigned flags = prefix_flags(byte, static_cast<unsigned char>(text[at + 1]));
    if ((flags & ~static_cast<unsigned>(found.flags)) == 0) return;
  }
  found.flags = static_cast<std::uint8_t>(found.flags | properties(next_code_point(text, at)).flags);
}

void look_at(std::string_view text, std::size_t at, TextFeatures& found) {
  const char c = text[at];
  if (c == '&') found.ampersand = true;
  if (static_cast<unsigned char>(c) >= 0x80) found.non_ascii = true;
  if (static_cast<signed char>(c) < 0x20 || c == 0x7F) add_flags(text, at, found);
  if (at == 0) return;
  if (spacing_between(text[at - 1], c)) found.spacing = true;
  if (at > 1 && c == '\n' && text[at - 1] == '\n' && text[at - 2] == '\n') found.spacing = true;
}

#if defined(__SSE2__)
constexpr std::size_t kBlock = 64;

__m128i equal(__m128i bytes, char c) {
  return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c));
}

std::uint64_t bits(__m128i mask) {
  return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(mask)));
}

/// Looks at 64 bytes at a time; spaces and line feeds are bits, so that neighbours are a shift away.
class BlockScan {
 public:
  BlockScan(std::string_view text, TextFeatures& found) : text_(text), found_(found) {}

  /// How far it got.
  std::size_t run() {
    std::size_t at = 0;
    for (; at + kBlock <= text_.size(); at += kBlock) block(at);
    found_.ampersand = _mm_movemask_epi8(ampersands_) != 0;
    found_.non_ascii = _mm_movemask_epi8(beyond_ascii_) != 0;
    found_.spacing = spacing_ != 0;
    if (_mm_movemask_epi8(deletes_) != 0) found_.flags |= kControl;
    return at;
  }

 private:
  void block(std::size_t at) {
    std::uint64_t spaces = 0;
    std::uint64_t line_feeds = 0;
    std::uint64_t flagged = 0;
    for (unsigned part = 0; part < kBlock; part += 16) {
      const __m128i here = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text_.data() + at + part));
      ampersands_ = _mm_or_si128(ampersands_, equal(here, '&'));
      deletes_ = _mm_or_si128(deletes_, equal(here, 0x7F));
      beyond_ascii_ = _mm_or_si128(beyond_ascii_, here);
      // From 0xC0 round to 0x1F: first bytes of characters, and control characters.
      const __m128i moved = _mm_add_epi8(here, _mm_set1_epi8(0x60));
      spaces |= bits(equal(here, ' ')) << part;
      line_feeds |= bits(equal(here, '\n')) << part;
      flagged |= bits(_mm_cmpgt_epi8(moved, _mm_set1_epi8(0x1F))) << part;
    }
    look_at_gaps(spaces, line_feeds);
    for (flagged &= ~line_feeds; flagged != 0; flagged &= flagged - 1) {
      add_flags(text_, at + static_cast<std::size_t>(std::countr_zero(flagged)), found_);
    }
  }

  void look_at_gaps(std::uint64_t spaces, std::uint64_t line_feeds) {
    const std::uint64_t after_space = spaces << 1 | space_before_;
    const std::uint64_t after_line_feed = line_feeds << 1 | (line_feeds_before_ >> 1);
    const std::uint64_t after_two = after_line_feed & (line_feeds << 2 | line_feeds_before_);
    spacing_ |= (after_space & (spaces | line_feeds)) | (after_line_feed & spaces) | (after_two & line_feeds);
    space_before_ = spaces >> 63;
    line_feeds_before_ = line_feeds >> 62;
  }

  std::string_view text_;
  TextFeatures& found_;
  __m128i ampersands_ = _mm_setzero_si128();
  __m128i deletes_ = _mm_setzero_si128();
  __m128i beyond_ascii_ = _mm_setzero_si128();
  std::uint64_t spacing_ = 0;
  std::uint64_t space_before_ = 0;       // of the block before: its last byte
  std::uint64_t line_feeds_before_ = 0;  // and its last two, the last one in bit 1
};
#endif

}  // namespace

TextFeatures scan_features(std::string_view text) noexcept {
  TextFeatures found;
  if (text.empty()) return found;
  std::size_t at = 0;
#if defined(__SSE2__)
  at = BlockScan(text, found).run();
#endif
  for (; at < text.size(); ++at) look_at(text, at, found);
  if (is_gap(text.front()) || text.back() == ' ' || text.ends_with("\n\n")) found.spacing = true;
  return found;
}

}  // namespace newswash
