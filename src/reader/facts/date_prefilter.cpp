// Quick looks for dates, before a line is split into tokens; see date_parser.h. Every date has a number of
// one or two digits beside its year, or beside a year of two digits, with at most a month's name between.
#include <cstdint>
#include <string_view>

#include "reader/facts/byte_scan.h"
#include "reader/facts/date_parser.h"
#include "reader/facts/letters.h"
#include "reader/facts/words.h"

namespace newswash::facts {

namespace {

constexpr std::size_t kMostBetween = 80;  // bytes between the numbers of one date
constexpr std::size_t kShortestMonth = 3;
constexpr std::size_t kNoRun = static_cast<std::size_t>(-1);

bool is_digit(unsigned char byte) {
  return static_cast<unsigned char>(byte - '0') <= 9;
}

/// A number in ASCII digits.
struct Run {
  std::size_t begin = 0;
  std::size_t end = kNoRun;
  std::size_t digits() const { return end - begin; }
  bool is_small() const { return digits() <= 2; }
};

/// Four digits of the years 1900 to 2099, perhaps with a day glued to them.
bool is_year(std::string_view line, const Run& run) {
  if (run.digits() < 4 || run.digits() > 6) return false;
  const std::string_view century = line.substr(run.begin, 2);
  return century == "19" || century == "20";
}

/// "17.5.23": the same mark parts the three numbers.
bool may_be_short_year(std::string_view line, const Run& before, const Run& one, const Run& next) {
  const char mark = line[one.end];
  return next.begin - one.end == 1 && (mark == '.' || mark == '/' || mark == '-') && before.end != kNoRun &&
         before.is_small() && line[before.end] == mark;
}

/// "14 May 20": after a month's name, and not before 10.
bool may_follow_month(std::string_view line, const Run& one, const Run& next) {
  return next.begin - one.end >= kShortestMonth && line[next.begin] >= '1' && line[next.begin] <= '4';
}

/// The letter that an ASCII byte is in a word, 0 where it is none. A hyphen or apostrophe before a letter
/// is one.
unsigned char letter_of_word(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (is_letter(byte)) return static_cast<unsigned char>(fold(byte));
  if (byte != '\'' && byte != '-' && byte != '*') return 0;
  return at + 1 < text.size() && is_letter(static_cast<unsigned char>(text[at + 1])) ? byte : 0;
}

enum class Link : std::uint8_t { kNone, kMarks, kWords };

/// Between the numbers of a date stand a month's name and words that link ("17 de mayo de 2023"), all of them
/// known, or marks; what is glued to the number is an ordinal's ending. Words that are not ASCII may be any.
Link link_of(std::string_view between) {
  Link link = Link::kMarks;
  std::size_t at = 0;
  while (at < between.size() && is_letter(static_cast<unsigned char>(between[at]))) ++at;
  while (at < between.size()) {
    const auto byte = static_cast<unsigned char>(between[at]);
    if (byte >= 0x80) return between.substr(at).starts_with("–") ? Link::kNone : Link::kWords;
    if (!is_letter(byte)) {
      ++at;
      continue;
    }
    std::uint32_t hash = kWordHashStart;
    for (; at < between.size(); ++at) {
      if (static_cast<unsigned char>(between[at]) >= 0x80) return Link::kWords;
      const unsigned char letter = letter_of_word(between, at);
      if (letter == 0) break;
      hash = add_to_hash(hash, letter);
    }
    if (!may_be_known(hash)) return Link::kNone;
    link = Link::kWords;
  }
  return at > 0 && is_letter(static_cast<unsigned char>(between[0])) ? Link::kWords : link;
}

bool may_be_date(std::string_view line, const Run& before, const Run& one, const Run& next) {
  if (next.begin - one.end > kMostBetween) return false;
  if (may_be_short_year(line, before, one, next)) return true;
  const bool year = (one.is_small() && is_year(line, next)) || (next.is_small() && is_year(line, one));
  const bool short_year = next.digits() == 2 && one.is_small() && may_follow_month(line, one, next);
  if (!year && !short_year) return false;
  const Link link = link_of(line.substr(one.end, next.begin - one.end));
  return link == Link::kWords || (year && link == Link::kMarks);
}

}  // namespace

bool may_hold_digit(std::string_view line) {
  return next_digit(line, 0) < line.size();
}

bool may_hold_date(std::string_view line) {
  Run before;
  Run one;
  for (std::size_t at = next_digit(line, 0); at < line.size(); at = next_digit(line, at)) {
    if (!is_digit(static_cast<unsigned char>(line[at]))) {
      if (digit_value(next_letter(line, at)) >= 0) return true;
      continue;
    }
    Run next{.begin = at, .end = at};
    while (next.end < line.size() && is_digit(static_cast<unsigned char>(line[next.end]))) ++next.end;
    if (one.end != kNoRun && may_be_date(line, before, one, next)) return true;
    before = one;
    one = next;
    at = next.end;
  }
  return false;
}

}  // namespace newswash::facts
