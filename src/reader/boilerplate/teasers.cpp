// One paragraph after a title may be anything; several titles with one paragraph each are other stories.
#include "reader/boilerplate/teasers.h"

#include <algorithm>
#include <vector>

namespace newswash {
namespace {

bool is_removed_title(const PageLine& line) {
  return line.removed && !line.shape.prose && line.shape.words > 1;
}

bool is_teaser_text(std::span<const PageLine> lines, std::size_t at) {
  if (at == 0 || lines[at].removed || !lines[at].shape.prose) return false;
  return is_removed_title(lines[at - 1]) && (at + 1 == lines.size() || lines[at + 1].removed);
}

}  // namespace

bool strip_teaser_texts(std::span<PageLine> behind) {
  std::vector<std::size_t> texts;
  for (std::size_t i = 0; i < behind.size(); ++i) {
    if (is_teaser_text(behind, i)) texts.push_back(i);
  }
  if (texts.size() < kFewestTeasers) return false;
  for (const std::size_t i : texts) remove_as(behind[i], Category::related, kTeaserText);
  return true;
}

}  // namespace newswash
