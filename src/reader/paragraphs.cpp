// Looks at bullets, quotation marks, and short labels before prose.
#include "reader/paragraphs.h"

#include <algorithm>
#include <array>

namespace newswash {
namespace {

constexpr std::uint32_t kHeadingWords = 14;  // a heading has at most this many words
constexpr std::array<std::string_view, 4> kBullets = {"- ", "* ", "• ", "‣ "};
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kQuotes = {
    {{"“", "”"}, {"\"", "\""}, {"«", "»"}, {"„", "“"}}};

bool begins_with_bullet(std::string_view line) {
  if (std::any_of(kBullets.begin(), kBullets.end(),
                  [&](std::string_view bullet) { return line.starts_with(bullet); }))
    return true;
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits > 0 && digits <= 2 &&
         (line.substr(digits).starts_with(". ") || line.substr(digits).starts_with(") "));
}

bool is_quotation(std::string_view line) {
  return std::any_of(kQuotes.begin(), kQuotes.end(), [&](const auto& marks) {
    return line.size() > marks.first.size() && line.starts_with(marks.first) && line.ends_with(marks.second);
  });
}

/// Most lines do: they are no list items and no quotations.
bool begins_with_letter(std::string_view line) {
  const char small = static_cast<char>((line.empty() ? ' ' : line.front()) | 0x20);
  return small >= 'a' && small <= 'z';
}

}  // namespace

ParagraphKind paragraph_kind(const PageLine& line, const PageLine* next) noexcept {
  const std::string_view text = line.text();
  if (!begins_with_letter(text)) {
    if (begins_with_bullet(text)) return ParagraphKind::list_item;
    if (is_quotation(text)) return ParagraphKind::quote;
  }
  const bool label = !line.shape.ends_sentence && !line.shape.prose && line.shape.words <= kHeadingWords;
  return label && next != nullptr && next->shape.prose ? ParagraphKind::heading : ParagraphKind::paragraph;
}

}  // namespace newswash
