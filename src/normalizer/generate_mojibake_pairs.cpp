// The letter pairs' part of the mojibake tables: which letters stand together in CLDR's names of languages,
// countries, months, days and cities, in all locales. Mine: counting. Not mine: what a pair that occurs
// nowhere costs (data/mojibake/costs.toml).
#include <unicode/dtfmtsym.h>
#include <unicode/locdspnm.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>
#include <unicode/uchar.h>

#include <memory>

#include "normalizer/generate_mojibake.h"

namespace newswash::mojibake {
namespace {

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

}  // namespace

void print_pairs(Tables& tables) {
  Pairs pairs;
  int32_t count = 0;
  const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
  for (int32_t i = 0; i < count; ++i) {
    if (std::string(locales[i].getCountry()).empty()) count_locale(locales[i], pairs);
  }
  std::vector<std::uint32_t> slots(std::size_t{1} << kPairBits, 0);
  for (const auto& [pair, seen] : pairs) {
    const unsigned often = seen > 20 ? 3 : seen > 3 ? 2 : 1;
    const auto letter = [](UChar32 c) { return static_cast<char32_t>(c); };
    const std::uint32_t key = pair_key(letter(pair.first), letter(pair.second));
    std::size_t slot = pair_slot(key);
    while (slots[slot] != 0) slot = (slot + 1) % slots.size();
    slots[slot] = key | often;
  }
  print_array(tables.out, "std::uint32_t", "kPairs", slots);
}

}  // namespace newswash::mojibake
