// The fix "invisibles": which characters nobody sees are needed where they stand. The rules follow the
// Unicode Standard, chapters 23.2 to 23.4 (layout controls, variation selectors) and UTS #51 (emoji
// sequences).
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "normalizer/fixes.h"
#include "text/code_points.h"
#include "text/utf8.h"

namespace newswash {
namespace {

constexpr char32_t kZwnj = 0x200C, kZwj = 0x200D, kZeroWidthSpace = 0x200B, kTextStyle = 0xFE0E,
                   kEmojiStyle = 0xFE0F, kSoftHyphen = 0xAD;
constexpr char32_t kBlackFlag = 0x1F3F4, kCancelTag = 0xE007F;

UScriptCode script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status);
}

bool has(char32_t c, UProperty property) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), property) != 0;
}

/// Scripts whose letters join or stack, where the joiners are spelling.
bool joins(char32_t c) {
  const UScriptCode script = script_of(c);
  switch (script) {
    case USCRIPT_ARABIC:
    case USCRIPT_SYRIAC:
    case USCRIPT_NKO:
    case USCRIPT_MONGOLIAN:
    case USCRIPT_DEVANAGARI:
    case USCRIPT_BENGALI:
    case USCRIPT_GURMUKHI:
    case USCRIPT_GUJARATI:
    case USCRIPT_ORIYA:
    case USCRIPT_TAMIL:
    case USCRIPT_TELUGU:
    case USCRIPT_KANNADA:
    case USCRIPT_MALAYALAM:
    case USCRIPT_SINHALA:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
    case USCRIPT_TIBETAN:
      return true;
    default:
      return false;
  }
}

/// Scripts written without spaces between words, where U+200B marks where a line may break.
bool breaks_by_zero_width_space(char32_t c) {
  const UScriptCode script = script_of(c);
  return script == USCRIPT_KHMER || script == USCRIPT_THAI || script == USCRIPT_LAO ||
         script == USCRIPT_MYANMAR;
}

bool is_bidi_control(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_right_to_left(char32_t c) {
  const auto direction = u_charDirection(static_cast<UChar32>(c));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

bool is_tag(char32_t c) {
  return c >= 0xE0020 && c <= kCancelTag;
}

bool is_variation_selector(char32_t c) {
  return (c >= 0xFE00 && c <= kEmojiStyle) || (c >= 0xE0100 && c <= 0xE01EF);
}

class InvisibleFinder {
 public:
  InvisibleFinder(std::string_view text, Edits& edits, bool keep_cuts)
      : text_(text), edits_(edits), keep_cuts_(keep_cuts) {}

  /// True if it kept a soft hyphen for who joins lines.
  bool find() {
    for (std::size_t at = 0;;) {
      const std::size_t begin = skip_ascii(text_, at);
      if (begin > at) {
        previous_ = static_cast<unsigned char>(text_[begin - 1]);
        in_tags_ = false;
      }
      if (begin == text_.size()) return kept_;
      at = begin;
      const char32_t c = next_code_point(text_, at);
      const bool invisible = (properties(c).flags & kInvisible) != 0;
      if (invisible && !needed(c, at)) {
        edits_.push_back({begin, at, {}});
        continue;
      }
      in_tags_ = c == kBlackFlag || (in_tags_ && is_tag(c) && c != kCancelTag);
      previous_ = c;
    }
  }

 private:
  char32_t next_visible(std::size_t at) const {
    while (at < text_.size()) {
      const char32_t c = next_code_point(text_, at);
      if ((properties(c).flags & kInvisible) == 0) return c;
    }
    return 0;
  }

  bool needed(char32_t c, std::size_t after) {
    if (c == kSoftHyphen) return keep_cuts_ && cuts_word(after);
    if (c == kZwj || c == kZwnj) return joiner_needed(c, after);
    if (c == kZeroWidthSpace) {
      return breaks_by_zero_width_space(previous_) && breaks_by_zero_width_space(next_visible(after));
    }
    if (is_variation_selector(c)) return selector_needed(c);
    if (is_tag(c)) return in_tags_;
    if (is_bidi_control(c)) return right_to_left(after);
    if (c >= 0x180B && c <= 0x180F && c != 0x180E) return script_of(previous_) == USCRIPT_MONGOLIAN;
    return false;
  }

  /// A soft hyphen at a line's end is where a word was cut: with the next line's first letters it is whole.
  bool cuts_word(std::size_t after) {
    const std::size_t end = text_.find_first_not_of(" \t\r", after);
    if (end == std::string_view::npos || text_[end] != '\n') return false;
    std::size_t next = text_.find_first_not_of(" \t", end + 1);
    if (next == std::string_view::npos || u_isalpha(static_cast<UChar32>(previous_)) == 0) return false;
    const auto letter = static_cast<UChar32>(next_code_point(text_, next));
    const bool goes_on =
        u_isalpha(letter) != 0 && (u_isupper(letter) == 0 || u_isupper(static_cast<UChar32>(previous_)) != 0);
    kept_ = kept_ || goes_on;
    return goes_on;
  }

  bool joiner_needed(char32_t c, std::size_t after) const {
    if (joins(previous_) || joins(next_visible(after)))
      return previous_ != 0 && previous_ != ' ' && previous_ != '\n';
    if (c == kZwnj) return false;
    const bool after_emoji = has(previous_, UCHAR_EXTENDED_PICTOGRAPHIC) ||
                             has(previous_, UCHAR_EMOJI_MODIFIER) || previous_ == kEmojiStyle;
    return after_emoji && has(next_visible(after), UCHAR_EXTENDED_PICTOGRAPHIC);
  }

  bool selector_needed(char32_t c) const {
    if (c == kTextStyle || c == kEmojiStyle)
      return has(previous_, UCHAR_EMOJI) || has(previous_, UCHAR_EXTENDED_PICTOGRAPHIC);
    return has(previous_, UCHAR_UNIFIED_IDEOGRAPH) || script_of(previous_) == USCRIPT_HAN ||
           script_of(previous_) == USCRIPT_MYANMAR || script_of(previous_) == USCRIPT_PHAGS_PA;
  }

  /// Whether the line that `at` stands in has letters that run from right to left: direction controls reach
  /// no further. Each line is looked at once.
  bool right_to_left(std::size_t at) {
    if (at <= line_end_ && line_end_ != 0) return line_right_to_left_;
    const std::size_t before = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    line_end_ = std::min(text_.find('\n', at), text_.size());
    line_right_to_left_ = false;
    for (std::size_t i = begin; i < line_end_ && !line_right_to_left_;) {
      const auto lead = static_cast<unsigned char>(text_[i]);
      const char32_t c = next_code_point(text_, i);
      line_right_to_left_ = lead >= 0xD6 && is_right_to_left(c) && !is_bidi_control(c);
    }
    return line_right_to_left_;
  }

  std::string_view text_;
  Edits& edits_;
  bool keep_cuts_;
  bool kept_ = false;
  char32_t previous_ = 0;
  bool in_tags_ = false;
  std::size_t line_end_ = 0;  // of the line looked at last; 0: none yet
  bool line_right_to_left_ = false;
};

}  // namespace

bool find_invisibles(std::string_view text, Edits& edits, bool keep_cuts) {
  return InvisibleFinder(text, edits, keep_cuts).find();
}

}  // namespace newswash
