// C4's metrics. Mine: end marks as each implementation lists them, and which lines survive their rules. The
// list of bad words and the language score are left out: the first is no list of ours, the second another
// program's number.
#include <algorithm>

#include "quality/line_ends.h"
#include "quality/phrases.h"
#include "quality/values.h"

namespace newswash::quality {
namespace {

constexpr Phrase kJavascript{"javascript", 0};
constexpr Phrase kLoremIpsum{"lorem ipsum", 7};
constexpr Phrase kPolicies[] = {{"terms of use", 7}, {"privacy policy", 3}, {"cookie policy", 3},
                                {"uses cookies", 8}, {"use of cookies", 5}, {"use cookies", 7}};
constexpr Phrase kInPolicies[] = {{"terms of use", 7}, {"policy", 5}, {"cookies", 3}};  // one is in each
constexpr std::uint32_t kLongestWord = 1000;  // characters; a longer one drops its line
constexpr std::uint32_t kLongLine = 200;      // characters, of mC4

/// A line as the rules see it: without citations, which changes its words.
struct C4Line {
  std::string_view text;
  std::uint32_t words = 0;         // after the citations are gone
  std::uint32_t words_before = 0;  // before
  bool long_word = false;
};

struct LineMarks {
  bool tfds, datatrove, newswash;
};

/// How many bytes a citation at the start of `text` has: [12], [edit], [citation needed]; 0 where there is
/// none.
std::size_t citation_length(std::string_view text) {
  for (const std::string_view label : {"[edit]", "[citation needed]"}) {
    if (text.starts_with(label)) return label.size();
  }
  const std::size_t close = text.find_first_not_of("0123456789", 1);
  return close != text.npos && text[close] == ']' ? close + 1 : 0;
}

std::uint32_t count_words(std::string_view text) {
  std::uint32_t words = 0;
  bool in_word = false;
  for (const char c : text) {
    words += c != ' ' && !in_word;
    in_word = c != ' ';
  }
  return words;
}

C4Line without_citations(std::string_view text, std::uint32_t words, std::string& buffer) {
  C4Line line{text, words, words, false};
  if (text.find('[') == text.npos) return line;
  buffer.clear();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = text[at] == '[' ? citation_length(text.substr(at)) : 0;
    if (length == 0) buffer += text[at];
    at += std::max<std::size_t>(length, 1);
  }
  if (buffer.size() == text.size()) return line;
  buffer.erase(buffer.find_last_not_of(' ') + 1);
  line.text = buffer;
  line.words = count_words(buffer);
  return line;
}

bool one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != set.npos;
}

/// Counts the line's end mark in every variant; says of three whether it is accepted. The other three don't
/// take citations away and look at the line as it is.
LineMarks count_end_marks(const C4Line& line, std::string_view whole, Values& values) {
  const char32_t last = last_code_point(line.text);
  const char32_t last_of_all = last_code_point(whole);
  const bool dots = line.text.ends_with("...");
  const LineMarks marks{one_of(last, U".?!\"") && !dots, one_of(last, U".?!\"'") && !dots,
                        ends_sentence(line.text)};
  values[MetricId::c4_terminal_tfds] += marks.tfds;
  values[MetricId::c4_terminal_datatrove] += marks.datatrove;
  values[MetricId::c4_terminal_dolma] += one_of(last_of_all, U".?!\"");
  values[MetricId::c4_terminal_rpv2] += one_of(last_of_all, U".!?\u201D");
  values[MetricId::c4_terminal_nemo] += one_of(last_of_all, U".?!\"'");
  values[MetricId::c4_terminal_newswash] += marks.newswash;
  return marks;
}

/// What the text holds at all, so that lines need not be searched for it.
struct Suspects {
  bool javascript = false, lorem_ipsum = false, policy = false, bracket = false;
};

Suspects find_suspects(std::string_view text, Values& values) {
  Suspects found;
  for_each_place(text, kJavascript, [&](std::size_t at) {
    found.javascript = true;
    const auto is_part = [&](std::size_t place) {
      return place < text.size() && (static_cast<unsigned char>(text[place]) >= 0x80 || text[place] == '_' ||
                                     (text[place] >= '0' && text[place] <= '9') ||
                                     (ascii_lower(text[place]) >= 'a' && ascii_lower(text[place]) <= 'z'));
    };
    const bool alone = !is_part(at - 1) && !is_part(at + kJavascript.text.size());
    values[MetricId::c4_javascript_dolma_v1] += alone;
  });
  found.lorem_ipsum = contains(text, kLoremIpsum);
  found.policy = std::any_of(std::begin(kInPolicies), std::end(kInPolicies),
                             [text](const Phrase& phrase) { return contains(text, phrase); });
  const auto brackets = static_cast<double>(std::count(text.begin(), text.end(), '{'));
  values[MetricId::c4_curly_bracket_dolma] = brackets;
  found.bracket = brackets > 0;
  return found;
}

struct Kept {
  bool javascript, policy, lorem_ipsum, bracket;
};

Kept look_for(std::string_view line, const Suspects& suspects) {
  return {suspects.javascript && contains(line, kJavascript),
          suspects.policy && std::any_of(std::begin(kPolicies), std::end(kPolicies),
                                         [line](const Phrase& phrase) { return contains(line, phrase); }),
          suspects.lorem_ipsum && contains(line, kLoremIpsum),
          suspects.bracket && line.find('{') != line.npos};
}

void count_kept(bool kept, const Line& line, MetricId words, Values& values) {
  if (kept) values[words] += line.end_word - line.first_word;
}

void take_line(const Line& line, std::string_view whole, const C4Line& seen, const Suspects& suspects,
               Values& values) {
  const LineMarks marks = count_end_marks(seen, whole, values);
  const Kept found = look_for(seen.text, suspects);
  values[MetricId::c4_javascript_tfds] += found.javascript;
  values[MetricId::c4_policy_tfds] += found.policy;
  values[MetricId::c4_long_lines_mc4] += line.trimmed_chars >= kLongLine;
  values[MetricId::c4_sentences_newswash] += line.sentences;
  if (seen.long_word) return;
  const bool tfds = marks.tfds && seen.words >= 5;
  const bool datatrove = marks.datatrove && seen.words_before >= 3;
  values[MetricId::c4_lorem_ipsum_tfds] += tfds && found.lorem_ipsum;
  values[MetricId::c4_curly_bracket_tfds] += tfds && !found.javascript && found.bracket;
  const bool dropped = found.javascript || found.policy;
  count_kept(tfds && !dropped, line, MetricId::c4_kept_words_tfds, values);
  count_kept(datatrove && !dropped, line, MetricId::c4_kept_words_datatrove, values);
  count_kept(marks.newswash && seen.words_before >= 3 && !dropped, line, MetricId::c4_kept_words_newswash,
             values);
  values[MetricId::c4_sentences_tfds] += tfds && !dropped ? line.sentences : 0;
  values[MetricId::c4_sentences_datatrove] += datatrove && !dropped ? line.sentences : 0;
}

}  // namespace

void compute_longest_word(const Evidence& evidence, Values& values) {
  values[MetricId::c4_longest_word_tfds] = evidence.scan.longest_word;
}

void compute_lorem_ipsum(const Evidence& evidence, Values& values) {
  for_each_place(evidence.scan.text, kLoremIpsum,
                 [&](std::size_t) { values[MetricId::c4_lorem_ipsum_dolma] += 1; });
}

void compute_c4(Evidence& evidence, Values& values) {
  const Scan& scan = evidence.scan;
  values[MetricId::c4_chars_tfds] = scan.chars;
  const Suspects suspects = find_suspects(scan.text, values);
  for (const Line& line : scan.lines) {
    C4Line seen = without_citations(scan.text_of(line), line.end_word - line.first_word, evidence.line);
    seen.long_word = scan.longest_word > kLongestWord &&
                     std::any_of(scan.words.begin() + line.first_word, scan.words.begin() + line.end_word,
                                 [](const Token& word) { return word.chars > kLongestWord; });
    take_line(line, scan.text_of(line), seen, suspects, values);
  }
  for (const MetricId share :
       {MetricId::c4_terminal_tfds, MetricId::c4_terminal_datatrove, MetricId::c4_terminal_dolma,
        MetricId::c4_terminal_rpv2, MetricId::c4_terminal_nemo, MetricId::c4_terminal_newswash})
    values[share] = ratio(values[share], evidence.line_count());
  for (const MetricId share :
       {MetricId::c4_kept_words_tfds, MetricId::c4_kept_words_datatrove, MetricId::c4_kept_words_newswash})
    values[share] = ratio(values[share], evidence.word_count());
}

}  // namespace newswash::quality
