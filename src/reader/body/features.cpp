// The inputs of the first pass. Mine: from a page's blocks to small whole numbers, by group: the block
// itself, its neighbours, the prose around it, its place on the page. Not mine: names and sizes
// (feature_table.h), what only a look along the whole page tells (course.h), what becomes of the numbers
// (rows.h). Main functions: first_values, first_sums.
#include "reader/body/features.h"

#include <algorithm>

#include "reader/body/course.h"
#include "reader/body/cues.h"
#include "reader/body/feature_table.h"
#include "reader/body/rows.h"
#include "reader/body/scales.h"

namespace newswash::body {
namespace {

template <typename Row>
void put_own(const BlockFacts& block, Row& row) {
  const LineFacts& sum = block.sum;
  const std::uint8_t length = word_class(sum.words);
  const std::uint8_t capitals = sum.cased ? share_scale(sum.capitals, sum.words) : small(16);
  row.put(First::words, fine_scale(sum.words));
  row.put(First::words_per_sentence, fine_scale(sum.sentences > 1 ? sum.words / sum.sentences : sum.words));
  row.put(First::capital_share, capitals);
  row.put(First::capital_share_by_length, cross(capitals, length, kClassSize));
  row.put(First::last_mark, cross(static_cast<std::uint32_t>(sum.last), length, kClassSize));
  row.put(First::first_mark, cross(static_cast<std::uint32_t>(sum.first), length, kClassSize));
  row.put(First::list_mark, cross(static_cast<std::uint32_t>(sum.mark), length, kClassSize));
  row.put(First::word_length, small(std::min(15U, sum.words == 0 ? 0 : sum.letters / sum.words)));
  row.put(First::digit_share, share_scale(sum.digits, sum.digits + sum.letters));
  row.put(First::comma_share, small(std::min(15U, sum.words == 0 ? 0 : sum.commas * 60 / sum.words)));
  row.put(First::quotes, cross(std::min(4U, sum.quotes), length, kClassSize));
  row.put(First::separator_share, share_scale(sum.separators, sum.words + sum.separators));
  row.put(First::repeats, cross(block.repeats, length, kClassSize));
  row.put(First::occurrence, block.occurrence);
  row.put(First::cue, block.cue);
}

constexpr std::size_t kCueBytes = 24;        // of a longer block's head and tail
constexpr std::uint32_t kMostCueWords = 48;  // paragraphs past this are not looked at

/// The cues of a sentence's first and last words.
template <typename Row>
void put_edge_cues(const Page& page, std::size_t i, Row& row) {
  Cue lead = Cue::none, tail = Cue::none;
  const LineFacts& sum = page.facts[i].sum;
  if (sum.words > kCueWords && sum.words <= kMostCueWords) {
    const std::string_view last = page.lines[page.blocks[i].first_line + page.blocks[i].line_count - 1].text;
    const std::size_t begin = last.size() < kCueBytes ? 0 : last.find(' ', last.size() - kCueBytes);
    lead = find_cue(sum.text.substr(0, sum.text.find(' ', kCueBytes)));
    if (begin != std::string_view::npos) tail = find_cue(last.substr(begin));
  }
  row.put(First::lead_cue, small(lead));
  row.put(First::tail_cue, small(tail));
}

/// What a block's neighbours ask of it.
struct Outline {
  std::uint8_t shape = 0;
  std::uint8_t repeats = 0;
  std::uint8_t cue = 0;
};

/// The page's blocks with empty ones past either end.
class Outlines {
 public:
  explicit Outlines(const std::vector<BlockFacts>& blocks) : padded_(blocks.size() + 2 * kReach) {
    for (std::size_t i = 0; i < blocks.size(); ++i)
      padded_[i + kReach] = {small(blocks[i].shape), blocks[i].repeats, blocks[i].cue};
  }

  /// The block's; those up to three places off are around it.
  [[nodiscard]] const Outline* of(std::size_t i) const { return padded_.data() + kReach + i; }

 private:
  static constexpr std::size_t kReach = 3;

  std::vector<Outline> padded_;
};

template <typename Row>
void put_neighbours(const Page& page, const Outline* here, std::size_t i, Row& row) {
  const BlockFacts& block = page.facts[i];
  const auto style = static_cast<std::uint32_t>(page.layout.style);
  row.put(First::shape_before, cross(here[-1].shape, here->shape, kShapes));
  row.put(First::shape_after, cross(here[1].shape, here->shape, kShapes));
  row.put(First::shape_before_2, here[-2].shape);
  row.put(First::shape_after_2, here[2].shape);
  row.put(First::repeats_before, cross(here[-1].repeats, std::max(here[-2].repeats, here[-3].repeats), 4));
  row.put(First::repeats_after, cross(here[1].repeats, std::max(here[2].repeats, here[3].repeats), 4));
  row.put(First::style, cross(here->shape, style, 3));
  row.put(First::blanks, cross(block.blanks_before * 3U + block.blanks_after, style, 3));
  row.put(First::line_count, small(std::min(4U, page.blocks[i].line_count - 1)));
  row.put(First::page_style_words, cross(fine_scale(block.sum.words), style, 3));
  row.put(First::cue_before, here[-1].cue != 0 ? here[-1].cue : here[-2].cue);
  row.put(First::cue_after, here[1].cue);
}

/// Sums over blocks, from before each block and after the last; past either end there is nothing to add.
class Sums {
 public:
  explicit Sums(const std::vector<std::uint32_t>& until) : all_(until.back()) {
    padded_.reserve(until.size() + 2 * kReach);
    padded_.assign(kReach, 0);
    padded_.insert(padded_.end(), until.begin(), until.end());
    padded_.insert(padded_.end(), kReach, all_);
  }

  [[nodiscard]] std::uint32_t all() const { return all_; }

  /// Those before each block, from here on and, up to kReach, from before here.
  [[nodiscard]] const std::uint32_t* at(std::size_t i) const { return padded_.data() + kReach + i; }

 private:
  static constexpr std::size_t kReach = 17;

  std::vector<std::uint32_t> padded_;
  std::uint32_t all_;
};

template <typename Row>
void put_prose(const Sums& words, const Sums& prose, std::size_t i, std::size_t blocks, Row& row) {
  const std::uint32_t* const here = prose.at(i);
  const std::uint32_t around_8 = here[9] - here[-8];
  row.put(First::prose_before_4, log_scale(here[0] - here[-4]));
  row.put(First::prose_after_4, log_scale(here[5] - here[1]));
  row.put(First::prose_before_16, log_scale(here[0] - here[-16]));
  row.put(First::prose_after_16, log_scale(here[17] - here[1]));
  row.put(First::prose_around_8, log_scale(around_8));
  row.put(First::prose_share_8, share_scale(around_8, words.at(i)[9] - words.at(i)[-8]));
  row.put(First::place, share_scale(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(blocks)));
  row.put(First::prose_place, share_scale(here[0], prose.all()));
  row.put(First::page_prose, log_scale(prose.all()));
}

template <typename Row>
void put_course(const Course& course, Row& row) {
  row.put(First::prose_distance, course.prose_distance);
  row.put(First::short_run, course.short_run);
  row.put(First::cue_region, course.cue_region);
  row.put(First::sandwich, course.sandwich);
  row.put(First::list_run, course.list_run);
  row.put(First::comment_region, course.comment_region);
}

/// Fills the row of each block: what `row_of` says.
class FirstPass {
 public:
  explicit FirstPass(const Page& page)
      : page_(page),
        outlines_(page.facts),
        words_(page.words_until),
        prose_(page.prose_until),
        courses_(courses_of(page)) {}

  template <typename Row>
  void fill(std::size_t i, Row& row) const {
    put_own(page_.facts[i], row);
    put_edge_cues(page_, i, row);
    put_neighbours(page_, outlines_.of(i), i, row);
    put_prose(words_, prose_, i, page_.facts.size(), row);
    put_course(courses_[i], row);
  }

 private:
  const Page& page_;
  Outlines outlines_;
  Sums words_, prose_;
  std::vector<Course> courses_;
};

}  // namespace

std::vector<FirstValues> first_values(const Page& page) {
  std::vector<FirstValues> values(page.facts.size());
  const FirstPass pass(page);
  for (std::size_t i = 0; i < values.size(); ++i) {
    WrittenRow row(values[i]);
    pass.fill(i, row);
  }
  return values;
}

std::vector<std::int64_t> first_sums(const Page& page, std::span<const std::int64_t> weights) {
  std::vector<std::int64_t> sums(page.facts.size());
  const FirstPass pass(page);
  for (std::size_t i = 0; i < sums.size(); ++i) {
    WeighedRow<kFirstBegins, std::int64_t, std::int64_t> row(weights);
    pass.fill(i, row);
    sums[i] = row.sum();
  }
  return sums;
}

}  // namespace newswash::body
