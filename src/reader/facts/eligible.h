// Which lines may hold a fact of the article at all. Mine: the categories of furniture that never do. Not
// mine: what the rules match (reader/boilerplate). Used where lines are handed to find_facts().
#pragma once

#include <algorithm>
#include <array>
#include <span>

#include "reader/boilerplate/strip.h"

namespace newswash::facts {

/// Furniture whose wording is known names no headline, author or date of the article.
inline constexpr std::array kWithoutFacts = {
    Category::navigation, Category::share,   Category::follow,  Category::newsletter, Category::subscribe,
    Category::paywall,    Category::log_in,  Category::cookie,  Category::ad_block,   Category::advertisement,
    Category::comment,    Category::related, Category::popular, Category::read_more,  Category::listen_player,
    Category::app_promo,  Category::donation};

inline bool holds_no_fact(std::span<const RuleInfo* const> matches) {
  return std::any_of(matches.begin(), matches.end(), [](const RuleInfo* rule) {
    return std::find(kWithoutFacts.begin(), kWithoutFacts.end(), rule->category) != kWithoutFacts.end();
  });
}

}  // namespace newswash::facts
