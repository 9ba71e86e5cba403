// FineWeb's metrics. Mine: the arithmetic of datatrove's first and present filter, and of the paper where it
// is another one. The present filter's 159 end marks are Unicode's sentence terminals in ours.
#include "quality/line_ends.h"
#include "quality/values.h"

namespace newswash::quality {

void compute_fineweb(const Evidence& evidence, Values& values) {
  constexpr std::uint32_t kShortLine = 30;
  const Scan& scan = evidence.scan;
  double ends_v1 = 0, ends = 0, is_short = 0;
  for (const Line& line : scan.lines) {
    const bool trailed = line.end < scan.text.size() && scan.text[line.end] != '\n';
    const char32_t last = trailed ? U' ' : last_code_point(scan.text_of(line));
    ends_v1 += last == '.' || last == '\'' || last == '"' || last == '!' || last == '?';
    ends += is_sentence_terminal(last);
    is_short += line.chars <= kShortLine;
  }
  const double lines = evidence.line_count(), all = evidence.all_lines();
  const double chars = scan.chars - scan.line_feeds;
  const RepeatCount& repeated = evidence.repeated.lines();
  values[MetricId::fineweb_line_punct_v1] = ratio(ends_v1, all);
  values[MetricId::fineweb_line_punct_datatrove] = ratio(ends, lines);
  values[MetricId::fineweb_short_lines_v1] = ratio(is_short + all - lines, all);
  values[MetricId::fineweb_short_lines_datatrove] = ratio(is_short, lines);
  values[MetricId::fineweb_char_dup_datatrove] = ratio(repeated.later_chars, chars);
  values[MetricId::fineweb_char_dup_paper] = ratio(repeated.copies_chars, chars);
  values[MetricId::fineweb_list_datatrove] = ratio(scan.line_feeds, evidence.token_count());
}

}  // namespace newswash::quality
