// The summary's counts and their JSON.
#include "cli/summary.h"

#include <gtest/gtest.h>
#include <newswash/version.h>

namespace newswash {
namespace {

Article article_with(Verdict verdict, std::uint32_t shares, std::uint32_t repairs) {
  Article article;
  article.verdict = verdict;
  article.warnings.resize(1);
  article.removed_counts[static_cast<std::size_t>(Category::share)] = shares;
  article.repair_counts[static_cast<std::size_t>(Fix::spaces)] = repairs;
  return article;
}

TEST(Summary, CountsOfThreadsMerge) {
  RunCounts one, two, both;
  const Article article = article_with(Verdict::article, 2, 3);
  const Article stub = article_with(Verdict::stub, 1, 0);
  one.add(article, 4);
  two.add(stub);
  two.add_reject(ErrorCode::bad_record);
  both.add(article, 4);
  both.add(stub);
  both.add_reject(ErrorCode::bad_record);
  one.merge(two);
  EXPECT_EQ(one.articles(), 2U);
  EXPECT_EQ(one.rejects(), 1U);
  EXPECT_EQ(summary_json(one, {}), summary_json(both, {}));
}

TEST(Summary, Json) {
  RunCounts counts;
  counts.add(article_with(Verdict::article, 2, 3), 4);
  counts.add(article_with(Verdict::empty, 0, 0));
  counts.add_reject(ErrorCode::bad_record);
  counts.add_reject(ErrorCode::not_text);
  counts.add_reject(ErrorCode::bad_record);
  std::string expected = R"({
  "articles": 2,
  "verdicts": {
    "article": 1,
    "empty": 1
  },
  "removedLines": {
    "share": 2
  },
  "repairs": {
    "encoding": 4,
    "spaces": 3
  },
  "warnings": 2,
  "rejects": {
    "not-text": 1,
    "bad-record": 2
  },
  "inputs": 3,
  "bytesIn": 4,
  "bytesOut": 5,
  "seconds": 1.500,
  "newswash": {
    "version": "VERSION",
    "rules": "RULES"
  }
}
)";
  expected.replace(expected.find("VERSION"), 7, version());
  expected.replace(expected.find("RULES"), 5, rules_version());
  EXPECT_EQ(summary_json(counts, {3, 4, 5, 1.5}), expected);
}

}  // namespace
}  // namespace newswash
