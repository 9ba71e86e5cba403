// The script of a code point, from a table of rows of sixteen. Mine: which rows are letters of which script,
// and the language of a script that is written by one language of the news. Not mine: telling the languages
// of a shared script apart (language.cpp).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace newswash::language {

enum class Script : std::uint8_t {
  none,  // spaces, punctuation, digits, symbols, and scripts not known here
  latin,
  cyrillic,
  arabic,
  devanagari,  // shared by many languages: their words decide
  han,
  kana,
  hangul,
  greek,
  hebrew,
  armenian,
  georgian,
  bengali,
  gurmukhi,
  gujarati,
  oriya,
  tamil,
  telugu,
  kannada,
  malayalam,
  sinhala,
  thai,
  lao,
  myanmar,
  khmer,
  ethiopic,
  count
};

inline constexpr std::size_t kScripts = static_cast<std::size_t>(Script::count);

/// The language that a script alone proves, in the order of Script.
inline constexpr std::string_view kScriptLanguages[kScripts] = {
    "",   "",   "",   "",   "",   "zh", "ja", "ko", "el", "he", "hy", "ka", "bn",
    "pa", "gu", "or", "ta", "te", "kn", "ml", "si", "th", "lo", "my", "km", "am"};

struct ScriptRange {
  char32_t begin, end;  // whole rows of sixteen
  Script script;
};

// Rows that hold a script's digits or punctuation are left out, so that they part words.
inline constexpr ScriptRange kScriptRanges[] = {
    {0xC0, 0x250, Script::latin},       {0x1E00, 0x1F00, Script::latin},
    {0x370, 0x400, Script::greek},      {0x1F00, 0x2000, Script::greek},
    {0x400, 0x530, Script::cyrillic},   {0x530, 0x590, Script::armenian},
    {0x590, 0x600, Script::hebrew},     {0x620, 0x660, Script::arabic},
    {0x670, 0x6F0, Script::arabic},     {0x750, 0x780, Script::arabic},
    {0x900, 0x960, Script::devanagari}, {0x970, 0x980, Script::devanagari},
    {0x980, 0xA00, Script::bengali},    {0xA00, 0xA80, Script::gurmukhi},
    {0xA80, 0xB00, Script::gujarati},   {0xB00, 0xB80, Script::oriya},
    {0xB80, 0xC00, Script::tamil},      {0xC00, 0xC80, Script::telugu},
    {0xC80, 0xD00, Script::kannada},    {0xD00, 0xD80, Script::malayalam},
    {0xD80, 0xE00, Script::sinhala},    {0xE00, 0xE80, Script::thai},
    {0xE80, 0xF00, Script::lao},        {0x1000, 0x10A0, Script::myanmar},
    {0x10A0, 0x1100, Script::georgian}, {0x1200, 0x1380, Script::ethiopic},
    {0x1780, 0x1800, Script::khmer},    {0x3040, 0x3100, Script::kana},
    {0x3400, 0x4DC0, Script::han},      {0x4E00, 0xA000, Script::han},
    {0xAC00, 0xD7B0, Script::hangul}};

inline constexpr auto kScriptRows = [] {
  std::array<Script, 0x1000> rows{};
  for (const ScriptRange& range : kScriptRanges) {
    for (char32_t row = range.begin >> 4; row < range.end >> 4; ++row) rows[row] = range.script;
  }
  return rows;
}();

constexpr Script script_of(char32_t code_point) {
  constexpr char32_t kArabicFullStop = 0x6D4;
  if (code_point > 0xFFFF || code_point == kArabicFullStop) return Script::none;
  return kScriptRows[code_point >> 4];
}

}  // namespace newswash::language
