// Reading the dateline; see dateline.h.
#include "reader/facts/dateline.h"

#include <algorithm>

#include "reader/facts/date_parser.h"
#include "reader/facts/letters.h"

namespace newswash::facts {

namespace {

constexpr std::size_t kLongest = 80;

bool is_mark(const Tokens& tokens, std::size_t i, std::u32string_view marks) {
  return i < tokens.size() && tokens[i].type == TokenType::kMark &&
         marks.find(static_cast<char32_t>(tokens[i].value)) != marks.npos;
}

bool is_ascii_word(char c) {
  const char32_t letter = static_cast<unsigned char>(c);
  return letter < 0x80 && (is_letter(letter) || digit_value(letter) >= 0);
}

/// The dash that closes the dateline: spaced, or an em dash.
std::size_t closing_dash(const Tokens& tokens) {
  for (std::size_t i = 1; i < tokens.size() && tokens[i].begin <= kLongest; ++i) {
    if (!is_mark(tokens, i, U"-–—―")) continue;
    const bool spaced = tokens[i].space_before || (i + 1 < tokens.size() && tokens[i + 1].space_before);
    if (spaced || tokens[i].value == U'—') return i;
  }
  return 0;
}

}  // namespace

bool may_begin_with_dateline(std::string_view paragraph) {
  const std::string_view start = paragraph.substr(0, kLongest + 4);
  for (std::size_t at = start.find('-'); at < start.size(); at = start.find('-', at + 1)) {
    const bool inside = at > 0 && at + 1 < start.size() && is_ascii_word(start[at - 1]) &&
                        is_ascii_word(start[at + 1]);  // no gap beside it
    if (!inside) return true;
  }
  for (std::size_t at = start.find('\xE2'); at < start.size() && at + 2 < start.size();
       at = start.find('\xE2', at + 1)) {
    const auto last = static_cast<unsigned char>(start[at + 2]);
    if (start[at + 1] == '\x80' && last >= 0x93 && last <= 0x95) return true;  // – — ―
  }
  return false;
}

namespace {

bool all_capitals(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const char32_t letter = next_letter(word, at);
    if (is_letter(letter) && !is_upper(letter)) return false;
  }
  return true;
}

struct Place {
  bool fits = true;  // nothing but a place, a date and an agency
  bool capitals = false;
  unsigned words = 0;
};

Place read_place(std::string_view text, const Tokens& tokens, std::size_t end) {
  Place place;
  bool in_brackets = false;
  for (std::size_t i = 0; i < end && place.fits; ++i) {
    const Token& token = tokens[i];
    if (is_mark(tokens, i, U"(（")) in_brackets = true;
    if (is_mark(tokens, i, U")）")) in_brackets = false;
    if (token.type == TokenType::kMark) {
      place.fits = is_mark(tokens, i, U",./()（）'’-–");
      continue;
    }
    if (in_brackets || token.type == TokenType::kNumber || token.month != 0 || (token.kinds & kWeekday) != 0)
      continue;
    const std::string_view word = text.substr(token.begin, token.end - token.begin);
    ++place.words;
    if (token.cased && word.size() > 1 && all_capitals(word)) {
      place.capitals = true;
    } else {
      place.fits = token.upper || word.size() <= 3;
    }
  }
  return place;
}

std::string agency_in(std::string_view text, const Tokens& tokens, std::size_t end) {
  for (std::size_t i = 0; i < end; ++i) {
    if ((tokens[i].phrase_kinds & kAgency) == 0 || i == 0) continue;
    const std::size_t last = i + tokens[i].phrase - 1;
    if (!is_mark(tokens, i - 1, U"(（/,") || last >= end) continue;
    return std::string(text.substr(tokens[i].begin, tokens[last].end - tokens[i].begin));
  }
  return {};
}

}  // namespace

std::optional<Dateline> find_dateline(std::string_view paragraph, const Tokens& tokens) {
  const std::size_t dash = closing_dash(tokens);
  if (dash == 0 || dash + 1 >= tokens.size()) return std::nullopt;
  const Place place = read_place(paragraph, tokens, dash);
  const std::string agency = agency_in(paragraph, tokens, dash);
  if (!place.fits || place.words > 6) return std::nullopt;
  const bool dated = std::any_of(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(dash),
                                 [](const Token& token) { return token.month != 0; }) &&
                     dash > 2;
  if (agency.empty() && !place.capitals && !(dated && place.words > 0 && tokens.front().upper))
    return std::nullopt;
  if (agency.empty() && place.capitals && place.words == 1 && tokens.front().end - tokens.front().begin < 4) {
    return std::nullopt;  // an abbreviation: "EU - die Kommission ..."
  }
  const std::string_view value = trimmed(paragraph.substr(0, tokens[dash].begin));
  return Dateline{std::string(value), agency};
}

std::optional<Dateline> read_dateline(std::string_view paragraph, Languages languages, Tokens& tokens) {
  constexpr std::size_t kMost = 32;
  cut_tokens(paragraph, tokens, kMost);
  const std::size_t dash = closing_dash(tokens);
  if (dash == 0) return std::nullopt;
  find_phrases(paragraph, languages, tokens, 0, dash);
  return find_dateline(paragraph, tokens);
}

}  // namespace newswash::facts
