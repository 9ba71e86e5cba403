// The fix "entities": HTML character references. Names and what they stand for are data
// (data/entities/named.tsv).
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "normalizer/fixes.h"
#include "text/code_points.h"
#include "text/utf8.h"

namespace newswash {
namespace {

struct Reference {
  std::string_view name;
  std::string_view text;
  bool bare;  // the standard takes it without a semicolon, too
};

#include "entity_table.inc"  // kReferences, sorted by name

constexpr std::size_t kLongestName = 32;

const Reference* find_reference(std::string_view name) {
  const auto found = std::lower_bound(
      kReferences.begin(), kReferences.end(), name,
      [](const Reference& reference, std::string_view wanted) { return reference.name < wanted; });
  return found != kReferences.end() && found->name == name ? &*found : nullptr;
}

bool is_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// A number that a text can hold, or 0.
char32_t numbered(std::uint32_t number) {
  if (number >= 0x80 && number <= 0x9F) {
    const char32_t meant = windows_1252(static_cast<unsigned char>(number));  // WHATWG HTML, 13.2.5.80
    return meant == 0xFFFD ? 0 : meant;
  }
  const bool control = (number < 0x20 && number != '\t' && number != '\n') || number == 0x7F;
  const bool surrogate = number >= 0xD800 && number <= 0xDFFF;
  if (control || surrogate || number > 0x10FFFF || (number & 0xFFFE) == 0xFFFE) return 0;
  return number;
}

/// "&EACUTE;" is É: some writers shout their references, too.
std::string shouted(std::string_view name) {
  if (!std::all_of(name.begin(), name.end(), is_upper)) return {};
  std::string lower(name);
  for (char& c : lower) c = static_cast<char>(c | 0x20);
  const Reference* reference = find_reference(lower);
  if (reference == nullptr) return {};
  std::size_t at = 0;
  const char32_t letter = next_code_point(reference->text, at);
  const auto upper = static_cast<char32_t>(u_toupper(static_cast<UChar32>(letter)));
  if (at != reference->text.size() || upper == letter) return {};
  std::string text;
  append_utf8(text, upper);
  return text;
}

class EntityFinder {
 public:
  EntityFinder(std::string_view text, Edits& edits) : text_(text), edits_(edits) {}

  void find() {
    for (std::size_t at = text_.find('&'); at != std::string_view::npos; at = text_.find('&', at)) {
      at = at + 1 < text_.size() && text_[at + 1] == '#' ? number(at) : name(at);
    }
  }

 private:
  std::size_t replace(std::size_t begin, std::size_t end, std::string after) {
    edits_.push_back({begin, end, std::move(after)});
    return end;
  }

  std::size_t number(std::size_t begin) {
    std::size_t at = begin + 2;
    const bool hex = at < text_.size() && (text_[at] == 'x' || text_[at] == 'X');
    if (hex) ++at;
    const std::size_t digits = at;
    std::uint32_t value = 0;
    while (at < text_.size() && at - digits < 8) {
      const char c = text_[at];
      const bool decimal = c >= '0' && c <= '9';
      if (!decimal && !(hex && ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'))) break;
      value =
          value * (hex ? 16U : 10U) + static_cast<std::uint32_t>(decimal ? c - '0' : (c | 0x20) - 'a' + 10);
      ++at;
    }
    const bool closed = at < text_.size() && text_[at] == ';';
    const char32_t c = numbered(value);
    // Without its semicolon "&#39s" is safe, "&#39" before another digit or a hexadecimal one before a letter
    // is not.
    if (at == digits || c == 0 || (!closed && (hex || at - digits < 2 || in_url(begin)))) return begin + 1;
    std::string after;
    append_utf8(after, c);
    return replace(begin, closed ? at + 1 : at, std::move(after));
  }

  std::size_t name(std::size_t begin) {
    std::size_t at = begin + 1;
    while (at < text_.size() && at - begin <= kLongestName && is_alnum(text_[at])) ++at;
    const std::string_view name = text_.substr(begin + 1, at - begin - 1);
    if (name.empty()) return begin + 1;
    if (at < text_.size() && text_[at] == ';') return closed_name(begin, name);
    const Reference* reference = find_reference(name);
    const bool followed = at < text_.size() && (text_[at] == '=' || static_cast<signed char>(text_[at]) < 0);
    if (reference == nullptr || !reference->bare || followed || in_url(begin)) return begin + 1;
    return replace(begin, at, std::string(reference->text));
  }

  std::size_t closed_name(std::size_t begin, std::string_view name) {
    const std::size_t end = begin + name.size() + 2;
    if (in_url(begin) && name != "amp") return end;
    if (const Reference* reference = find_reference(name))
      return replace(begin, end, std::string(reference->text));
    std::string after = shouted(name);
    return after.empty() ? begin + 1 : replace(begin, end, std::move(after));
  }

  /// Whether the word that the ampersand stands in has begun as a URL with a query.
  bool in_url(std::size_t ampersand) {
    if (ampersand < word_end_) return word_is_url_;
    std::size_t begin = ampersand;
    while (begin > word_end_ && static_cast<unsigned char>(text_[begin - 1]) > ' ') --begin;
    std::size_t end = ampersand;
    while (end < text_.size() && static_cast<unsigned char>(text_[end]) > ' ') ++end;
    const std::string_view before = text_.substr(begin, ampersand - begin);
    const std::size_t query = before.find('?');
    const bool address = before.find("://") != std::string_view::npos ||
                         before.find("www.") != std::string_view::npos ||
                         before.find('=', query) != std::string_view::npos;  // "/search?q=a&lt=b"
    word_is_url_ = address && query != std::string_view::npos;
    word_end_ = end;
    return word_is_url_;
  }

  std::string_view text_;
  Edits& edits_;
  std::size_t word_end_ = 0;  // the word looked at last
  bool word_is_url_ = false;
};

}  // namespace

void find_entities(std::string_view text, Edits& edits) {
  EntityFinder(text, edits).find();
}

}  // namespace newswash
