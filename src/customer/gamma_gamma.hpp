// What an order of a customer is worth on average: the Gamma-Gamma model (Fader, Hardie, Lee 2005, "RFM and
// CLV"; Fader, Hardie 2013, "The Gamma-Gamma Model of Monetary Value").
//
// Orders of one customer vary around his own mean as a Gamma(p, nu); nu ~ Gamma(q, gamma) across customers.
// A customer with few orders is drawn towards the mean of all.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/stepped.hpp"

namespace attune::customer {

// Orders counted and their mean amount. Only customers with both > 0 teach the model.
struct Spending {
  double orders = 0;
  double mean_amount = 0;
};

struct GammaGammaParameters {
  double p = 0, q = 0, gamma = 0;
};

struct GammaGammaFit {
  GammaGammaParameters parameters;
  double log_likelihood = 0;
  std::array<double, 9> covariance{};  // of log p, log q, log gamma; row-major
  std::uint64_t customers = 0;         // who taught it
  double population_mean = 0;          // mean amount over orders; the fallback for everybody
  bool is_fitted = false;
  std::string remark;  // why not, or what to beware of; a sentence for people, or empty
};

[[nodiscard]] Stepped<GammaGammaFit> fit_gamma_gamma(std::span<const Spending> customers);

// Adds to `gradient` the derivatives by the logarithms of p, q, gamma.
double add_log_likelihood(const GammaGammaParameters& parameters, std::span<const Spending> customers,
                          std::array<double, 3>& gradient);

// E[amount of an order | what the customer spent so far], never negative; the population's when nothing is
// known of the customer.
[[nodiscard]] double expected_amount(const GammaGammaFit& fit, const Spending& customer);

// The 95 % interval of expected_amount: how much of it is the customer's own few orders (the posterior of
// his mean).
struct AmountRange {
  double low = 0, high = 0;
};
[[nodiscard]] AmountRange amount_range(const GammaGammaFit& fit, const Spending& customer);

// The same for many customers: those with equally many orders, one after the other, share the dear part.
class AmountRanges {
 public:
  explicit AmountRanges(const GammaGammaFit& fit) : fit_{&fit} {}  // which must outlive it
  [[nodiscard]] AmountRange of(const Spending& customer);

 private:
  const GammaGammaFit* fit_;
  double shape_ = 0;                             // that the quantiles are of
  double low_quantile_ = 0, high_quantile_ = 0;  // of Gamma(shape, 1)
};

}  // namespace attune::customer
