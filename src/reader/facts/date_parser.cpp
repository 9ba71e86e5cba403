// Reading dates out of tokens; see date_parser.h. One function a form; each returns the token after the date
// or 0.
#include "reader/facts/date_parser.h"

#include <array>
#include <cstdio>

#include "reader/facts/letters.h"
#include "reader/facts/time_parser.h"

namespace newswash::facts {

namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2099;

bool is_year(std::uint32_t value) {
  return value >= static_cast<std::uint32_t>(kFirstYear) && value <= static_cast<std::uint32_t>(kLastYear);
}

int days_in(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool is_valid(int year, int month, int day) {
  return year >= kFirstYear && year <= kLastYear && month >= 1 && month <= 12 && day >= 1 &&
         day <= days_in(year, month);
}

class Reader {
 public:
  Reader(std::string_view line, const Tokens& tokens, DateOrder order)
      : line_(line), tokens_(tokens), order_(order) {}

  /// The date that starts at token `i`; its `last` is 0 where none does.
  WrittenDate read(std::size_t i) {
    date_ = {};
    date_.first = i;
    std::size_t end = 0;
    if (is_number(i)) {
      end = year_first(i);
      if (end == 0) end = numeric(i);
      if (end == 0) end = day_month_year(i);
      if (end == 0) end = year_month_day(i);
    } else if (month_at(i) != 0) {
      end = month_day_year(i);
    }
    date_.last = end;
    return date_;
  }

 private:
  bool is_number(std::size_t i) const { return i < tokens_.size() && tokens_[i].type == TokenType::kNumber; }
  bool is_mark(std::size_t i, char32_t mark) const {
    return i < tokens_.size() && tokens_[i].type == TokenType::kMark && tokens_[i].value == mark;
  }
  bool glued(std::size_t i) const { return i < tokens_.size() && !tokens_[i].space_before; }
  std::string_view text(std::size_t i) const {
    return i < tokens_.size() ? line_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin)
                              : std::string_view();
  }
  int value(std::size_t i) const { return static_cast<int>(tokens_[i].value); }
  bool is_small(std::size_t i) const { return is_number(i) && tokens_[i].digits <= 2; }
  bool is_full_year(std::size_t i) const {
    return is_number(i) && tokens_[i].digits == 4 && is_year(tokens_[i].value);
  }

  /// The month named at token `i`, or 0; a phrase ("كانون الثاني") may take several tokens.
  int month_at(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].type == TokenType::kWord ? tokens_[i].month : 0;
  }
  std::size_t after_month(std::size_t i) const {
    const Token& token = tokens_[i];
    const std::size_t length = (token.phrase_kinds & kMonth) != 0 ? token.phrase : 1;
    return is_mark(i + length, U'.') ? i + length + 1 : i + length;
  }

  /// The year at token `i`, also where a second date is glued to it ("202225. Januar"), or 0.
  int year_at(std::size_t i) const {
    if (is_full_year(i)) return value(i);
    if (!is_number(i)) return 0;
    const std::uint32_t digits = tokens_[i].digits;
    if (digits != 5 && digits != 6) return 0;
    const std::uint32_t head = tokens_[i].value / (digits == 5 ? 10 : 100);
    return is_year(head) ? static_cast<int>(head) : 0;
  }

  bool set(int year, int month, int day) {
    if (!is_valid(year, month, day)) return false;
    date_.year = year;
    date_.month = month;
    date_.day = day;
    return true;
  }

  /// 2023-05-17, 2023/5/17, 2023.05.17, 2023年5月17日, 2023년 5월 17일, 2023. 5. 17.
  std::size_t year_first(std::size_t i) {
    if (!is_full_year(i) || !is_small(i + 2) || !is_small(i + 4)) return 0;
    const bool marks = (is_mark(i + 1, U'-') || is_mark(i + 1, U'/') || is_mark(i + 1, U'.')) &&
                       tokens_[i + 3].type == TokenType::kMark &&
                       tokens_[i + 3].value == tokens_[i + 1].value &&
                       (glued(i + 2) || is_mark(i + 1, U'.')) && glued(i + 1) && glued(i + 3);
    const bool words = (text(i + 1).starts_with("年") || text(i + 1).starts_with("년")) &&
                       (text(i + 3).starts_with("月") || text(i + 3).starts_with("월"));
    if (!marks && !words) return 0;
    if (!set(value(i), value(i + 2), value(i + 4))) return 0;
    if (words && (text(i + 5).starts_with("日") || text(i + 5).starts_with("일"))) return i + 6;
    return is_mark(i + 5, U'.') && is_mark(i + 1, U'.') ? i + 6 : i + 5;
  }

  /// 17.05.2023, 17/5/2023, 5/17/2023, 17-05-2023, 17. 5. 2023, 17.05.23
  std::size_t numeric(std::size_t i) {
    if (!is_small(i) || !is_small(i + 2) || !is_number(i + 4)) return 0;
    const Token& mark = tokens_[i + 1];
    if (mark.type != TokenType::kMark || mark.space_before) return 0;
    if (mark.value != U'.' && mark.value != U'/' && mark.value != U'-') return 0;
    if (!is_mark(i + 3, mark.value) || !glued(i + 3)) return 0;
    if (mark.value != U'.' && (!glued(i + 2) || !glued(i + 4))) return 0;
    if (i > 0 && glued(i) && (is_mark(i - 1, U'.') || is_mark(i - 1, U'/') || is_mark(i - 1, U'-'))) return 0;
    if (is_mark(i + 5, mark.value) && glued(i + 5) && is_number(i + 6) && glued(i + 6)) return 0;
    int year = year_at(i + 4);
    if (year == 0) year = short_year(i + 4, mark.value);
    if (year == 0 || !in_order(year, value(i), value(i + 2), mark.value)) return 0;
    return i + 5;
  }

  int short_year(std::size_t i, char32_t mark) {
    if (tokens_[i].digits != 2 || !glued(i) || mark == U'-') return 0;
    if (is_mark(i + 1, mark) && glued(i + 1) && is_number(i + 2) && glued(i + 2)) return 0;
    date_.short_year = true;
    return value(i) < 70 ? 2000 + value(i) : 1900 + value(i);
  }

  bool in_order(int year, int first, int second, char32_t mark) {
    date_.slashed = mark == U'/' && first != second;
    if (mark == U'.' || order_ == DateOrder::kDayFirst) {
      return set(year, second, first) || (mark != U'.' && set(year, first, second));
    }
    if (order_ == DateOrder::kMonthFirst) return set(year, first, second) || set(year, second, first);
    date_.ambiguous = first <= 12 && second <= 12 && first != second;
    return set(year, second, first) || set(year, first, second);
  }

  bool is_link(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].type == TokenType::kWord && (tokens_[i].kinds & kDateLink) != 0;
  }
  /// After the day's number: "17.", "17th", "17º", "1er", "17 de", "17-" before a month's name.
  std::size_t after_day(std::size_t i) const {
    std::size_t j = i + 1;
    if (is_mark(j, U'.') || is_mark(j, U'º') || is_mark(j, U'°') || is_mark(j, U'-') || is_mark(j, U'/')) ++j;
    for (const std::string_view ordinal : {"st", "nd", "rd", "th", "er", "ª", "º", "o", "e"}) {
      if (glued(j) && text(j) == ordinal) {
        ++j;
        break;
      }
    }
    if (is_mark(j, U',')) ++j;
    return is_link(j) && month_at(j) == 0 ? j + 1 : j;
  }

  /// Between month and year: ",", "de", "del", "-", "/", "'".
  std::size_t before_year(std::size_t j) const {
    if (is_mark(j, U',') || is_mark(j, U'-') || is_mark(j, U'/') || is_mark(j, U'،')) ++j;
    if (is_link(j)) ++j;
    return j;
  }

  /// 17 May 2023, 17. Mai 2023, le 1er mai 2023, 17 de mayo de 2023, 17-May-2023, 17 tháng 5 năm 2023
  std::size_t day_month_year(std::size_t i) {
    if (!is_small(i)) return 0;
    std::size_t j = after_day(i);
    int month = month_at(j);
    if (month != 0) {
      j = after_month(j);
    } else if ((text(j) == "tháng" || (j > 0 && text(j - 1) == "tháng")) &&
               is_small(text(j) == "tháng" ? j + 1 : j)) {
      j += text(j) == "tháng" ? 1 : 0;
      month = value(j++);
    } else {
      return 0;
    }
    j = before_year(j);
    const int year = year_at(j);
    if (year != 0 && set(year, month, value(i))) return j + 1;
    return two_digit_year(i, j, month);
  }

  /// "14 Gennaio 20", "3-Mar-21": only right after a month's name and not before a time's mark.
  std::size_t two_digit_year(std::size_t i, std::size_t j, int month) {
    if (!is_number(j) || tokens_[j].digits != 2 || value(j) < 10 || value(j) > 40) return 0;
    if (is_mark(j + 1, U':') || is_mark(j + 1, U'.') || text(j + 1) == "h" || text(j + 1) == "Uhr") return 0;
    if ((text(j + 1).size() == 2 && (text(j + 1)[1] | 0x20) == 'm')) return 0;
    date_.short_year = true;
    return set(2000 + value(j), month, value(i)) ? j + 1 : 0;
  }

  /// May 17, 2023; May 17th 2023; Mayo 17, 2023; 9月17日
  std::size_t month_day_year(std::size_t i) {
    const int month = month_at(i);
    std::size_t j = after_month(i);
    if (is_mark(j, U'-') || is_mark(j, U'/')) ++j;
    if (is_link(j) || is_mark(j, U',')) ++j;
    if (!is_small(j)) return 0;
    const int day = value(j);
    j = after_day(j);
    j = is_link(j) ? j + 1 : j;
    const int year = year_at(j);
    return year != 0 && set(year, month, day) ? j + 1 : 0;
  }

  /// 2023. május 17., 2023 m. gegužės 17 d., 2023 May 17, 2023-May-17
  std::size_t year_month_day(std::size_t i) {
    if (!is_full_year(i)) return 0;
    std::size_t j = i + 1;
    if (is_link(j)) ++j;
    if (is_mark(j, U'.') || is_mark(j, U'-') || is_mark(j, U',')) ++j;
    if (is_link(j) && month_at(j) == 0) ++j;
    const int month = month_at(j);
    if (month == 0) return 0;
    j = after_month(j);
    if (is_mark(j, U'-')) ++j;
    if (!is_small(j) || is_mark(j + 1, U':') || !set(value(i), month, value(j))) return 0;
    return is_mark(j + 1, U'.') ? j + 2 : j + 1;
  }

  std::string_view line_;
  const Tokens& tokens_;
  DateOrder order_;
  WrittenDate date_;
};

}  // namespace

std::string WrittenDate::iso() const {
  char text[40];
  int size = std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
  if (hour >= 0) {
    size += std::snprintf(text + size, sizeof text - static_cast<std::size_t>(size), "T%02d:%02d:%02d", hour,
                          minute, second);
  }
  return std::string(text, static_cast<std::size_t>(size)) + (hour >= 0 ? offset : std::string());
}

std::vector<WrittenDate> parse_dates(std::string_view line, const Tokens& tokens, DateOrder order) {
  std::vector<WrittenDate> dates;
  Reader reader(line, tokens, order);
  for (std::size_t i = 0; i < tokens.size();) {
    WrittenDate date = reader.read(i);
    if (date.last == 0) {
      ++i;
      continue;
    }
    read_time(line, tokens, date);
    i = date.last;
    dates.push_back(std::move(date));
  }
  return dates;
}

std::optional<WrittenDate> date_in_url(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const std::size_t slash = url.find('/', scheme == url.npos ? 0 : scheme + 3);
  if (slash == url.npos) return std::nullopt;
  std::string path(url.substr(slash, 300));
  // a web archive's own time stamp is no date of the article; the original address follows it
  if (const std::size_t inner = path.find("/http"); inner != path.npos)
    return date_in_url(path.substr(inner + 1));
  for (char& c : path) c = c == '/' || c == '_' ? '-' : c;
  Tokens tokens;
  split_tokens(path, ~Languages{0}, tokens);
  std::optional<WrittenDate> found;
  for (const WrittenDate& date : parse_dates(path, tokens, DateOrder::kUnknown)) {
    if (date.short_year || date.ambiguous) continue;
    if (found && !found->same_day(date)) return std::nullopt;
    found = date;
    found->hour = -1;
  }
  return found;
}

DateOrder order_of(std::string_view language) {
  if (language.empty() || language.substr(0, 2) == "en") return DateOrder::kUnknown;
  return DateOrder::kDayFirst;
}

}  // namespace newswash::facts
