// The directions in which rows differ most (Pearson 1901; Hotelling 1933), for plots of many features.
#pragma once

#include "stats/matrix.hpp"

namespace attune::stats {

struct PrincipalComponents {
  Matrix directions;                    // component x feature; unit length; its largest loading is positive
  std::vector<double> explained_share;  // of the variance, falling; sums to at most 1
  std::vector<double> mean;             // of each feature

  [[nodiscard]] double coordinate(std::span<const double> row, std::size_t component) const;
};

// The first `count` components (fewer when there are fewer features). Features should be on one scale.
[[nodiscard]] PrincipalComponents principal_components(MatrixView matrix, std::size_t count);

}  // namespace attune::stats
