// Build-time program: writes the two-stage table of code_points.cpp from ICU's Unicode data.
// Usage: generate_code_points OUTPUT. What each class means stands in code_points.h.
#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "text/code_points.h"

namespace {

using newswash::WordPart;

bool one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

UScriptCode script_of(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status);
}

/// Scripts whose accents are spelling, not letters, in capitals and on the web: they fold away.
bool folds_marks(UScriptCode script) {
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC ||
         script == USCRIPT_ARABIC || script == USCRIPT_HEBREW;
}

bool is_mark(UChar32 c) {
  return (U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0;
}

UChar32 fold(UChar32 c) {
  if (const auto digit = u_charDigitValue(c); digit >= 0 && u_isdigit(c)) return '0' + digit;
  UErrorCode status = U_ZERO_ERROR;
  const auto* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString folded = casefold->normalize(icu::UnicodeString(c), status);
  if (folds_marks(script_of(c))) folded = nfd->normalize(folded, status);
  if (folded.isEmpty() || U_FAILURE(status)) return u_foldCase(c, U_FOLD_CASE_DEFAULT);
  return folded.char32At(0);
}

bool is_skipped(UChar32 c) {
  if (one_of(static_cast<char32_t>(c), U"'`\u00B4\u2018\u2019\u201B\u02BC\u02B9\u05F3\uFF07")) return true;
  if (u_charType(c) == U_FORMAT_CHAR || u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR)) return true;
  const auto script = script_of(c);
  return is_mark(c) && (folds_marks(script) || script == USCRIPT_INHERITED);
}

WordPart part_of(UChar32 c) {
  if (is_skipped(c)) return WordPart::skipped;
  if (u_isdigit(c)) return WordPart::digit;
  if (c == 0xA9) return WordPart::ideograph;  // the copyright sign says what a line is
  const auto script = script_of(c);
  if (u_isalpha(c) && (script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA)) {
    return WordPart::ideograph;
  }
  if (u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0 || c == 0x30FC) {
    return c == 0x30FC ? WordPart::ideograph : WordPart::letter;
  }
  return WordPart::separator;
}

bool is_invisible(UChar32 c) {
  if (c == 0x00AD || c == 0x034F || c == 0x061C || c == 0x3164 || c == 0xFFA0 || c == 0xFFFC) return true;
  if (c >= 0x180B && c <= 0x180F) return true;
  if ((c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F))
    return true;
  return c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE0FFF) ||
         (c >= 0xFFF9 && c <= 0xFFFB);
}

bool is_latin_ligature(UChar32 c) {
  return (c >= 0xFB00 && c <= 0xFB06) || c == 0x0132 || c == 0x0133 || c == 0x0149 ||
         (c >= 0x01C4 && c <= 0x01CC) || (c >= 0x01F1 && c <= 0x01F3);
}

unsigned flags_of(UChar32 c) {
  unsigned flags = 0;
  const bool line_break = c == 0x0B || c == 0x0C || c == 0x0D || c == 0x85 || c == 0x2028 || c == 0x2029;
  if (line_break) flags |= newswash::kLineBreak;
  if (c == '\t' || (c != ' ' && u_charType(c) == U_SPACE_SEPARATOR)) flags |= newswash::kExoticSpace;
  if ((c < 0x20 && c != '\t' && c != '\n' && !line_break) || c == 0x7F) flags |= newswash::kControl;
  if (c >= 0x80 && c <= 0x9F) flags |= newswash::kC1;
  if (is_invisible(c)) flags |= newswash::kInvisible;
  if (c >= 0xFF01 && c <= 0xFFEE) flags |= newswash::kWideForm;
  if (is_latin_ligature(c)) flags |= newswash::kLigature;
  if (c == 0x02BC || (c >= 0x2018 && c <= 0x201F)) flags |= newswash::kQuote;
  return flags;
}

/// Where a character stands in the table by the first two bytes of its UTF-8.
std::size_t prefix_of(UChar32 c) {
  std::string bytes;
  newswash::append_utf8(bytes, static_cast<char32_t>(c));
  const auto low = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]) & 0x3FU; };
  return low(0) << 6 | low(1);
}

template <typename Values>
void write_array(std::ofstream& out, std::string_view declaration, const Values& values) {
  out << declaration << " = {\n";
  for (std::size_t i = 0; i < values.size(); ++i) out << values[i] << (i % 16 == 15 ? ",\n" : ",");
  out << "};\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fputs("usage: generate_code_points OUTPUT\n", stderr), 2;
  std::map<std::vector<std::uint32_t>, std::size_t> blocks;
  std::vector<std::size_t> stage1;
  std::vector<std::uint32_t> stage2;
  std::vector<unsigned> prefix_flags(64 * 64, 0);
  for (UChar32 c = 0x80; c < 0x110000; ++c) prefix_flags[prefix_of(c)] |= flags_of(c);
  for (UChar32 start = 0; start < 0x110000; start += 128) {
    std::vector<std::uint32_t> block;
    for (UChar32 c = start; c < start + 128; ++c) {
      const auto distance =
          static_cast<std::uint32_t>(fold(c) - c) & 0x1FFFFFU;  // the same for most of a block
      block.push_back(distance | static_cast<std::uint32_t>(part_of(c)) << 21 | flags_of(c) << 24);
    }
    const auto [found, is_new] = blocks.emplace(block, blocks.size());
    if (is_new) stage2.insert(stage2.end(), block.begin(), block.end());
    stage1.push_back(found->second);
  }
  std::ofstream out(argv[1]);
  write_array(out, fmt::format("const std::uint16_t kStage1[{}]", stage1.size()), stage1);
  write_array(out, fmt::format("const std::uint32_t kStage2[{}]", stage2.size()), stage2);
  write_array(out, fmt::format("const std::uint8_t kPrefixFlags[{}]", prefix_flags.size()), prefix_flags);
  return out.good() ? 0 : 2;
}
