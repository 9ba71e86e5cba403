// Judges what a text turned out to be from what was kept and what was removed.
#pragma once

#include <newswash/article.h>

#include <span>
#include <string>

#include "reader/boilerplate/strip.h"

namespace newswash {

struct Judgement {
  Verdict verdict = Verdict::empty;
  std::string reason;
};

/// Limits of the verdicts, in words of kept prose.
struct VerdictLimits {
  std::uint32_t article_words = 25;  // an article has at least this many words of prose
  std::uint32_t listing_lines =
      4;  // a listing has at least this many headline-like lines and no more prose than that
};
inline constexpr VerdictLimits kVerdict;

Judgement judge(std::span<const PageLine> lines);

}  // namespace newswash
