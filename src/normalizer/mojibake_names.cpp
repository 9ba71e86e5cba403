// What people call the code pages that text is misread as.
#include <algorithm>
#include <array>
#include <string_view>

#include "normalizer/mojibake.h"

namespace newswash {
namespace {

struct Name {
  std::string_view name;
  CodePage page;
};

// The first name of each page is the one we print.
constexpr std::array<Name, 54> kNames = {{
    {"windows-1252", CodePage::windows_1252},
    {"windows-1250", CodePage::windows_1250},
    {"windows-1251", CodePage::windows_1251},
    {"windows-1254", CodePage::windows_1254},
    {"windows-1257", CodePage::windows_1257},
    {"iso-8859-2", CodePage::iso_8859_2},
    {"macintosh", CodePage::macroman},
    {"cp437", CodePage::cp437},
    {"cp850", CodePage::cp850},
    {"windows-1253", CodePage::windows_1253},
    {"koi8-r", CodePage::koi8_r},
    {"koi8-u", CodePage::koi8_u},
    {"windows-1255", CodePage::windows_1255},
    {"windows-1256", CodePage::windows_1256},
    {"iso-8859-1", CodePage::latin_1},
    {"gbk", CodePage::gbk},
    {"big5", CodePage::big5},
    {"shift_jis", CodePage::shift_jis},
    {"cp1252", CodePage::windows_1252},
    {"cp1250", CodePage::windows_1250},
    {"cp1251", CodePage::windows_1251},
    {"cp1254", CodePage::windows_1254},
    {"cp1257", CodePage::windows_1257},
    {"cp1253", CodePage::windows_1253},
    {"cp1255", CodePage::windows_1255},
    {"cp1256", CodePage::windows_1256},
    {"1252", CodePage::windows_1252},
    {"1250", CodePage::windows_1250},
    {"1251", CodePage::windows_1251},
    {"1253", CodePage::windows_1253},
    {"1254", CodePage::windows_1254},
    {"1255", CodePage::windows_1255},
    {"1256", CodePage::windows_1256},
    {"1257", CodePage::windows_1257},
    {"ansi", CodePage::windows_1252},
    {"latin-2", CodePage::iso_8859_2},
    {"latin2", CodePage::iso_8859_2},
    {"iso8859-2", CodePage::iso_8859_2},
    {"macroman", CodePage::macroman},
    {"mac-roman", CodePage::macroman},
    {"mac", CodePage::macroman},
    {"ibm437", CodePage::cp437},
    {"437", CodePage::cp437},
    {"ibm850", CodePage::cp850},
    {"850", CodePage::cp850},
    {"koi8", CodePage::koi8_r},
    {"latin-1", CodePage::latin_1},
    {"latin1", CodePage::latin_1},
    {"iso8859-1", CodePage::latin_1},
    {"gb2312", CodePage::gbk},
    {"gb18030", CodePage::gbk},
    {"cp936", CodePage::gbk},
    {"shift-jis", CodePage::shift_jis},
    {"sjis", CodePage::shift_jis},
}};

char folded(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c + 32);
  return c == '_' || c == ' ' ? '-' : c;
}

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return folded(x) == folded(y); });
}

}  // namespace

std::optional<CodePage> code_page_named(std::string_view name) {
  for (const Name& known : kNames) {
    if (same_name(known.name, name)) return known.page;
  }
  return std::nullopt;
}

std::string_view name_of(CodePage page) {
  const auto* found =
      std::find_if(kNames.begin(), kNames.end(), [&](const Name& n) { return n.page == page; });
  return found->name;
}

}  // namespace newswash
