#include "stats/logistic_regression.hpp"

#include <algorithm>
#include <cmath>

#include <Eigen/Dense>

namespace attune::stats {
namespace {

constexpr std::size_t kRowsPerPause = 2048;

double logistic(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

// log(1 + exp(x)) without overflow.
double softplus(double x) { return x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x)); }

// The derivatives of the penalised log-likelihood at `weights` (intercept first).
struct Newton {
  Eigen::VectorXd gradient;
  Eigen::MatrixXd information;
  double log_likelihood = 0;
  double objective = 0;
};

Stepped<Newton> derivatives(const Matrix& features, std::span<const std::uint8_t> labels,
                            Eigen::VectorXd weights, double ridge) {
  const auto d = static_cast<Eigen::Index>(features.columns);
  Newton result{Eigen::VectorXd::Zero(d + 1), Eigen::MatrixXd::Zero(d + 1, d + 1), 0, 0};
  Eigen::VectorXd row(d + 1);
  row[0] = 1;
  for (std::size_t i = 0; i < features.rows; ++i) {
    row.tail(d) = Eigen::Map<const Eigen::VectorXd>{features.row(i).data(), d};
    const double log_odds = weights.dot(row);
    const double p = logistic(log_odds);
    const double label = labels[i] != 0 ? 1 : 0;
    result.log_likelihood += label * log_odds - softplus(log_odds);
    result.gradient += (label - p) * row;
    result.information.selfadjointView<Eigen::Lower>().rankUpdate(row, p * (1 - p));
    if (i % kRowsPerPause == kRowsPerPause - 1) co_yield Progress{"Learning the odds", i, features.rows};
  }
  result.gradient.tail(d) -= ridge * weights.tail(d);
  result.information.diagonal().tail(d).array() += ridge;
  result.information.diagonal().array() += 1e-9;  // an intercept that nothing holds
  result.objective = result.log_likelihood - 0.5 * ridge * weights.tail(d).squaredNorm();
  co_return result;
}

}  // namespace

double LogisticModel::contribution(std::span<const double> row, std::size_t feature) const {
  return coefficients[feature] * scaling.apply(row[feature], feature);
}

double LogisticModel::log_odds(std::span<const double> row) const {
  double sum = intercept;
  for (std::size_t j = 0; j < coefficients.size(); ++j) sum += contribution(row, j);
  return sum;
}

double LogisticModel::probability(std::span<const double> row) const { return logistic(log_odds(row)); }

Stepped<LogisticModel> fit_logistic(MatrixView features, std::span<const std::uint8_t> labels,
                                    LogisticOptions options) {
  LogisticModel model;
  model.scaling = scaling_of(features);
  model.coefficients.assign(features.columns, 0);
  model.standard_errors.assign(features.columns, 0);
  const auto n = static_cast<double>(features.rows);
  const auto hits =
      static_cast<double>(std::count_if(labels.begin(), labels.end(), [](auto label) { return label != 0; }));
  model.intercept = std::log((hits + 0.5) / (n - hits + 0.5));
  if (hits == 0 || hits == n) co_return model;

  const Matrix scaled = standardised(features, model.scaling);
  const auto d = static_cast<Eigen::Index>(features.columns);
  Eigen::VectorXd weights = Eigen::VectorXd::Zero(d + 1);
  weights[0] = model.intercept;
  auto first = derivatives(scaled, labels, weights, options.ridge);
  while (first.advance()) co_yield first.progress();
  Newton now = std::move(first).result();
  for (int turn = 0; turn < options.iterations && !model.has_converged; ++turn) {
    const Eigen::LDLT<Eigen::MatrixXd> solver{now.information.selfadjointView<Eigen::Lower>()};
    Eigen::VectorXd step = solver.solve(now.gradient);
    const double gain = now.gradient.dot(step);
    model.has_converged = gain < 1e-10 * (1 + std::abs(now.objective));
    for (int halving = 0; halving < 30; ++halving) {
      auto trying = derivatives(scaled, labels, weights + step, options.ridge);
      while (trying.advance()) co_yield trying.progress();
      Newton next = std::move(trying).result();
      if (next.objective >= now.objective) {
        weights += step;
        now = std::move(next);
        break;
      }
      if (model.has_converged) break;
      step *= 0.5;
    }
  }
  const Eigen::MatrixXd covariance =
      Eigen::LDLT<Eigen::MatrixXd>{now.information.selfadjointView<Eigen::Lower>()}.solve(
          Eigen::MatrixXd::Identity(d + 1, d + 1));
  model.intercept = weights[0];
  for (Eigen::Index j = 0; j < d; ++j) {
    model.coefficients[static_cast<std::size_t>(j)] = weights[j + 1];
    model.standard_errors[static_cast<std::size_t>(j)] = std::sqrt(std::max(0.0, covariance(j + 1, j + 1)));
  }
  model.log_likelihood = now.log_likelihood;
  co_return model;
}

}  // namespace attune::stats
