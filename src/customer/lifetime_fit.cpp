#include "customer/lifetime_fit.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "stats/distributions.hpp"
#include "stats/likelihood_fit.hpp"

namespace attune::customer {
namespace {

constexpr std::uint64_t kEnoughRepeatCustomers = 5;
constexpr double kEnoughRepeatOrders = 10;
constexpr std::size_t kGroupsForStarts = 5000;

struct Totals {
  double customers = 0, repeat_customers = 0, orders = 0, age = 0;
};

Totals totals_of(std::span<const ActivityGroup> groups) {
  Totals totals;
  for (const auto& [activity, customers] : groups) {
    totals.customers += customers;
    totals.repeat_customers += activity.frequency > 0 ? customers : 0;
    totals.orders += customers * activity.frequency;
    totals.age += customers * activity.age;
  }
  return totals;
}

// The mean time between orders if everybody stayed, never 0.
double time_per_order(const Totals& totals) {
  const double mean_age = totals.customers > 0 ? totals.age / totals.customers : 0;
  const double time = (totals.age + mean_age) / (totals.orders + 1);
  return time > 0 ? time : 1;
}

// Of published fits (groceries, music, clothes, gifts): orders vary between customers about as much as an
// exponential does, and one customer in five leaves after an order, or a lifetime is ten orders long.
LifetimeParameters typical_parameters(LifetimeModel model, const Totals& totals) {
  const double time = time_per_order(totals);
  if (model == LifetimeModel::ParetoNbd) return {model, {1, time, 1, 10 * time}};
  return {model, {1, time, 1, 4}};
}

std::vector<std::vector<double>> starts_for(LifetimeModel model, double time) {
  if (model == LifetimeModel::ParetoNbd) {
    return {{0.5, 0.5 * time, 0.5, 2 * time}, {2, 2 * time, 1, 20 * time}, {0.5, 0.1 * time, 0.2, time}};
  }
  return {{0.5, 0.25 * time, 1, 3}, {2, time, 0.3, 3}, {0.3, 0.05 * time, 3, 10}};
}

stats::LikelihoodProblem problem_for(LifetimeModel model, const std::vector<ActivityGroup>& groups,
                                     double time) {
  stats::LikelihoodProblem problem;
  problem.rows = groups.size();
  problem.weight = totals_of(groups).customers;
  const bool has_two_times = model == LifetimeModel::ParetoNbd;
  problem.scales = {1, time, 1, has_two_times ? time : 1};
  problem.likelihood = [model, &groups](std::size_t first, std::size_t last, std::span<const double> at,
                                        std::span<double> gradient) {
    LifetimeParameters parameters{model, {}};
    std::copy(at.begin(), at.end(), parameters.value.begin());
    ParameterArray slope{};
    const double value =
        add_log_likelihood(parameters, std::span{groups}.subspan(first, last - first), slope);
    for (std::size_t i = 0; i < slope.size(); ++i) gradient[i] += slope[i];
    return value;
  };
  return problem;
}

void use_typical_values(LifetimeFit& fit, LifetimeModel model, const Totals& totals, std::string why) {
  fit.parameters = typical_parameters(model, totals);
  fit.is_fitted = false;
  fit.remark = std::move(why);
  fit.covariance = {};
  for (std::size_t i = 0; i < kLifetimeParameters; ++i) fit.covariance[i * (kLifetimeParameters + 1)] = 1;
}

// The spread of log(expected orders) that comes from the parameters' covariance (delta method).
double log_spread(const LifetimeFit& fit, const Activity& activity, double horizon, double expected) {
  ParameterArray slope{};
  for (std::size_t i = 0; i < kLifetimeParameters; ++i) {
    constexpr double kStep = 1e-3;
    LifetimeParameters moved = fit.parameters;
    moved.value[i] *= std::exp(kStep);
    const double above = expected_orders(moved, activity, horizon);
    slope[i] = above > 0 ? std::log(above / expected) / kStep : 0;
  }
  double variance = 0;
  for (std::size_t i = 0; i < kLifetimeParameters; ++i) {
    for (std::size_t j = 0; j < kLifetimeParameters; ++j) {
      variance += slope[i] * fit.covariance[i * kLifetimeParameters + j] * slope[j];
    }
  }
  return std::sqrt(std::clamp(variance, 0.0, 9.0));
}

// The least k with P(orders <= k) >= probability, for orders that are 0 with chance 1 - alive and negative
// binomial with this mean and shape otherwise.
double order_quantile(double alive, double mean, double shape, double probability) {
  if (1 - alive >= probability || !(mean > 0)) return 0;
  const double wanted = (probability - (1 - alive)) / alive;
  if (mean > 200) {  // the gamma distribution is near enough, and the sum below would be long
    return std::floor(stats::gamma_quantile(shape, shape / mean, wanted));
  }
  const double q = mean / (mean + shape);
  double term = std::exp(-shape * std::log1p(mean / shape));
  double sum = term;
  double k = 0;
  while (sum < wanted && k < 100'000) {
    term *= q * (shape + k) / (k + 1);
    sum += term;
    k += 1;
  }
  return k;
}

}  // namespace

Stepped<LifetimeFit> fit_lifetime_model(std::span<const Activity> activities, LifetimeModel model) {
  const std::vector<ActivityGroup> groups = group_activities(activities);
  co_yield Progress{"Learning how often customers return", 0, groups.size()};
  const Totals totals = totals_of(groups);
  LifetimeFit fit;
  fit.customers = activities.size();
  fit.repeat_customers = static_cast<std::uint64_t>(totals.repeat_customers);
  if (fit.repeat_customers < kEnoughRepeatCustomers || totals.orders < kEnoughRepeatOrders) {
    use_typical_values(fit, model, totals,
                       "Only " + std::to_string(fit.repeat_customers) +
                           " customers came back, too few to learn from; typical values are used instead");
    co_return fit;
  }
  const double time = time_per_order(totals);
  std::vector<std::vector<double>> starts = starts_for(model, time);
  if (groups.size() > 2 * kGroupsForStarts) {  // find the way on a part, then go it with everybody
    const std::vector<ActivityGroup> sample =
        stats::thinned(std::span<const ActivityGroup>{groups}, kGroupsForStarts);
    stats::LikelihoodProblem problem = problem_for(model, sample, time);
    problem.starts = starts;
    auto fitting = stats::fit_likelihood(std::move(problem));
    while (fitting.advance()) co_yield Progress{"Learning how often customers return", 0, groups.size()};
    starts = {std::move(fitting).result().parameters};
  }
  stats::LikelihoodProblem problem = problem_for(model, groups, time);
  problem.starts = starts;
  auto fitting = stats::fit_likelihood(std::move(problem));
  while (fitting.advance()) {
    co_yield Progress{"Learning how often customers return", fitting.progress().done, groups.size()};
  }
  const stats::LikelihoodFit found = std::move(fitting).result();
  if (!found.has_converged) {
    use_typical_values(fit, model, totals,
                       "The model of returning customers did not settle; typical values are used instead");
    co_return fit;
  }
  fit.parameters.model = model;
  std::copy(found.parameters.begin(), found.parameters.end(), fit.parameters.value.begin());
  std::copy(found.covariance.begin(), found.covariance.end(), fit.covariance.begin());
  fit.log_likelihood = found.log_likelihood;
  fit.is_fitted = true;
  if (found.is_at_edge)
    fit.remark = "These customers differ too little to tell staying from leaving with certainty";
  co_return fit;
}

OrderForecast forecast_orders(const LifetimeFit& fit, const Activity& activity, double horizon,
                              double spread) {
  OrderForecast forecast;
  forecast.alive = probability_alive(fit.parameters, activity);
  forecast.silent = probability_silent(fit.parameters, activity, horizon);
  forecast.expected = expected_orders(fit.parameters, activity, horizon);
  if (!(forecast.expected > 0)) return forecast;
  constexpr double kZ = 1.959963984540054;
  forecast.expected_low = forecast.expected * std::exp(-kZ * spread);
  forecast.expected_high = forecast.expected * std::exp(kZ * spread);
  // The rate's gamma posterior has shape r + x; not knowing the parameters spreads it further.
  const double own_shape = fit.parameters.value[0] + repaired(activity).frequency;
  const double shape = 1 / (1 / own_shape + std::expm1(spread * spread));
  const double mean = forecast.expected / std::max(forecast.alive, 1e-12);
  forecast.low = order_quantile(forecast.alive, mean, shape, 0.025);
  forecast.high = order_quantile(forecast.alive, mean, shape, 0.975);
  return forecast;
}

OrderForecast forecast_orders(const LifetimeFit& fit, const Activity& activity, double horizon) {
  const double expected = expected_orders(fit.parameters, activity, horizon);
  const double spread = expected > 0 ? log_spread(fit, activity, horizon, expected) : 0;
  return forecast_orders(fit, activity, horizon, spread);
}

double common_spread(const LifetimeFit& fit, std::span<const Activity> sample, double horizon) {
  double widest = 0;
  for (const Activity& activity : sample) {
    const double expected = expected_orders(fit.parameters, activity, horizon);
    if (expected > 1e-6) widest = std::max(widest, log_spread(fit, activity, horizon, expected));
  }
  return widest;
}

}  // namespace attune::customer
