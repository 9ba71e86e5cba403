// Bounds in place of counts. A line with enough words, or with a full stop, is not short; short lines alone
// speak for a page, and as long as there are few of them no arrangement of them is evidence enough.
#include "reader/body/article_proof.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "reader/body/blocks.h"
#include "reader/body/byte_counts.h"
#include "reader/body/byte_pairs.h"
#include "reader/body/cues.h"
#include "reader/body/kind.h"

namespace newswash::body {
namespace {

constexpr std::uint32_t kMarkWords = 1;  // of a list mark: "o"
constexpr std::size_t kMarkBytes = 2;    // of that mark and its space

bool is_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/// An ASCII letter that belongs to no list mark; most lines begin with one.
bool has_letter(std::string_view line) {
  return line.size() > kMarkBytes && std::any_of(line.begin() + kMarkBytes, line.end(), is_letter);
}

bool ends_sentence(EdgeMark last) {
  return last == EdgeMark::stop || last == EdgeMark::ellipsis;
}

/// Characters, or more than `enough`.
std::size_t columns_of(std::string_view text, std::size_t enough) {
  constexpr std::size_t kMostBytes = 4;  // of a character
  if (text.size() > enough * kMostBytes) return enough + 1;
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// Whether a line's head has the words of more than a phrase, in any script.
bool has_words(std::string_view text) {
  constexpr std::size_t kHead = 128;
  const Totals counts = count_bytes(text.substr(0, kHead));
  return counts[kLetters] > 0 && words_of(counts) >= kShortWords;
}

}  // namespace

ArticleProof::ArticleProof(std::size_t lines, std::size_t blank)
    : blocks_(static_cast<std::uint32_t>(lines - blank)),
      dense_(is_dense(lines, blank)),
      wide_wanted_(tolerated_wide(blocks_) + 1) {}

bool ArticleProof::add(std::string_view line, std::uint32_t sure_words, bool follows) {
  if (wide_wanted_ != 0) look_at_width(line, sure_words);
  if (follows && is_piece(line) && ++pieces_ == kPiecesOfPage) return false;
  const bool long_enough = sure_words >= kShortWords + kMarkWords && has_letter(line);
  if (long_enough && !dense_) return true;
  const LineEdges ends = line_edges(line);
  if (dense_) look_at_join(ends, follows);
  if (long_enough || (ends_sentence(ends.last) && has_letter(line))) return true;
  if (has_words(ends.text)) return true;
  ++short_;
  look_at_cue(ends.text);
  constexpr std::uint32_t kOften = 8;  // logarithms are dear
  return short_ % kOften != 0 || holds_so_far();
}

bool ArticleProof::holds() const {
  return wide_wanted_ == 0 && holds_so_far();
}

/// Whether the short lines so far could not speak for a page, wherever they stand. Joining makes blocks fewer
/// and none of them short that had no short line; such a block has the wording of its first line.
bool ArticleProof::holds_so_far() const {
  KindEvidence most;
  most.blocks = blocks_ - joins_;
  most.short_blocks = most.head = most.tail = most.repeated = short_;
  most.cues = cues_ + joins_;
  most.cue_classes = static_cast<std::uint32_t>(std::popcount(classes_)) + joins_;
  most.prose_words = most.words = 1;
  return blocks_ < kFewestBlocks || is_article_at_most(most);
}

void ArticleProof::look_at_width(std::string_view line, std::uint32_t sure_words) {
  if (line.size() <= kWidest || sure_words < kWrappedWords + kMarkWords) return;
  if (columns_of(line_edges(line).text, kWidest) > kWidest) --wide_wanted_;
}

void ArticleProof::look_at_cue(std::string_view line) {
  const auto cue = static_cast<std::uint8_t>(find_cue(line));
  if (!is_furniture_cue(cue)) return;
  ++cues_;
  classes_ |= 1U << cue;
}

void ArticleProof::look_at_join(const LineEdges& line, bool follows) {
  const LineEdges before = std::exchange(before_, line);
  if (follows && may_continue(before, line)) ++joins_;
}

}  // namespace newswash::body
