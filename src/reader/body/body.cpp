// Choosing the body. Mine: putting page, model, decoder and kind together, and from blocks back to lines.
// Main functions: classify_input, find_body, choose_body.
#include "reader/body/body.h"

#include <algorithm>

#include "reader/body/decoder.h"
#include "reader/body/kind.h"
#include "reader/body/model.h"
#include "reader/body/reasons.h"

namespace newswash {
namespace {

using body::Page;

void spread_over_lines(const Page& page, const std::vector<std::uint8_t>& keep, const std::vector<float>& p,
                       BodyChoice& choice) {
  choice.keep.assign(page.lines.size(), 0);
  choice.p.assign(page.lines.size(), 0.0F);
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const Block& block = page.blocks[i];
    for (std::uint32_t line = block.first_line; line < block.first_line + block.line_count; ++line) {
      choice.keep[line] = keep[i];
      choice.p[line] = p[i];
    }
  }
}

void choose_in_page(Page& page, BodyChoice& choice) {
  const body::Opinion opinion = body::judge(page, body::built_in_weights());
  const auto keep = body::choose_blocks(page, opinion.p, body::built_in_thresholds());
  choice.kind = InputKind::page;
  spread_over_lines(page, keep, opinion.p, choice);
}

}  // namespace

InputKind classify_input(std::span<const std::string_view> lines) {
  return body::decide_kind(body::find_evidence(body::read_page(lines)));
}

BodyChoice find_body(std::span<const std::string_view> lines, std::span<const std::uint8_t> rules) {
  return find_body(std::span<const LineFacts>(scan_lines(lines)), rules);
}

BodyChoice find_body(std::span<const LineFacts> lines, std::span<const std::uint8_t> rules) {
  Page page = body::read_page(lines, rules);
  BodyChoice choice;
  choose_in_page(page, choice);
  return choice;
}

BodyChoice choose_body(std::span<const std::string_view> lines, std::span<const std::uint8_t> rules) {
  return choose_body(std::span<const LineFacts>(scan_lines(lines)), rules);
}

BodyChoice choose_body(std::span<const LineFacts> lines, std::span<const std::uint8_t> rules) {
  Page page = body::read_page(lines, rules);
  BodyChoice choice;
  choice.joins = std::any_of(page.blocks.begin(), page.blocks.end(),
                             [](const Block& block) { return block.line_count > 1; });
  if (body::decide_kind(body::find_evidence(page)) == InputKind::page) choose_in_page(page, choice);
  return choice;
}

std::string explain_input(std::span<const std::string_view> lines) {
  return body::explain_kind(body::find_evidence(body::read_page(lines)));
}

std::vector<std::string> reasons(std::span<const std::string_view> lines,
                                 std::span<const std::uint32_t> which, std::span<const std::uint8_t> rules) {
  const Page page = body::read_page(lines, rules);
  const body::Opinion opinion = body::judge(page, body::built_in_weights());
  std::vector<std::size_t> block_of(lines.size(), page.blocks.size());
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    for (std::uint32_t line = 0; line < page.blocks[i].line_count; ++line)
      block_of[page.blocks[i].first_line + line] = i;
  }
  std::vector<std::string> words;
  for (const std::uint32_t line : which) {
    const std::size_t block = block_of[line];
    words.push_back(block == page.blocks.size() ? "blank" : body::reason_of(opinion, block));
  }
  return words;
}

}  // namespace newswash
