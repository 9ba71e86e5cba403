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

/// "5.23", "14 May 20": after a single mark, or after a month's name and not before 10.
bool may_be_short_year(std::string_view line, const Run& one, const Run& next) {
  if (next.digits() != 2) return false;
  const std::size_t between = next.begin - one.end;
  if (between == 1) return line[one.end] == '.' || line[one.end] == '/' || line[one.end] == '-';
  return between >= kShortestMonth && line[next.begin] >= '1' && line[next.begin] <= '4';
}

bool has_plausible_year(std::string_view line, const Run& one, const Run& next) {
  if (one.is_small()) return is_year(line, next) || may_be_short_year(line, one, next);
  return next.is_small() && is_year(line, one);
}

/// The letter that an ASCII byte is in a word, 0 where it is none. A hyphen or apostrophe before a letter
/// is one.
unsigned char letter_of_word(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (is_letter(byte)) return static_cast<unsigned char>(fold(byte));
  if (byte != '\'' && byte != '-' && byte != '*') return 0;
  return at + 1 < text.size() && is_letter(static_cast<unsigned char>(text[at + 1])) ? byte : 0;
}

/// Between the numbers of a date stand a month's name and words that link ("17 de mayo de 2023"), all of them
/// known, or marks; what is glued to the number is an ordinal's ending. Words that are not ASCII may be any.
bool may_link_numbers(std::string_view between) {
  std::size_t at = 0;
  while (at < between.size() && is_letter(static_cast<unsigned char>(between[at]))) ++at;
  while (at < between.size()) {
    const auto byte = static_cast<unsigned char>(between[at]);
    if (byte >= 0x80) return true;
    if (!is_letter(byte)) {
      ++at;
      continue;
    }
    std::uint32_t hash = kWordHashStart;
    for (; at < between.size(); ++at) {
      if (static_cast<unsigned char>(between[at]) >= 0x80) return true;
      const unsigned char letter = letter_of_word(between, at);
      if (letter == 0) break;
      hash = add_to_hash(hash, letter);
    }
    if (!may_be_known(hash)) return false;
  }
  return true;
}

bool may_be_date(std::string_view line, const Run& one, const Run& next) {
  return next.begin - one.end <= kMostBetween && has_plausible_year(line, one, next) &&
         may_link_numbers(line.substr(one.end, next.begin - one.end));
}

}  // namespace

bool may_hold_digit(std::string_view line) {
  return next_digit(line, 0) < line.size();
}

bool may_hold_date(std::string_view line) {
  Run before;
  for (std::size_t at = next_digit(line, 0); at < line.size(); at = next_digit(line, at)) {
    if (!is_digit(static_cast<unsigned char>(line[at]))) return true;
    Run run{.begin = at, .end = at};
    while (run.end < line.size() && is_digit(static_cast<unsigned char>(line[run.end]))) ++run.end;
    if (before.end != kNoRun && may_be_date(line, before, run)) return true;
    before = run;
    at = run.end;
  }
  return false;
}

}  // namespace newswash::facts
