// Names of records by their numbers: with ids and without, across sources, with records left out.
#include "cli/record_names.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace newswash {
namespace {

TEST(RecordNames, NamesEachRecordAsItWasAdded) {
  RecordNames names;
  std::vector<std::string> expected;
  const auto add = [&](const std::string& source, std::uint64_t record, const std::string& id) {
    names.add(source, record, id);
    expected.push_back(source + ", record " + std::to_string(record) + (id.empty() ? "" : " (" + id + ")"));
  };
  for (std::uint64_t i = 1; i <= 100; ++i) add("a.jsonl", i, i % 3 == 0 ? "" : "id" + std::to_string(i));
  add("a.jsonl", 105, std::string(300, 'x'));  // four were rejected
  add("a.jsonl", 106, std::string(20000, 'y'));
  add("b.txt", 1, "");
  add("a.jsonl", 107, "back");
  ASSERT_EQ(names.size(), expected.size());
  for (std::uint32_t i = 0; i < expected.size(); ++i) EXPECT_EQ(names.name(i), expected[i]) << i;
}

}  // namespace
}  // namespace newswash
