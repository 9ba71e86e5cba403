// From lines to a page ready for the model. Mine: adding up the lines of a block, its outline, repetition,
// sums over the page. Not mine: the model's inputs made from this (features.cpp). Main function: read_page.
#include <algorithm>

#include "reader/body/cues.h"
#include "reader/body/features.h"
#include "reader/body/repeat_table.h"

namespace newswash::body {
namespace {

constexpr std::uint32_t kProseWords = 8;  // shorter blocks are no prose

/// Adds the lines up in `sum`, which is the first of them.
void add_up(std::span<const LineFacts> others, LineFacts& sum) {
  for (const LineFacts& line : others) {
    sum.hash = (sum.hash ^ line.hash) * 0x9e3779b97f4a7c15U;
    sum.columns += line.columns;
    sum.words += line.words;
    sum.capitals += line.capitals;
    sum.letters += line.letters;
    sum.digits += line.digits;
    sum.sentences += line.sentences;
    sum.commas += line.commas;
    sum.quotes += line.quotes;
    sum.separators += line.separators;
    sum.cased = sum.cased || line.cased;
    sum.last = line.last;
  }
  if (sum.cased) sum.capitals = std::min(sum.capitals, sum.words);
}

bool stops(const LineFacts& sum) {
  return sum.last == EdgeMark::stop || sum.last == EdgeMark::ellipsis;
}

Shape shape_of(const LineFacts& sum) {
  if (sum.letters == 0) return Shape::symbols;
  const bool titled = sum.cased && sum.capitals * 2 > sum.words;
  if (stops(sum) || (sum.sentences >= 2 && sum.words >= 12)) {
    if (sum.words < 6) return Shape::short_sentence;
    if (sum.words < 16) return Shape::sentence;
    return sum.words < 40 ? Shape::long_sentence : Shape::paragraph;
  }
  if (sum.words < 3) return Shape::word;
  if (sum.words < kShortWords) return titled ? Shape::title_phrase : Shape::phrase;
  if (titled) return Shape::title_line;
  return sum.words < 16 ? Shape::line : Shape::long_line;
}

bool is_prose(const BlockFacts& facts) {
  return facts.sum.words >= kProseWords && facts.shape >= Shape::sentence &&
         (!facts.sum.cased || facts.sum.capitals * 2 <= facts.sum.words);
}

/// Fills in `facts`, which is new.
void read_block(const Page& page, const Block& block, std::span<const std::uint8_t> rules,
                BlockFacts& facts) {
  facts.sum = page.lines[block.first_line];
  add_up(page.lines.subspan(block.first_line + 1, block.line_count - 1), facts.sum);
  facts.shape = shape_of(facts.sum);
  facts.prose = is_prose(facts);
  if (facts.sum.words <= kCueWords) facts.cue = static_cast<std::uint8_t>(find_cue(facts.sum.text));
  if (!rules.empty()) facts.rule = rules[block.first_line];
}

/// Two passes, so that the first of several knows it will be repeated.
void count_repeats(std::vector<BlockFacts>& facts) {
  RepeatTable table(facts.size());
  for (const BlockFacts& block : facts) table.add(block.sum.hash);
  for (BlockFacts& block : facts) {
    RepeatTable::Slot& slot = table.slot_of(block.sum.hash);
    block.repeats = repeat_scale(slot.times);
    block.occurrence = slot.times == 1 ? 0 : slot.seen ? 2 : 1;
    slot.seen = true;
  }
}

void count_blanks(Page& page) {
  const auto line_count = static_cast<std::uint32_t>(page.lines.size());
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const Block& block = page.blocks[i];
    const std::uint32_t before = i == 0 ? 0 : page.blocks[i - 1].first_line + page.blocks[i - 1].line_count;
    const std::uint32_t after = block.first_line + block.line_count;
    const std::uint32_t next = i + 1 < page.blocks.size() ? page.blocks[i + 1].first_line : line_count;
    page.facts[i].blanks_before = static_cast<std::uint8_t>(std::min(2U, block.first_line - before));
    page.facts[i].blanks_after = static_cast<std::uint8_t>(std::min(2U, next - after));
  }
}

void add_sums(Page& page) {
  page.words_until.assign(1, 0);
  page.prose_until.assign(1, 0);
  page.words_until.reserve(page.facts.size() + 1);
  page.prose_until.reserve(page.facts.size() + 1);
  for (const BlockFacts& block : page.facts) {
    page.words_until.push_back(page.words_until.back() + block.sum.words);
    page.prose_until.push_back(page.prose_until.back() + (block.prose ? block.sum.words : 0));
  }
}

}  // namespace

Page read_page(std::span<const std::string_view> lines, std::span<const std::uint8_t> rules) {
  std::vector<LineFacts> facts = scan_lines(lines);
  Page page = read_page(std::span<const LineFacts>(facts), rules);
  page.own_lines = std::move(facts);
  return page;
}

Page read_page(std::span<const LineFacts> lines, std::span<const std::uint8_t> rules) {
  Page page;
  page.lines = lines;
  page.layout = find_layout(page.lines);
  page.blocks = find_blocks(page.lines, page.layout);
  page.facts.resize(page.blocks.size());
  for (std::size_t i = 0; i < page.blocks.size(); ++i) read_block(page, page.blocks[i], rules, page.facts[i]);
  count_repeats(page.facts);
  count_blanks(page);
  add_sums(page);
  return page;
}

}  // namespace newswash::body
