// Names of categories, there and back.
#include <gtest/gtest.h>
#include <newswash/category.h>

#include <set>

namespace newswash {
namespace {

TEST(Category, NamesThereAndBack) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kCategoryCount; ++i) {
    const auto category = static_cast<Category>(i);
    EXPECT_EQ(category_named(name_of(category)), category) << name_of(category);
    names.insert(name_of(category));
  }
  EXPECT_EQ(names.size(), 33U);  // the design's list
  EXPECT_EQ(name_of(Category::author_bio), "author-bio");
  EXPECT_FALSE(category_named("author_bio"));
  EXPECT_FALSE(category_named(""));
}

}  // namespace
}  // namespace newswash
