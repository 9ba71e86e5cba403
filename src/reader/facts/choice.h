// Choosing one candidate by its marks: each mark adds its weight, the weights are data
// (data/facts/model.toml) and were learnt from labelled pages. Mine: the sum and the choice. Not mine: what
// the marks are.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace newswash::facts {

/// The marks of one candidate, by number.
struct Marks {
  std::array<std::uint8_t, 72> ids{};
  std::uint8_t count = 0;

  void add(unsigned id) {
    if (count < ids.size()) ids[count++] = static_cast<std::uint8_t>(id);
  }
  void add_if(bool holds, unsigned id) {
    if (holds) add(id);
  }
  /// Adds the mark `first` + the number of `limits` that `value` reaches.
  template <typename Value>
  void add_bin(unsigned first, Value value, std::initializer_list<Value> limits) {
    unsigned step = 0;
    for (const Value limit : limits) step += value >= limit;
    add(first + step);
  }
  float score(const float* weights) const {
    float sum = 0;
    for (unsigned i = 0; i < count; ++i) sum += weights[ids[i]];
    return sum;
  }
};

/// The candidate with the highest score, and the share of exp(score) that it and its equals have among all
/// candidates and "none" (score 0).
struct Choice {
  std::size_t index = 0;
  float probability = 0;
};

/// `same(a, b)`: both candidates give the same answer.
template <typename Candidates, typename Same>
Choice choose(const Candidates& candidates, const float* weights, Same&& same) {
  Choice choice;
  float best = -1e9F;
  double all = 1;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const float score = candidates[i].marks.score(weights);
    all += std::exp(static_cast<double>(score));
    if (score > best) {
      best = score;
      choice.index = i;
    }
  }
  double sum = 0;
  for (const auto& candidate : candidates) {
    if (same(candidate, candidates[choice.index])) {
      sum += std::exp(static_cast<double>(candidate.marks.score(weights)));
    }
  }
  choice.probability = static_cast<float>(sum / all);
  return choice;
}

}  // namespace newswash::facts
