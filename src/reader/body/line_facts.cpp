// The facts of a line from the counts of its bytes and a look at both ends. Not mine: counting
// (byte_counts.cpp), what the facts mean (features.cpp). Main function: scan_line.
#include "reader/body/line_facts.h"

#include <cstring>

#include "reader/body/byte_counts.h"
#include "reader/body/byte_pairs.h"
#include "text/few_bytes.h"

namespace newswash {
namespace {

using body::Totals;

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t product = a * b;
  return product ^ (product >> 32) ^ (a << 23);
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0x9e3779b97f4a7c15U ^ text.size();
  const char* p = text.data();
  std::size_t left = text.size();
  for (; left >= 8; left -= 8, p += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, p, 8);
    hash = mix(hash ^ word, 0xd6e8feb86659fd93U);
  }
  return mix(hash ^ load_bytes({p, left}), 0xa0761d6478bd642fU) | 1U;
}

bool is_blank(char c) {
  return static_cast<unsigned char>(c) <= ' ';
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// The character at either end, its bytes as one number: enough to know the marks that matter.
std::uint32_t last_character(std::string_view text, std::size_t& size) {
  size = 1;
  while (size < text.size() && size < 4 &&
         (static_cast<unsigned char>(text[text.size() - size]) & 0xc0U) == 0x80U)
    ++size;
  std::uint32_t bytes = 0;
  for (std::size_t i = text.size() - size; i < text.size(); ++i)
    bytes = bytes << 8 | static_cast<unsigned char>(text[i]);
  return bytes;
}

std::uint32_t first_character(std::string_view text) {
  std::uint32_t bytes = static_cast<unsigned char>(text[0]);
  for (std::size_t i = 1; i < text.size() && i < 4 && (static_cast<unsigned char>(text[i]) & 0xc0U) == 0x80U;
       ++i) {
    bytes = bytes << 8 | static_cast<unsigned char>(text[i]);
  }
  return bytes;
}

EdgeMark ascii_mark(std::uint32_t c) {
  switch (body::byte_class(static_cast<int>(c))) {
    case body::kSpace:
      return EdgeMark::none;
    case body::kLower:
      return EdgeMark::lower;
    case body::kUpper:
      return EdgeMark::upper;
    case body::kDigit:
      return EdgeMark::digit;
    case body::kStop:
      return EdgeMark::stop;
    case body::kComma:
      return EdgeMark::comma;
    case body::kQuote:
      return EdgeMark::quote;
    case body::kColon:
      return EdgeMark::colon;
    case body::kBracket:
      return EdgeMark::bracket;
    default:
      return c == '-' ? EdgeMark::dash : c == '\'' ? EdgeMark::quote : EdgeMark::other;
  }
}

EdgeMark letter_mark(std::uint32_t bytes) {
  const auto lead = bytes > 0xffffff ? bytes >> 24 : bytes > 0xffff ? bytes >> 16 : bytes >> 8;
  const auto tail = bytes & 0xffU;
  if (lead == 0xc3) return tail < 0xa0 ? EdgeMark::upper : EdgeMark::lower;
  if (lead >= 0xc4 && lead <= 0xc7) return (tail & 1U) == 0 ? EdgeMark::upper : EdgeMark::lower;
  if (lead == 0xce) return tail < 0xac ? EdgeMark::upper : EdgeMark::lower;
  if (lead == 0xd0) return tail < 0xb0 ? EdgeMark::upper : EdgeMark::lower;
  if (lead == 0xcf || lead == 0xd1) return EdgeMark::lower;
  return lead == 0xe2 || lead == 0xc2 || lead == 0xf0 ? EdgeMark::other : EdgeMark::caseless;
}

EdgeMark mark_of(std::uint32_t bytes) {
  if (bytes < 0x80) return ascii_mark(bytes);
  switch (bytes) {
    case 0xe38082:
    case 0xefbc81:
    case 0xefbc9f:
    case 0xd89f:
    case 0xe0a5a4:
    case 0xdb94:
      return EdgeMark::stop;  // 。！？؟।۔
    case 0xe280a6:
      return EdgeMark::ellipsis;  // …
    case 0xc2ab:
    case 0xc2bb:
    case 0xe28098:
    case 0xe28099:
    case 0xe2809a:
    case 0xe2809c:
    case 0xe2809d:
    case 0xe2809e:
    case 0xe280b9:
    case 0xe280ba:
    case 0xe3808c:
    case 0xe3808d:
    case 0xe3808e:
    case 0xe3808f:
      return EdgeMark::quote;  // « » ‘ ’ ‚ “ ” „ ‹ › 「」『』
    case 0xd88c:
    case 0xefbc8c:
    case 0xe38081:
      return EdgeMark::comma;  // ، ， 、
    case 0xefbc9a:
      return EdgeMark::colon;  // ：
    case 0xefbc88:
    case 0xefbc89:
    case 0xe38090:
    case 0xe38091:
      return EdgeMark::bracket;  // （ ） 【 】
    case 0xe28093:
    case 0xe28094:
      return EdgeMark::dash;  // – —
    default:
      return letter_mark(bytes);
  }
}

/// A quotation mark or bracket after a stop counts as the stop.
EdgeMark last_mark(std::string_view text) {
  EdgeMark outer = EdgeMark::none;
  for (int step = 0; step < 3 && !text.empty(); ++step) {
    std::size_t size = 0;
    const EdgeMark mark = mark_of(last_character(text, size));
    if (step == 0) outer = mark;
    if (mark == EdgeMark::stop) return text.ends_with("...") ? EdgeMark::ellipsis : EdgeMark::stop;
    if (mark == EdgeMark::ellipsis) return mark;
    if (mark != EdgeMark::quote && mark != EdgeMark::bracket && mark != EdgeMark::none) break;
    text.remove_suffix(size);
  }
  return outer;
}

ListMark strip_number(std::string_view& text) {
  std::size_t digits = 0;
  while (digits < text.size() && digits < 3 && text[digits] >= '0' && text[digits] <= '9') ++digits;
  if (digits == 0 || digits + 1 >= text.size() || (text[digits] != '.' && text[digits] != ')') ||
      !is_blank(text[digits + 1]))
    return ListMark::none;
  text.remove_prefix(digits + 1);
  return ListMark::number;
}

/// Takes "* ", "+ ", "o ", "## ", "> ", "• " and the like off the front.
ListMark strip_mark(std::string_view& text) {
  if (text.starts_with("\xe2\x80\xa2")) return text.remove_prefix(3), ListMark::bullet;
  std::size_t run = 0;
  while (run < text.size() && text[run] == '#') ++run;
  const bool alone = run == 0 && (text.size() == 1 || is_blank(text[1]));
  if (run > 0 && run < 7 && run < text.size() && is_blank(text[run]))
    return text.remove_prefix(run), ListMark::heading;
  if (!alone) return text[0] == '[' ? ListMark::bracketed : strip_number(text);
  switch (text[0]) {
    case '*':
    case '-':
      return text.remove_prefix(1), ListMark::bullet;
    case '+':
    case 'o':
      return text.remove_prefix(1), ListMark::nested;
    case '>':
      return text.remove_prefix(1), ListMark::quoted;
    default:
      return ListMark::none;
  }
}

/// Without outer spaces and list mark.
std::string_view strip(std::string_view line, ListMark& mark) {
  std::string_view text = trim(line);
  if (text.empty()) return text;
  mark = strip_mark(text);
  return trim(text);
}

void fill(LineFacts& facts, const Totals& n) {
  facts.columns = static_cast<std::uint32_t>(facts.text.size()) - n[body::kTails];
  facts.words = body::words_of(n);
  facts.capitals = n[body::kCapitals];
  facts.letters = n[body::kLetters];
  facts.digits = n[body::kDigits];
  facts.sentences = n[body::kSentences];
  facts.commas = n[body::kCommas];
  facts.quotes = n[body::kQuotes];
  facts.separators = n[body::kSeparators];
  facts.cased = n[body::kCasedLetters] * 2 >= n[body::kLetters] && n[body::kLetters] > 0;
  facts.only_cased = n[body::kCasedLetters] == n[body::kLetters];
}

}  // namespace

std::uint32_t LineFacts::first_word() const {
  std::uint32_t count = 0;
  for (const char c : text.substr(0, text.find(' ')))
    count += (static_cast<unsigned char>(c) & 0xc0U) != 0x80U ? 1U : 0U;
  return count;
}

std::size_t last_word(std::string_view text) {
  const std::size_t space = text.rfind(' ');
  return space == std::string_view::npos ? text.size() : text.size() - space - 1;
}

LineEdges line_edges(std::string_view line) {
  LineEdges edges;
  edges.text = strip(line, edges.mark);
  if (edges.text.empty()) return edges;
  edges.first = mark_of(first_character(edges.text));
  edges.last = last_mark(edges.text);
  return edges;
}

namespace {

/// Fills in `facts`, which is new.
void scan(std::string_view line, LineFacts& facts) {
  facts.text = strip(line, facts.mark);
  if (facts.text.empty()) return;
  fill(facts, body::count_bytes(facts.text));
  facts.hash = hash_of(facts.text);
  facts.first = mark_of(first_character(facts.text));
  facts.last = last_mark(facts.text);
  if (facts.text.back() == '.' || facts.text.back() == '!' || facts.text.back() == '?') ++facts.sentences;
}

}  // namespace

LineFacts scan_line(std::string_view line) {
  LineFacts facts;
  scan(line, facts);
  return facts;
}

std::vector<LineFacts> scan_lines(std::span<const std::string_view> lines) {
  std::vector<LineFacts> facts(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) scan(lines[i], facts[i]);
  return facts;
}

}  // namespace newswash
