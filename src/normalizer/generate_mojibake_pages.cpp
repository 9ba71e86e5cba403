// The code pages' part of the mojibake tables: which byte a character has in which page, through ICU's
// converters. Mine: reading and numbering. Not mine: which pages (data/mojibake/pages.toml).
#include <unicode/ucnv.h>

#include "normalizer/generate_mojibake.h"

namespace newswash::mojibake {
namespace {

std::array<std::array<char16_t, 128>, kPages> read_pages(const PageData& data) {
  std::array<std::array<char16_t, 128>, kPages> pages{};
  for (std::size_t p = 0; p < kPages; ++p) {
    UErrorCode error = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(data.converters[p].c_str(), &error);
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

}  // namespace

void print_pages(Tables& tables, const PageData& data) {
  tables.scan_masks.assign(0x10000, 0);
  const auto pages = read_pages(data);
  std::map<char32_t, std::array<unsigned, kPages>> bytes;
  for (std::size_t p = 0; p < kPages; ++p) {
    for (unsigned b = 0; b < 128; ++b) {
      if (pages[p][b] == 0) continue;
      bytes[pages[p][b]][p] = b + 128;
      for (const auto& [one, other] : data.twins) {
        if (pages[p][b] != one && pages[p][b] != other) continue;
        for (const char32_t twin : {one, other}) {
          if (bytes[twin][p] == 0) bytes[twin][p] = b + 128;
        }
      }
    }
    for (unsigned b = 0; b < 32; ++b) {
      if (data.with_c1[p] || pages[p][b] == 0) bytes[b + 128][p] = b + 128;
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
    tables.scan_masks[c] = lead | continuation << 14U;
    leads.push_back(lead);
    continuations.push_back(continuation);
  }
  print_staged(tables.out, "std::uint16_t", "kNumber", numbers, 64);
  print_array(tables.out, "std::uint8_t", "kBytes", flat);
  print_array(tables.out, "std::uint16_t", "kLead", leads);
  print_array(tables.out, "std::uint16_t", "kContinuation", continuations);
  std::vector<unsigned> chars;
  for (const auto& page : pages) chars.insert(chars.end(), page.begin(), page.end());
  print_array(tables.out, "std::uint16_t", "kChars", chars);
}

void print_double_byte(Tables& tables, const PageData& data) {
  for (std::size_t s = 0; s < data.double_byte.size(); ++s) {
    std::vector<unsigned> codes(0x10000, 0);
    UErrorCode error = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(data.double_byte[s].c_str(), &error);
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
    print_staged(tables.out, "std::uint16_t", "kDouble" + std::to_string(s), codes, 64);
  }
}

}  // namespace newswash::mojibake
