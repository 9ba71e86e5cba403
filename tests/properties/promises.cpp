// Rebuilds what must be equal and compares.
#include "properties/promises.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "normalizer/pipeline.h"
#include "reader/inline_marks.h"
#include "text/code_points.h"
#include "writer/text.h"

namespace newswash::testing {
namespace {

std::string_view trimmed(std::string_view line) {
  while (!line.empty() && static_cast<unsigned char>(line.front()) <= ' ') line.remove_prefix(1);
  while (!line.empty() && static_cast<unsigned char>(line.back()) <= ' ') line.remove_suffix(1);
  return line;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (const auto line = trimmed(text.substr(begin, end - begin)); !line.empty()) lines.emplace_back(line);
    begin = end + 1;
  }
  return lines;
}

/// Line feeds, CR LF and CR alone, as an editor counts them.
std::uint32_t line_number(std::string_view text, std::size_t offset) {
  std::uint32_t line = 1;
  for (std::size_t i = 0; i < offset; ++i) {
    line += text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
  }
  return line;
}

std::string check_removed(std::string_view input, const std::vector<RemovedLine>& removed) {
  std::size_t at = 0;
  for (const RemovedLine& line : removed) {
    if (line.begin < at || line.end < line.begin || line.end > input.size())
      return fmt::format("removed line {}: bytes {} to {} are out of order", line.line, line.begin, line.end);
    at = line.end;
    if (line.text != input.substr(line.begin, line.end - line.begin))
      return fmt::format("removed line {}: its text is not what stands at {}", line.line, line.begin);
    if (line.text.find('\n') != std::string_view::npos)
      return fmt::format("removed line {} holds a line feed: {}", line.line, line.text);
    if (line.rule.empty()) return fmt::format("removed line {} names no rule", line.line);
    if (line.line != line_number(input, line.begin))
      return fmt::format("line {} is called {}: {}", line_number(input, line.begin), line.line, line.text);
  }
  return {};
}

/// The input without the removed lines and with the repairs made.
std::string kept_text(std::string_view input, const Article& article, std::string& wrong) {
  std::string kept;
  std::size_t at = 0;
  std::size_t next_removed = 0;
  const auto skip_removed = [&](std::size_t until) {
    for (; next_removed < article.removed.size() && article.removed[next_removed].begin < until;
         ++next_removed) {
      const RemovedLine& line = article.removed[next_removed];
      if (line.begin < at || line.end > until)
        wrong = fmt::format("a repair reaches into removed line {}", line.line);
      if (line.begin > at) kept.append(input, at, line.begin - at);
      at = std::max(at, line.end);
    }
  };
  for (const Repair& repair : article.repairs) {
    skip_removed(repair.begin);
    if (repair.begin < at) wrong = fmt::format("repairs are out of order at {}", repair.begin);
    if (repair.begin > at) kept.append(input, at, repair.begin - at);
    kept += repair.after;
    at = repair.end;
  }
  skip_removed(input.size() + 1);
  if (at < input.size()) kept.append(input, at);
  return kept;
}

std::string letters_and_digits(std::string_view text) {
  std::string letters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const auto c = static_cast<UChar32>(next_code_point(text, at));
    // The Hangul fillers are letters by name, but nobody sees them.
    const bool unseen = u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
    if (u_isalnum(c) != 0 && !unseen) letters += text.substr(begin, at - begin);
  }
  return letters;
}

}  // namespace

RepairOptions without_entities() {
  RepairOptions options;
  options.fixes = static_cast<std::uint8_t>(options.fixes & ~(1U << static_cast<unsigned>(Fix::entities)));
  return options;
}

std::string first_difference(std::string_view a, std::string_view b) {
  const auto parted = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
  const auto from = static_cast<std::size_t>(std::max<std::ptrdiff_t>(parted - 60, 0));
  return fmt::format("at byte {}:\n  \"{}\"\n  \"{}\"", parted, a.substr(std::min(from, a.size()), 160),
                     b.substr(std::min(from, b.size()), 160));
}

std::string repairs_give_text(std::string_view input, const Repaired& repaired) {
  std::string text;
  std::size_t at = 0;
  for (const Repair& repair : repaired.repairs) {
    if (repair.begin < at || repair.end < repair.begin || repair.end > input.size())
      return fmt::format("the repair of bytes {} to {} is out of order", repair.begin, repair.end);
    text.append(input, at, repair.begin - at);
    text += repair.after;
    at = repair.end;
  }
  text.append(input, at);
  return text == repaired.text ? std::string()
                               : "the repairs don't give the text " + first_difference(text, repaired.text);
}

/// Whether the repaired input holds `headline`, over lines or not, with marks or without.
bool stands_in(std::string_view headline, std::string_view input) {
  const auto without_spaces = [](std::string_view text) {
    std::string squeezed;
    for (const char c : text) {
      if (static_cast<unsigned char>(c) > ' ') squeezed += c;
    }
    return squeezed;
  };
  const auto holds = [&](std::string_view text) {
    return without_spaces(text).find(without_spaces(headline)) != std::string::npos;
  };
  RepairPipeline pipeline({});
  const std::string_view repaired = pipeline.run(input).text;
  if (holds(repaired)) return true;
  Edits marks;
  find_inline_marks(repaired, marks);
  return holds(pipeline.apply(Fix::entities, marks).text);
}

std::string nothing_is_lost(std::string_view input, const Article& article) {
  if (std::string wrong = check_removed(input, article.removed); !wrong.empty()) return wrong;
  std::string wrong;
  std::vector<std::string> wanted = lines_of(kept_text(input, article, wrong));
  if (!wrong.empty()) return wrong;
  if (!article.headline.empty()) {  // it may stand below a standfirst or a kicker in the input
    const auto found = std::find(wanted.begin(), wanted.end(), article.headline);
    if (found != wanted.end())
      wanted.erase(found);
    else if (!stands_in(article.headline, input))  // a title that moved into the field without its whole line
      return fmt::format("the headline is no text of the input: {}", article.headline);
  }
  if (wanted.size() != article.paragraphs.size())
    return fmt::format("{} lines should be kept, {} are", wanted.size(), article.paragraphs.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (wanted[i] != article.paragraphs[i].text)
      return fmt::format("kept line {} differs {}", i + 1,
                         first_difference(wanted[i], article.paragraphs[i].text));
  }
  return {};
}

std::string no_word_changes(std::string_view input, const std::vector<Repair>& repairs) {
  for (const Repair& repair : repairs) {
    if (repair.fix == Fix::encoding || repair.fix == Fix::entities) continue;
    const std::string_view before = input.substr(repair.begin, repair.end - repair.begin);
    const bool escape = before.find('\x1B') != std::string_view::npos;  // a terminal's "[31m" is no word
    if (!escape && letters_and_digits(before) != letters_and_digits(repair.after))
      return fmt::format("{} makes \"{}\" of \"{}\"", name_of(repair.fix), repair.after, before);
  }
  return {};
}

std::string text_of(const Article& article) {
  std::string text;
  write_text(article, text);
  return text;
}

std::string clean_twice_is_clean(std::string_view input) {
  Cleaner cleaner({without_entities(), nullptr});
  const std::string once = text_of(cleaner.clean(input));
  const std::string twice = text_of(cleaner.clean(once));
  return once == twice ? std::string() : "cleaning twice changes the text " + first_difference(once, twice);
}

std::string repair_twice_is_repair(std::string_view input) {
  Repairer repairer(without_entities());
  const std::string once(repairer.repair(input).text);
  const std::string_view twice = repairer.repair(once).text;
  return once == twice ? std::string() : "repairing twice changes the text " + first_difference(once, twice);
}

std::string all_of(const Article& article) {
  std::string all = fmt::format(
      "{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}\n", article.headline, article.standfirst, article.byline,
      fmt::join(article.authors, ";"), article.dateline, article.date_published, article.date_modified,
      article.publisher, article.language, name_of(article.verdict), article.verdict_reason, article.words);
  for (const Paragraph& paragraph : article.paragraphs)
    all += fmt::format("{}: {}\n", name_of(paragraph.kind), paragraph.text);
  for (const std::string& warning : article.warnings) all += fmt::format("! {}\n", warning);
  for (const RemovedLine& line : article.removed)
    all += fmt::format("- {} {} {} {} {}\n", line.rule, line.line, line.begin, line.end, line.text);
  for (const Repair& repair : article.repairs)
    all += fmt::format("~ {} {} {} {}\n", name_of(repair.fix), repair.begin, repair.end, repair.after);
  return all;
}

}  // namespace newswash::testing
