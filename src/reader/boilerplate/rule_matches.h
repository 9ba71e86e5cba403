// Which rules' wording matches which lines, found once for a text. Mine: matching all lines and choosing the
// packs by language. Not mine: whether a matching rule takes its line (strip.h).
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "reader/boilerplate/strip.h"

namespace newswash {

class RuleMatches {
 public:
  /// Matches every line against all `rules` and lets each line know its `all_matches`. They live until the
  /// next call.
  void find(std::span<PageLine> lines, std::span<const RuleSetView> rules);

  /// Gives each line, as `matches`, those of the language's pack, of the language-free pack and of the user's
  /// rules. Where the language is not known (`language` is empty), all packs count if they match at least
  /// half of the lines.
  void choose_packs(std::span<PageLine> lines, std::string_view language);

 private:
  Matcher matcher_;
  std::vector<const RuleInfo*> all_, chosen_;
  std::vector<std::size_t> ends_;
};

}  // namespace newswash
