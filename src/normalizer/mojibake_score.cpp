// How the costs of data/mojibake/costs.toml add up. What a character costs by itself is looked up; what a
// pair costs depends on what the two are.
#include "normalizer/mojibake_score.h"

#include "mojibake_data.h"
#include "normalizer/mojibake_tables.h"

namespace newswash::mojibake {
namespace {

bool is_cjk(Script script) {
  return script == Script::han || script == Script::kana || script == Script::hangul;
}

Script script_of(Properties p) {
  return p.kind() == Kind::ascii_letter ? Script::latin : p.script();
}

/// Greek letters that stand for quantities inside Latin words and formulas.
bool is_quantity(char32_t c) {
  return c >= U'α' && c <= U'ω' && c != U'ς';
}

/// Letters of two scripts.
int scripts_meet(Script from, Script to, char32_t first, char32_t second) {
  if (is_cjk(from) && is_cjk(to))
    return from == Script::hangul || to == Script::hangul ? kHangulAndOtherWide : 0;
  if (is_cjk(from) || is_cjk(to)) return first < 0x80 || second < 0x80 ? kWideAndAscii : kScriptMix;
  if (from == Script::latin && is_quantity(second)) return kQuantityInLatin;
  return to == Script::latin && is_quantity(first) ? kQuantityInLatin : kScriptMix;
}

int letters_meet(char32_t before, char32_t first, Properties a, char32_t second, Properties b) {
  const Script from = script_of(a);
  const Script to = script_of(b);
  if (from != to && from != Script::none && to != Script::none) return scripts_meet(from, to, first, second);
  int points = 0;
  const bool plain = a.kind() == Kind::ascii_letter && b.kind() == Kind::ascii_letter;
  if (a.letter_case() == Case::lower && b.letter_case() == Case::upper)
    points += plain ? kCamelCase : kSmallBeforeCapital;
  if (a.letter_case() == Case::upper && b.letter_case() == Case::lower && !plain) {
    const Properties c = properties_of(before);
    if (before != 0 && c.is_letter() && c.letter_case() == Case::upper) points += kCapitalsThenSmall;
  }
  if (!plain && first < 0x2000 && second < 0x2000 && pair_frequency(first, second) == 0) {
    points += first < 0x80 || second < 0x80 || first == second ? kUnseenPairWithAscii : kUnseenPair;
  }
  return points;
}

int letter_then(char32_t second, Properties b) {
  switch (b.kind()) {
    case Kind::odd_symbol:
      if (b.is_suffix()) return kSuffixAfterLetter;
      return second == U'µ' || second == U'¡' ? kInkAfterLetter : kOddSymbolAfterLetter;
    case Kind::symbol:
      return b.is_suffix() ? kSymbolSuffixAfterLetter : kSymbolAfterLetter;
    case Kind::box:
      return kBoxAfterLetter;
    case Kind::pictograph:
      return kPictographAfterLetter;
    case Kind::punct:
      return b.is_opening() ? kOpeningAfterLetter : 0;
    case Kind::digit:
      return second < 0x80 ? 0 : b.script() != Script::none ? kScriptMix : kForeignDigitAfterLetter;
    default:
      return 0;
  }
}

/// "Ã–stersund": a dash between a capital beyond ASCII and a letter.
int dash_before_letter(char32_t before, char32_t first) {
  const bool dash = first == U'–' || first == U'—';
  return dash && before >= 0x80 && properties_of(before).letter_case() == Case::upper ? kDashAfterCapital : 0;
}

int then_letter(char32_t before, char32_t first, Properties a) {
  if (a.is_opening() && before != 0 && properties_of(before).is_letter()) return kOpeningBetweenLetters;
  switch (a.kind()) {
    case Kind::odd_symbol:
      if (first == U'µ' || first == U'¿' || first == U'¡' || first == U'·') return kMarkBeforeLetter;
      return kOddSymbolBeforeLetter;
    case Kind::symbol:
      return a.is_suffix() ? kSuffixBeforeLetter : kSymbolBeforeLetter;
    case Kind::box:
    case Kind::pictograph:
      return kDrawingBeforeLetter;
    case Kind::punct:
      if (a.is_closing()) return kClosingBeforeLetter;
      return first == U'…' ? kEllipsisBeforeLetter : dash_before_letter(before, first);
    default:
      return 0;
  }
}

/// A word in two scripts with a sign between them and no space: "Γ–stersund".
int script_changes_across(char32_t before, Properties b) {
  if (before < 0x80) return 0;
  const Properties a = properties_of(before);
  const bool differs = a.is_letter() && script_of(a) != script_of(b);
  return differs && script_of(a) != Script::none && !is_cjk(script_of(a)) && !is_cjk(script_of(b))
             ? kScriptsAcrossSign
             : 0;
}

bool is_symbol(Kind kind) {
  return kind == Kind::odd_symbol || kind == Kind::symbol;
}

int mark_after(char32_t first, Properties a, Properties b) {
  const bool own_script = b.script() != Script::none;
  if (a.is_letter() || a.kind() == Kind::mark) {
    const Script from = script_of(a);
    return own_script && from != Script::none && from != b.script() ? kScriptMix : 0;
  }
  if (first == kReplacement || first == U'◌') return 0;
  return own_script ? kScriptMarkWithoutLetter : kMarkWithoutLetter;
}

int others_meet(Properties a, Properties b, char32_t first, char32_t second) {
  if (first < 0x80 || second < 0x80) return 0;
  if (a.kind() == Kind::box && b.kind() == Kind::box) return 0;
  if (first == kReplacement || second == kReplacement) return 0;
  if (a.is_closing() && b.is_opening()) return kClosingThenOpening;
  if (a.kind() == Kind::pictograph || b.kind() == Kind::pictograph) return 0;
  if (is_symbol(a.kind()) || is_symbol(b.kind())) return kSymbolsTogether;
  return a.kind() == Kind::box || b.kind() == Kind::box ? kSymbolsTogether : 0;
}

/// Most pairs by far. What the table says of ASCII, a small letter before a capital alone is odd.
int oddness_of_ascii_pair(char32_t first, char32_t second) {
  return first >= U'a' && first <= U'z' && second >= U'A' && second <= U'Z' ? kCamelCase : 0;
}

bool joins_letters(Kind kind) {
  return kind == Kind::symbol || kind == Kind::odd_symbol || kind == Kind::box || kind == Kind::pictograph ||
         kind == Kind::c1;
}

}  // namespace

namespace {

int oddness_of_pair(char32_t before, char32_t first, Properties a, char32_t second, Properties b) {
  if ((first | second) < 0x80) return oddness_of_ascii_pair(first, second);
  if (b.kind() == Kind::mark) return mark_after(first, a, b);
  if (a.kind() == Kind::mark) return 0;
  if (a.is_letter() && b.is_letter()) return letters_meet(before, first, a, second, b);
  if (a.is_letter()) return letter_then(second, b);
  if (b.is_letter())
    return then_letter(before, first, a) + (first >= 0x80 ? script_changes_across(before, b) : 0);
  return others_meet(a, b, first, second);
}

/// Goes over a text character by character with what came before.
class Walk {
 public:
  explicit Walk(std::span<const char32_t> left) {
    if (left.size() > 1) before_ = left[left.size() - 2], before_properties_ = properties_of(before_);
    if (!left.empty()) previous_ = left.back(), properties_ = properties_of(previous_);
  }

  /// Points for the next character beside the one before it.
  int step(char32_t c) {
    const Properties p = properties_of(c);
    const int points = previous_ == 0 ? 0 : oddness_of_pair(before_, previous_, properties_, c, p);
    parts_letters_ = before_ != 0 && before_properties_.is_letter() && joins_letters(properties_.kind()) &&
                     p.is_letter() && previous_ != U'·';
    before_ = previous_;
    before_properties_ = properties_;
    previous_ = c;
    properties_ = p;
    return points;
  }

  bool last_is_bad() const { return properties_.kind() == Kind::bad; }

  /// Did the character before the last one stand between two letters that it does not belong between?
  bool parts_letters() const { return parts_letters_; }

 private:
  char32_t before_ = 0;
  char32_t previous_ = 0;
  Properties before_properties_{0};
  Properties properties_{0};
  bool parts_letters_ = false;
};

}  // namespace

int oddness_of_pair(char32_t before, char32_t first, char32_t second) {
  return oddness_of_pair(before, first, properties_of(first), second, properties_of(second));
}

Weight weigh(std::span<const char32_t> left, std::span<const char32_t> text, std::span<const char32_t> right,
             std::size_t settled) {
  Weight weight;
  Walk walk(left);
  for (std::size_t i = 0; i < text.size(); ++i) {
    weight.points += oddness_of_char(text[i]);
    const int points = walk.step(text[i]);
    weight.points += points;
    if (i >= settled) continue;
    weight.breaks_a_word |= walk.last_is_bad() || points >= kScriptMix || (i > 0 && walk.parts_letters());
  }
  for (std::size_t i = 0; i < right.size() && i < 2; ++i) {
    const int points = walk.step(right[i]);
    weight.points += points;
    if (i == 0 && settled == text.size())
      weight.breaks_a_word |= points >= kScriptMix || (!text.empty() && walk.parts_letters());
  }
  return weight;
}

int oddness(std::span<const char32_t> left, std::span<const char32_t> text, std::span<const char32_t> right) {
  return weigh(left, text, right, text.size()).points;
}

bool breaks_a_word(std::span<const char32_t> left, std::span<const char32_t> text,
                   std::span<const char32_t> right) {
  Walk walk(left);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (walk.step(text[i]) >= kScriptMix || walk.last_is_bad() || (i > 0 && walk.parts_letters()))
      return true;
  }
  return !right.empty() && (walk.step(right[0]) >= kScriptMix || (!text.empty() && walk.parts_letters()));
}

}  // namespace newswash::mojibake
