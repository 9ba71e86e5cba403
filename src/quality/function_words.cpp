// Mine: see function_words.h.
#include "quality/function_words.h"

#include <bit>

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

FunctionWordSet::FunctionWordSet(std::span<const FunctionWord> words)
    : slots_(std::bit_ceil(words.size() * 8 + 1)), mask_(slots_.size() - 1) {
  for (const FunctionWord& word : words) add(word.lower), add(word.title);
}

void FunctionWordSet::add(std::uint64_t token) {
  std::size_t at = token & mask_;
  while (slots_[at] != 0 && slots_[at] != token) at = (at + 1) & mask_;
  slots_[at] = token;
}

const FunctionWordSet& function_word_set(std::string_view language) noexcept {
  static const FunctionWordSet kNone({});
  static const std::vector<FunctionWordSet> kSets = [] {
    std::vector<FunctionWordSet> sets;
    for (const auto& list : kFunctionWordLists)
      sets.emplace_back(std::span(kFunctionWords).subspan(list.first, list.count));
    return sets;
  }();
  for (std::size_t i = 0; i < kSets.size(); ++i) {
    if (language == kFunctionWordLists[i].code) return kSets[i];
  }
  return kNone;
}

}  // namespace newswash::quality
