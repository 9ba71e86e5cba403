// Repeated n-grams: the fast way, n from n - 1, gives what the slow obvious one gives, on random texts of few
// words, where much is repeated.
#include "quality/ngrams.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <vector>

namespace newswash::quality {
namespace {

using Ngram = std::vector<std::uint32_t>;

struct Slow {
  double top = 0, longest = 0, greedy = 0, all = 0, covered = 0;
};

Ngram ngram_at(const Stream& stream, std::size_t at, std::size_t n) {
  const auto begin = stream.ids.begin() + static_cast<std::ptrdiff_t>(at);
  return {begin, begin + static_cast<std::ptrdiff_t>(n)};
}

double greedy(const Stream& stream, std::size_t n) {
  std::set<Ngram> seen;
  double chars = 0;
  for (std::size_t i = 0; i + n <= stream.size();) {
    const bool again = !seen.insert(ngram_at(stream, i, n)).second;
    if (again) chars += stream.chars(i, n);
    i += again ? n : 1;
  }
  return chars;
}

Slow count_slowly(const Stream& stream, std::size_t n) {
  std::map<Ngram, std::vector<std::size_t>> places;
  for (std::size_t i = 0; i + n <= stream.size(); ++i) places[ngram_at(stream, i, n)].push_back(i);
  Slow slow{.greedy = greedy(stream, n)};
  std::size_t most = 0, first = 0;
  for (const auto& [ngram, at] : places) {
    const bool more = at.size() > most || (at.size() == most && at[0] < first);
    if (more) most = at.size(), first = at[0];
  }
  slow.top = most == 0 ? 0 : stream.chars(first, n) * static_cast<double>(most);
  std::set<std::size_t> covered;
  for (const auto& [ngram, at] : places) {
    if (at.size() < 2) continue;
    if (at.size() == most)
      slow.longest = std::max(slow.longest, stream.chars(at[0], n) * static_cast<double>(most));
    slow.all += stream.chars(at[0], n) * static_cast<double>(at.size());
    for (const std::size_t place : at) {
      for (std::size_t i = place; i < place + n; ++i) covered.insert(i);
    }
  }
  for (const std::size_t i : covered) slow.covered += stream.chars(i, 1);
  return slow;
}

void compare(const Stream& stream, const std::vector<std::uint32_t>& counts) {
  NgramFinder finder;
  finder.start(stream, counts);
  for (std::size_t n = 2; n <= kLongestNgram; ++n) {
    if (n > 2) finder.next();
    const Slow slow = count_slowly(stream, n);
    Repeats& repeats = finder.repeats();
    EXPECT_EQ(top_ngram_chars(stream, repeats, n, false, false), slow.top) << n;
    EXPECT_EQ(top_ngram_chars(stream, repeats, n, true, false), slow.longest) << n;
    EXPECT_EQ(greedy_repeat_chars(stream, repeats, n), slow.greedy) << n;
    EXPECT_EQ(all_occurrence_chars(stream, repeats, n), slow.all) << n;
    EXPECT_EQ(covered_chars(stream, repeats, n), slow.covered) << n;
  }
}

TEST(Ngrams, AreThoseOfTheSlowWay) {
  std::mt19937 random(11);
  for (std::uint32_t vocabulary : {1U, 2U, 3U, 8U, 40U}) {
    for (const std::size_t length : {0U, 1U, 4U, 9U, 10U, 30U, 120U}) {
      for (int round = 0; round < 10; ++round) {
        Stream stream;
        stream.clear();
        std::vector<std::uint32_t> counts;
        std::map<std::uint32_t, std::uint32_t> numbers;
        for (std::size_t i = 0; i < length; ++i) {
          const auto word = static_cast<std::uint32_t>(random() % vocabulary);
          const auto number = numbers.emplace(word, static_cast<std::uint32_t>(numbers.size())).first->second;
          if (number == counts.size()) counts.push_back(0);
          ++counts[number];
          stream.push(number, word % 7 + 1);
        }
        compare(stream, counts);
      }
    }
  }
}

}  // namespace
}  // namespace newswash::quality
