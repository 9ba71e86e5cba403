// Telling pages from articles. Mine: counting the evidence, the thresholds. Main functions: find_evidence,
// decide_kind.
#include "reader/body/kind.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>

#include "body_model.h"
#include "reader/body/cues.h"

namespace newswash::body {
namespace {

constexpr std::uint32_t kAnchorWords = 20;  // prose that long ends the head of a page

bool is_short(const BlockFacts& block) {
  return block.shape <= Shape::phrase;
}

float share(std::uint32_t part, std::uint32_t whole) {
  return whole == 0 ? 0.0F : static_cast<float>(part) / static_cast<float>(whole);
}

float grown(std::uint32_t n) {
  return std::log1p(static_cast<float>(n));
}

/// The evidence as numbers, in the order of the weights file's array `kind`.
std::array<float, 8> numbers_of(const KindEvidence& e) {
  return {grown(e.short_blocks), share(e.short_blocks, e.blocks),
          grown(e.cues),         grown(e.cue_classes),
          grown(e.head),         grown(e.tail),
          grown(e.repeated),     share(e.prose_words, e.words)};
}

constexpr float kHundredth = 0.01F;  // the weights file has whole hundredths

float weight_of(std::size_t number) {
  return kHundredth * static_cast<float>(generated::k_kind[number]);
}

}  // namespace

bool is_furniture_cue(std::uint8_t cue) {
  return cue != 0 && cue != static_cast<std::uint8_t>(Cue::date) &&
         cue != static_cast<std::uint8_t>(Cue::byline) && cue != static_cast<std::uint8_t>(Cue::photo);
}

void EvidenceCounter::add_short(const BlockFacts& block) {
  ++sum_.short_blocks;
  ++sum_.tail;
  if (block.repeats != 0) ++sum_.repeated;
  if (!is_furniture_cue(block.cue)) return;
  ++sum_.cues;
  classes_ |= 1U << block.cue;
}

void EvidenceCounter::add(const Page& page) {
  sum_.blocks += static_cast<std::uint32_t>(page.facts.size());
  for (const BlockFacts& block : page.facts) {
    if (is_short(block)) add_short(block);
    if (!block.prose || block.sum.words < kAnchorWords) continue;
    if (!anchored_) sum_.head = sum_.tail;
    anchored_ = true;
    sum_.tail = 0;
  }
  sum_.words += page.words_until.back();
  sum_.prose_words += page.prose_until.back();
}

KindEvidence EvidenceCounter::evidence() const {
  KindEvidence evidence = sum_;
  evidence.cue_classes = static_cast<std::uint32_t>(std::popcount(classes_));
  return evidence;
}

KindEvidence find_evidence(const Page& page) {
  EvidenceCounter counter;
  counter.add(page);
  return counter.evidence();
}

float page_score(const KindEvidence& evidence) {
  const auto numbers = numbers_of(evidence);
  float score = weight_of(numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) score += weight_of(i) * numbers[i];
  return score;
}

InputKind decide_kind(const KindEvidence& evidence) {
  const bool enough = evidence.blocks >= kFewestBlocks;
  return enough && page_score(evidence) >= 0.0F ? InputKind::page : InputKind::article;
}

bool is_article_at_most(const KindEvidence& most) {
  constexpr float kRounding = 0.01F;
  const auto numbers = numbers_of(most);
  float score = weight_of(numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) score += std::max(0.0F, weight_of(i)) * numbers[i];
  return score < -kRounding;
}

std::string explain_kind(const KindEvidence& e) {
  return std::to_string(e.short_blocks) + " short lines of " + std::to_string(e.blocks) + ", " +
         std::to_string(e.head) + " before the first paragraph, " + std::to_string(e.tail) +
         " after the last; " + std::to_string(e.cues) + " with the wording of furniture, of " +
         std::to_string(e.cue_classes) + " kinds";
}

}  // namespace newswash::body
