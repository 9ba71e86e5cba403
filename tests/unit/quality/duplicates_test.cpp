// Exact and near duplicates: what counts as the same, that the estimate is near the true similarity, which
// record is named, that order matters little and memory stays bounded.
#include "quality/duplicates.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "quality/scan.h"

namespace newswash::quality {
namespace {

using Kind = Repeated::Kind;

/// Words from 5000, so that runs of five are hardly ever shared by chance.
std::vector<std::string> random_words(std::size_t count, std::uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < count; ++i) words.push_back(std::to_string(random() % 5000) + "w");
  return words;
}

std::string join(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word + ' ';
  return text;
}

/// Every `step`-th word another one.
std::string edited(std::vector<std::string> words, std::size_t step) {
  for (std::size_t i = step / 2; i < words.size(); i += step) words[i] = std::to_string(i) + "other";
  return join(words);
}

std::set<std::string> shingles(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text + ' ') {
    if (c != ' ')
      word += c;
    else if (!word.empty())
      words.push_back(std::exchange(word, {}));
  }
  std::set<std::string> runs;
  for (std::size_t i = 0; i + kShingleWords <= words.size(); ++i)
    runs.insert(join({words.begin() + static_cast<std::ptrdiff_t>(i),
                      words.begin() + static_cast<std::ptrdiff_t>(i + kShingleWords)}));
  return runs;
}

double true_similarity(const std::string& a, const std::string& b) {
  const auto in_a = shingles(a), in_b = shingles(b);
  std::size_t both = 0;
  for (const auto& one : in_a) both += in_b.count(one);
  return static_cast<double>(both) / static_cast<double>(in_a.size() + in_b.size() - both);
}

TEST(Duplicates, OfTheSameWordsAreExact) {
  DuplicateIndex index;
  EXPECT_EQ(index.add(fingerprint("The café’s owner said: “It is over.”")).kind, Kind::none);
  EXPECT_EQ(index.add(fingerprint("Something else is here, not that.")).kind, Kind::none);
  const Repeated found = index.add(fingerprint("the cafe's owner\n\nsaid - \"It is OVER\""));
  EXPECT_EQ(found.kind, Kind::exact);
  EXPECT_EQ(found.record, 0U);
  EXPECT_EQ(found.similarity, 1);
}

TEST(Duplicates, OfAFewWordsOrNone) {
  DuplicateIndex index;
  EXPECT_EQ(index.add(fingerprint("")).kind, Kind::none);
  EXPECT_EQ(index.add(fingerprint("…")).kind, Kind::none);  // no word: no duplicate of the one before
  EXPECT_EQ(index.add(fingerprint("Too short")).kind, Kind::none);
  EXPECT_EQ(index.add(fingerprint("Too short!")).kind, Kind::exact);
  EXPECT_EQ(index.add(fingerprint("Short too")).kind, Kind::none);
  EXPECT_EQ(index.size(), 5U);
}

TEST(Duplicates, AreEstimatedNearTheTruth) {
  double worst = 0;
  double sum = 0;
  std::size_t pairs = 0;
  for (const std::size_t count : {100U, 400U, 2000U}) {
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
      const auto words = random_words(count, seed + 1);
      for (const std::size_t step : {10U, 25U, 60U}) {
        const std::string a = join(words), b = edited(words, step);
        const double error = similarity(fingerprint(a), fingerprint(b)) - true_similarity(a, b);
        worst = std::max(worst, std::abs(error));
        sum += error;
        ++pairs;
      }
    }
  }
  EXPECT_LT(worst, 0.2);
  EXPECT_LT(std::abs(sum / static_cast<double>(pairs)), 0.01);
}

TEST(Duplicates, NearOnesAreFound) {
  std::size_t found = 0;
  std::size_t wrong = 0;
  DuplicateIndex index;
  constexpr std::uint32_t kArticles = 200;
  for (std::uint32_t seed = 0; seed < kArticles; ++seed)
    wrong += index.add(fingerprint(join(random_words(300, seed)))).kind != Kind::none;
  for (std::uint32_t seed = 0; seed < kArticles; ++seed) {
    const Repeated repeated = index.add(fingerprint(edited(random_words(300, seed), 60)));  // similarity 0.85
    found += repeated.kind == Kind::near && repeated.record == seed;
  }
  EXPECT_EQ(wrong, 0U);
  EXPECT_GE(found, kArticles * 97 / 100);
}

TEST(Duplicates, AreTheSameSetInAnyOrder) {
  std::vector<std::string> texts;
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    texts.push_back(join(random_words(300, seed)));
    texts.push_back(edited(random_words(300, seed), 100));
  }
  const auto count = [&] {
    DuplicateIndex index;
    std::size_t repeated = 0;
    for (const std::string& text : texts) repeated += index.add(fingerprint(text)).kind != Kind::none;
    return repeated;
  };
  const std::size_t first = count();
  EXPECT_GE(first, 48U);
  for (std::uint32_t round = 0; round < 5; ++round) {
    std::shuffle(texts.begin(), texts.end(), std::mt19937(round));
    EXPECT_EQ(count(), first);
  }
}

TEST(Duplicates, TakeBoundedMemory) {
  DuplicateIndex index;
  constexpr std::uint32_t kArticles = 20000;
  std::mt19937_64 random(7);
  for (std::uint32_t i = 0; i < kArticles; ++i) {
    Fingerprint print;
    print.high = random();
    print.low = random();
    print.words = 100;
    for (auto& minimum : print.minima) minimum = static_cast<std::uint32_t>(random());
    EXPECT_EQ(index.add(print).kind, Kind::none);
  }
  EXPECT_LT(index.bytes_of(), std::size_t{700} * kArticles);
}

TEST(Fingerprints, AreTheSameFromAScan) {
  Scan scan;
  for (const std::string text :
       {"", "\n\n", "The café’s owner said: “It is over.”\n\n  U.S.-based R&D, 3,000 o'clock \r\nx",
        "日本語のテキスト。Ünïcode e\u0301 wor\u00ADd\u200B s\u00A0p \u2028 line\t tab's ' end' \n'"}) {
    Fingerprint print;
    scan_text(text, scan, print);
    const Fingerprint alone = fingerprint(text);
    EXPECT_EQ(print.words, alone.words) << text;
    EXPECT_TRUE(print.high == alone.high && print.low == alone.low && print.minima == alone.minima) << text;
  }
}

}  // namespace
}  // namespace newswash::quality
