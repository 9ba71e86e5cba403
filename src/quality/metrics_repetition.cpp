// Gopher's repetition rules. Mine: the arithmetic of each implementation. Not mine: finding what is repeated
// (repeated_lines.h, ngrams.h).
#include "quality/values.h"

namespace newswash::quality {
namespace {

/// The metrics of one n stand side by side in the list: datatrove's, dolma's, dclm's.
MetricId metric_of(std::size_t n, std::size_t variant) {
  const auto first = n <= 4 ? MetricId::gopher_top_2gram_datatrove : MetricId::gopher_dup_5gram_datatrove;
  const std::size_t row = n <= 4 ? n - 2 : n - 5;
  return static_cast<MetricId>(static_cast<std::size_t>(first) + row * 3 + variant);
}

constexpr std::size_t kLongestTop = 4;

template <typename Take>
void for_each_n(NgramFinder& finder, const Stream& stream, std::span<const std::uint32_t> counts, Take take) {
  finder.start(stream, counts);
  for (std::size_t n = 2; n <= kLongestNgram; ++n) {
    if (n > 2) finder.next();
    take(n);
  }
}

void count_datatrove(Evidence& evidence, Values& values) {
  const Stream& stream = evidence.tokens;
  for_each_n(evidence.ngrams, stream, evidence.token_counts, [&](std::size_t n) {
    Repeats& repeats = evidence.ngrams.repeats();
    const double chars = n <= kLongestTop ? top_ngram_chars(stream, repeats, n, false, true)
                                          : greedy_repeat_chars(stream, repeats, n);
    values[metric_of(n, 0)] = ratio(chars, evidence.scan.chars);
  });
}

void count_dolma(Evidence& evidence, Values& values) {
  const Stream& stream = evidence.words;
  for_each_n(evidence.ngrams, stream, evidence.word_counts, [&](std::size_t n) {
    const Repeats& repeats = evidence.ngrams.repeats();
    const bool top = n <= kLongestTop;
    const double chars =
        top ? top_ngram_chars(stream, repeats, n, false, false) : all_occurrence_chars(stream, repeats, n);
    const double whole = top ? stream.chars() : all_ngram_chars(stream, n);
    values[metric_of(n, 1)] = chars > 0 ? ratio(chars, whole) : 0.0;
  });
}

void count_dclm(Evidence& evidence, Values& values) {
  const Stream& stream = evidence.plain;
  for_each_n(evidence.ngrams, stream, evidence.token_counts, [&](std::size_t n) {
    const Repeats& repeats = evidence.ngrams.repeats();
    const double chars = n <= kLongestTop ? top_ngram_chars(stream, repeats, n, true, false)
                                          : covered_chars(stream, repeats, n);
    values[metric_of(n, 2)] = ratio(chars, stream.chars());
  });
}

void count_lines(const Evidence& evidence, Values& values) {
  const RepeatCount& lines = evidence.repeated.lines();
  const double blank = evidence.all_lines() - evidence.line_count();
  const double copies = lines.copies + (blank > 1 ? blank : 0);
  values[MetricId::gopher_dup_lines_datatrove] = ratio(lines.later, lines.all);
  values[MetricId::gopher_dup_lines_dolma_v1] = ratio(copies, evidence.all_lines());
  values[MetricId::gopher_dup_lines_dclm] = ratio(lines.copies, lines.all);
  values[MetricId::gopher_dup_line_chars_datatrove] = ratio(lines.later_chars, evidence.scan.chars);
  values[MetricId::gopher_dup_line_chars_dolma] = ratio(lines.copies_chars, evidence.word_chars());
  values[MetricId::gopher_dup_line_chars_dclm] = ratio(lines.copies_chars, lines.all_chars);
}

void count_paragraphs(const Evidence& evidence, Values& values) {
  const RepeatCount& found = evidence.repeated.paragraphs();
  values[MetricId::gopher_dup_paragraphs_datatrove] = ratio(found.later, found.all);
  values[MetricId::gopher_dup_paragraphs_dclm] = ratio(found.copies, found.all);
  values[MetricId::gopher_dup_paragraph_chars_datatrove] = ratio(found.later_chars, evidence.scan.chars);
  values[MetricId::gopher_dup_paragraph_chars_dclm] = ratio(found.copies_chars, found.all_chars);
}

}  // namespace

void compute_gopher_repetition(Evidence& evidence, std::uint16_t families, Values& values) {
  count_lines(evidence, values);
  count_paragraphs(evidence, values);
  if ((families & kNgramsDatatrove) != 0) count_datatrove(evidence, values);
  if ((families & kNgramsDolma) != 0) count_dolma(evidence, values);
  if ((families & kNgramsDclm) != 0)
    count_dclm(evidence, values);
  else if ((families & kRuns10Dclm) != 0)
    values[MetricId::gopher_dup_10gram_dclm] = evidence.runs.share(evidence.scan);
}

}  // namespace newswash::quality
