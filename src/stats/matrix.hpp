// Rows of numbers, one after the other: the shape in which features come to the functions of this layer.
#pragma once

#include <cassert>
#include <cstddef>
#include <span>
#include <vector>

namespace attune::stats {

// Does not own: `values` (rows * columns, row-major) must outlive it.
struct MatrixView {
  std::span<const double> values;
  std::size_t rows = 0;
  std::size_t columns = 0;

  [[nodiscard]] std::span<const double> row(std::size_t i) const {
    assert(i < rows);
    return values.subspan(i * columns, columns);
  }
  [[nodiscard]] double at(std::size_t i, std::size_t j) const { return values[i * columns + j]; }
};

struct Matrix {
  std::vector<double> values;
  std::size_t rows = 0;
  std::size_t columns = 0;

  Matrix() = default;
  Matrix(std::size_t row_count, std::size_t column_count)
      : values(row_count * column_count), rows{row_count}, columns{column_count} {}

  [[nodiscard]] std::span<double> row(std::size_t i) {
    return std::span{values}.subspan(i * columns, columns);
  }
  [[nodiscard]] std::span<const double> row(std::size_t i) const { return view().row(i); }
  [[nodiscard]] double& at(std::size_t i, std::size_t j) { return values[i * columns + j]; }
  [[nodiscard]] double at(std::size_t i, std::size_t j) const { return values[i * columns + j]; }
  [[nodiscard]] MatrixView view() const { return {values, rows, columns}; }
};

// Each column's mean and standard deviation (1 for a constant column), and the columns brought to mean 0 and
// standard deviation 1.
struct Scaling {
  std::vector<double> mean;
  std::vector<double> deviation;

  [[nodiscard]] double apply(double value, std::size_t column) const {
    return (value - mean[column]) / deviation[column];
  }
};
[[nodiscard]] Scaling scaling_of(MatrixView matrix);
[[nodiscard]] Matrix standardised(MatrixView matrix, const Scaling& scaling);

}  // namespace attune::stats
