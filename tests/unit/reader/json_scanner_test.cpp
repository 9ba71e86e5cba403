// The grammar, with RapidJSON as a second opinion on damaged objects.
#include "reader/json_scanner.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <random>

namespace newswash {
namespace {

/// Numbers are not read, so that large ones are no fault.
bool rapidjson_says_object(const std::string& text) {
  if (text.find('\0') != std::string::npos) return false;  // ends the text for RapidJSON
  rapidjson::Document document;
  constexpr unsigned kFlags = rapidjson::kParseNumbersAsStringsFlag;
  document.Parse<kFlags>(text.data(), text.size());
  return !document.HasParseError() && document.IsObject();
}

TEST(JsonScanner, AgreesWithRapidJsonOnDamagedObjects) {
  const std::string sample =
      R"( {"id":-0.5e+3,"a":[true,null,[],{}],"text":"x\n\"y\" {[,]} \\", "b" : {"c":{"d":"\/"},"e":false} } )";
  const std::string bytes = "\"\\{}[],:0.-+eE1tn ua\n\x01";
  std::mt19937 random(20261121);
  std::size_t valid = 0;
  for (int i = 0; i < 40000; ++i) {
    std::string damaged = sample;
    for (std::size_t faults = 1 + random() % 2; faults > 0; --faults) {
      const std::size_t at = random() % damaged.size();
      const char byte = bytes[random() % bytes.size()];
      if (random() % 3 == 0)
        damaged.erase(at, 1);
      else if (random() % 2 == 0)
        damaged.insert(at, 1, byte);
      else
        damaged[at] = byte;
    }
    const bool ours = is_json_object(damaged);
    valid += ours;
    ASSERT_EQ(ours, rapidjson_says_object(damaged)) << damaged;
  }
  EXPECT_GT(valid, 2000U);
}

TEST(JsonScanner, Depth) {
  const auto nested = [](std::size_t depth) {
    return "{\"a\":" + std::string(depth - 1, '[') + std::string(depth - 1, ']') + '}';
  };
  EXPECT_TRUE(is_json_object(nested(kMaxJsonDepth)));
  EXPECT_FALSE(is_json_object(nested(kMaxJsonDepth + 1)));
  EXPECT_FALSE(is_json_object("{\"a\":" + std::string(1 << 20, '[')));
}

TEST(JsonScanner, Places) {
  JsonScanner scanner({JsonPath("b"), JsonPath("/a/1"), JsonPath("")});
  const std::string_view text = R"({"a":[1, "x"],"b":{"b":2},"c":0})";
  ASSERT_TRUE(scanner.scan(text));
  EXPECT_EQ(text.substr(scanner.place(0).begin, scanner.place(0).size()), R"({"b":2})");
  EXPECT_EQ(text.substr(scanner.place(1).begin, scanner.place(1).size()), R"("x")");
  EXPECT_EQ(scanner.place(2).times, 0U);
  EXPECT_EQ(scanner.keys(), (std::vector<std::string_view>{"a", "b", "c"}));
}

}  // namespace
}  // namespace newswash
