// Reading the time of day; see time_parser.h.
#include "reader/facts/time_parser.h"

#include <algorithm>
#include <cstdio>

#include "reader/facts/letters.h"

namespace newswash::facts {

namespace {

class TimeReader {
 public:
  TimeReader(std::string_view line, const Tokens& tokens, WrittenDate& date)
      : line_(line), tokens_(tokens), date_(date) {}

  void read() {
    std::size_t i = date_.last;
    bool linked = false;
    const std::size_t stop = std::min(tokens_.size(), i + 6);
    for (; i < stop; ++i) {
      if (is_number(i)) break;
      const bool link = is_word(i) && (tokens_[i].kinds & (kDateLink | kWeekday)) != 0;
      const bool half = is_word(i) && afternoon(i) >= 0;
      if (!link && !half && !joining_mark(i) && text(i) != "T") return before();
      linked = linked || link;
    }
    if (i >= stop || !read_clock(i, linked)) before();
  }

 private:
  bool is_number(std::size_t i) const { return i < tokens_.size() && tokens_[i].type == TokenType::kNumber; }
  bool is_word(std::size_t i) const { return i < tokens_.size() && tokens_[i].type == TokenType::kWord; }
  bool is_mark(std::size_t i, char32_t mark) const {
    return i < tokens_.size() && tokens_[i].type == TokenType::kMark && tokens_[i].value == mark;
  }
  std::string_view text(std::size_t i) const {
    return i < tokens_.size() ? line_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin)
                              : std::string_view();
  }
  int value(std::size_t i) const { return static_cast<int>(tokens_[i].value); }

  bool joining_mark(std::size_t i) const {
    if (i >= tokens_.size() || tokens_[i].type != TokenType::kMark) return false;
    constexpr std::u32string_view kMarks = U",|-–—·•/(.@،";
    return kMarks.find(static_cast<char32_t>(tokens_[i].value)) != kMarks.npos;
  }

  /// 1 for a word of the afternoon, 0 for one of the morning, -1 for neither.
  int afternoon(std::size_t i) const {
    const std::string word = folded(text(i));
    for (const char* pm : {"pm", "下午", "午後", "오후", "晚上"}) {
      if (word == pm) return 1;
    }
    for (const char* am : {"am", "上午", "午前", "오전", "早上", "凌晨"}) {
      if (word == am) return 0;
    }
    if ((word == "p" || word == "a") && is_mark(i + 1, U'.') && folded(text(i + 2)) == "m")
      return word == "p";
    return -1;
  }

  static bool names_hour(std::string_view word) {
    for (const std::string_view unit :
         {"h", "H", "Uhr", "uhr", "hrs", "hs", "時", "时", "시", "點", "点", "u", "uur"}) {
      if (word == unit || (unit.size() > 2 && word.starts_with(unit))) return true;
    }
    return false;
  }

  /// A clock time that starts at token `i`: 14:05, 14:05:30, 14h05, 14.05 Uhr, 2:05 pm, 14時05分.
  bool read_clock(std::size_t i, bool linked) {
    if (tokens_[i].digits > 2 || value(i) > 24) return false;
    int minute = 0;
    int second = 0;
    std::size_t j = i + 1;
    bool sure = false;
    if (is_mark(j, U':') && two_digits(j + 1)) {
      minute = value(j + 1);
      j += 2;
      sure = true;
      if (is_mark(j, U':') && two_digits(j + 1)) {
        second = value(j + 1);
        j += 2;
        if (is_mark(j, U'.') && is_number(j + 1) && !tokens_[j + 1].space_before) j += 2;
      }
    } else if (is_mark(j, U'.') && two_digits(j + 1) && !tokens_[j + 1].space_before) {
      minute = value(j + 1);
      j += 2;
      sure = linked || names_hour(text(j)) || text(j) == "GMT";
    } else if (is_word(j) && names_hour(text(j))) {
      sure = true;
      ++j;
      if (two_digits(j)) minute = value(j++);
    }
    int hour = value(i);
    if (!half_of_day(i, j, hour) && !sure) return false;
    return store(i, j, hour, minute, second);
  }

  bool two_digits(std::size_t i) const { return is_number(i) && tokens_[i].digits == 2 && value(i) < 60; }

  bool half_of_day(std::size_t i, std::size_t& j, int& hour) {
    int half = is_word(j) ? afternoon(j) : -1;
    if (half >= 0) {
      j += folded(text(j)).size() == 1 ? 3 : 1;
      if (is_mark(j, U'.') && !tokens_[j].space_before) ++j;
    } else if (i > 0 && is_word(i - 1)) {
      half = afternoon(i - 1);
    }
    if (half < 0) return false;
    if (hour <= 12) hour = hour % 12 + (half == 1 ? 12 : 0);
    return true;
  }

  bool store(std::size_t i, std::size_t j, int hour, int minute, int second) {
    if (hour > 23) return false;
    date_.hour = hour;
    date_.minute = minute;
    date_.second = second;
    for (const std::string_view unit : {"分", "분", "Uhr", "uhr", "h", "hrs", "hs", "mins"}) {
      if (text(j).starts_with(unit)) {
        ++j;
        break;
      }
    }
    j = read_offset(j);
    date_.last = std::max(date_.last, j);
    date_.first = std::min(date_.first, i);
    return true;
  }

  /// +02:00, +0200, Z, UTC, GMT, GMT+2, (UTC+1): returns the token after it.
  std::size_t read_offset(std::size_t j) {
    const std::size_t start = j;
    if (is_mark(j, U'(')) ++j;
    const bool zulu = text(j) == "Z" && !tokens_[j].space_before;
    const bool universal = text(j) == "UTC" || text(j) == "GMT";
    if (zulu || universal) ++j;
    const bool minus = is_mark(j, U'-') || is_mark(j, U'−');
    const bool signed_number =
        (minus || is_mark(j, U'+')) && is_number(j + 1) && !tokens_[j + 1].space_before;
    if (signed_number && (universal || !tokens_[j].space_before || tokens_[j + 1].digits == 4)) {
      return number_offset(j + 1, minus, universal) ? offset_end_ : start;
    }
    if (zulu || universal) {
      date_.offset = "+00:00";
      return j;
    }
    return start;
  }

  bool number_offset(std::size_t j, bool minus, bool universal) {
    int hours = value(j);
    int minutes = 0;
    offset_end_ = j + 1;
    if (tokens_[j].digits == 4) {
      minutes = hours % 100;
      hours /= 100;
    } else if (is_mark(j + 1, U':') && two_digits(j + 2)) {
      minutes = value(j + 2);
      offset_end_ = j + 3;
    } else if (!universal) {
      return false;
    }
    if (hours > 14 || minutes > 59) return false;
    char text[32];
    std::snprintf(text, sizeof text, "%c%02d:%02d", minus ? '-' : '+', hours, minutes);
    date_.offset = text;
    return true;
  }

  /// A time in front of the date: "14:05, 17 May 2023", "10:00am, 20 Jan, 2020".
  void before() {
    std::size_t i = date_.first;
    for (int steps = 0; i > 0 && steps < 8; ++steps, --i) {
      if (!is_mark(i - 1, U':') || i < 2 || !is_number(i - 2) || !two_digits(i)) continue;
      const std::size_t first = date_.first;
      const std::size_t last = date_.last;
      if (!between_is_light(i + 1, first) || !read_clock(i - 2, false)) return;
      date_.last = last;
      return;
    }
  }

  bool between_is_light(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i) {
      if (tokens_[i].type == TokenType::kNumber) return false;
      if (is_word(i) && (tokens_[i].kinds & (kDateLink | kWeekday)) == 0 && text(i).size() > 4) return false;
    }
    return true;
  }

  std::string_view line_;
  const Tokens& tokens_;
  WrittenDate& date_;
  std::size_t offset_end_ = 0;
};

}  // namespace

void read_time(std::string_view line, const Tokens& tokens, WrittenDate& date) {
  TimeReader(line, tokens, date).read();
}

}  // namespace newswash::facts
