// Our own metrics: how much of a text is prose, and whether its words are those of a language. Mine: the
// numbers. Not mine: their thresholds (data/profiles/news.toml).
#include <algorithm>

#include "quality/function_words.h"
#include "quality/line_ends.h"
#include "quality/values.h"

namespace newswash::quality {
namespace {

/// Words of a line or text as a newsroom counts them: two Han or kana characters are one.
double half_ideographs(double plain, double ideographs) {
  return plain - ideographs / 2;
}

struct Words {
  std::uint32_t all = 0, ideographs = 0, capitalised = 0;
  double counted() const { return half_ideographs(all, ideographs); }
};

Words count_words(const Scan& scan, std::uint32_t begin, std::uint32_t end) {
  Words words;
  for (std::uint32_t i = begin; i < end; ++i) {
    const std::uint32_t flags = scan.tokens[i].flags;
    words.all += flags / kIsWord & 1U;
    words.ideographs += flags / kIdeograph & 1U;
    words.capitalised += flags / kCapitalised & 1U;
  }
  return words;
}

/// How long a menu the text holds: lines of a few words that end no sentence, one after the other. Each adds
/// one, a longer line takes a few away again, so that a teaser between two menus does not part them.
class Menu {
 public:
  void take(double words, std::uint32_t chars, bool ends) {
    constexpr double kMenuWords = 8;
    constexpr std::uint32_t kMenuChars = 60;
    constexpr double kOther = 3, kSentence = 5;
    if (!ends && words < kMenuWords && chars < kMenuChars) {
      ++lines_;
      ++run_;
    } else {
      run_ = std::max(0.0, run_ - (ends ? kSentence : kOther));
    }
    longest_ = std::max(longest_, run_);
  }
  double longest() const { return longest_; }
  double lines() const { return lines_; }

 private:
  double run_ = 0, longest_ = 0, lines_ = 0;
};

constexpr double kLeastMenuLines = 26;  // below, a poem, a recipe or a score table has as many

void count_prose(const Evidence& evidence, Values& values) {
  constexpr double kProseWords = 10;
  const Scan& scan = evidence.scan;
  Words all;
  double prose = 0, sentence_words = 0;
  Menu menu;
  for (const Line& line : scan.lines) {
    const Words words = count_words(scan, line.first_token, line.end_token);
    const std::string_view text = scan.text_of(line);
    const bool ends = ends_sentence(text);
    const bool is_prose = ends && words.counted() >= kProseWords;
    all.all += words.all;
    all.ideographs += words.ideographs;
    all.capitalised += words.capitalised;
    prose += is_prose ? words.counted() : 0;
    sentence_words += ends ? words.counted() : 0;
    menu.take(words.counted(), line.trimmed_chars, ends || text.ends_with(':') || text.ends_with(';'));
  }
  values[MetricId::news_words] = all.counted();
  values[MetricId::news_prose] = ratio(prose, all.counted());
  values[MetricId::news_sentence_words] = ratio(sentence_words, all.counted());
  values[MetricId::news_menu] = menu.longest();
  values[MetricId::news_menu_share] =
      ratio(menu.lines(), menu.lines() < kLeastMenuLines ? 0 : evidence.line_count());
  values[MetricId::news_words_per_line] = ratio(all.counted(), evidence.line_count());
  values[MetricId::news_capitalised] = ratio(all.capitalised, all.all);
}

}  // namespace

void compute_function_words(const Evidence& evidence, std::string_view language, Values& values) {
  const bool known = !function_words(language).empty();
  const FunctionWordSet& set = function_word_set(language);
  double found = 0, words = 0;
  for (const Token& token : evidence.scan.tokens) {
    found += set.has(token.hash);
    words += (token.flags & kIsWord) != 0;
  }
  values[MetricId::news_function_words] = ratio(found, known ? words : 0);
}

void compute_news(const Evidence& evidence, Values& values) {
  double letters = 0, digits = 0;
  for (const Line& line : evidence.scan.lines) letters += line.letters, digits += line.digits;
  values[MetricId::news_digits] = ratio(digits, letters + digits);
  values[MetricId::news_letters] = ratio(letters, evidence.word_chars());
  count_prose(evidence, values);
}

}  // namespace newswash::quality
