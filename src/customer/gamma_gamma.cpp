#include "customer/gamma_gamma.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "stats/distributions.hpp"
#include "stats/likelihood_fit.hpp"

namespace attune::customer {
namespace {

using stats::digamma;
using stats::log_gamma;

constexpr std::size_t kEnoughCustomers = 10;
constexpr std::size_t kTeachersForStarts = 5000;

bool teaches(const Spending& customer) {
  return customer.orders > 0 && customer.mean_amount > 0 &&
         std::isfinite(customer.orders * customer.mean_amount);
}

struct Moments {
  double mean = 0;    // over orders
  double spread = 0;  // relative variance of customers' means
};

Moments moments_of(std::span<const Spending> customers) {
  double orders = 0;
  double amount = 0;
  for (const Spending& customer : customers) {
    orders += customer.orders;
    amount += customer.orders * customer.mean_amount;
  }
  if (!(orders > 0)) return {};
  Moments moments{amount / orders, 0};
  for (const Spending& customer : customers) {
    const double difference = customer.mean_amount / moments.mean - 1;
    moments.spread += difference * difference / static_cast<double>(customers.size());
  }
  return moments;
}

// `customers`, sorted by orders, must outlive it.
stats::LikelihoodProblem problem_for(const std::vector<Spending>& customers, double mean,
                                     std::vector<std::vector<double>> starts) {
  stats::LikelihoodProblem problem;
  problem.rows = customers.size();
  problem.weight = static_cast<double>(customers.size());
  problem.scales = {1, 1, mean};
  problem.starts = std::move(starts);
  problem.likelihood = [&customers](std::size_t first, std::size_t last, std::span<const double> at,
                                    std::span<double> gradient) {
    std::array<double, 3> slope{};
    const double value =
        add_log_likelihood({at[0], at[1], at[2]}, std::span{customers}.subspan(first, last - first), slope);
    for (std::size_t i = 0; i < 3; ++i) gradient[i] += slope[i];
    return value;
  };
  return problem;
}

std::string remark_on(const stats::LikelihoodFit& fit) {
  if (!fit.has_converged)
    return "The model of order values did not settle; the average order is used for everybody";
  if (fit.parameters[1] <= 1.05) {
    return "A few very large orders dominate; the average order is used for everybody";
  }
  if (fit.is_at_edge)
    return "Order values hardly vary in one respect; the model of order values is at its limit";
  return {};
}

}  // namespace

double add_log_likelihood(const GammaGammaParameters& parameters, std::span<const Spending> customers,
                          std::array<double, 3>& gradient) {
  const auto [p, q, gamma] = parameters;
  const double constant = -log_gamma(q) + q * std::log(gamma);
  const double digamma_q = digamma(q);
  double orders = -1;
  double terms = 0;
  double shape_digamma = 0;
  double joint_digamma = 0;
  double sum = 0;
  std::array<double, 3> slope{};
  for (const Spending& customer : customers) {
    const double x = customer.orders;
    const double z = customer.mean_amount;
    if (x != orders) {
      orders = x;
      terms = log_gamma(p * x + q) - log_gamma(p * x) + p * x * std::log(x);
      joint_digamma = digamma(p * x + q);
      shape_digamma = digamma(p * x);
    }
    const double rate = gamma + x * z;
    const double log_rate = std::log(rate);
    const double log_z = std::log(z);
    sum += constant + terms + (p * x - 1) * log_z - (p * x + q) * log_rate;
    slope[0] += x * (joint_digamma - shape_digamma + log_z + std::log(x) - log_rate);
    slope[1] += joint_digamma - digamma_q + std::log(gamma) - log_rate;
    slope[2] += q / gamma - (p * x + q) / rate;
  }
  gradient[0] += slope[0] * p;
  gradient[1] += slope[1] * q;
  gradient[2] += slope[2] * gamma;
  return sum;
}

Stepped<GammaGammaFit> fit_gamma_gamma(std::span<const Spending> customers) {
  std::vector<Spending> teachers;
  std::copy_if(customers.begin(), customers.end(), std::back_inserter(teachers), teaches);
  std::sort(teachers.begin(), teachers.end(), [](const Spending& a, const Spending& b) {
    return std::pair{a.orders, a.mean_amount} < std::pair{b.orders, b.mean_amount};
  });
  GammaGammaFit fit;
  const Moments moments = moments_of(teachers);
  fit.customers = teachers.size();
  fit.population_mean = moments.mean;
  if (teachers.size() < kEnoughCustomers) {
    fit.remark = "Fewer than " + std::to_string(kEnoughCustomers) +
                 " customers have a repeat order with an amount; the average order is used for everybody";
    co_return fit;
  }
  if (moments.spread < 1e-9) {
    fit.remark = "All orders have the same value";
    co_return fit;
  }
  std::vector<std::vector<double>> starts{{2, 3, moments.mean}, {8, 2.5, moments.mean / 4}};
  if (teachers.size() > 2 * kTeachersForStarts) {  // find the way with a part, then go it with everybody
    const std::vector<Spending> sample =
        stats::thinned(std::span<const Spending>{teachers}, kTeachersForStarts);
    auto finding = stats::fit_likelihood(problem_for(sample, moments.mean, std::move(starts)));
    while (finding.advance()) co_yield Progress{"Learning what orders are worth", 0, teachers.size()};
    starts = {std::move(finding).result().parameters};
  }
  auto fitting = stats::fit_likelihood(problem_for(teachers, moments.mean, std::move(starts)));
  while (fitting.advance())
    co_yield Progress{"Learning what orders are worth", fitting.progress().done, fitting.progress().total};
  const stats::LikelihoodFit found = std::move(fitting).result();
  fit.parameters = {found.parameters[0], found.parameters[1], found.parameters[2]};
  fit.log_likelihood = found.log_likelihood;
  std::copy(found.covariance.begin(), found.covariance.end(), fit.covariance.begin());
  fit.remark = remark_on(found);
  fit.is_fitted = found.has_converged && found.parameters[1] > 1.05;
  co_return fit;
}

double expected_amount(const GammaGammaFit& fit, const Spending& customer) {
  if (!fit.is_fitted) return std::max(0.0, fit.population_mean);
  const auto [p, q, gamma] = fit.parameters;
  if (!teaches(customer)) return p * gamma / (q - 1);
  return p * (gamma + customer.orders * customer.mean_amount) / (p * customer.orders + q - 1);
}

AmountRange amount_range(const GammaGammaFit& fit, const Spending& customer) {
  return AmountRanges{fit}.of(customer);
}

AmountRange AmountRanges::of(const Spending& customer) {
  if (!fit_->is_fitted) return {fit_->population_mean, fit_->population_mean};
  const auto [p, q, gamma] = fit_->parameters;
  const bool known = teaches(customer);
  // nu | data ~ Gamma(shape, rate) and the customer's mean is p / nu.
  const double shape = known ? p * customer.orders + q : q;
  const double rate = known ? gamma + customer.orders * customer.mean_amount : gamma;
  if (shape != shape_) {
    shape_ = shape;
    low_quantile_ = stats::gamma_quantile(shape, 1, 0.025);
    high_quantile_ = stats::gamma_quantile(shape, 1, 0.975);
  }
  return {p * rate / high_quantile_, p * rate / low_quantile_};
}

}  // namespace attune::customer
