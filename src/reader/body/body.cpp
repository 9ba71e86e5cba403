// Choosing the body. Mine: putting page, model, decoder and kind together, and from blocks back to lines.
// Main functions: classify_input, find_body, choose_body.
#include "reader/body/body.h"

#include <algorithm>

#include "reader/body/decoder.h"
#include "reader/body/kind.h"
#include "reader/body/model.h"
#include "reader/body/reasons.h"
#include "reader/body/second_pass.h"

namespace newswash {
namespace {

using body::Page;

/// A text as the pieces it is judged in: one, or of a text that is larger than any page several, so that its
/// lines' facts need not all be held.
template <typename Line>
class Parts {
 public:
  Parts(std::span<const Line> lines, std::span<const std::uint8_t> rules) : lines_(lines), rules_(rules) {}

  /// Calls `visit(page, first line)` for each part.
  template <typename Visit>
  void each(Visit visit) const {
    for (std::size_t begin = 0; begin == 0 || begin < lines_.size(); begin += kPartLines) {
      const std::size_t size = std::min(kPartLines, lines_.size() - begin);
      const auto rules = rules_.empty() ? rules_ : rules_.subspan(begin, size);
      Page page = body::read_page(lines_.subspan(begin, size), rules);
      visit(page, begin);
    }
  }

 private:
  std::span<const Line> lines_;
  std::span<const std::uint8_t> rules_;
};

void spread_over_lines(const Page& page, const std::vector<std::uint8_t>& keep, const std::vector<float>& p,
                       std::size_t first_line, BodyChoice& choice) {
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const Block& block = page.blocks[i];
    for (std::uint32_t line = 0; line < block.line_count; ++line) {
      const std::size_t at = first_line + block.first_line + line;
      choice.keep[at] = keep[i];
      if (at < choice.p.size()) choice.p[at] = p[i];
    }
  }
}

void begin_page(std::size_t lines, std::size_t lines_with_p, BodyChoice& choice) {
  choice.kind = InputKind::page;
  choice.keep.assign(lines, 0);
  choice.p.assign(std::min(lines, lines_with_p), 0.0F);
}

void choose_in_page(const Page& page, std::size_t first_line, BodyChoice& choice) {
  const body::Thresholds thresholds = body::built_in_thresholds();
  body::Opinion opinion = body::judge(page, body::built_in_weights());
  body::doubt_furniture(page, opinion, thresholds);
  body::raise_doubtful(page, opinion, thresholds);
  const auto keep = body::choose_blocks(page, opinion.p, thresholds);
  spread_over_lines(page, keep, opinion.p, first_line, choice);
}

bool joins_lines(const Page& page) {
  return std::any_of(page.blocks.begin(), page.blocks.end(),
                     [](const Block& block) { return block.line_count > 1; });
}

template <typename Line>
BodyChoice find_in(std::span<const Line> lines, std::span<const std::uint8_t> rules,
                   std::size_t lines_with_p) {
  BodyChoice choice;
  begin_page(lines.size(), lines_with_p, choice);
  Parts(lines, rules).each([&](const Page& page, std::size_t first) { choose_in_page(page, first, choice); });
  return choice;
}

template <typename Line>
BodyChoice choose_in(std::span<const Line> lines, std::span<const std::uint8_t> rules) {
  BodyChoice choice;
  body::EvidenceCounter evidence;
  Page only;  // part, mostly
  const Parts parts(lines, rules);
  parts.each([&](Page& page, std::size_t first) {
    evidence.add(page);
    choice.joins = choice.joins || joins_lines(page);
    if (first == 0 && lines.size() <= kPartLines) only = std::move(page);
  });
  if (body::decide_kind(evidence.evidence()) != InputKind::page) return choice;
  if (lines.size() > kPartLines) return find_in(lines, rules, kPartLines);
  begin_page(lines.size(), kPartLines, choice);
  choose_in_page(only, 0, choice);
  return choice;
}

template <typename Line>
body::KindEvidence evidence_of(std::span<const Line> lines) {
  body::EvidenceCounter evidence;
  Parts(lines, {}).each([&](const Page& page, std::size_t) { evidence.add(page); });
  return evidence.evidence();
}

}  // namespace

InputKind classify_input(std::span<const std::string_view> lines) {
  return body::decide_kind(evidence_of(lines));
}

BodyChoice find_body(std::span<const std::string_view> lines, std::span<const std::uint8_t> rules) {
  return find_in(lines, rules, lines.size());
}

BodyChoice find_body(std::span<const LineFacts> lines, std::span<const std::uint8_t> rules) {
  return find_in(lines, rules, lines.size());
}

BodyChoice choose_body(std::span<const std::string_view> lines, std::span<const std::uint8_t> rules) {
  return choose_in(lines, rules);
}

BodyChoice choose_body(std::span<const LineFacts> lines, std::span<const std::uint8_t> rules) {
  return choose_in(lines, rules);
}

std::string explain_input(std::span<const std::string_view> lines) {
  return body::explain_kind(evidence_of(lines));
}

std::vector<std::string> reasons(std::span<const std::string_view> lines,
                                 std::span<const std::uint32_t> which, std::span<const std::uint8_t> rules) {
  std::vector<std::string> words;
  Parts(lines, rules).each([&](const Page& page, std::size_t begin) {
    const body::Weights weights = body::built_in_weights();
    const auto first_p = body::judge(page, weights).first_p;
    const auto first = body::first_values(page);
    const auto second = body::second_values(page, first_p, weights.thresholds);
    std::vector<std::size_t> block_of(page.lines.size(), page.blocks.size());
    for (std::size_t i = 0; i < page.blocks.size(); ++i) {
      for (std::uint32_t line = 0; line < page.blocks[i].line_count; ++line)
        block_of[page.blocks[i].first_line + line] = i;
    }
    for (; words.size() < which.size() && which[words.size()] < begin + page.lines.size();) {
      const std::size_t block = block_of[which[words.size()] - begin];
      words.push_back(block == page.blocks.size() ? "blank" : body::reason_of(first[block], second[block]));
    }
  });
  return words;
}

}  // namespace newswash
