// Models of customers who may leave without a word: how often one orders while a customer, and when one
// silently stops being one.
//
//   BgNbd      Fader, Hardie, Lee 2005, "Counting Your Customers" the Easy Way. Parameters r, alpha, a, b
//   MbgNbd     Batislam, Denizel, Filiztekin 2007; Hoppe, Wagner 2007. As above, and a customer may be
//              gone right after the first order
//   ParetoNbd  Schmittlein, Morrison, Colombo 1987. Parameters r, alpha, s, beta
//
// Every figure is finite and not negative for positive parameters and any valid Activity.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace attune::customer {

// What the models need to know of a customer: x, t_x and T of the literature, times in one unit (weeks,
// say) that alpha and beta then share. 0 <= recency <= age; recency is 0 when frequency is.
struct Activity {
  double frequency = 0;  // repeat orders: days with an order, after the first
  double recency = 0;    // first order to last order
  double age = 0;        // first order to the end of observation
};

// Customers with the same activity, counted once. Sorted sums do not depend on the order of rows.
struct ActivityGroup {
  Activity activity;
  double customers = 0;
};

// Sorted by frequency, recency, age. Impossible activities are repaired to the nearest possible one.
[[nodiscard]] std::vector<ActivityGroup> group_activities(std::span<const Activity> activities);
[[nodiscard]] Activity repaired(const Activity& activity) noexcept;

enum class LifetimeModel : std::uint8_t { BgNbd, MbgNbd, ParetoNbd };
[[nodiscard]] const char* name_of(LifetimeModel model) noexcept;  // "BG/NBD", ...

constexpr std::size_t kLifetimeParameters = 4;
using ParameterArray = std::array<double, kLifetimeParameters>;

struct LifetimeParameters {
  LifetimeModel model = LifetimeModel::BgNbd;
  ParameterArray value{};  // in the order given above; all > 0
};

[[nodiscard]] std::array<const char*, kLifetimeParameters> parameter_names(LifetimeModel model) noexcept;

// The sum over groups, and (added to `gradient`) its derivatives by the logarithms of the parameters.
double add_log_likelihood(const LifetimeParameters& parameters, std::span<const ActivityGroup> groups,
                          ParameterArray& gradient);

// The chance that the customer is still one at the end of observation.
[[nodiscard]] double probability_alive(const LifetimeParameters& parameters, const Activity& activity);

// The chance of no order at all in the `horizon` after the end of observation: gone already, or still a
// customer and silent so long. 1 for a horizon of 0.
[[nodiscard]] double probability_silent(const LifetimeParameters& parameters, const Activity& activity,
                                        double horizon);

// Expected number of orders in the `horizon` after the end of observation. With an Activity of zeros: of a
// new customer, after the first order.
[[nodiscard]] double expected_orders(const LifetimeParameters& parameters, const Activity& activity,
                                     double horizon);

}  // namespace attune::customer
