// Walks over a line's code points. The full stops of scripts without spaces end a sentence by themselves.
#include "reader/boilerplate/sentences.h"

#include <array>

#include "text/code_points.h"

namespace newswash {
namespace {

constexpr std::u32string_view kStops = U".!?…؟۔।։";
constexpr std::u32string_view kWideStops = U"。！？｡";
constexpr std::u32string_view kClosing = U"\"')]”’»›“）」』";
constexpr std::u32string_view kQuotes = U"\"“”„«»「」『』";

bool is_one_of(std::u32string_view set, char32_t c) noexcept {
  return set.find(c) != std::u32string_view::npos;
}

/// How characters of a set begin: bytes.
template <std::size_t kSize>
constexpr std::array<bool, 256> first_bytes(const std::array<std::u32string_view, kSize>& sets) {
  std::array<bool, 256> bytes{};
  for (const std::u32string_view set : sets) {
    for (const char32_t c : set) {
      const unsigned lead = c < 0x80 ? c : c < 0x800 ? 0xC0U | c >> 6 : 0xE0U | c >> 12;
      bytes[lead] = true;
    }
  }
  return bytes;
}

/// The first place from `at` on of a byte of these.
std::size_t find_byte(std::string_view text, std::size_t at, const std::array<bool, 256>& bytes) noexcept {
  while (at < text.size() && !bytes[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

void trim_front(std::string_view& text) noexcept {
  const std::size_t begin = text.find_first_not_of(' ');
  text.remove_prefix(begin == std::string_view::npos ? text.size() : begin);
}

/// Moves `at` past what closes quotations and brackets.
void skip_closing(std::string_view text, std::size_t& at) noexcept {
  for (std::size_t next = at; next < text.size(); at = next) {
    if (!closes_quotation(next_code_point(text, next))) return;
  }
}

/// Whether a sentence may begin here: after spaces, with no small letter.
bool begins_here(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size()) return true;
  if (text[at] != ' ') return false;
  at = text.find_first_not_of(' ', at);
  return at == std::string_view::npos || !is_small_letter(next_code_point(text, at));
}

}  // namespace

bool is_stop(char32_t c) noexcept {
  return is_one_of(kStops, c) || is_wide_stop(c);
}

bool is_wide_stop(char32_t c) noexcept {
  return is_one_of(kWideStops, c);
}

bool closes_quotation(char32_t c) noexcept {
  return is_one_of(kClosing, c);
}

bool is_small_letter(char32_t c) noexcept {
  return (c >= U'a' && c <= U'z') || (c >= U'ß' && c <= U'ÿ') || (c >= U'α' && c <= U'ώ') ||
         (c >= U'а' && c <= U'џ');
}

bool is_capital_letter(char32_t c) noexcept {
  return (c >= U'A' && c <= U'Z') || (c >= U'À' && c <= U'Þ') || (c >= U'Α' && c <= U'Ϋ') ||
         (c >= U'Ѐ' && c <= U'Я');
}

std::string_view take_sentence(std::string_view& rest) noexcept {
  trim_front(rest);
  static constexpr auto kFirst = first_bytes(std::array{kStops, kWideStops});
  for (std::size_t at = find_byte(rest, 0, kFirst); at < rest.size(); at = find_byte(rest, at, kFirst)) {
    const char32_t c = next_code_point(rest, at);
    const bool wide = is_wide_stop(c);
    if (!is_stop(c)) continue;
    skip_closing(rest, at);
    if (!wide && !begins_here(rest, at)) continue;
    const std::string_view sentence = rest.substr(0, at);
    rest.remove_prefix(at);
    return sentence;
  }
  std::string_view sentence = rest;
  while (sentence.ends_with(' ')) sentence.remove_suffix(1);
  rest = {};
  return sentence;
}

bool holds_quotation_mark(std::string_view line) noexcept {
  static constexpr auto kFirst = first_bytes(std::array{kQuotes});
  for (std::size_t at = find_byte(line, 0, kFirst); at < line.size(); at = find_byte(line, at, kFirst)) {
    if (is_one_of(kQuotes, next_code_point(line, at))) return true;
  }
  return false;
}

}  // namespace newswash
