#include "stats/likelihood_fit.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <Eigen/Dense>

#include "stats/minimiser.hpp"

namespace attune::stats {
namespace {

constexpr double kPriorPrecision = 1.0 / 400;
constexpr double kEdge = 10;
constexpr std::size_t kRowsPerPause = 20'000;

struct Evaluation {
  double log_likelihood = 0;
  double objective = 0;  // to be minimised: minus the log-likelihood, plus the prior and the fence
  std::vector<double> gradient;
};

std::vector<double> parameters_at(const LikelihoodProblem& problem, std::span<const double> logs) {
  std::vector<double> parameters(logs.size());
  for (std::size_t i = 0; i < logs.size(); ++i) parameters[i] = problem.scales[i] * std::exp(logs[i]);
  return parameters;
}

void add_prior(const LikelihoodProblem& problem, std::span<const double> logs, Evaluation& evaluation) {
  evaluation.objective = -evaluation.log_likelihood;
  for (std::size_t i = 0; i < logs.size(); ++i) {
    const double beyond = std::max(0.0, std::abs(logs[i]) - kEdge);
    const double fence = std::max(1.0, problem.weight) * beyond;
    evaluation.objective += 0.5 * kPriorPrecision * logs[i] * logs[i] + 0.5 * fence * beyond;
    evaluation.gradient[i] =
        -evaluation.gradient[i] + kPriorPrecision * logs[i] + std::copysign(fence, logs[i]);
  }
}

Stepped<Evaluation> evaluate(const LikelihoodProblem& problem, std::vector<double> logs) {
  Evaluation evaluation;
  evaluation.gradient.assign(logs.size(), 0);
  // Far outside, exp() leaves double's range; there the likelihood does not exist.
  if (std::any_of(logs.begin(), logs.end(), [](double value) { return std::abs(value) > 40; })) {
    evaluation.objective = std::nan("");
    co_return evaluation;
  }
  const std::vector<double> parameters = parameters_at(problem, logs);
  for (std::size_t first = 0; first < problem.rows; first += kRowsPerPause) {
    const std::size_t last = std::min(problem.rows, first + kRowsPerPause);
    evaluation.log_likelihood += problem.likelihood(first, last, parameters, evaluation.gradient);
    co_yield Progress{"Fitting", last, problem.rows};
  }
  add_prior(problem, logs, evaluation);
  co_return evaluation;
}

// The inverse of the information matrix, with directions the data say nothing about left to the prior.
std::vector<double> covariance_from(const Eigen::MatrixXd& information) {
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver{(information + information.transpose()) / 2};
  const Eigen::VectorXd variances = solver.eigenvalues().cwiseMax(kPriorPrecision).cwiseInverse();
  const Eigen::MatrixXd covariance =
      solver.eigenvectors() * variances.asDiagonal() * solver.eigenvectors().transpose();
  return {covariance.data(), covariance.data() + covariance.size()};
}

}  // namespace

Stepped<LikelihoodFit> fit_likelihood(LikelihoodProblem problem) {
  const std::size_t n = problem.scales.size();
  LikelihoodFit fit;
  Minimum best;
  for (const auto& start : problem.starts) {
    std::vector<double> logs(n);
    for (std::size_t i = 0; i < n; ++i) logs[i] = std::log(start[i] / problem.scales[i]);
    Minimiser minimiser{logs, {.gradient_tolerance = 1e-9}};
    while (!minimiser.is_done()) {
      auto evaluating = evaluate(problem, {minimiser.point().begin(), minimiser.point().end()});
      while (evaluating.advance()) co_yield evaluating.progress();
      const Evaluation evaluation = std::move(evaluating).result();
      minimiser.tell(evaluation.objective, evaluation.gradient);
      ++fit.evaluations;
    }
    Minimum found = minimiser.result();
    if (best.point.empty() || found.value < best.value) best = std::move(found);
  }
  fit.parameters = parameters_at(problem, best.point);
  fit.has_converged = best.has_converged();
  for (const double value : best.point) fit.is_at_edge = fit.is_at_edge || std::abs(value) > kEdge - 0.5;

  Eigen::MatrixXd information(static_cast<Eigen::Index>(n), static_cast<Eigen::Index>(n));
  std::vector<double> at = best.point;
  for (std::size_t i = 0; i < n; ++i) {
    constexpr double kStep = 1e-4;
    std::vector<double> difference(n, 0);
    for (const double side : {1.0, -1.0}) {
      at[i] = best.point[i] + side * kStep;
      auto evaluating = evaluate(problem, at);
      while (evaluating.advance()) co_yield evaluating.progress();
      const Evaluation evaluation = std::move(evaluating).result();
      for (std::size_t j = 0; j < n; ++j) difference[j] += side * evaluation.gradient[j] / (2 * kStep);
    }
    at[i] = best.point[i];
    for (std::size_t j = 0; j < n; ++j) {
      information(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) =
          std::isfinite(difference[j]) ? difference[j] : 0;
    }
  }
  auto evaluating = evaluate(problem, best.point);
  while (evaluating.advance()) co_yield evaluating.progress();
  fit.log_likelihood = std::move(evaluating).result().log_likelihood;
  fit.covariance = covariance_from(information);
  co_return fit;
}

}  // namespace attune::stats
