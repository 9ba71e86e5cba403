// The block decoder: the best run of blocks, then one threshold inside and another outside. Main functions:
// doubt_furniture, raise_doubtful, choose_blocks.
#include "reader/body/decoder.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "body_model.h"
#include "reader/body/cues.h"
#include "reader/body/kind.h"
#include "reader/body/series.h"

namespace newswash::body {
namespace {

constexpr float kRaise = 0.5F;       // a step of the odds' logarithm
constexpr std::size_t kParting = 2;  // labels in a row that part sections

/// The probability with its odds so many times as high.
float with_odds(float p, float times) {
  return p * times / (1.0F - p + p * times);
}

float raise(float p) {
  static const float kOdds = std::exp(kRaise);
  return with_odds(p, kOdds);
}

/// Words of article that the page seems to have.
float likely_words(const Page& page, std::span<const float> p, const Thresholds& thresholds) {
  float words = 0.0F;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p[i] > thresholds.run.likely) words += static_cast<float>(page.facts[i].sum.words) * p[i];
  }
  return words;
}

/// Words of article that it has without doubt.
std::uint32_t sure_words(const Page& page, std::span<const float> p, const Thresholds& thresholds) {
  std::uint32_t words = 0;
  for (std::size_t i = 0; i < p.size(); ++i) words += p[i] > thresholds.sure ? page.facts[i].sum.words : 0;
  return words;
}

/// Short, with the wording of furniture.
bool is_label(const BlockFacts& block) {
  return block.shape <= Shape::phrase && is_furniture_cue(block.cue);
}

/// Labels that follow each other (share buttons, a menu) part a page into sections. Those count that have as
/// much of what the first pass takes for article as the best one, nearly; in them the blocks that it does not
/// rule out.
std::vector<std::size_t> believed_blocks(const Page& page, std::span<const float> first_p,
                                         const Thresholds& thresholds) {
  std::vector<float> words(1, 0.0F);  // of article, by section
  std::vector<std::size_t> section(first_p.size());
  std::size_t labels = 0;
  for (std::size_t i = 0; i < first_p.size(); ++i) {
    labels = is_label(page.facts[i]) ? labels + 1 : 0;
    if (labels == kParting) words.push_back(0.0F);
    section[i] = words.size() - 1;
    if (first_p[i] > thresholds.run.likely)
      words.back() += static_cast<float>(page.facts[i].sum.words) * first_p[i];
  }
  const float enough = thresholds.section * *std::max_element(words.begin(), words.end());
  std::vector<std::size_t> believed;
  for (std::size_t i = 0; i < first_p.size(); ++i) {
    if (first_p[i] >= thresholds.alone && words[section[i]] >= enough) believed.push_back(i);
  }
  return believed;
}

/// "12 comments", "Reply", but not "Makali wrote:", which goes on in the article.
bool is_comment_label(const BlockFacts& block) {
  return block.shape <= Shape::phrase && block.cue == static_cast<std::uint8_t>(Cue::comments) &&
         block.sum.last != EdgeMark::colon;
}

/// The block where the readers' comments begin, or past the end: two labels of comments behind an article,
/// with no prose that looks like body between them.
std::size_t find_comments(const Page& page, std::span<const float> p, const Thresholds& thresholds) {
  constexpr float kArticle = 0.8F;
  constexpr float kLikelier = 0.5F;
  float words = 0.0F;  // of the article
  bool labelled = false;
  for (std::size_t i = 0; i < p.size(); ++i) {
    const BlockFacts& block = page.facts[i];
    if (p[i] > kArticle) words += static_cast<float>(block.sum.words) * p[i];
    if (p[i] > kLikelier && block.sum.words >= kShortWords) labelled = false;
    if (words < thresholds.before_comments || !is_comment_label(block)) continue;
    if (std::exchange(labelled, true)) return i;
  }
  return p.size();
}

}  // namespace

void doubt_furniture(const Page& page, Opinion& opinion, const Thresholds& thresholds) {
  const float odds = std::exp(-thresholds.furniture);
  const auto doubt = [&](std::size_t i) {
    opinion.p[i] = with_odds(opinion.p[i], odds);
    opinion.first_p[i] = 0.0F;
  };
  for (std::size_t i = 0; i < opinion.p.size(); ++i) {
    if (page.facts[i].rule != 0 && page.facts[i].prose) doubt(i);
  }
  for (std::size_t i = find_comments(page, opinion.p, thresholds); i < opinion.p.size(); ++i) doubt(i);
}

Thresholds built_in_thresholds() {
  return thresholds_of(generated::k_thresholds);
}

void raise_doubtful(const Page& page, Opinion& opinion, const Thresholds& thresholds) {
  std::vector<float>& p = opinion.p;
  for (float raised = 0.0F; raised < thresholds.raise && likely_words(page, p, thresholds) < thresholds.least;
       raised += kRaise) {
    for (float& probability : p) probability = raise(probability);
  }
  if (sure_words(page, p, thresholds) >= thresholds.least_sure) return;
  const std::vector<std::size_t> believed = believed_blocks(page, opinion.first_p, thresholds);
  for (float raised = 0.0F;
       raised < thresholds.believe && sure_words(page, p, thresholds) < thresholds.least_sure;
       raised += kRaise) {
    for (const std::size_t i : believed) p[i] = raise(p[i]);
  }
}

std::vector<std::uint8_t> choose_blocks(const Page& page, std::span<const float> p,
                                        const Thresholds& thresholds) {
  std::vector<std::uint8_t> keep(p.size(), 0);
  const Run run = heaviest_run(page, p, thresholds.run);
  for (std::size_t i = 0; i < p.size(); ++i) {
    const bool inside = i >= run.begin && i < run.end;
    keep[i] = p[i] >= (inside ? thresholds.keep : thresholds.stray) ? 1 : 0;
  }
  keep_series(page, keep);
  return keep;
}

}  // namespace newswash::body
