// Mine: find_foreign_paragraphs() of places.h. A paragraph with enough of the article's own function words is
// not looked at twice; the language identifier (reader/language) judges the rest.
#include "quality/function_words.h"
#include "quality/places.h"
#include "reader/language/language.h"

namespace newswash::quality {
namespace {

constexpr std::uint32_t kLeastTokens = 30;
constexpr std::uint32_t kOwnShare = 6;  // one word in six is a function word of its language: it is in it

/// Names in Japanese are written in Chinese characters: a list of them is no Chinese.
bool may_be_names(std::string_view language, std::string_view other) {
  return language == "ja" && other == "zh";
}

bool speaks(const Scan& scan, const Line& line, const FunctionWordSet& own) {
  const std::uint32_t needed = (line.end_token - line.first_token) / kOwnShare;
  std::uint32_t seen = 0;
  for (std::uint32_t i = line.first_token; i < line.end_token; ++i) {
    seen += own.has(scan.tokens[i].hash);
    if (seen > needed) return true;
  }
  return false;
}

}  // namespace

void find_foreign_paragraphs(const Scan& scan, std::string_view language,
                             std::vector<ForeignParagraph>& found) {
  found.clear();
  if (language.empty()) return;
  const FunctionWordSet& own = function_word_set(language);
  for (const Line& line : scan.lines) {
    if (line.end_token - line.first_token < kLeastTokens || speaks(scan, line, own)) continue;
    const std::string_view text = scan.text_of(line);
    const std::string_view other = find_language({&text, 1});
    if (!other.empty() && other != language && !may_be_names(language, other))
      found.push_back({{line.begin, line.end}, other});
  }
}

}  // namespace newswash::quality
