// Reasons in words. An input weighs against a block by how much less it adds than it does on average for
// article (the weights file's `usual_` arrays); its value below or above the usual one (`middle_` arrays)
// chooses the words. Mine: ranking. Main function: reason_of.
#include "reader/body/reasons.h"

#include <algorithm>
#include <vector>

#include "body_model.h"
#include "reader/body/feature_table.h"

namespace newswash::body {
namespace {

constexpr int kWorthSaying = 40;  // in weight units: smaller differences are no reason
constexpr std::size_t kMostReasons = 3;

struct Reason {
  int weight = 0;
  std::string_view words;
};

/// `weight_of(place)` is what the model adds for the value at that place of the tables.
template <std::size_t N, typename WeightOf>
void collect(const std::array<std::uint8_t, N>& values, const std::array<FeatureSpec, N>& specs,
             WeightOf weight_of, std::span<const std::int16_t> usual, std::span<const std::int16_t> middle,
             std::vector<Reason>& reasons) {
  const auto begins = table_begins(specs);
  for (std::size_t f = 0; f < N; ++f) {
    const int against = usual[f] - weight_of(begins[f] + values[f]);
    if (against >= kWorthSaying && !specs[f].high.empty())
      reasons.push_back({against, values[f] < middle[f] ? specs[f].low : specs[f].high});
  }
}

std::string joined(std::vector<Reason>& reasons) {
  std::stable_sort(reasons.begin(), reasons.end(),
                   [](const Reason& a, const Reason& b) { return a.weight > b.weight; });
  std::vector<std::string_view> said;
  std::string text;
  for (const Reason& reason : reasons) {
    if (said.size() == kMostReasons) break;
    if (std::find(said.begin(), said.end(), reason.words) != said.end()) continue;
    said.push_back(reason.words);
    text += text.empty() ? "" : ", ";
    text += reason.words;
  }
  return text.empty() ? "outside the best run of lines" : text;
}

}  // namespace

std::string reason_of(const FirstValues& first, const SecondValues& second) {
  std::vector<Reason> reasons;
  const auto both = [](std::uint32_t place) {
    return generated::k_first[place] + generated::k_second_first[place];
  };
  const auto alone = [](std::uint32_t place) { return static_cast<int>(generated::k_second[place]); };
  collect(first, kFirstSpecs, both, generated::k_usual_first, generated::k_middle_first, reasons);
  collect(second, kSecondSpecs, alone, generated::k_usual_second, generated::k_middle_second, reasons);
  return joined(reasons);
}

}  // namespace newswash::body
