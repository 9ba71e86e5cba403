// The block decoder: the best run of blocks, then one threshold inside and another outside. Main function:
// choose_blocks.
#include "reader/body/decoder.h"

#include "body_model.h"

namespace newswash::body {
Thresholds built_in_thresholds() {
  return thresholds_of(generated::k_thresholds);
}

std::vector<std::uint8_t> choose_blocks(const Page& page, std::span<const float> p,
                                        const Thresholds& thresholds) {
  std::vector<std::uint8_t> keep(p.size(), 0);
  const Run run = heaviest_run(page, p, thresholds.run);
  for (std::size_t i = 0; i < p.size(); ++i) {
    const bool inside = i >= run.begin && i < run.end;
    keep[i] = p[i] >= (inside ? thresholds.keep : thresholds.stray) ? 1 : 0;
  }
  return keep;
}

}  // namespace newswash::body
