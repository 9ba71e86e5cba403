// One write a drawing, so that lines of other threads do not fall in between.
#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <string_view>

namespace newswash {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kClear = "\r\x1b[K";
std::atomic<bool> line_is_drawn = false;

void put(std::string_view bytes) {
  (void)!::write(STDERR_FILENO, bytes.data(), bytes.size());  // a line that can't be shown is no error
}

std::string with_commas(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

std::string clock_of(std::uint64_t seconds) {
  if (seconds < 3600) return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
  return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace

std::string progress_line(const RunState& state, std::chrono::duration<double> elapsed) {
  const double seconds = elapsed.count();
  const auto bytes = static_cast<double>(state.bytes);
  std::string line = fmt::format("{} article{}, {:.1f} MB/s", with_commas(state.articles),
                                 state.articles == 1 ? "" : "s", seconds > 0 ? bytes / seconds / 1e6 : 0);
  if (!state.total || *state.total == 0) return line;
  const double share = std::min(bytes / static_cast<double>(*state.total), 1.0);
  line += fmt::format(", {:.0f}%", share * 100);
  if (share > 0)
    line += fmt::format(", {} left", clock_of(static_cast<std::uint64_t>(seconds / share * (1 - share))));
  return line;
}

Progress::Mode Progress::mode_for(bool forced) {
  if (isatty(STDERR_FILENO) != 0) return Mode::redraw;
  return forced ? Mode::lines : Mode::off;
}

std::string_view Progress::update(const RunState& state, Clock::time_point now) {
  const auto interval = mode_ == Mode::redraw ? Clock::duration(200ms) : Clock::duration(5s);
  const auto since = now - (any_ ? drawn_ : start_);
  if (mode_ == Mode::off || since < interval) return {};
  any_ = true;
  drawn_ = now;
  line_ = mode_ == Mode::redraw ? std::string(kClear) : std::string("newswash: ");
  line_ += progress_line(state, now - start_);
  if (mode_ == Mode::lines) line_ += '\n';
  line_is_drawn = mode_ == Mode::redraw;
  put(line_);
  return line_;
}

void Progress::finish() {
  if (mode_ == Mode::redraw) clear_progress_line();
}

void clear_progress_line() {
  if (line_is_drawn.exchange(false)) put(kClear);
}

}  // namespace newswash
