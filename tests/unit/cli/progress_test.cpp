// Progress: what the line says and how often it comes.
#include "cli/progress.h"

#include <gtest/gtest.h>

namespace newswash {
namespace {

using namespace std::chrono_literals;

TEST(Progress, WhatTheLineSays) {
  EXPECT_EQ(progress_line({0, 0, {}}, 0s), "0 articles, 0.0 MB/s");
  EXPECT_EQ(progress_line({1, 5'000'000, {}}, 2s), "1 article, 2.5 MB/s");
  EXPECT_EQ(progress_line({1'234'567, 25'000'000, 100'000'000}, 10s),
            "1,234,567 articles, 2.5 MB/s, 25%, 0:30 left");
  EXPECT_EQ(progress_line({999, 1'000'000, 10'000'000'000}, 1s), "999 articles, 1.0 MB/s, 0%, 2:46:39 left");
  EXPECT_EQ(progress_line({9, 20, 10}, 1s), "9 articles, 0.0 MB/s, 100%, 0:00 left");
}

TEST(Progress, AtMostFiveTimesASecond) {
  const auto start = Progress::Clock::now();
  Progress progress(Progress::Mode::redraw, start);
  int drawn = 0;
  for (auto passed = 0ms; passed <= 1000ms; passed += 1ms)
    drawn += progress.update({1, 1, {}}, start + passed).empty() ? 0 : 1;
  EXPECT_EQ(drawn, 5);
  EXPECT_TRUE(progress.update({1, 1, {}}, start + 2s).starts_with("\r\x1b[K1 article"));
}

TEST(Progress, LinesWhereThereIsNoTerminal) {
  const auto start = Progress::Clock::now();
  Progress progress(Progress::Mode::lines, start);
  EXPECT_EQ(progress.update({1, 1, {}}, start + 4s), "");
  EXPECT_EQ(progress.update({2, 10'000'000, {}}, start + 5s), "newswash: 2 articles, 2.0 MB/s\n");
  EXPECT_EQ(progress.update({3, 1, {}}, start + 9s), "");
}

TEST(Progress, OffIsOff) {
  const auto start = Progress::Clock::now();
  Progress progress(Progress::Mode::off, start);
  EXPECT_EQ(progress.update({1, 1, {}}, start + 1h), "");
}

}  // namespace
}  // namespace newswash
