// A batch of tokenised texts on its way to the model.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attune::inference {

// Row-major, padded with 0: ids.size() == rows * width. The model makes its mask from ids != 0.
struct TokenBatch {
  std::size_t rows = 0;
  std::size_t width = 0;
  std::vector<std::int32_t> ids;
};

}  // namespace attune::inference
