// The fixes that are done on request only: ligatures, width, quotes, normalization form. Unicode's own data
// (ICU) says what a character is made of.
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "normalizer/fixes.h"
#include "text/code_points.h"

namespace newswash {
namespace {

const icu::Normalizer2* normalizer(UnicodeForm form) {
  UErrorCode status = U_ZERO_ERROR;
  switch (form) {
    case UnicodeForm::keep:
      return nullptr;
    case UnicodeForm::nfc:
      return icu::Normalizer2::getNFCInstance(status);
    case UnicodeForm::nfd:
      return icu::Normalizer2::getNFDInstance(status);
    case UnicodeForm::nfkc:
      return icu::Normalizer2::getNFKCInstance(status);
    case UnicodeForm::nfkd:
      return icu::Normalizer2::getNFKDInstance(status);
  }
  return nullptr;
}

std::string normalized(std::string_view text, UnicodeForm form) {
  UErrorCode status = U_ZERO_ERROR;
  const auto input =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  std::string out;
  normalizer(form)->normalize(input, status).toUTF8String(out);
  return out;
}

void replace(std::string_view text, std::size_t begin, std::size_t end, std::string after, Edits& edits) {
  if (text.substr(begin, end - begin) != after) edits.push_back({begin, end, std::move(after)});
}

/// Replaces each run of code points with one of `flags` by its compatibility form.
void compose_runs(std::string_view text, std::uint8_t flags, Edits& edits) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    std::size_t end = at;
    while (end < text.size()) {
      std::size_t after = end;
      if ((properties(next_code_point(text, after)).flags & flags) == 0) break;
      end = after;
    }
    if (end == begin) {
      next_code_point(text, at);
      continue;
    }
    replace(text, begin, end, normalized(text.substr(begin, end - begin), UnicodeForm::nfkc), edits);
    at = end;
  }
}

std::string_view straight(char32_t c) {
  if (c >= 0x201C && c <= 0x201F) return "\"";
  return "'";
}

/// The curly form of a straight mark: opening after nothing, a space or an opening bracket; closing
/// elsewhere.
std::string_view curly(char mark, char32_t before, char32_t after) {
  const bool opens = before == 0 || before == ' ' || before == '\n' || before == '(' || before == '[' ||
                     before == U'—' || before == U'–' || before == U'“' || before == U'‘';
  if (mark == '"') return opens ? "“" : "”";
  const bool decade = after >= '0' && after <= '9';  // ’90s
  return opens && !decade ? "‘" : "’";
}

}  // namespace

void find_ligatures(std::string_view text, Edits& edits) {
  compose_runs(text, kLigature, edits);
}

void find_widths(std::string_view text, Edits& edits) {
  Edits wide;
  compose_runs(text, kWideForm, wide);
  std::size_t next = 0;
  for (std::size_t at = text.find("\u3000"); at != std::string_view::npos; at = text.find("\u3000", at + 3)) {
    for (; next < wide.size() && wide[next].begin < at; ++next) edits.push_back(std::move(wide[next]));
    edits.push_back({at, at + 3, " "});
  }
  for (; next < wide.size(); ++next) edits.push_back(std::move(wide[next]));
}

void find_quotes(std::string_view text, QuoteStyle style, Edits& edits) {
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (style == QuoteStyle::straight && c >= 0x80 && (properties(c).flags & kQuote) != 0) {
      edits.push_back({begin, at, std::string(straight(c))});
    }
    if (style == QuoteStyle::curly && (c == '"' || c == '\'')) {
      std::size_t next = at;
      const char32_t after = at < text.size() ? next_code_point(text, next) : 0;
      const std::string_view mark = curly(static_cast<char>(c), before, after);
      edits.push_back({begin, at, std::string(mark)});
      std::size_t none = 0;
      before = next_code_point(mark, none);  // what stands there now: a quote inside a quote opens, too
      continue;
    }
    before = c;
  }
}

void find_form(std::string_view text, UnicodeForm form, Edits& edits) {
  const icu::Normalizer2* const target = normalizer(form);
  if (target == nullptr) return;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    next_code_point(text, end);
    const bool plain = end - begin == 1 && (end == text.size() || static_cast<signed char>(text[end]) >= 0);
    while (!plain && end < text.size()) {
      std::size_t after = end;
      if (target->hasBoundaryBefore(static_cast<UChar32>(next_code_point(text, after)))) break;
      end = after;
    }
    if (!plain) replace(text, begin, end, normalized(text.substr(begin, end - begin), form), edits);
    begin = end;
  }
}

}  // namespace newswash
