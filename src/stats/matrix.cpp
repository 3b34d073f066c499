#include "stats/matrix.hpp"

#include <cmath>

namespace attune::stats {

Scaling scaling_of(MatrixView matrix) {
  Scaling scaling{std::vector<double>(matrix.columns, 0), std::vector<double>(matrix.columns, 1)};
  if (matrix.rows == 0) return scaling;
  const auto n = static_cast<double>(matrix.rows);
  std::vector<double> squares(matrix.columns, 0);
  for (std::size_t i = 0; i < matrix.rows; ++i) {
    for (std::size_t j = 0; j < matrix.columns; ++j) scaling.mean[j] += matrix.at(i, j) / n;
  }
  for (std::size_t i = 0; i < matrix.rows; ++i) {
    for (std::size_t j = 0; j < matrix.columns; ++j) {
      const double difference = matrix.at(i, j) - scaling.mean[j];
      squares[j] += difference * difference / n;
    }
  }
  for (std::size_t j = 0; j < matrix.columns; ++j) {
    const double deviation = std::sqrt(squares[j]);
    if (deviation > 1e-12 * (1 + std::abs(scaling.mean[j]))) scaling.deviation[j] = deviation;
  }
  return scaling;
}

Matrix standardised(MatrixView matrix, const Scaling& scaling) {
  Matrix result{matrix.rows, matrix.columns};
  for (std::size_t i = 0; i < matrix.rows; ++i) {
    for (std::size_t j = 0; j < matrix.columns; ++j) result.at(i, j) = scaling.apply(matrix.at(i, j), j);
  }
  return result;
}

}  // namespace attune::stats
