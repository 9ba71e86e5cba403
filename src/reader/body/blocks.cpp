// Finding the wrap column and joining lines. Mine: the layout of lines only. Not mine: what is article
// (features.cpp). Main functions: find_layout, find_blocks, join_block.
#include "reader/body/blocks.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace newswash {
namespace {

constexpr std::uint32_t kNarrowest = 40;   // no program wraps below this
constexpr std::uint32_t kIndentSlack = 8;  // nested lists wrap earlier than paragraphs
constexpr std::uint32_t kMostPieces = 24;  // of a sentence whose bracket does not close
constexpr std::uint32_t kPieceWords = 4;   // of a sentence before a link in it
constexpr std::uint32_t kLinkWords = 8;    // of that link
constexpr std::size_t kShortWord = 3;      // an article or preposition, which ends no line
constexpr std::uint32_t kMostIndent = 28;  // and so much earlier at most

bool could_be_wrapped(const LineFacts& line) {
  return line.words >= kWrappedWords && line.columns >= kNarrowest;
}

/// The largest width that several lines nearly reach and hardly a line passes, `items` of lists included or
/// not.
std::uint32_t widest_common(std::span<const LineFacts> lines, bool items) {
  std::array<std::uint32_t, kWidest + 1> width{};
  std::uint32_t longer = 0, all = 0;
  for (const LineFacts& line : lines) {
    if (!could_be_wrapped(line) || (!items && line.mark != ListMark::none)) continue;
    ++all;
    if (line.columns > kWidest)
      ++longer;
    else
      ++width[line.columns];
  }
  const std::uint32_t tolerated = tolerated_wide(all);
  if (longer > tolerated) return 0;
  std::uint32_t passed = longer;
  for (std::uint32_t w = kWidest; w >= kNarrowest; --w) {
    passed += width[w];
    if (passed > tolerated) return w;
  }
  return 0;
}

bool is_wide_lead(unsigned char lead) {
  return lead >= 0xe3 && lead <= 0xe9;
}

bool starts_wide(std::string_view text) {
  return !text.empty() && is_wide_lead(static_cast<unsigned char>(text[0]));
}

/// True when the first word of the next line would not have fitted: the break is the program's, not the
/// author's.
bool broken_at(const LineFacts& line, const LineFacts& next, std::uint32_t columns) {
  return line.columns + 1 + (starts_wide(next.text) ? 1 : next.first_word()) > columns;
}

bool ends_sentence(EdgeMark last) {
  return last == EdgeMark::stop || last == EdgeMark::colon || last == EdgeMark::ellipsis;
}
bool ends_sentence(const LineFacts& line) {
  return ends_sentence(line.last);
}

/// Ends within a sentence.
bool goes_on(const LineFacts& line) {
  return line.last == EdgeMark::lower || line.last == EdgeMark::comma;
}

/// Enough neighbouring lines must look broken at `columns`, or within a sentence, and few end early. Nested
/// deeper, lines break earlier. Where items of lists are wider, most breaks must be within a sentence.
Layout wrapped_at(std::span<const LineFacts> lines, std::uint32_t columns, bool items) {
  std::uint32_t broken = 0, early = 0, early_inside = 0, inside = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const LineFacts& next = lines[i + 1];
    if (!could_be_wrapped(lines[i]) || next.empty() || next.mark != ListMark::none) continue;
    if (lines[i].columns * 4 < columns * 3) continue;
    const bool lower = next.first == EdgeMark::lower;
    const bool full = broken_at(lines[i], next, columns - kIndentSlack / 2);
    broken += full ? 1U : 0U;
    early += !full && !lower ? 1U : 0U;
    early_inside += !full && lower ? 1U : 0U;
    inside += lower && goes_on(lines[i]) ? 1U : 0U;
  }
  const bool certain = broken >= 4 && broken >= (early + early_inside) * 4;
  if (!items) return certain && inside * 2 >= broken ? Layout{LineStyle::wrapped, columns, true} : Layout{};
  const bool likely = (broken >= 4 && broken >= early * 4) || (inside >= 4 && inside * 2 >= early);
  return certain || likely ? Layout{LineStyle::wrapped, columns, certain} : Layout{};
}

bool continues_wrapped(const LineFacts& line, const LineFacts& next, std::uint32_t columns) {
  const bool quoted = line.mark == ListMark::quoted && next.mark == line.mark && next.words > 0;
  if (next.mark != ListMark::none && next.mark != ListMark::bracketed && !quoted) return false;
  if (line.words < 2 || (line.mark != ListMark::none && line.columns > columns)) return false;
  if (broken_at(line, next, columns - kIndentSlack)) return true;
  return next.first == EdgeMark::lower && goes_on(line) && line.columns + kMostIndent >= columns;
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// What no line begins with, or ends with, that stands for itself.
bool closes_bracket(std::string_view text) {
  return text.starts_with(')') || text.starts_with(']');
}
bool opens_bracket(std::string_view text) {
  return text.ends_with('(') || text.ends_with('[');
}

/// More than it closes.
std::ptrdiff_t open_brackets(std::string_view text) {
  return std::count(text.begin(), text.end(), '(') - std::count(text.begin(), text.end(), ')');
}

/// A piece of a sentence: the line does not end, or the next cannot begin one. Lines are not joined for good
/// for a short word at the end of the first, which a headline may have, or alone on the second: "by".
bool continues_sentence(const LineFacts& line, const LineFacts& next, bool for_good) {
  if (line.mark != ListMark::none || next.mark != ListMark::none) return false;
  if (closes_bracket(next.text) || opens_bracket(line.text)) return true;
  if (next.first == EdgeMark::comma || next.first == EdgeMark::stop)
    return for_good || next.columns > 1 || line.words > 3;
  if (ends_sentence(line)) return false;
  if (next.columns == 1 && opens_bracket(next.text)) return true;
  if (next.first == EdgeMark::lower) return line.words + next.words >= 6 && (!for_good || next.words >= 3);
  if (line.last == EdgeMark::comma) return line.words >= 3;
  return !for_good && line.last == EdgeMark::lower && last_word(line.text) <= kShortWord && line.words >= 5;
}

/// `next` is a link within a sentence that goes on after it.
bool is_link_within(const LineFacts& line, const LineFacts& next, const LineFacts& after) {
  if (line.mark != ListMark::none || next.mark != ListMark::none || after.mark != ListMark::none)
    return false;
  if (ends_sentence(line) || ends_sentence(next) || line.words < kPieceWords || next.words > kLinkWords)
    return false;
  return after.first == EdgeMark::lower || (after.first == EdgeMark::comma && after.words > 2);
}

bool continues(std::span<const LineFacts> lines, std::size_t i, const Layout& layout) {
  const LineFacts& line = lines[i];
  const LineFacts& next = lines[i + 1];
  if (next.empty()) return false;
  if (layout.style == LineStyle::wrapped) return continues_wrapped(line, next, layout.columns);
  if (layout.style != LineStyle::dense) return false;
  return continues_sentence(line, next, layout.certain) ||
         (i + 2 < lines.size() && is_link_within(line, next, lines[i + 2]));
}

bool ends_wide(std::string_view text) {
  return text.size() >= 3 && is_wide_lead(static_cast<unsigned char>(text[text.size() - 3]));
}

/// "Bildungs- und Kulturaustausch", "first- and second-hand": the hyphen waits for a word after the next.
bool is_conjunction(std::string_view text) {
  const std::string_view word = text.substr(0, text.find(' '));
  constexpr std::array<std::string_view, 22> kWords = {
      "und", "oder", "bis", "sowie", "bzw.", "noch", "and", "or", "to", "as",  "y",
      "o",   "e",    "et",  "ou",    "en",   "of",   "och", "og", "i",  "lub", "и"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool ends_in_word_hyphen(std::string_view text) {
  return text.size() >= 2 && text.back() == '-' && text[text.size() - 2] != ' ' &&
         text[text.size() - 2] != '-';
}

bool starts_lower(std::string_view text) {
  return scan_line(text).first == EdgeMark::lower;
}

std::string_view gap_between(std::string_view before, std::string_view after) {
  if (ends_wide(before) && starts_wide(after)) return "";
  if (ends_in_word_hyphen(before) && starts_lower(after) && !is_conjunction(after)) return "";
  const bool punctuation =
      after.starts_with(',') || after.starts_with(';') || after.starts_with(". ") || after == ".";
  return punctuation || closes_bracket(after) || opens_bracket(before) ? "" : " ";
}

std::string_view without_outer_spaces(std::string_view line) {
  while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
  while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
  return line;
}

}  // namespace

bool is_piece(std::string_view line) {
  if (line.size() < 2 || is_ascii_letter(line[0])) return false;
  const EdgeMark first = line_edges(line).first;
  const bool goes_on = first == EdgeMark::comma || first == EdgeMark::stop;
  if (static_cast<unsigned char>(line[0]) >= 0x80) return goes_on;  // no space follows
  return (goes_on || closes_bracket(line)) && line[1] == ' ';
}

/// Where continues_sentence() or, for the line before, is_link_within() is true, this is.
bool may_continue(const LineEdges& line, const LineEdges& next) {
  if (line.mark != ListMark::none || next.mark != ListMark::none) return false;
  if (next.first == EdgeMark::comma || next.first == EdgeMark::stop) return true;
  if (closes_bracket(next.text) || opens_bracket(line.text)) return true;
  if (ends_sentence(line.last)) return false;
  if (opens_bracket(next.text)) return true;
  if (next.first == EdgeMark::lower || line.last == EdgeMark::comma) return true;
  return line.last == EdgeMark::lower && last_word(line.text) <= kShortWord;
}

Layout find_layout(std::span<const LineFacts> lines) {
  for (const bool items : {true, false}) {  // some programs break paragraphs alone
    const std::uint32_t columns = widest_common(lines, items);
    if (columns < kNarrowest) continue;
    if (const Layout layout = wrapped_at(lines, columns, items); layout.columns != 0) return layout;
  }
  const auto blank = static_cast<std::size_t>(
      std::count_if(lines.begin(), lines.end(), [](const LineFacts& line) { return line.empty(); }));
  const bool pieces = comes_in_pieces(lines);
  return {pieces || is_dense(lines.size(), blank) ? LineStyle::dense : LineStyle::spaced, 0, pieces};
}

std::vector<Block> find_blocks(std::span<const LineFacts> lines, const Layout& layout) {
  std::vector<Block> blocks;
  blocks.reserve(lines.size());
  const bool pieces = layout.style == LineStyle::dense && layout.certain;
  std::ptrdiff_t open = 0;  // brackets of the block, where it comes in pieces
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    if (lines[i].empty()) continue;
    const bool follows = !blocks.empty() && i > 0 && !lines[i - 1].empty();
    const bool inside = open > 0 && blocks.back().line_count < kMostPieces;
    if (follows && (inside || continues(lines, i - 1, layout)))
      ++blocks.back().line_count;
    else
      blocks.push_back({i, 1}), open = 0;
    if (pieces) open += open_brackets(lines[i].text);
  }
  return blocks;
}

std::string join_block(std::span<const std::string_view> lines, const Block& block) {
  std::string text;
  for (std::uint32_t i = 0; i < block.line_count; ++i) {
    const std::string_view line = without_outer_spaces(lines[block.first_line + i]);
    if (i > 0) text += gap_between(text, line);
    text += line;
  }
  return text;
}

}  // namespace newswash
