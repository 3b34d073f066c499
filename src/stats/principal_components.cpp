#include "stats/principal_components.hpp"

#include <algorithm>
#include <cmath>

#include <Eigen/Dense>

namespace attune::stats {

double PrincipalComponents::coordinate(std::span<const double> row, std::size_t component) const {
  double sum = 0;
  for (std::size_t j = 0; j < row.size(); ++j) sum += directions.at(component, j) * (row[j] - mean[j]);
  return sum;
}

PrincipalComponents principal_components(MatrixView matrix, std::size_t count) {
  const std::size_t d = matrix.columns;
  PrincipalComponents result;
  result.mean = scaling_of(matrix).mean;
  Eigen::MatrixXd covariance =
      Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(d), static_cast<Eigen::Index>(d));
  Eigen::VectorXd centred(static_cast<Eigen::Index>(d));
  for (std::size_t i = 0; i < matrix.rows; ++i) {
    for (std::size_t j = 0; j < d; ++j)
      centred[static_cast<Eigen::Index>(j)] = matrix.at(i, j) - result.mean[j];
    covariance.selfadjointView<Eigen::Lower>().rankUpdate(centred);
  }
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver{covariance};
  const double total = std::max(solver.eigenvalues().cwiseMax(0).sum(), 1e-300);
  result.directions = Matrix{std::min(count, d), d};
  for (std::size_t component = 0; component < result.directions.rows; ++component) {
    const auto at = static_cast<Eigen::Index>(d - 1 - component);  // Eigen sorts rising
    Eigen::VectorXd direction = solver.eigenvectors().col(at);
    Eigen::Index strongest = 0;
    direction.cwiseAbs().maxCoeff(&strongest);
    if (direction[strongest] < 0) direction = -direction;
    std::copy(direction.begin(), direction.end(), result.directions.row(component).begin());
    result.explained_share.push_back(std::max(0.0, solver.eigenvalues()[at]) / total);
  }
  return result;
}

}  // namespace attune::stats
