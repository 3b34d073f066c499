// Pareto/NBD: orders come as a Poisson process with rate ~ Gamma(r, alpha) until the customer leaves,
// after a time that is exponential with rate ~ Gamma(s, beta). Used through lifetime_model.hpp.
//
// The likelihood's second part, usually written with two Gauss hypergeometric functions that cancel, is
//   s * integral from t_x to T of (alpha + u)^-(r + x) (beta + u)^-(s + 1) du,
// a positive integral that quadrature gives together with its derivatives.
#pragma once

#include "customer/lifetime_model.hpp"

namespace attune::customer::pareto_nbd {

// parameters: r, alpha, s, beta.
double add_log_likelihood(const ParameterArray& parameters, std::span<const ActivityGroup> groups,
                          ParameterArray& gradient);
double probability_alive(const ParameterArray& parameters, const Activity& activity);
// Of one who is a customer: no order in the horizon, because the rate is low or because he leaves meanwhile.
double probability_silent_alive(const ParameterArray& parameters, const Activity& activity, double horizon);
double expected_orders(const ParameterArray& parameters, const Activity& activity, double horizon);

}  // namespace attune::customer::pareto_nbd
