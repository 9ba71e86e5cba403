// Maximum subarray over a page's blocks. Main function: heaviest_run.
#include "reader/body/run.h"

namespace newswash::body {

Run heaviest_run(const Page& page, std::span<const float> p, const RunPrices& prices) {
  Run best;
  float best_sum = 0.0F, sum = 0.0F;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < p.size(); ++i) {
    const float cost = p[i] < prices.likely ? prices.cost : 0.0F;
    sum += static_cast<float>(page.facts[i].sum.words) * (p[i] - prices.likely) - cost;
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

}  // namespace newswash::body
