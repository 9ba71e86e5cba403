// Gopher's quality rules. Mine: the arithmetic of each implementation. The stop words are looked up among the
// text's distinct words, so that no word is compared with a list. Not mine: its repetition rules
// (metrics_repetition.cpp).
#include <algorithm>
#include <iterator>

#include "quality/function_words.h"
#include "quality/token_hash.h"
#include "quality/values.h"

namespace newswash::quality {
namespace {

constexpr std::string_view kStopWords[] = {"the", "be", "to", "of", "and", "that", "have", "with"};

/// A stop word as it is written at the start of a sentence and in capitals.
struct Spellings {
  std::uint64_t token, lower, title, upper;
};

std::array<Spellings, std::size(kStopWords)> spell_stop_words() {
  std::array<Spellings, std::size(kStopWords)> all{};
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::string title(kStopWords[i]), upper(kStopWords[i]);
    for (char& c : upper) c = static_cast<char>(c & ~0x20);
    title[0] = upper[0];
    all[i] = {hash_token(kStopWords[i]), hash_word(kStopWords[i]), hash_word(title), hash_word(upper)};
  }
  return all;
}

double occurrences(const NumberTable& numbers, const std::vector<std::uint32_t>& counts, std::uint64_t hash) {
  const std::int64_t number = numbers.find(hash);
  return number < 0 ? 0 : counts[static_cast<std::size_t>(number)];
}

void count_stop_words(const Evidence& evidence, std::string_view language, Values& values) {
  static const auto kSpellings = spell_stop_words();
  for (const Spellings& word : kSpellings) {
    const auto of_words = [&](std::uint64_t hash) {
      return occurrences(evidence.word_numbers, evidence.word_counts, hash);
    };
    const double lower = of_words(word.lower);
    values[MetricId::gopher_stop_words_datatrove] += evidence.token_numbers.find(word.token) >= 0;
    values[MetricId::gopher_stop_words_dolma] += lower;
    values[MetricId::gopher_stop_words_dclm] += lower + of_words(word.title) + of_words(word.upper);
  }
  constexpr std::size_t kMostFrequent = 16;
  double found = 0;
  const std::span<const FunctionWord> list = function_words(language);
  for (const FunctionWord& word : list.first(std::min(kMostFrequent, list.size())))
    found += evidence.token_numbers.find(word.lower) >= 0 || evidence.token_numbers.find(word.title) >= 0;
  values[MetricId::gopher_stop_words_newswash] = list.empty() ? ratio(0, 0) : found;
}

double median_length(Evidence& evidence) {
  constexpr std::size_t kLongest = 255;  // longer ones count as this
  evidence.lengths.assign(kLongest + 1, 0);
  for (const Token& word : evidence.scan.words)
    ++evidence.lengths[std::min<std::size_t>(word.chars, kLongest)];
  const std::size_t words = evidence.scan.words.size();
  if (words == 0) return ratio(0, 0);
  const auto length_at = [&](std::size_t place) {
    std::size_t seen = 0, length = 0;
    while ((seen += evidence.lengths[length]) <= place) ++length;
    return static_cast<double>(length);
  };
  return (length_at((words - 1) / 2) + length_at(words / 2)) / 2;
}

std::size_t count_places(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + what.size())) ++found;
  return found;
}

void count_symbols(const Evidence& evidence, Values& values) {
  const Scan& scan = evidence.scan;
  double with_symbol = 0, tokens_alpha = 0, words_alpha = 0;
  for (const Token& word : scan.words) {
    with_symbol += (word.flags & kSymbol) != 0;
    words_alpha += (word.flags & kHasLetter) != 0;
  }
  for (const Token& token : scan.tokens) tokens_alpha += (token.flags & kHasLetter) != 0;
  const double spaced =
      scan.text.find(". .") == scan.text.npos ? 0.0 : static_cast<double>(count_places(scan.text, ". . ."));
  const double tokens = evidence.token_count(), words = evidence.word_count();
  const double marks = scan.dots3 + scan.ellipses;
  values[MetricId::gopher_hash_datatrove] = ratio(scan.hashes, tokens);
  values[MetricId::gopher_ellipsis_datatrove] = ratio(marks, tokens);
  values[MetricId::gopher_symbols_dolma] = ratio(with_symbol, words);
  values[MetricId::gopher_symbols_dclm] = ratio(scan.hashes + marks + spaced, words);
  values[MetricId::gopher_alpha_datatrove] = ratio(tokens_alpha, tokens);
  values[MetricId::gopher_alpha_dolma] = ratio(words_alpha, words);
}

/// How a line that is no blank one begins and ends.
void count_line_edges(const Scan& scan, const Line& line, Values& values) {
  const std::string_view text = scan.text_of(line);
  const bool indented = line.begin > 0 && scan.text[line.begin - 1] != '\n';
  const bool trailed = line.end < scan.text.size() && scan.text[line.end] != '\n';
  const bool dot = text.starts_with("\u2022"), disc = text.starts_with("\u25CF");
  const bool dash = text.starts_with('-'), star = text.starts_with('*');
  const bool dots3 = text.ends_with("..."), ellipsis = text.ends_with("\u2026");
  const bool unindented = (dash || star) && !indented;
  values[MetricId::gopher_bullets_datatrove] += dot || dash;
  values[MetricId::gopher_bullets_dolma_v1] += unindented;
  values[MetricId::gopher_bullets_dolma_v2] += unindented;
  values[MetricId::gopher_bullets_dclm] += dot || disc || star || dash;
  values[MetricId::gopher_ellipsis_lines_datatrove] += dots3 || ellipsis;
  values[MetricId::gopher_ellipsis_lines_dolma] += ellipsis && !trailed;
  values[MetricId::gopher_ellipsis_lines_dclm] += dots3 || ellipsis || text.ends_with(". . .");
}

}  // namespace

void compute_gopher_quality(Evidence& evidence, std::string_view language, Values& values) {
  values[MetricId::gopher_words_datatrove] = evidence.plain_count();
  values[MetricId::gopher_words_dolma] = evidence.word_count();
  values[MetricId::gopher_mean_word_length_datatrove] = ratio(evidence.plain.chars(), evidence.plain_count());
  values[MetricId::gopher_median_word_length_dolma] = median_length(evidence);
  values[MetricId::gopher_mean_word_length_dclm] = ratio(evidence.word_chars(), evidence.word_count());
  count_symbols(evidence, values);
  count_stop_words(evidence, language, values);
}

void compute_gopher_lines(Evidence& evidence, Values& values) {
  for (const Line& line : evidence.scan.lines) count_line_edges(evidence.scan, line, values);
  const double lines = evidence.line_count(), all = evidence.all_lines();
  const auto share = [&](MetricId id, double whole) { values[id] = ratio(values[id], whole); };
  share(MetricId::gopher_bullets_datatrove, evidence.split_lines());
  share(MetricId::gopher_bullets_dolma_v1, all);
  share(MetricId::gopher_bullets_dolma_v2, lines);
  share(MetricId::gopher_bullets_dclm, lines);
  share(MetricId::gopher_ellipsis_lines_datatrove, evidence.split_lines());
  share(MetricId::gopher_ellipsis_lines_dolma, all);
  share(MetricId::gopher_ellipsis_lines_dclm, lines);
}

}  // namespace newswash::quality
