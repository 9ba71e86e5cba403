// Dates written in a line: every usual form of many languages, with time and offset where they stand there.
// Mine: reading one date out of tokens. Not mine: which of a page's dates is the article's (dates.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reader/facts/tokens.h"

namespace newswash::facts {

/// The order of day and month in forms like 3/4/2021.
enum class DateOrder : std::uint8_t { kUnknown, kDayFirst, kMonthFirst };

/// One date. `first` and `last` are the tokens it covers, `last` not included. Where `ambiguous` is true day
/// and month may be the other way round; they are then given in the order day, month.
struct WrittenDate {
  std::size_t first = 0;
  std::size_t last = 0;
  int year = 0;
  int month = 0;
  int day = 0;
  int hour = -1;
  int minute = 0;
  int second = 0;
  std::string offset;  // "+02:00" where one is written, otherwise empty
  bool ambiguous = false;
  bool slashed = false;  // numbers parted by strokes: tells the page's order of day and month
  bool short_year = false;

  /// `2023-05-17`, or with the time where it is known.
  std::string iso() const;
  bool same_day(const WrittenDate& other) const {
    return year == other.year && month == other.month && day == other.day;
  }
};

/// Quick looks: false where the line certainly holds no digit, and certainly no date.
bool may_hold_digit(std::string_view line);
bool may_hold_date(std::string_view line);

/// The dates in a line that was split into `tokens`, in order.
std::vector<WrittenDate> parse_dates(std::string_view line, const Tokens& tokens, DateOrder order);

/// The date in the path of a URL (/2023/05/17/, /2023-05-17-title), if there is exactly one.
std::optional<WrittenDate> date_in_url(std::string_view url);

/// The order that the language settles: day first wherever another order is not usual; English does not.
DateOrder order_of(std::string_view language);

}  // namespace newswash::facts
