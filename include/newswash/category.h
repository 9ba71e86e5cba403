// What kind of furniture a removed line is. The names are part of the JSON record and of the rule files.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace newswash {

enum class Category : std::uint8_t {
  navigation,
  breadcrumb,
  share,
  follow,
  newsletter,
  subscribe,
  paywall,
  log_in,
  cookie,
  ad_block,
  advertisement,
  comment,
  related,
  read_more,
  popular,
  tags,
  author_bio,
  credit,
  disclaimer,
  copyright,
  caption,
  image,
  page_date,
  site_name,
  headline_repeat,
  listen_player,
  app_promo,
  donation,
  correction_policy,
  legal,
  widget,
  counter,
  other,
};
inline constexpr std::size_t kCategoryCount = static_cast<std::size_t>(Category::other) + 1;

/// The category's name in files and output, with hyphens: "author-bio".
std::string_view name_of(Category category) noexcept;

/// The category of that name; nothing where there is none.
std::optional<Category> category_named(std::string_view name) noexcept;

}  // namespace newswash
