#include "customer/lifetime_model.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "customer/bg_nbd.hpp"
#include "customer/pareto_nbd.hpp"

namespace attune::customer {
namespace {

auto sort_key(const Activity& activity) {
  return std::tuple{activity.frequency, activity.recency, activity.age};
}

double finite_or_zero(double value) { return std::isfinite(value) ? std::max(0.0, value) : 0.0; }

}  // namespace

Activity repaired(const Activity& activity) noexcept {
  Activity result{finite_or_zero(activity.frequency), finite_or_zero(activity.recency),
                  finite_or_zero(activity.age)};
  if (!(result.frequency > 0)) result.recency = 0;
  result.age = std::max(result.age, result.recency);
  return result;
}

std::vector<ActivityGroup> group_activities(std::span<const Activity> activities) {
  std::vector<Activity> sorted;
  sorted.reserve(activities.size());
  for (const Activity& activity : activities) sorted.push_back(repaired(activity));
  std::sort(sorted.begin(), sorted.end(),
            [](const Activity& a, const Activity& b) { return sort_key(a) < sort_key(b); });
  std::vector<ActivityGroup> groups;
  for (const Activity& activity : sorted) {
    if (groups.empty() || sort_key(groups.back().activity) != sort_key(activity))
      groups.push_back({activity, 0});
    groups.back().customers += 1;
  }
  return groups;
}

const char* name_of(LifetimeModel model) noexcept {
  switch (model) {
    case LifetimeModel::BgNbd:
      return "BG/NBD";
    case LifetimeModel::MbgNbd:
      return "MBG/NBD";
    case LifetimeModel::ParetoNbd:
      return "Pareto/NBD";
  }
  return "";
}

std::array<const char*, kLifetimeParameters> parameter_names(LifetimeModel model) noexcept {
  if (model == LifetimeModel::ParetoNbd) return {"r", "alpha", "s", "beta"};
  return {"r", "alpha", "a", "b"};
}

double add_log_likelihood(const LifetimeParameters& parameters, std::span<const ActivityGroup> groups,
                          ParameterArray& gradient) {
  if (parameters.model == LifetimeModel::ParetoNbd) {
    return pareto_nbd::add_log_likelihood(parameters.value, groups, gradient);
  }
  return bg_nbd::add_log_likelihood(parameters.value, parameters.model == LifetimeModel::MbgNbd, groups,
                                    gradient);
}

double probability_alive(const LifetimeParameters& parameters, const Activity& activity) {
  const Activity possible = repaired(activity);
  if (parameters.model == LifetimeModel::ParetoNbd)
    return pareto_nbd::probability_alive(parameters.value, possible);
  return bg_nbd::probability_alive(parameters.value, parameters.model == LifetimeModel::MbgNbd, possible);
}

double probability_silent(const LifetimeParameters& parameters, const Activity& activity, double horizon) {
  if (!(horizon > 0)) return 1;
  const Activity possible = repaired(activity);
  const double alive = probability_alive(parameters, possible);
  const double silent = parameters.model == LifetimeModel::ParetoNbd
                            ? pareto_nbd::probability_silent_alive(parameters.value, possible, horizon)
                            : bg_nbd::probability_silent_alive(parameters.value, possible, horizon);
  return std::clamp(1 - alive * (1 - silent), 0.0, 1.0);
}

double expected_orders(const LifetimeParameters& parameters, const Activity& activity, double horizon) {
  const Activity possible = repaired(activity);
  if (parameters.model == LifetimeModel::ParetoNbd) {
    return pareto_nbd::expected_orders(parameters.value, possible, horizon);
  }
  return bg_nbd::expected_orders(parameters.value, parameters.model == LifetimeModel::MbgNbd, possible,
                                 horizon);
}

}  // namespace attune::customer
