// Maximum likelihood for models whose parameters are all positive, over any number of rows.
//
// Works on the logarithms of the parameters, from several starts. A very weak prior (normal, standard
// deviation 20 around each scale) keeps a direction the data say nothing about from running away; beyond
// e^10 times its scale a parameter is pushed back, and the fit says that it is at the edge.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "base/stepped.hpp"

namespace attune::stats {

// The log-likelihood of rows [first, last), and (added to `gradient`) its derivatives by the logarithms of
// the parameters.
using BlockLikelihood = std::function<double(std::size_t first, std::size_t last,
                                             std::span<const double> parameters, std::span<double> gradient)>;

struct LikelihoodProblem {
  std::size_t rows = 0;
  double weight = 0;  // cases behind the rows
  BlockLikelihood likelihood;
  std::vector<double> scales;               // the order of magnitude of each parameter
  std::vector<std::vector<double>> starts;  // at least one; all > 0
};

struct LikelihoodFit {
  std::vector<double> parameters;
  double log_likelihood = 0;       // without the prior
  std::vector<double> covariance;  // of the logarithms of the parameters, row-major: inverse information
  bool has_converged = false;
  bool is_at_edge = false;  // a parameter wants to be 0 or infinite
  int evaluations = 0;
};

// About `most` of the rows, evenly spread: to find the way on a part before going it with all of them.
template <class Row>
[[nodiscard]] std::vector<Row> thinned(std::span<const Row> rows, std::size_t most) {
  std::vector<Row> sample;
  const std::size_t stride = rows.size() / most + 1;
  for (std::size_t i = stride / 2; i < rows.size(); i += stride) sample.push_back(rows[i]);
  return sample;
}

// What `likelihood` refers to must outlive the computation.
[[nodiscard]] Stepped<LikelihoodFit> fit_likelihood(LikelihoodProblem problem);

}  // namespace attune::stats
