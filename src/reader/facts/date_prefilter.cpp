// Quick looks for dates, before a line is split into tokens; see date_parser.h. Every date has a number of
// one or two digits beside its year, or beside a year of two digits, with at most a month's name between.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "reader/facts/date_parser.h"

namespace newswash::facts {

namespace {

constexpr std::size_t kBlock = 8;
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

/// Eight bytes at once: true where one is a digit or no ASCII.
bool is_block_of_interest(const char* bytes) {
  constexpr std::uint64_t kEach = 0x0101010101010101U;
  std::uint64_t block = 0;
  std::memcpy(&block, bytes, kBlock);
  const std::uint64_t from_zero = block ^ ('0' * kEach);  // digits become 0 to 9
  const std::uint64_t above_nine = (from_zero & (0x7F * kEach)) + (0x76 * kEach);
  return ((~(above_nine | from_zero) | block) & (0x80 * kEach)) != 0;
}

/// The next digit or lead byte of one at or after `at`, or the line's end.
std::size_t next_digit(std::string_view line, std::size_t at) {
  for (;;) {
    while (at + kBlock <= line.size() && !is_block_of_interest(line.data() + at)) at += kBlock;
    for (const std::size_t end = std::min(at + kBlock, line.size()); at < end; ++at) {
      const auto byte = static_cast<unsigned char>(line[at]);
      if (is_digit(byte) || leads_digit(byte)) return at;
    }
    if (at >= line.size()) return line.size();
  }
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
