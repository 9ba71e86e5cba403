// The pieces are judged as lines of extracted text; then what only a line's end could prove is let go again.
#include "reader/long_line_cuts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "reader/boilerplate/sentences.h"
#include "reader/long_lines.h"
#include "text/code_points.h"

namespace newswash {
namespace {

/// A label and the title behind it end where the line does. In a line without paragraphs more than so many
/// words that end like a sentence may be the label, the title and the next paragraph's beginning.
constexpr std::uint32_t kLabelWords = 8;
constexpr std::array kLabelled = {Category::related, Category::popular, Category::caption,
                                  Category::breadcrumb, Category::navigation};

/// What stories are about, too: one sentence of it shorter than this, alone among others, may be theirs.
constexpr std::uint32_t kSubjectWords = 10;
constexpr std::array kSubjects = {Category::ad_block, Category::cookie, Category::log_in, Category::paywall,
                                  Category::comment};
constexpr std::size_t kNear = 2;  // pieces apart

template <std::size_t N>
bool is_one_of(const std::array<Category, N>& set, Category category) {
  return std::find(set.begin(), set.end(), category) != set.end();
}

bool begins_with_quotation(std::string_view text) {
  std::size_t at = 0;
  next_code_point(text, at);
  return holds_quotation_mark(text.substr(0, at));
}

/// Only by its wording: where a line stands and what repeats it prove nothing of a piece.
bool is_furniture(const PageLine& piece) {
  return piece.removed && !piece.rule().starts_with("layout.") && !begins_with_quotation(piece.text());
}

/// Whether furniture of another kind, or more of the same, stands near, or the text ends.
bool has_company(const std::vector<PageLine>& lines, std::size_t i) {
  if (i + kNear >= lines.size()) return true;
  for (std::size_t j = i >= kNear ? i - kNear : 0; j <= i + kNear; ++j) {
    if (j != i && is_furniture(lines[j])) return true;
  }
  return false;
}

bool is_worth_a_cut(const std::vector<PageLine>& lines, std::size_t i, bool glued) {
  const PageLine& line = lines[i];
  if (!is_furniture(line)) return false;
  const bool may_go_on = !glued && line.shape.ends_sentence && line.shape.words > kLabelWords;
  if (may_go_on && is_one_of(kLabelled, line.category)) return false;
  const bool doubtful = is_one_of(kSubjects, line.category) && line.shape.words < kSubjectWords;
  return !doubtful || has_company(lines, i);
}

}  // namespace

LongLineCutter::LongLineCutter(const CleanOptions& options) : options_(options) {}

LongLineCutter::Pieces LongLineCutter::split(const Lines& lines,
                                             const std::vector<std::uint32_t>& long_lines) {
  Pieces pieces;
  auto next_long = long_lines.begin();
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    const bool is_long = next_long != long_lines.end() && *next_long == i;
    if (is_long) ++next_long;
    const bool glued = is_long && split_into_pieces(lines[i], pieces.text);
    if (!is_long) pieces.text.push_back(lines[i]);
    pieces.begins.push_back(1);
    pieces.begins.resize(pieces.text.size());
    pieces.glued.resize(pieces.text.size(), glued);
  }
  return pieces;
}

const Selection& LongLineCutter::judge(const Lines& pieces) {
  if (selector_ == nullptr) {
    selector_ = std::make_unique<LineSelector>(
        CleanOptions{.rules = options_.rules, .input = InputKind::article, .facts = false});
  }
  return selector_->select(pieces, {});
}

Edits LongLineCutter::find_cuts(std::string_view text, const Lines& lines) {
  Edits cuts;
  const std::vector<std::uint32_t> long_lines = find_long_lines(lines);
  if (long_lines.empty()) return cuts;
  const Pieces pieces = split(lines, long_lines);
  const Selection& judged = judge(pieces.text);
  const auto goes = [&](std::size_t i) {
    return is_worth_a_cut(judged.lines, i, pieces.glued[judged.number(i)] != 0);
  };
  bool after = !judged.lines.empty() && goes(0);
  for (std::size_t i = 1; i < judged.lines.size(); ++i) {
    const bool before = std::exchange(after, goes(i));
    if (pieces.begins[judged.number(i)] != 0 || !(before || after)) continue;
    const std::string_view previous = judged.lines[i - 1].text();
    const auto end = static_cast<std::size_t>(previous.data() - text.data()) + previous.size();
    cuts.push_back({end, static_cast<std::size_t>(judged.lines[i].text().data() - text.data()), "\n"});
  }
  return cuts;
}

}  // namespace newswash
