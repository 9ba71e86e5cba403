// The costs of mojibake_score.h. They are ours: set by what the corpora's genuine text holds (letters of
// living alphabets beside their like, quotes where quotes go) and what damage puts together. Ten points are a
// small oddity, thirty one that is hard to explain, a hundred one that genuine text doesn't have.
#include "normalizer/mojibake_score.h"

#include "normalizer/mojibake_tables.h"

namespace newswash::mojibake {
namespace {

constexpr int kImpossible = 500;
constexpr int kScriptMix = 100;
constexpr int kCamelCase = 10;
constexpr int kBeyondAscii = 4;  // every character beyond ASCII: the shorter reading is the likelier one

bool is_cjk(Script script) {
  return script == Script::han || script == Script::kana || script == Script::hangul;
}

Script script_of(Properties p) {
  return p.kind() == Kind::ascii_letter ? Script::latin : p.script();
}

bool is_opening(char32_t c) {
  return c == U'“' || c == U'„' || c == U'«' || c == U'‚' || c == U'‘' || c == U'‹' || c == U'¿' || c == U'¡';
}

bool is_closing(char32_t c) {
  return c == U'”' || c == U'»' || c == U'›';
}

/// Signs that often stand right behind a word or a number: they cost less there.
bool is_suffix(char32_t c) {
  switch (c) {
    case U'®':
    case U'™':
    case U'©':
    case U'ª':
    case U'º':
    case U'°':
    case U'²':
    case U'³':
    case U'¹':
    case U'·':
      return true;
    default:
      return false;
  }
}

/// Greek letters that stand for quantities inside Latin words and formulas.
bool is_quantity(char32_t c) {
  return c >= U'α' && c <= U'ω' && c != U'ς';
}

int letter_oddness(char32_t c, Properties p) {
  switch (c) {
    case U'Ã':
      return 20;
    case U'Â':
      return 24;
    case U'Ð':
    case U'Ă':
    case U'Ĺ':
      return 15;
    case U'ƒ':
      return 30;
    default:
      break;
  }
  constexpr int by_rarity[] = {5, 12, 35, 60};
  return by_rarity[p.rarity()];
}

int symbol_oddness(char32_t c) {
  switch (c) {
    case U'¡':
    case U'¿':
    case U'·':
      return 10;
    case U'µ':
    case U'×':
    case U'ª':
    case U'º':
      return 15;
    case U'²':
    case U'³':
    case U'¹':
    case U'½':
    case U'¼':
    case U'¾':
    case U'±':
    case U'˘':
    case U'˙':
    case U'˚':
    case U'˛':
    case U'˝':
      return 20;
    default:
      return 30;
  }
}

/// Marks that decomposed text is full of, or that strike text out, against those that nobody writes.
int mark_oddness(char32_t c, Properties p) {
  if (p.script() != Script::none) return p.script() == Script::other ? 50 : 8;
  const bool decomposed = (c >= 0x300 && c <= 0x304) || (c >= 0x306 && c <= 0x30C) || c == 0x31B ||
                          c == 0x323 || c == 0x327 || c == 0x328;
  const bool struck = c >= 0x332 && c <= 0x338;
  return decomposed || struck ? 20 : p.rarity() < 2 ? 12 : 50;
}

int letters_meet(char32_t before, char32_t first, Properties a, char32_t second, Properties b) {
  const Script from = script_of(a);
  const Script to = script_of(b);
  if (from != to && from != Script::none && to != Script::none) {
    if (is_cjk(from) && is_cjk(to)) return from == Script::hangul || to == Script::hangul ? 15 : 0;
    if (is_cjk(from) || is_cjk(to)) return first < 0x80 || second < 0x80 ? 20 : kScriptMix;
    if (from == Script::latin && is_quantity(second)) return 10;
    if (to == Script::latin && is_quantity(first)) return 10;
    return kScriptMix;
  }
  int points = 0;
  const bool plain = a.kind() == Kind::ascii_letter && b.kind() == Kind::ascii_letter;
  if (a.letter_case() == Case::lower && b.letter_case() == Case::upper) points += plain ? kCamelCase : 35;
  if (a.letter_case() == Case::upper && b.letter_case() == Case::lower && !plain) {
    const Properties c = properties_of(before);
    if (before != 0 && c.is_letter() && c.letter_case() == Case::upper) points += 30;
  }
  if (!plain && first < 0x2000 && second < 0x2000 && pair_frequency(first, second) == 0) {
    points += first < 0x80 || second < 0x80 || first == second ? 6 : 15;
  }
  return points;
}

int letter_then(char32_t second, Properties b) {
  switch (b.kind()) {
    case Kind::odd_symbol:
      return is_suffix(second) ? 10 : second == U'µ' || second == U'¡' ? 20 : 25;
    case Kind::symbol:
      return is_suffix(second) ? 5 : 20;
    case Kind::box:
      return 30;
    case Kind::pictograph:
      return 5;
    case Kind::punct:
      return is_opening(second) ? 20 : 0;
    case Kind::digit:
      return second >= 0x80 && b.script() != Script::none ? kScriptMix : second >= 0x80 ? 20 : 0;
    default:
      return 0;
  }
}

/// "Ã–stersund": a dash between a capital beyond ASCII and a letter.
int dash_before_letter(char32_t before, char32_t first) {
  const bool dash = first == U'–' || first == U'—';
  return dash && before >= 0x80 && properties_of(before).letter_case() == Case::upper ? 10 : 0;
}

int then_letter(char32_t before, char32_t first, Properties a) {
  if (is_opening(first) && before != 0 && properties_of(before).is_letter()) return 15;
  switch (a.kind()) {
    case Kind::odd_symbol:
      if (first == U'µ' || first == U'¿' || first == U'¡' || first == U'·') return 5;
      return 30;
    case Kind::symbol:
      return is_suffix(first) ? 30 : 15;
    case Kind::box:
    case Kind::pictograph:
      return 30;
    case Kind::punct:
      return is_closing(first) ? 25 : first == U'…' ? 16 : dash_before_letter(before, first);
    default:
      return 0;
  }
}

/// A word in two scripts with a sign between them and no space: "Γ–stersund".
int script_changes_across(char32_t before, Properties b) {
  if (before < 0x80) return 0;
  const Properties a = properties_of(before);
  const bool differs = a.is_letter() && script_of(a) != script_of(b);
  return differs && script_of(a) != Script::none && !is_cjk(script_of(a)) && !is_cjk(script_of(b)) ? 40 : 0;
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
  return own_script ? 60 : 10;
}

int others_meet(Properties a, Properties b, char32_t first, char32_t second) {
  if (first < 0x80 || second < 0x80) return 0;
  if (a.kind() == Kind::box && b.kind() == Kind::box) return 0;
  if (first == kReplacement || second == kReplacement) return 0;
  if (is_closing(first) && is_opening(second)) return 12;
  if (a.kind() == Kind::pictograph || b.kind() == Kind::pictograph) return 0;
  if (is_symbol(a.kind()) || is_symbol(b.kind())) return 15;
  return a.kind() == Kind::box || b.kind() == Kind::box ? 15 : 0;
}

/// Most pairs by far. What the table says of ASCII, a small letter before a capital alone is odd.
int oddness_of_ascii_pair(char32_t first, char32_t second) {
  return first >= U'a' && first <= U'z' && second >= U'A' && second <= U'Z' ? kCamelCase : 0;
}

bool joins_letters(Kind kind) {
  return kind == Kind::symbol || kind == Kind::odd_symbol || kind == Kind::box || kind == Kind::pictograph ||
         kind == Kind::c1;
}

int oddness_by_kind(char32_t c, Properties p) {
  switch (p.kind()) {
    case Kind::letter:
      return letter_oddness(c, p);
    case Kind::mark:
      return mark_oddness(c, p);
    case Kind::digit:
    case Kind::symbol:
      return 10;
    case Kind::space:
      return c == kNoBreakSpace ? 3 : 8;
    case Kind::c1:
      return 80;
    case Kind::punct:
      return c == kReplacement ? 10 : 5;
    case Kind::odd_symbol:
      return symbol_oddness(c);
    case Kind::box:
    case Kind::pictograph:
      return 12;
    case Kind::format:
      return 15;
    case Kind::control:
      return 60;
    default:
      return kImpossible;
  }
}

}  // namespace

int oddness_of_char(char32_t c) {
  if (c < 0x80) return c >= 0x20 || c == '\n' || c == '\t' || c == '\r' ? 0 : 60;
  return kBeyondAscii + oddness_by_kind(c, properties_of(c));
}

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
