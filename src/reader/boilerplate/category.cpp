// The names of the categories, in the order of the enumeration.
#include <newswash/category.h>

#include <algorithm>
#include <array>

namespace newswash {
namespace {

constexpr std::array<std::string_view, kCategoryCount> kNames = {
    "navigation",      "breadcrumb",    "share",     "follow",   "newsletter",        "subscribe",
    "paywall",         "log-in",        "cookie",    "ad-block", "advertisement",     "comment",
    "related",         "read-more",     "popular",   "tags",     "author-bio",        "credit",
    "disclaimer",      "copyright",     "caption",   "image",    "page-date",         "site-name",
    "headline-repeat", "listen-player", "app-promo", "donation", "correction-policy", "legal",
    "widget",          "counter",       "other",
};

}  // namespace

std::string_view name_of(Category category) noexcept {
  return kNames[static_cast<std::size_t>(category)];
}

std::optional<Category> category_named(std::string_view name) noexcept {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Category>(found - kNames.begin());
}

}  // namespace newswash
