// The block decoder. Mine: maximum subarray over the blocks, then thresholds inside and outside. Main
// function: choose_blocks.
#include "reader/body/decoder.h"

#include "body_model.h"

namespace newswash::body {
namespace {

struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Run heaviest_run(const Page& page, std::span<const float> p, const Thresholds& t) {
  Run best;
  float best_sum = 0.0F, sum = 0.0F;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < p.size(); ++i) {
    sum += static_cast<float>(page.facts[i].sum.words) * (p[i] - t.run) - (p[i] < t.run ? t.cost : 0.0F);
    if (sum <= 0.0F) {
      sum = 0.0F;
      begin = i + 1;
    } else if (sum > best_sum) {
      best_sum = sum;
      best = {begin, i + 1};
    }
  }
  return best;
}

float thousandth(std::int16_t number) {
  return static_cast<float>(number) * 0.001F;
}

}  // namespace

Thresholds thresholds_of(std::span<const std::int16_t> thousandths) {
  return {thousandth(thousandths[0]), thousandth(thousandths[1]), thousandth(thousandths[2]),
          thousandth(thousandths[3])};
}

Thresholds built_in_thresholds() {
  return thresholds_of(generated::k_thresholds);
}

std::vector<std::uint8_t> choose_blocks(const Page& page, std::span<const float> p,
                                        const Thresholds& thresholds) {
  std::vector<std::uint8_t> keep(p.size(), 0);
  const Run run = heaviest_run(page, p, thresholds);
  for (std::size_t i = 0; i < p.size(); ++i) {
    const bool inside = i >= run.begin && i < run.end;
    keep[i] = p[i] >= (inside ? thresholds.keep : thresholds.stray) ? 1 : 0;
  }
  return keep;
}

}  // namespace newswash::body
