// Learns a lifetime model from the customers at hand, or says why that cannot be done and uses typical
// values instead.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

#include "base/stepped.hpp"
#include "customer/lifetime_model.hpp"

namespace attune::customer {

struct LifetimeFit {
  LifetimeParameters parameters;
  double log_likelihood = 0;
  std::array<double, kLifetimeParameters * kLifetimeParameters> covariance{};  // of the logarithms; row-major
  std::uint64_t customers = 0;
  std::uint64_t repeat_customers = 0;
  bool is_fitted = false;  // false: typical values, not learned from these customers
  std::string remark;      // why not, or what to beware of; a sentence for people, or empty
};

// `activities` must outlive the computation. Never fails: see is_fitted and remark.
[[nodiscard]] Stepped<LifetimeFit> fit_lifetime_model(std::span<const Activity> activities,
                                                      LifetimeModel model);

// How the future of one customer spreads around its expectation.
struct OrderForecast {
  double alive = 0;     // probability_alive
  double silent = 1;    // probability_silent within the horizon
  double expected = 0;  // expected_orders
  double expected_low = 0,
         expected_high = 0;  // 95 %: what is uncertain because the model was learned from a sample
  double low = 0,
         high = 0;  // 95 %: the number of orders itself, whole numbers; holds the truth at least so often
};

[[nodiscard]] OrderForecast forecast_orders(const LifetimeFit& fit, const Activity& activity, double horizon);

// The same with one spread (of the logarithm of the expectation) for everybody, which is most of the work:
// the largest of `sample`. For many customers, where it is small and alike.
[[nodiscard]] double common_spread(const LifetimeFit& fit, std::span<const Activity> sample, double horizon);
[[nodiscard]] OrderForecast forecast_orders(const LifetimeFit& fit, const Activity& activity, double horizon,
                                            double spread);

}  // namespace attune::customer
