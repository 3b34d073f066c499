// A batch of tokenised texts on its way to the model.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attune::inference {

// Row-major: ids.size() == rows * width. Padded with 0 for our own model, which makes its mask from ids != 0;
// with -1 for others, where the host makes the mask.
struct TokenBatch {
  std::size_t rows = 0;
  std::size_t width = 0;
  std::vector<std::int32_t> ids;
};

}  // namespace attune::inference
