// Writes mojibake_tables.inc in the build tree: code pages through ICU's converters, character properties
// from the Unicode data, alphabets and letter pairs from CLDR's exemplar sets and names in all locales. Mine:
// measuring and printing. Not mine: what the figures mean (mojibake_score.cpp). Usage: generator OUTPUT.
#include <unicode/dtfmtsym.h>
#include <unicode/locdspnm.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ulocdata.h>
#include <unicode/uniset.h>
#include <unicode/uscript.h>
#include <unicode/usetiter.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "normalizer/mojibake_tables.h"

namespace {

using newswash::mojibake::Case;
using newswash::mojibake::Kind;
using newswash::mojibake::kPages;
using newswash::mojibake::Script;

constexpr std::array<const char*, kPages> kConverters = {
    "windows-1252", "windows-1250", "windows-1251", "windows-1254", "windows-1257",
    "ISO-8859-2",   "macintosh",    "ibm-437",      "ibm-850",      "windows-1253",
    "KOI8-R",       "KOI8-U",       "windows-1255", "windows-1256"};
// Pages that are also met with C1 controls for all of 80-9F, because the text was read as their ISO sister.
// In the other windows pages only the bytes they leave undefined come as controls.
constexpr std::array<bool, kPages> kIsoSister = {true,  false, false, true,  false, true,  false,
                                                 false, false, false, false, false, false, false};
// Characters that one decoder or another gives for the same byte.
constexpr char16_t kTwins[][2] = {
    {0xB5, 0x3BC}, {0x3A9, 0x2126}, {0x394, 0x2206}, {0xA4, 0x20AC}, {0xDF, 0x3B2}};
constexpr std::array<const char*, 3> kDoubleByte = {"gbk", "Big5", "windows-31j"};

// Languages whose alphabets count as coherent, one bit each.
constexpr std::array<const char*, 64> kLanguages = {
    "fr",  "de",      "es", "pt", "it", "nl", "sv", "da", "nb", "is", "fo",  "fi", "et",  "lv", "lt", "pl",
    "cs",  "sk",      "hu", "ro", "hr", "sl", "sq", "tr", "az", "vi", "fil", "eu", "ca",  "gl", "cy", "ga",
    "gd",  "br",      "mt", "lb", "eo", "tk", "uz", "ku", "ha", "yo", "ig",  "mi", "haw", "se", "gn", "qu",
    "hsb", "sr_Latn", "rm", "af", "ru", "uk", "bg", "sr", "mk", "be", "kk",  "ky", "mn",  "tg", "tt", "sah"};

FILE* out = nullptr;

template <typename Values>
void print_array(const char* type, const char* name, const Values& values) {
  std::fprintf(out, "const %s %s[%zu] = {", type, name, values.size());
  std::size_t column = 0;
  for (const auto value : values) {
    std::fprintf(out, "%s%lluU,", column++ % 20 == 0 ? "\n" : "", static_cast<unsigned long long>(value));
  }
  std::fprintf(out, "};\n");
}

/// Splits a big table into equal blocks, prints each different block once and an index of blocks.
template <typename Value>
void print_staged(const char* type, const std::string& name, const std::vector<Value>& values,
                  std::size_t block) {
  std::map<std::vector<Value>, std::size_t> seen;
  std::vector<std::size_t> index;
  std::vector<Value> blocks;
  for (std::size_t at = 0; at < values.size(); at += block) {
    const std::vector<Value> part(values.begin() + static_cast<std::ptrdiff_t>(at),
                                  values.begin() + static_cast<std::ptrdiff_t>(at + block));
    const auto [place, fresh] = seen.try_emplace(part, seen.size());
    if (fresh) blocks.insert(blocks.end(), part.begin(), part.end());
    index.push_back(place->second);
  }
  print_array("std::uint16_t", (name + "Index").c_str(), index);
  print_array(type, (name + "Blocks").c_str(), blocks);
}

std::array<std::array<char16_t, 128>, kPages> read_pages() {
  std::array<std::array<char16_t, 128>, kPages> pages{};
  for (std::size_t p = 0; p < kPages; ++p) {
    UErrorCode error = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(kConverters[p], &error);
    for (unsigned b = 0; b < 128; ++b) {
      const char byte = static_cast<char>(b + 128);
      UChar result[4] = {};
      error = U_ZERO_ERROR;
      const int length = ucnv_toUChars(converter, result, 4, &byte, 1, &error);
      const bool usable = length == 1 && result[0] != 0xFFFD && result[0] >= 0xA0 &&
                          !(result[0] >= 0xE000 && result[0] < 0xF8FF);
      pages[p][b] = usable ? result[0] : 0;
    }
    ucnv_close(converter);
  }
  return pages;
}

/// Lead and continuation masks as the scan wants them, by character.
std::vector<unsigned> scan_masks(0x10000, 0);

void print_pages() {
  const auto pages = read_pages();
  std::map<unsigned, std::array<unsigned, kPages>> bytes;
  for (std::size_t p = 0; p < kPages; ++p) {
    for (unsigned b = 0; b < 128; ++b) {
      if (pages[p][b] == 0) continue;
      bytes[pages[p][b]][p] = b + 128;
      for (const auto& twins : kTwins) {
        for (const char16_t twin : twins) {
          const bool one_of_them = pages[p][b] == twins[0] || pages[p][b] == twins[1];
          if (one_of_them && bytes[twin][p] == 0) bytes[twin][p] = b + 128;
        }
      }
    }
    for (unsigned b = 0; b < 32; ++b) {
      if (kIsoSister[p] || pages[p][b] == 0) bytes[b + 128][p] = b + 128;
    }
  }
  std::vector<unsigned> numbers(0x10000, 0);
  std::vector<unsigned> flat(kPages, 0);
  std::vector<unsigned> leads = {0};
  std::vector<unsigned> continuations = {0};
  for (const auto& [c, row] : bytes) {
    numbers[c] = static_cast<unsigned>(leads.size());
    unsigned lead = 0;
    unsigned continuation = 0;
    for (std::size_t p = 0; p < kPages; ++p) {
      flat.push_back(row[p]);
      if (row[p] >= 0xC2 && row[p] <= 0xF4) lead |= 1U << p;
      if (row[p] >= 0x80 && row[p] <= 0xBF) continuation |= 1U << p;
    }
    scan_masks[c] = lead | continuation << 14U;
    leads.push_back(lead);
    continuations.push_back(continuation);
  }
  print_staged("std::uint16_t", "kNumber", numbers, 64);
  print_array("std::uint8_t", "kBytes", flat);
  print_array("std::uint16_t", "kLead", leads);
  print_array("std::uint16_t", "kContinuation", continuations);
  std::vector<unsigned> chars;
  for (const auto& page : pages) chars.insert(chars.end(), page.begin(), page.end());
  print_array("std::uint16_t", "kChars", chars);
}

void print_double_byte() {
  for (std::size_t s = 0; s < kDoubleByte.size(); ++s) {
    std::vector<unsigned> codes(0x10000, 0);
    UErrorCode error = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(kDoubleByte[s], &error);
    for (unsigned high = 0x81; high < 0xFF; ++high) {
      for (unsigned low = 0x40; low < 0xFF; ++low) {
        const char code[2] = {static_cast<char>(high), static_cast<char>(low)};
        UChar result[4] = {};
        error = U_ZERO_ERROR;
        const int length = ucnv_toUChars(converter, result, 4, code, 2, &error);
        if (length == 1 && result[0] != 0xFFFD && result[0] >= 0xA0) codes[result[0]] = high << 8U | low;
      }
    }
    if (s == 2) {
      for (unsigned b = 0xA1; b < 0xE0; ++b) codes[0xFF61 + b - 0xA1] = b;
    }
    ucnv_close(converter);
    print_staged("std::uint16_t", "kDouble" + std::to_string(s), codes, 64);
  }
}

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

bool is_odd(UChar32 c) {
  static const std::u32string odd = U"¤¦¨¬¯´¸¶±¹ˆ˜˘˙˚˛˝ˇƒ†‡‰¢¥µ·¿¡ªº²³¼½¾×÷√∂∑∏∫≈≠≤≥∞◊∆΄΅";
  return odd.find(static_cast<char32_t>(c)) != std::u32string::npos;
}

Kind kind_of(UChar32 c) {
  if (c >= 0x80 && c < 0xA0) return Kind::c1;
  if (c < 0x80 && u_isalpha(c)) return Kind::ascii_letter;
  if (c == 0xFFFD) return Kind::punct;
  if (c == 0xA7 || c == 0x2022) return Kind::symbol;  // § and • mark things, they don't punctuate
  if (is_odd(c)) return Kind::odd_symbol;
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

void print_languages(std::vector<unsigned>& rarity) {
  icu::UnicodeSet major;
  icu::UnicodeSet minor;
  icu::UnicodeSet auxiliary;
  std::vector<unsigned long long> masks(0x2000, 0);
  for (std::size_t bit = 0; bit < kLanguages.size(); ++bit) {
    const icu::UnicodeSet set = exemplars(kLanguages[bit], ULOCDATA_ES_STANDARD);
    if (bit < 36 || (bit > 51 && bit < 59)) major.addAll(set);
    for (UChar32 c = 0x80; c < 0x2000; ++c) {
      // Romanian was long written with cedillas, and 1250 has nothing else.
      const bool cedilla =
          std::string(kLanguages[bit]) == "ro" && (c == 0x162 || c == 0x163 || c == 0x15E || c == 0x15F);
      if (cedilla) major.add(c);
      if (cedilla || set.contains(c)) masks[static_cast<std::size_t>(c)] |= 1ULL << bit;
    }
  }
  for (const char* locale :
       {"el", "he",      "ar", "fa", "ur", "hi", "bn", "ta", "te", "th", "ka", "hy", "ko", "ja",
        "zh", "zh_Hant", "mr", "gu", "kn", "ml", "pa", "ne", "si", "my", "km", "lo", "am"}) {
    major.addAll(exemplars(locale, ULOCDATA_ES_STANDARD));
  }
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
  print_staged("std::uint64_t", "kLanguages", masks, 64);
}

bool is_sign(char32_t c) {
  constexpr std::u32string_view signs = U"¤¦¬¯¶†‡‰¹²³¾½¼±¿¡ª¥£¢©®¨¸";
  return signs.find(c) != std::u32string_view::npos;
}

bool may_lose_next(char32_t c) {
  constexpr std::u32string_view losers = U"ÃÂÅГĂÐâ";
  return losers.find(c) != std::u32string_view::npos;
}

newswash::mojibake::Glance glance_of(unsigned scan, unsigned letter) {
  namespace mojibake = newswash::mojibake;
  mojibake::Glance glance{scan & mojibake::kLeads, scan >> 14U & mojibake::kLeads};
  if (glance.first != 0) glance.first |= mojibake::kLostBit;
  if ((scan & (mojibake::kC1 | mojibake::kSign | mojibake::kLoser)) != 0) glance.first |= mojibake::kAlone;
  if ((scan & mojibake::kLetter) != 0) glance.first |= mojibake::kSignBit;
  if ((scan & mojibake::kSign) != 0) glance.second |= mojibake::kSignBit;
  if ((letter & mojibake::kLower) != 0) glance.first |= mojibake::kCaseBit;
  if ((letter & mojibake::kUpper) != 0) glance.second |= mojibake::kCaseBit;
  if ((letter & mojibake::kLatin) != 0) {
    glance.first |= mojibake::kLatinBit;
    glance.second |= mojibake::kLatinBit;
  }
  return glance;
}

void print_glances(const std::vector<unsigned>& scan, const std::vector<unsigned>& letters) {
  std::fprintf(out, "const Glance kGlance[%zu] = {\n", scan.size());
  for (std::size_t c = 0; c < scan.size(); ++c) {
    const auto glance = glance_of(scan[c], c < letters.size() ? letters[c] : 0);
    std::fprintf(out, "{%uU,%uU},%s", glance.first, glance.second, c % 16 == 15 ? "\n" : "");
  }
  std::fprintf(out, "};\n");
}

void print_scan(const std::vector<unsigned>& packed) {
  namespace mojibake = newswash::mojibake;
  std::vector<unsigned> scan(mojibake::kScanEnd, 0);
  std::vector<unsigned> letters(mojibake::kLetterEnd, 0);
  std::vector<unsigned> rare((mojibake::kRareEnd - mojibake::kRareBegin) / 32, 0);
  for (char32_t c = 0x80; c < mojibake::kScanEnd; ++c) {
    const mojibake::Properties p{static_cast<std::uint16_t>(packed[c])};
    const bool letter = c < mojibake::kLetterEnd && p.is_letter();
    scan[c] = scan_masks[c] | (c < 0xA0 ? mojibake::kC1 : 0) | (is_sign(c) ? mojibake::kSign : 0) |
              (letter ? mojibake::kLetter : 0) | (may_lose_next(c) ? mojibake::kLoser : 0);
    if (!letter) continue;
    letters[c] = (p.letter_case() == Case::lower   ? mojibake::kLower
                  : p.letter_case() == Case::upper ? mojibake::kUpper
                                                   : 0) |
                 (p.script() == Script::latin ? mojibake::kLatin : 0);
  }
  for (char32_t c = mojibake::kRareBegin; c < mojibake::kRareEnd; ++c) {
    const mojibake::Properties p{static_cast<std::uint16_t>(packed[c])};
    if (p.rarity() >= 2) rare[(c - mojibake::kRareBegin) / 32] |= 1U << (c & 31U);
  }
  print_array("std::uint32_t", "kScan", scan);
  print_glances(scan, letters);
  print_array("std::uint8_t", "kLetterClass", letters);
  print_array("std::uint32_t", "kRare", rare);
}

void print_properties() {
  std::vector<unsigned> rarity(0x110000, 3);
  print_languages(rarity);
  std::vector<unsigned> packed(0x110000, 0);
  for (UChar32 c = 0; c < 0x110000; ++c) {
    const auto at = static_cast<std::size_t>(c);
    const Case letter_case = u_islower(c)                   ? Case::lower
                             : u_isupper(c) || u_istitle(c) ? Case::upper
                                                            : Case::none;
    packed[at] = static_cast<unsigned>(kind_of(c)) | static_cast<unsigned>(script_of(c)) << 4U |
                 static_cast<unsigned>(letter_case) << 9U | rarity[at] << 11U;
  }
  print_staged("std::uint16_t", "kProperties", packed, 128);
  print_scan(packed);
}

using Pairs = std::map<std::pair<UChar32, UChar32>, unsigned>;

void count_pairs(const icu::UnicodeString& name, Pairs& pairs) {
  UChar32 before = 0;
  for (int32_t at = 0; at < name.length(); at = name.moveIndex32(at, 1)) {
    const UChar32 c = u_tolower(name.char32At(at));
    if (!u_isalpha(c) || c >= 0x2000) {
      before = 0;
      continue;
    }
    if (before != 0 && (before >= 0x80 || c >= 0x80)) ++pairs[{before, c}];
    before = c;
  }
}

void count_locale(const icu::Locale& locale, Pairs& pairs) {
  const std::unique_ptr<icu::LocaleDisplayNames> names(icu::LocaleDisplayNames::createInstance(locale));
  icu::UnicodeString name;
  for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
    count_pairs(names->languageDisplayName(*code, name), pairs);
  }
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    count_pairs(names->regionDisplayName(*code, name), pairs);
  }
  UErrorCode error = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(locale, error);
  int32_t count = 0;
  const icu::UnicodeString* words = symbols.getMonths(count);
  for (int32_t i = 0; i < count; ++i) count_pairs(words[i], pairs);
  const std::unique_ptr<icu::TimeZoneNames> zones(icu::TimeZoneNames::createInstance(locale, error));
  const std::unique_ptr<icu::StringEnumeration> ids(icu::TimeZone::createEnumeration(error));
  while (const icu::UnicodeString* id = ids->snext(error)) {
    zones->getExemplarLocationName(*id, name);
    if (!name.isBogus()) count_pairs(name, pairs);
  }
  words = symbols.getWeekdays(count);
  for (int32_t i = 0; i < count; ++i) count_pairs(words[i], pairs);
}

void print_pairs() {
  Pairs pairs;
  int32_t count = 0;
  const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
  for (int32_t i = 0; i < count; ++i) {
    if (std::string(locales[i].getCountry()).empty()) count_locale(locales[i], pairs);
  }
  std::vector<std::uint32_t> slots(std::size_t{1} << newswash::mojibake::kPairBits, 0);
  for (const auto& [pair, seen] : pairs) {
    const unsigned often = seen > 20 ? 3 : seen > 3 ? 2 : 1;
    const auto letter = [](UChar32 c) { return static_cast<char32_t>(c); };
    const std::uint32_t key = newswash::mojibake::pair_key(letter(pair.first), letter(pair.second));
    std::size_t slot = newswash::mojibake::pair_slot(key);
    while (slots[slot] != 0) slot = (slot + 1) % slots.size();
    slots[slot] = key | often;
  }
  print_array("std::uint32_t", "kPairs", slots);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 || (out = std::fopen(argv[1], "w")) == nullptr) return 2;
  std::fprintf(out, "// Generated by generate_mojibake_tables.cpp.\n");
  print_pages();
  print_double_byte();
  print_properties();
  print_pairs();
  return std::fclose(out) == 0 ? 0 : 1;
}
