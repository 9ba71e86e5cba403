// Quick looks for dates, before a line is split into tokens; see date_parser.h. Every date has a number of
// one or two digits beside its year, or beside a year of two digits, with at most a month's name between.
#include <algorithm>
#include <cstdint>
#include <string_view>

#include "reader/facts/date_parser.h"

namespace newswash::facts {

namespace {

constexpr std::size_t kBlock = 16;
constexpr std::size_t kMostBetween = 80;  // bytes between the numbers of one date
constexpr std::size_t kShortestMonth = 3;
constexpr std::size_t kNoRun = static_cast<std::size_t>(-1);

bool is_digit(unsigned char byte) {
  return static_cast<unsigned char>(byte - '0') <= 9;
}

/// The lead byte of other scripts' digits.
bool leads_digit(unsigned char byte) {
  return byte == 0xD9 || byte == 0xDB || byte == 0xE0 || byte == 0xEF;
}

/// Without branches: a block at once.
bool has_digit_in_block(const char* bytes) {
  unsigned char any = 0;
  for (std::size_t i = 0; i < kBlock; ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    any = static_cast<unsigned char>(any | (is_digit(byte) ? 1 : 0) | (leads_digit(byte) ? 1 : 0));
  }
  return any != 0;
}

/// The next digit or lead byte of one at or after `at`, or the line's end.
std::size_t next_digit(std::string_view line, std::size_t at) {
  while (at + kBlock <= line.size() && !has_digit_in_block(line.data() + at)) at += kBlock;
  const auto is_sought = [](char c) {
    return is_digit(static_cast<unsigned char>(c)) || leads_digit(static_cast<unsigned char>(c));
  };
  return static_cast<std::size_t>(
      std::find_if(line.begin() + static_cast<std::ptrdiff_t>(at), line.end(), is_sought) - line.begin());
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

bool may_be_date(std::string_view line, const Run& one, const Run& next) {
  if (next.begin - one.end > kMostBetween) return false;
  if (one.is_small()) return is_year(line, next) || may_be_short_year(line, one, next);
  return next.is_small() && is_year(line, one);
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
