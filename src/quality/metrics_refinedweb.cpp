// RefinedWeb's corrections line by line, as DCLM rebuilt them, and ours: letters instead of characters where
// capitals are counted, counters of one, spaces in numbers, dots that need not be three. Mine: which lines
// they would take and how many words would go. The steps take a line in this order; what one took the next
// don't see.
#include <algorithm>

#include "quality/characters.h"
#include "quality/phrases.h"
#include "quality/values.h"
#include "text/code_points.h"

namespace newswash::quality {
namespace {

constexpr std::string_view kCounted[] = {"likes",     "shares",    "comments",  "retweets",
                                         "reposts",   "quotes",    "bookmarks", "upvotes",
                                         "downvotes", "downloads", "views",     "followers"};
constexpr Phrase kCart{"items in cart", 9};
constexpr std::string_view kReadMore = "read more";
constexpr std::string_view kSignIn = "sign-in";
constexpr std::uint32_t kMostWords = 10;  // of a line that is searched for phrases

/// One line, and how many of its words are no punctuation.
struct Look {
  std::string_view text;
  const Line* line;
  std::uint32_t words;
  double plain;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Without what is neither letter nor digit at both ends.
std::string_view without_marks(std::string_view text) {
  const auto is_mark = [](char32_t c) {
    const CharClass kind = character(c).kind;
    return !is_alphanumeric(kind) && kind != CharClass::ideograph;
  };
  for (std::size_t at = 0; at < text.size() && is_mark(next_code_point(text, at)); at = 0)
    text.remove_prefix(at);
  for (std::size_t end = text.size(); end > 0 && is_mark(previous_code_point(text, end)); end = text.size())
    text.remove_suffix(text.size() - end);
  return text;
}

/// Takes a number off the front; false where there is none. `loose` allows spaces between its digits.
bool take_number(std::string_view& text, bool loose) {
  std::size_t at = 0;
  if (text.empty() || !is_digit(text[0])) return false;
  while (at < text.size()) {
    const bool space = loose && text[at] == ' ' && at + 1 < text.size() && is_digit(text[at + 1]);
    if (!is_digit(text[at]) && text[at] != ',' && text[at] != '.' && !space) break;
    ++at;
  }
  if (at < text.size() && std::string_view("kmb").find(ascii_lower(text[at])) != std::string_view::npos) ++at;
  text.remove_prefix(at);
  return true;
}

/// A number and what is counted, with nothing else but punctuation around them.
bool is_counter(std::string_view text, bool loose) {
  text = without_marks(text);
  if (!take_number(text, loose) || text.empty() || text[0] != ' ') return false;
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return std::any_of(std::begin(kCounted), std::end(kCounted), [&](std::string_view noun) {
    const bool one = loose && text.size() == noun.size() - 1;
    return (text.size() == noun.size() || one) && begins_with(text, noun.substr(0, text.size()));
  });
}

/// How many words the phrases of a short line are; 0 where there is none.
double phrase_words(const Look& look, bool loose) {
  if (look.words > kMostWords) return 0;
  double words = contains(look.text, kCart) ? 3 : 0;
  if (begins_with(look.text, kSignIn)) words += 1;
  std::string_view text = look.text;
  if (loose) {
    while (text.ends_with('.') || text.ends_with(' ')) text.remove_suffix(1);
    if (text.ends_with("\u2026")) text.remove_suffix(3);
    if (ends_with(text, kReadMore)) words += 2;
  } else {
    std::size_t end = text.size();  // exactly three more characters, any
    for (int i = 0; i < 3; ++i) previous_code_point(text, end);
    if (ends_with(text.substr(0, end), kReadMore)) words += 2;
  }
  return std::min(words, look.plain);
}

void take_dclm(const Look& look, Values& values) {
  const auto drop = [&](MetricId id) {
    values[id] += 1;
    values[MetricId::refinedweb_removed_words_dclm] += look.plain;
  };
  const Line& line = *look.line;
  const bool digits = line.digits == line.chars;
  if (line.upper * 2 > line.chars) return drop(MetricId::refinedweb_upper_dclm);
  if (digits) return drop(MetricId::refinedweb_digits_dclm);
  if (is_counter(look.text, false)) return drop(MetricId::refinedweb_counters_dclm);
  if (look.words < 2) return drop(MetricId::refinedweb_one_word_dclm);
  const double words = phrase_words(look, false);
  values[MetricId::refinedweb_phrases_dclm] += words > 0;
  values[MetricId::refinedweb_removed_words_dclm] += words;
}

void take_newswash(const Look& look, Values& values) {
  constexpr std::uint32_t kLeastLetters = 4;
  const auto drop = [&](MetricId id) {
    values[id] += 1;
    values[MetricId::refinedweb_removed_words_newswash] += look.plain;
  };
  const Line& line = *look.line;
  if (line.letters >= kLeastLetters && line.upper * 2 > line.letters)
    return drop(MetricId::refinedweb_upper_newswash);
  if (line.letters == 0 && line.digits > 0) return drop(MetricId::refinedweb_digits_newswash);
  if (is_counter(look.text, true)) return drop(MetricId::refinedweb_counters_newswash);
  const double words = phrase_words(look, true);
  values[MetricId::refinedweb_phrases_newswash] += words > 0;
  values[MetricId::refinedweb_removed_words_newswash] += words;
}

}  // namespace

void compute_refinedweb(const Evidence& evidence, Values& values) {
  const Scan& scan = evidence.scan;
  for (const Line& line : scan.lines) {
    const auto plain =
        std::count_if(scan.tokens.begin() + line.first_token, scan.tokens.begin() + line.end_token,
                      [](const Token& token) { return (token.flags & kIsWord) != 0; });
    const Look look{scan.text_of(line), &line, line.end_word - line.first_word, static_cast<double>(plain)};
    take_dclm(look, values);
    take_newswash(look, values);
  }
  for (const MetricId share : {MetricId::refinedweb_upper_dclm, MetricId::refinedweb_upper_newswash,
                               MetricId::refinedweb_digits_dclm, MetricId::refinedweb_digits_newswash,
                               MetricId::refinedweb_counters_dclm, MetricId::refinedweb_counters_newswash,
                               MetricId::refinedweb_one_word_dclm, MetricId::refinedweb_phrases_dclm,
                               MetricId::refinedweb_phrases_newswash})
    values[share] = ratio(values[share], evidence.line_count());
  for (const MetricId share :
       {MetricId::refinedweb_removed_words_dclm, MetricId::refinedweb_removed_words_newswash})
    values[share] = ratio(values[share], evidence.plain_count());
}

}  // namespace newswash::quality
