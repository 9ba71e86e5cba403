// Mine: see function_words.h.
#include "quality/function_words.h"

namespace newswash::quality {
namespace {

#include "function_word_table.inc"  // kFunctionWords, kFunctionWordLists {code, first, count}

}  // namespace

std::span<const FunctionWord> function_words(std::string_view language) noexcept {
  for (const auto& list : kFunctionWordLists) {
    if (language == list.code) return std::span(kFunctionWords).subspan(list.first, list.count);
  }
  return {};
}

}  // namespace newswash::quality
