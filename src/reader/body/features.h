// What the model looks at: for every block some forty small whole numbers, each with a name and words for the
// reason. Mine: the table of features and computing them. Not mine: their weights (data/model, model.h), the
// decision (decoder.h). Main types: FeatureSpec, Page. Everything is computed here and nowhere else; the
// learning tool reads what this prints.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "reader/body/blocks.h"
#include "reader/body/line_facts.h"

namespace newswash::body {

/// The outline of a block, coarse enough to be crossed with its neighbours'.
enum class Shape : std::uint8_t {
  edge,            // before the first or after the last block
  symbols,         // no letters
  word,            // one or two words without a stop
  title_phrase,    // three to seven words, mostly capitalised
  phrase,          // three to seven words
  title_line,      // eight words or more, mostly capitalised, no stop
  line,            // eight to fifteen words without a stop
  long_line,       // sixteen words or more without a stop
  short_sentence,  // a stop, under six words
  sentence,        // a stop, six to fifteen words
  long_sentence,   // a stop, sixteen to thirty-nine words
  paragraph,       // a stop, forty words or more
  count
};
inline constexpr std::uint32_t kShortWords = 8;  // phrases have fewer
inline constexpr std::size_t kShapes = static_cast<std::size_t>(Shape::count);

/// First pass: the block, its neighbours, its place. Order is that of the weights file.
enum class First : std::uint8_t {
  words,
  words_per_sentence,
  capital_share,
  capital_share_by_length,
  last_mark,
  first_mark,
  list_mark,
  word_length,
  digit_share,
  comma_share,
  quotes,
  separator_share,
  repeats,
  occurrence,
  shape_before,
  shape_after,
  shape_before_2,
  shape_after_2,
  prose_before_4,
  prose_after_4,
  prose_before_16,
  prose_after_16,
  prose_around_8,
  prose_share_8,
  repeats_before,
  repeats_after,
  place,
  prose_place,
  page_prose,
  style,
  blanks,
  line_count,
  short_run,
  prose_distance,
  page_style_words,
  cue,
  cue_before,
  cue_after,
  cue_region,
  sandwich,
  list_run,
  lead_cue,
  tail_cue,
  comment_region,
  count
};
inline constexpr std::size_t kFirstCount = static_cast<std::size_t>(First::count);

/// Second pass: what the first pass says of the block, of its neighbours and of the page.
enum class Second : std::uint8_t {
  own,
  neighbours,
  neighbours_2,
  shape,
  mass_before_4,
  mass_after_4,
  mass_before_16,
  mass_after_16,
  mass_before,
  mass_after,
  main_place,
  main_share,
  expected_words,
  gap_before,
  gap_after,
  vocabulary,
  main_depth,
  cue,
  capitals,
  count
};
inline constexpr std::size_t kSecondCount = static_cast<std::size_t>(Second::count);

/// A feature (the table is in feature_table.h): how many values it takes, and what a low and a high value
/// mean in a reason.
struct FeatureSpec {
  std::string_view name;
  std::uint16_t size;
  std::string_view low;
  std::string_view high;
};

using FirstValues = std::array<std::uint8_t, kFirstCount>;
using SecondValues = std::array<std::uint8_t, kSecondCount>;

inline constexpr std::uint32_t kCueWords = 8;  // blocks to this length are looked at for cues as a whole

/// A block with the counts of its lines added up.
struct BlockFacts {
  LineFacts sum;
  Shape shape = Shape::edge;
  std::uint8_t cue = 0;         // Cue of a short block's wording
  std::uint8_t rule = 0;        // optional, from the caller: category + 1 of a rule that takes it anywhere
  std::uint8_t repeats = 0;     // scale 0..3: once, twice, up to four times, more
  std::uint8_t occurrence = 0;  // 0 the only one, 1 the first, 2 a later one
  std::uint8_t blanks_before = 0;
  std::uint8_t blanks_after = 0;
  bool prose = false;
};

/// A page ready for the model.
struct Page {
  Layout layout;
  std::vector<LineFacts> own_lines;  // empty where the caller has the lines; moving keeps `lines` right
  std::span<const LineFacts> lines;
  std::vector<Block> blocks;
  std::vector<BlockFacts> facts;           // one a block
  std::vector<std::uint32_t> words_until;  // prefix sums over blocks, one longer than blocks
  std::vector<std::uint32_t> prose_until;  // the same, blocks of prose only

  Page() = default;
  Page(Page&&) = default;
  Page& operator=(Page&&) = default;
};

Page read_page(std::span<const std::string_view> lines, std::span<const std::uint8_t> rules = {});

/// The same from lines that were scanned before and outlive the page.
Page read_page(std::span<const LineFacts> lines, std::span<const std::uint8_t> rules = {});

/// The values of all features, a row a block.
std::vector<FirstValues> first_values(const Page& page);

/// What they add up to, a sum a block: `weights` are the tables of all features one after another.
std::vector<std::int64_t> first_sums(const Page& page, std::span<const std::int64_t> weights);

}  // namespace newswash::body
