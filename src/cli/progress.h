// The line on standard error that shows how far a run is. Mine: what it says, how often it is drawn, that it
// is gone when anything else is said. Not mine: counting (summary.h).
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace newswash {

/// How far a run is.
struct RunState {
  std::uint64_t articles = 0;
  std::uint64_t bytes = 0;             // of the input, as `total` counts them
  std::optional<std::uint64_t> total;  // where it is known
};

/// "12,345 articles, 56.7 MB/s, 38%, 1:23 left"; without a total only the first two.
std::string progress_line(const RunState& state, std::chrono::duration<double> elapsed);

/// Draws at most five times a second on a terminal. Standard error that is no terminal gets whole lines, one
/// in five seconds, and those only where progress was asked for.
class Progress {
 public:
  using Clock = std::chrono::steady_clock;
  enum class Mode : std::uint8_t { off, redraw, lines };

  /// `forced`: --progress. Off where standard error is no terminal and nobody asked.
  static Mode mode_for(bool forced);

  explicit Progress(Mode mode, Clock::time_point start = Clock::now()) : mode_(mode), start_(start) {}
  ~Progress() { finish(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Cheap enough for every article: it looks at the clock and mostly leaves. From one thread at a time.
  void update(const RunState& state) {
    if (mode_ != Mode::off) update(state, Clock::now());
  }

  /// What was drawn in this call; empty mostly.
  std::string_view update(const RunState& state, Clock::time_point now);

  /// Takes the line away.
  void finish();

 private:
  Mode mode_;
  Clock::time_point start_;
  Clock::time_point drawn_{};
  bool any_ = false;
  std::string line_;
};

/// Takes a drawn line away before something else is said; any thread may.
void clear_progress_line();

}  // namespace newswash
