// The characters' part of the mojibake tables: kind, script, case and rarity from ICU's Unicode data and
// CLDR's alphabets, what each costs by itself, and what the scan must know of it at a glance. Not mine: the
// figures and sets (data/mojibake), what they mean together (mojibake_score.cpp).
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/ulocdata.h>
#include <unicode/uniset.h>
#include <unicode/uscript.h>
#include <unicode/usetiter.h>

#include "mojibake_data.h"
#include "normalizer/generate_mojibake.h"

namespace newswash::mojibake {
namespace {

Script script_of(UChar32 c) {
  static const std::map<int, Script> scripts = {{USCRIPT_LATIN, Script::latin},
                                                {USCRIPT_GREEK, Script::greek},
                                                {USCRIPT_CYRILLIC, Script::cyrillic},
                                                {USCRIPT_ARMENIAN, Script::armenian},
                                                {USCRIPT_HEBREW, Script::hebrew},
                                                {USCRIPT_ARABIC, Script::arabic},
                                                {USCRIPT_DEVANAGARI, Script::devanagari},
                                                {USCRIPT_BENGALI, Script::bengali},
                                                {USCRIPT_GURMUKHI, Script::gurmukhi},
                                                {USCRIPT_GUJARATI, Script::gujarati},
                                                {USCRIPT_ORIYA, Script::oriya},
                                                {USCRIPT_TAMIL, Script::tamil},
                                                {USCRIPT_TELUGU, Script::telugu},
                                                {USCRIPT_KANNADA, Script::kannada},
                                                {USCRIPT_MALAYALAM, Script::malayalam},
                                                {USCRIPT_SINHALA, Script::sinhala},
                                                {USCRIPT_THAI, Script::thai},
                                                {USCRIPT_LAO, Script::lao},
                                                {USCRIPT_TIBETAN, Script::tibetan},
                                                {USCRIPT_MYANMAR, Script::myanmar},
                                                {USCRIPT_GEORGIAN, Script::georgian},
                                                {USCRIPT_ETHIOPIC, Script::ethiopic},
                                                {USCRIPT_KHMER, Script::khmer},
                                                {USCRIPT_MONGOLIAN, Script::mongolian},
                                                {USCRIPT_HANGUL, Script::hangul},
                                                {USCRIPT_HIRAGANA, Script::kana},
                                                {USCRIPT_KATAKANA, Script::kana},
                                                {USCRIPT_HAN, Script::han},
                                                {USCRIPT_BOPOMOFO, Script::han},
                                                {USCRIPT_COMMON, Script::none},
                                                {USCRIPT_INHERITED, Script::none}};
  if ((c >= 0x610 && c <= 0x61A) || (c >= 0x64B && c <= 0x65F) || c == 0x670) return Script::arabic;
  UErrorCode error = U_ZERO_ERROR;
  const auto found = scripts.find(uscript_getScript(c, &error));
  return found == scripts.end() ? Script::other : found->second;
}

Kind kind_of(UChar32 c, const CharacterData& characters) {
  if (c >= 0x80 && c < 0xA0) return Kind::c1;
  if (c < 0x80 && u_isalpha(c)) return Kind::ascii_letter;
  if (c == 0xFFFD) return Kind::punct;
  if (c == 0xA7 || c == 0x2022) return Kind::symbol;  // § and • mark things, they don't punctuate
  if (characters.has("odd_symbol", static_cast<char32_t>(c))) return Kind::odd_symbol;
  if (c >= 0x2500 && c < 0x25A0) return Kind::box;
  if (c >= 0xFE00 && c <= 0xFE0F) return Kind::format;
  const auto type = u_charType(c);
  const unsigned mask = U_MASK(type);
  if (mask & (U_GC_CN_MASK | U_GC_CO_MASK | U_GC_CS_MASK)) return Kind::bad;
  if (mask & U_GC_L_MASK) return Kind::letter;
  if (mask & U_GC_M_MASK) return Kind::mark;
  if (mask & U_GC_N_MASK) return c < 0x80 || type == U_DECIMAL_DIGIT_NUMBER ? Kind::digit : Kind::symbol;
  if (mask & (U_GC_ZS_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK)) return Kind::space;
  if (c == '\n' || c == '\t' || c == '\r' || c == '\f') return Kind::space;
  if (mask & U_GC_CC_MASK) return Kind::control;
  if (mask & U_GC_CF_MASK) return Kind::format;
  if (c < 0x80) return Kind::ascii_punct;
  if (mask & U_GC_P_MASK) return Kind::punct;
  if (u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION) || (c >= 0x2190 && c < 0x2C00))
    return Kind::pictograph;
  if (c >= 0x1F000) return Kind::pictograph;
  return mask & (U_GC_SC_MASK | U_GC_SO_MASK | U_GC_SM_MASK) ? Kind::symbol : Kind::odd_symbol;
}

icu::UnicodeSet exemplars(const char* locale, ULocaleDataExemplarSetType type) {
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeSet set;
  ULocaleData* data = ulocdata_open(locale, &error);
  if (U_FAILURE(error)) return set;
  ulocdata_getExemplarSet(data, set.toUSet(), USET_CASE_INSENSITIVE, type, &error);
  ulocdata_close(data);
  if (U_FAILURE(error)) set.clear();
  set.closeOver(USET_CASE_INSENSITIVE);
  // Exemplars like "dž" or "{g̃}" are letters, too: take their characters.
  icu::UnicodeSet flat;
  for (icu::UnicodeSetIterator each(set); each.next();) {
    if (each.isString()) {
      flat.addAll(each.getString());
    } else {
      flat.add(each.getCodepoint());
    }
  }
  flat.closeOver(USET_CASE_INSENSITIVE);
  return flat;
}

/// The letters of the alphabets, one bit a language, and how rare each character is.
void print_languages(Tables& tables, const LanguageData& data, std::vector<unsigned>& rarity) {
  icu::UnicodeSet major;
  icu::UnicodeSet minor;
  icu::UnicodeSet auxiliary;
  std::vector<unsigned long long> masks(0x2000, 0);
  for (std::size_t bit = 0; bit < data.alphabets.size(); ++bit) {
    const auto& [language, rare, also] = data.alphabets[bit];
    icu::UnicodeSet set = exemplars(language.c_str(), ULOCDATA_ES_STANDARD);
    for (const char32_t c : also) set.add(static_cast<UChar32>(c));
    if (!rare) major.addAll(set);
    for (UChar32 c = 0x80; c < 0x2000; ++c) {
      if (set.contains(c)) masks[static_cast<std::size_t>(c)] |= 1ULL << bit;
    }
  }
  for (const std::string& locale : data.other_scripts)
    major.addAll(exemplars(locale.c_str(), ULOCDATA_ES_STANDARD));
  int32_t count = 0;
  const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
  for (int32_t i = 0; i < count; ++i) {
    minor.addAll(exemplars(locales[i].getName(), ULOCDATA_ES_STANDARD));
    auxiliary.addAll(exemplars(locales[i].getName(), ULOCDATA_ES_AUXILIARY));
  }
  // Case folding alone brings these in: long s, Kelvin and Angstrom signs.
  for (const UChar32 c : {0x17F, 0x212A, 0x212B}) {
    major.remove(c);
    minor.remove(c);
    auxiliary.remove(c);
  }
  for (UChar32 c = 0; c < 0x110000; ++c) {
    rarity[static_cast<std::size_t>(c)] = major.contains(c)       ? 0
                                          : minor.contains(c)     ? 1
                                          : auxiliary.contains(c) ? 2
                                                                  : 3;
  }
  print_staged(tables.out, "std::uint64_t", "kLanguages", masks, 64);
}

/// Marks that decomposed text is full of, or that strike text out, against those that nobody writes.
int mark_cost(char32_t c, Properties p) {
  if (p.script() != Script::none) return p.script() == Script::other ? kMarkOfRareScript : kMarkOfScript;
  const bool decomposed = (c >= 0x300 && c <= 0x304) || (c >= 0x306 && c <= 0x30C) || c == 0x31B ||
                          c == 0x323 || c == 0x327 || c == 0x328;
  const bool struck = c >= 0x332 && c <= 0x338;
  return decomposed || struck ? kMarkDecomposed : p.rarity() < 2 ? kMarkCommon : kMarkRare;
}

int cost_by_kind(char32_t c, Properties p) {
  switch (p.kind()) {
    case Kind::letter:
      return kLetterByRarity[static_cast<std::size_t>(p.rarity())];
    case Kind::mark:
      return mark_cost(c, p);
    case Kind::digit:
    case Kind::symbol:
      return kDigitOrSymbol;
    case Kind::space:
      return c == kNoBreakSpace ? kNoBreakSpaceCost : kOtherSpace;
    case Kind::c1:
      return kC1Control;
    case Kind::punct:
      return c == kReplacement ? kLostCharacter : kPunctuation;
    case Kind::odd_symbol:
      return kOddSymbol;
    case Kind::box:
    case Kind::pictograph:
      return kDrawing;
    case Kind::format:
      return kFormatCharacter;
    case Kind::control:
      return kAsciiControl;
    default:
      return kUnassigned;
  }
}

/// What a character costs by itself (oddness_of_char).
unsigned cost_of(char32_t c, Properties p, const CharacterData& characters) {
  if (c < 0x80) return c >= 0x20 || c == '\n' || c == '\t' || c == '\r' ? 0 : unsigned{kAsciiControl};
  const auto own = characters.costs.find(c);
  const bool takes_own = p.kind() == Kind::letter || p.kind() == Kind::odd_symbol;
  const int cost = takes_own && own != characters.costs.end() ? own->second : cost_by_kind(c, p);
  return static_cast<unsigned>(kBeyondAscii + cost);
}

Glance glance_of(unsigned scan, unsigned letter) {
  Glance glance{scan & kLeads, scan >> 14U & kLeads};
  if (glance.first != 0) glance.first |= kLostBit;
  if ((scan & (kC1 | kSign | kLoser)) != 0) glance.first |= kAlone;
  if ((scan & kLetter) != 0) glance.first |= kSignBit;
  if ((scan & kSign) != 0) glance.second |= kSignBit;
  if ((letter & kLower) != 0) glance.first |= kCaseBit;
  if ((letter & kUpper) != 0) glance.second |= kCaseBit;
  if ((letter & kLatin) != 0) {
    glance.first |= kLatinBit;
    glance.second |= kLatinBit;
  }
  return glance;
}

void print_glances(std::FILE* out, const std::vector<unsigned>& scan, const std::vector<unsigned>& letters) {
  std::fprintf(out, "const Glance kGlance[%zu] = {\n", scan.size());
  for (std::size_t c = 0; c < scan.size(); ++c) {
    const auto glance = glance_of(scan[c], c < letters.size() ? letters[c] : 0);
    std::fprintf(out, "{%uU,%uU},%s", glance.first, glance.second, c % 16 == 15 ? "\n" : "");
  }
  std::fprintf(out, "};\n");
}

void print_scan(const Tables& tables, const CharacterData& characters, const std::vector<unsigned>& packed) {
  std::vector<unsigned> scan(kScanEnd, 0);
  std::vector<unsigned> letters(kLetterEnd, 0);
  std::vector<unsigned> rare((kRareEnd - kRareBegin) / 32, 0);
  for (char32_t c = 0x80; c < kScanEnd; ++c) {
    const Properties p{static_cast<std::uint16_t>(packed[c])};
    const bool letter = c < kLetterEnd && p.is_letter();
    scan[c] = tables.scan_masks[c] | (c < 0xA0 ? kC1 : 0) | (characters.has("sign", c) ? kSign : 0) |
              (letter ? kLetter : 0) | (characters.has("loser", c) ? kLoser : 0);
    if (!letter) continue;
    letters[c] = (p.letter_case() == Case::lower   ? kLower
                  : p.letter_case() == Case::upper ? kUpper
                                                   : 0) |
                 (p.script() == Script::latin ? kLatin : 0);
  }
  for (char32_t c = kRareBegin; c < kRareEnd; ++c) {
    const Properties p{static_cast<std::uint16_t>(packed[c])};
    if (p.rarity() >= 2) rare[(c - kRareBegin) / 32] |= 1U << (c & 31U);
  }
  print_array(tables.out, "std::uint32_t", "kScan", scan);
  print_glances(tables.out, scan, letters);
  print_array(tables.out, "std::uint8_t", "kLetterClass", letters);
  print_array(tables.out, "std::uint32_t", "kRare", rare);
}

/// The rest of a packed character (Properties): what it is to the words around it.
unsigned traits_of(char32_t c, const CharacterData& characters) {
  return (characters.has("opening", c) ? kOpening : 0) | (characters.has("closing", c) ? kClosing : 0) |
         (characters.has("suffix", c) ? kSuffix : 0);
}

std::vector<unsigned> packed_properties(const CharacterData& characters,
                                        const std::vector<unsigned>& rarity) {
  std::vector<unsigned> packed(0x110000, 0);
  for (UChar32 c = 0; c < 0x110000; ++c) {
    const auto at = static_cast<std::size_t>(c);
    const Case letter_case = u_islower(c)                   ? Case::lower
                             : u_isupper(c) || u_istitle(c) ? Case::upper
                                                            : Case::none;
    packed[at] = static_cast<unsigned>(kind_of(c, characters)) | static_cast<unsigned>(script_of(c)) << 4U |
                 static_cast<unsigned>(letter_case) << 9U | rarity[at] << 11U |
                 traits_of(static_cast<char32_t>(c), characters);
  }
  return packed;
}

}  // namespace

void print_letters(Tables& tables, const LanguageData& languages, const CharacterData& characters) {
  std::vector<unsigned> rarity(0x110000, 3);
  print_languages(tables, languages, rarity);
  const std::vector<unsigned> packed = packed_properties(characters, rarity);
  print_staged(tables.out, "std::uint16_t", "kProperties", packed, 128);
  print_scan(tables, characters, packed);
  std::vector<unsigned> oddness(0x110000, 0);
  for (char32_t c = 0; c < 0x110000; ++c)
    oddness[c] = cost_of(c, {static_cast<std::uint16_t>(packed[c])}, characters);
  print_staged(tables.out, "std::uint16_t", "kOddness", oddness, 128);
}

}  // namespace newswash::mojibake
