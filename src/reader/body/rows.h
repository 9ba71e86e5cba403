// Where a block's values go, feature by feature: written down, for the learning tool and the reasons, or
// looked up in the tables of weights and added up, for the judgement. Mine: the two kinds of rows. Not mine:
// the values (features.cpp, second_pass.cpp), the weights (model.h). Main types: WrittenRow, WeighedRow.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace newswash::body {

template <std::size_t N>
class WrittenRow {
 public:
  explicit WrittenRow(std::array<std::uint8_t, N>& values) : values_(values) {}

  template <typename Feature>
  void put(Feature feature, std::uint8_t value) {
    values_[static_cast<std::size_t>(feature)] = value;
  }

 private:
  std::array<std::uint8_t, N>& values_;
};

/// `kBegins`: where each feature's table begins (feature_table.h).
template <const auto& kBegins, typename Weight, typename Sum>
class WeighedRow {
 public:
  explicit WeighedRow(std::span<const Weight> weights) : weights_(weights.data()) {}

  template <typename Feature>
  void put(Feature feature, std::uint8_t value) {
    sum_ += weights_[kBegins[static_cast<std::size_t>(feature)] + value];
  }

  [[nodiscard]] Sum sum() const { return sum_; }

 private:
  const Weight* weights_;
  Sum sum_ = 0;
};

}  // namespace newswash::body
