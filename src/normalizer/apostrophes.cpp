// Lost apostrophes, part of `--quotes repair`: `It?s`, `don\uFFFDt`, `l?homme` get theirs back where the
// letters on both sides are a contraction or elision that the language has. Mine: the lists and the question
// over one mark. Not mine: wrong quotation marks (quotes.cpp), other lossy text (mojibake_repair.h).
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string>

#include "normalizer/fixes.h"
#include "text/code_points.h"

namespace newswash {
namespace {

/// What may stand before an ending, in lower case and parted by spaces; "*" is any word of two letters or
/// more. English, but the genitive, which others borrow.
struct Ending {
  std::string_view after;   // "t" of "don't"
  std::string_view before;  // "don can …"
};
constexpr std::array<Ending, 7> kEndings = {{
    {"s", "*"},
    {"t",
     " don doesn didn won wouldn can couldn shouldn isn aren wasn weren hasn haven hadn mustn needn mightn "
     "ain shan "},
    {"re", " we you they who what there where why how these those "},
    {"ve", " i we you they could would should might must who there not "},
    {"ll", " i you he she it we they that there this who what how "},
    {"d", " i you he she it we they that there who how "},
    {"m", " i "},
}};

/// What stands before the elided vowel of the next word (which begins with a vowel or h). French, Catalan,
/// Italian.
constexpr std::string_view kElisions =
    " l d j m n s t c qu jusqu lorsqu puisqu quoiqu presqu quelqu un all dell nell dall sull coll quell "
    "quest bell sant com dov cos tutt mezz anch senz ";

/// Whole words with their apostrophe inside.
constexpr std::string_view kWholes = " aujourd?hui prud?hommes o?clock ma?am y?all rock?n ";

/// Before a capital: names.
constexpr std::string_view kNames = " o d l dell dall ";

bool is_letter(char32_t c) {
  return c != 0 && properties(c).part == WordPart::letter;
}

/// The letters of a word, lower case and without accents.
std::string folded(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) append_utf8(out, properties(next_code_point(word, at)).folded);
  return out;
}

bool holds(std::string_view list, const std::string& word) {
  return list.find(" " + word + " ") != std::string_view::npos;
}

/// A possible apostrophe with the letters on both sides of it.
struct Gap {
  std::string_view left, right;
  std::string_view token;  // all up to the spaces around
};

std::size_t letters_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t after = at;
    if (!is_letter(next_code_point(text, after))) break;
    at = after;
  }
  return at;
}

std::size_t letters_begin(std::string_view text, std::size_t at) {
  while (at > 0) {
    std::size_t before = at;
    if (!is_letter(previous_code_point(text, before))) break;
    at = before;
  }
  return at;
}

constexpr std::size_t kLongestPart = 48;  // bytes; no word has more, and the walk stays short

Gap gap_at(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t from = begin > kLongestPart ? begin - kLongestPart : 0;
  while (from < begin && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80) ++from;
  std::size_t to = std::min(text.size(), end + kLongestPart);
  while (to < text.size() && (static_cast<unsigned char>(text[to]) & 0xC0U) == 0x80) ++to;
  const std::string_view around = text.substr(from, to - from);
  const std::size_t left = letters_begin(around, begin - from);
  const std::size_t right = letters_end(around, end - from);
  std::size_t token_begin = left;
  while (token_begin > 0 && static_cast<unsigned char>(around[token_begin - 1]) > ' ') --token_begin;
  std::size_t token_end = right;
  while (token_end < around.size() && static_cast<unsigned char>(around[token_end]) > ' ') ++token_end;
  return {around.substr(left, begin - from - left), around.substr(end - from, right - (end - from)),
          around.substr(token_begin, token_end - token_begin)};
}

/// `?` parts a URL's query, too.
bool is_address(std::string_view token) {
  return token.find_first_of("=&/@\\") != std::string_view::npos ||
         token.find("www.") != std::string_view::npos;
}

bool is_upper(char32_t c) {
  return u_isupper(static_cast<UChar32>(c)) != 0;
}

bool is_elision(const std::string& left, const std::string& right) {
  return holds(kElisions, left) && std::string_view("aeiouyh").find(right.front()) != std::string_view::npos;
}

bool is_ending(const std::string& left, const std::string& right) {
  const auto found = std::find_if(kEndings.begin(), kEndings.end(),
                                  [&](const Ending& ending) { return ending.after == right; });
  if (found == kEndings.end()) return false;
  return found->before == "*" ? left.size() > 1 : holds(found->before, left);
}

bool is_apostrophe(const Gap& gap) {
  if (gap.left.empty() || gap.right.empty() || is_address(gap.token)) return false;
  const std::string left = folded(gap.left);
  const std::string right = folded(gap.right);
  std::size_t none = 0;
  const bool name = is_upper(next_code_point(gap.right, none)) && gap.left.front() != left.front();
  return is_ending(left, right) || is_elision(left, right) || holds(kWholes, left + "?" + right) ||
         (name && right.size() > 2 && holds(kNames, left));
}

/// The mark that the article itself writes inside words; ’ where it has none, for a mark of ASCII is not
/// lost.
std::string_view own_apostrophe(std::string_view text) {
  const auto between_letters = [&](std::size_t begin, std::size_t end) {
    std::size_t before = begin;
    return end < text.size() && is_letter(previous_code_point(text, before)) &&
           is_letter(next_code_point(text, end));
  };
  std::size_t curly = 0;
  std::size_t straight = 0;
  for (std::size_t at = text.find('\''); at != std::string_view::npos; at = text.find('\'', at + 1))
    straight += between_letters(at, at + 1);
  for (std::size_t at = text.find("’"); at != std::string_view::npos; at = text.find("’", at + 3))
    curly += between_letters(at, at + 3);
  return straight > curly ? "'" : "’";
}

}  // namespace

void find_lost_apostrophes(std::string_view text, Edits& edits) {
  std::string_view own;
  for (std::size_t at = text.find_first_of("?\xEF"); at != std::string_view::npos;
       at = text.find_first_of("?\xEF", at + 1)) {
    const bool lost = text.substr(at).starts_with("\uFFFD");
    if (text[at] != '?' && !lost) continue;
    const std::size_t end = at + (lost ? 3 : 1);
    if (!is_apostrophe(gap_at(text, at, end))) continue;
    if (own.empty()) own = own_apostrophe(text);
    edits.push_back({at, end, std::string(own)});
  }
}

}  // namespace newswash
