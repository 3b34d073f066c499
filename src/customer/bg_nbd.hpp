// BG/NBD and MBG/NBD: after each order a customer leaves with a chance p ~ Beta(a, b); while a customer,
// orders come as a Poisson process with rate ~ Gamma(r, alpha). Used through lifetime_model.hpp.
#pragma once

#include "customer/lifetime_model.hpp"

namespace attune::customer::bg_nbd {

// `may_leave_at_once`: MBG/NBD. parameters: r, alpha, a, b.
double add_log_likelihood(const ParameterArray& parameters, bool may_leave_at_once,
                          std::span<const ActivityGroup> groups, ParameterArray& gradient);
double probability_alive(const ParameterArray& parameters, bool may_leave_at_once, const Activity& activity);
// Of one who is a customer: no order in the horizon. Nobody leaves without one, so it is the rate's part
// alone.
double probability_silent_alive(const ParameterArray& parameters, const Activity& activity, double horizon);
double expected_orders(const ParameterArray& parameters, bool may_leave_at_once, const Activity& activity,
                       double horizon);

}  // namespace attune::customer::bg_nbd
