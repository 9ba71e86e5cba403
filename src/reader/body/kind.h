// Is a text a whole page or an article already taken out of one? Mine: the evidence and the verdict. Not
// mine: finding the body (model.h). Main types: KindEvidence, EvidenceCounter.
#pragma once

#include <cstdint>
#include <string>

#include "reader/body/body.h"
#include "reader/body/features.h"

namespace newswash::body {

/// What speaks for a page: rows of short lines, wording of furniture, short lines before and after all prose.
struct KindEvidence {
  std::uint32_t blocks = 0;
  std::uint32_t short_blocks = 0;  // labels and phrases without a stop
  std::uint32_t cues = 0;          // short blocks with the wording of furniture
  std::uint32_t cue_classes = 0;   // how many classes of it
  std::uint32_t head = 0;          // short blocks before the first paragraph
  std::uint32_t tail = 0;          // short blocks after the last
  std::uint32_t repeated = 0;      // short blocks that stand several times
  std::uint32_t prose_words = 0;
  std::uint32_t words = 0;
};

/// Adds up the evidence of a text's parts, in order.
class EvidenceCounter {
 public:
  void add(const Page& page);
  [[nodiscard]] KindEvidence evidence() const;

 private:
  void add_short(const BlockFacts& block);

  KindEvidence sum_;
  std::uint32_t classes_ = 0;  // of cues, a bit each
  bool anchored_ = false;      // a paragraph was seen
};

KindEvidence find_evidence(const Page& page);
/// Above 0 a page, below an article.
float page_score(const KindEvidence& evidence);
InputKind decide_kind(const KindEvidence& evidence);

inline constexpr std::uint32_t kFewestBlocks = 6;  // fewer are never taken for a page

/// Whether any evidence with at least so many blocks and otherwise at most these counts is decided for an
/// article.
bool is_article_at_most(const KindEvidence& most);

/// Whether a Cue is wording of furniture; an article has dates, bylines and captions, too.
bool is_furniture_cue(std::uint8_t cue);

std::string explain_kind(const KindEvidence& evidence);

}  // namespace newswash::body
