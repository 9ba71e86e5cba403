// The fix "controls": C0 control characters, DEL, and the escape sequences of terminals (ECMA-48). C1 control
// characters are damage, if anything: the fix "encoding" sees to them.
#include "normalizer/fixes.h"
#include "text/code_points.h"

namespace newswash {
namespace {

constexpr char kEscape = '\x1B';
constexpr char kBell = '\x07';

/// The end of a control sequence whose parameters begin at `at`: parameters, intermediates, one final byte.
std::size_t end_of_csi(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] >= 0x20 && text[at] <= 0x3F) ++at;
  return at < text.size() && text[at] >= 0x40 && text[at] <= 0x7E ? at + 1 : at;
}

/// Whether the byte at `at` can end the choice of a character set ("ESC ( B").
bool ends_designation(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= 0x30 && text[at] <= 0x7E;
}

/// Finds the ends of command strings (OSC, DCS, APC …): BEL or ESC \ closes one, on its own line. Unclosed,
/// nothing but its introducer goes. Remembers how far there is none, so many unclosed ones stay linear.
class StringEnds {
 public:
  explicit StringEnds(std::string_view text) : text_(text) {}

  std::size_t end_of_string(std::size_t at) {
    if (at < none_before_) return at;
    for (std::size_t i = at; i < text_.size() && text_[i] != '\n'; ++i) {
      if (text_[i] == kBell) return i + 1;
      if (text_[i] == kEscape && i + 1 < text_.size() && text_[i + 1] == '\\') return i + 2;
      none_before_ = i + 1;
    }
    return at;
  }

  std::size_t end_of_escape(std::size_t at) {
    if (at + 1 >= text_.size()) return at + 1;
    const char kind = text_[at + 1];
    if (kind == '[') return end_of_csi(text_, at + 2);
    if (kind == ']' || kind == 'P' || kind == '_' || kind == '^' || kind == 'X') return end_of_string(at + 2);
    if (kind == '(' || kind == ')') return ends_designation(text_, at + 2) ? at + 3 : at + 1;
    return at + 1;
  }

 private:
  std::string_view text_;
  std::size_t none_before_ = 0;
};

}  // namespace

void find_controls(std::string_view text, Edits& edits) {
  StringEnds ends(text);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte != 0x7F) {
      ++at;
      continue;
    }
    const char32_t c = next_code_point(text, at);
    if ((properties(c).flags & kControl) == 0) continue;
    if (c == kEscape) at = ends.end_of_escape(begin);
    edits.push_back({begin, at, {}});
  }
}

}  // namespace newswash
