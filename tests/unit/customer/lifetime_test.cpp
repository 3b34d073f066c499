#include "customer/lifetime_fit.hpp"

#include <cmath>
#include <numeric>
#include <vector>

#include <catch_amalgamated.hpp>

#include "base/random.hpp"
#include "stats/minimiser.hpp"
#include "unit/customer/cdnow.hpp"

using namespace attune::customer;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

const auto kModels = {LifetimeModel::BgNbd, LifetimeModel::MbgNbd, LifetimeModel::ParetoNbd};

std::vector<Activity> cdnow_activities(const std::vector<Order>& orders) {
  const int until = attune::test::day_of(attune::test::kCdnowCalibrationEnd);
  std::vector<Activity> activities;
  for (const auto& history : build_histories(orders, {.until = until}).customers) {
    activities.push_back(activity_of(history, until, 7));
  }
  return activities;
}

// Customers that behave as BG/NBD says, 52 weeks long.
std::vector<Activity> made_up_customers(int count, const ParameterArray& parameters, std::uint64_t seed) {
  attune::Random random{seed};
  const auto exponential = [&random] { return -std::log1p(-random.uniform()); };
  const auto gamma = [&](double shape) {  // sums of exponentials: whole shapes only
    double sum = 0;
    for (int i = 0; i < static_cast<int>(shape); ++i) sum += exponential();
    return sum;
  };
  std::vector<Activity> activities;
  for (int i = 0; i < count; ++i) {
    const double rate = gamma(parameters[0]) / parameters[1];
    const double leaving = gamma(parameters[2]);
    const double p = leaving / (leaving + gamma(parameters[3]));
    Activity activity{0, 0, 20 + 32 * random.uniform()};
    for (double time = exponential() / rate; time < activity.age; time += exponential() / rate) {
      activity.frequency += 1;
      activity.recency = time;
      if (random.uniform() < p) break;
    }
    activities.push_back(activity);
  }
  return activities;
}

// What came true of a forecast.
struct Holdout {
  double n = 0, error = 0, inside = 0;
  double silent = 0, foreseen_silent = 0;  // customers without an order
  double x = 0, y = 0, xx = 0, yy = 0, xy = 0;

  void add(const OrderForecast& forecast, double actual) {
    n += 1;
    error += std::abs(forecast.expected - actual);
    inside += forecast.low <= actual && actual <= forecast.high ? 1 : 0;
    silent += actual == 0 ? 1 : 0;
    foreseen_silent += forecast.silent;
    x += forecast.expected;
    y += actual;
    xx += forecast.expected * forecast.expected;
    yy += actual * actual;
    xy += forecast.expected * actual;
  }
  double mean_absolute_error() const { return error / n; }
  double covered() const { return inside / n; }
  double correlation() const { return (xy - x * y / n) / std::sqrt((xx - x * x / n) * (yy - y * y / n)); }
};

// All repeat orders so far, tracked week by week after `until`: the mean of |expected / actual - 1|, where
// expected is what was to be expected of each customer when new.
double tracking_error(const LifetimeFit& fit, const std::vector<Order>& orders, int until, int last) {
  double sum = 0;
  double weeks = 0;
  for (int week_end = until + 7; week_end <= last; week_end += 7) {
    double expected = 0;
    double actual = 0;
    for (const auto& history : build_histories(orders, {.until = week_end}).customers) {
      // Until the end of the day: a week whose last day is observed lasts until the next one begins.
      expected += expected_orders(fit.parameters, {}, (week_end + 1 - history.first_day) / 7.0);
      actual += history.visits - 1.0;
    }
    sum += std::abs(expected / actual - 1);
    weeks += 1;
  }
  return sum / weeks;
}

void check_sane(const LifetimeFit& fit, const Activity& activity) {
  for (const double parameter : fit.parameters.value) {
    CHECK(std::isfinite(parameter));
    CHECK(parameter > 0);
  }
  const OrderForecast forecast = forecast_orders(fit, activity, 26);
  for (const double value : {forecast.alive, forecast.expected, forecast.expected_low, forecast.expected_high,
                             forecast.low, forecast.high}) {
    CHECK(std::isfinite(value));
    CHECK(value >= 0);
  }
  CHECK(forecast.alive <= 1);
  CHECK(forecast.expected_low <= forecast.expected);
  CHECK(forecast.expected <= forecast.expected_high);
  CHECK(forecast.low <= forecast.high);
}

}  // namespace

TEST_CASE("BG/NBD, MBG/NBD and Pareto/NBD meet the published CDNOW results", "[customer][lifetime][cdnow]") {
  const auto orders = attune::test::cdnow_orders();
  if (!orders) SKIP("needs the cdnow data set and xz");
  const std::vector<Activity> activities = cdnow_activities(*orders);
  REQUIRE(activities.size() == 2357);

  const LifetimeFit bg = fit_lifetime_model(activities, LifetimeModel::BgNbd).run();
  CHECK(bg.is_fitted);
  CHECK(bg.remark.empty());
  CHECK_THAT(bg.parameters.value[0], WithinAbs(0.243, 5e-4));
  CHECK_THAT(bg.parameters.value[1], WithinAbs(4.414, 1e-3));
  CHECK_THAT(bg.parameters.value[2], WithinAbs(0.793, 5e-4));
  CHECK_THAT(bg.parameters.value[3], WithinAbs(2.426, 1e-3));
  CHECK_THAT(bg.log_likelihood, WithinAbs(-9582.4, 0.05));
  CHECK_THAT(expected_orders(bg.parameters, {2, 30.43, 38.86}, 39), WithinAbs(1.226, 1e-3));

  const LifetimeFit pareto = fit_lifetime_model(activities, LifetimeModel::ParetoNbd).run();
  CHECK_THAT(pareto.parameters.value[0], WithinAbs(0.553, 1e-3));
  CHECK_THAT(pareto.parameters.value[1], WithinAbs(10.578, 1e-2));
  CHECK_THAT(pareto.parameters.value[2], WithinAbs(0.606, 1e-3));
  CHECK_THAT(pareto.parameters.value[3], WithinAbs(11.669, 2e-2));
  CHECK_THAT(pareto.log_likelihood, WithinAbs(-9595.0, 0.05));

  const LifetimeFit mbg = fit_lifetime_model(activities, LifetimeModel::MbgNbd).run();
  CHECK_THAT(mbg.parameters.value[0], WithinAbs(0.525, 1e-3));
  CHECK_THAT(mbg.parameters.value[1], WithinAbs(6.183, 5e-3));
  CHECK_THAT(mbg.parameters.value[2], WithinAbs(0.891, 1e-3));
  CHECK_THAT(mbg.parameters.value[3], WithinAbs(1.614, 1e-3));
}

TEST_CASE("BG/NBD forecasts the CDNOW holdout as well as published", "[customer][lifetime][cdnow]") {
  const auto orders = attune::test::cdnow_orders();
  if (!orders) SKIP("needs the cdnow data set and xz");
  const int until = attune::test::day_of(attune::test::kCdnowCalibrationEnd);
  const int last = attune::test::day_of(attune::test::kCdnowEnd);
  const Histories calibration = build_histories(*orders, {.until = until});
  const Histories everything = build_histories(*orders);
  REQUIRE(everything.customers.size() == calibration.customers.size());
  const LifetimeFit fit = fit_lifetime_model(cdnow_activities(*orders), LifetimeModel::BgNbd).run();

  Holdout holdout;
  for (std::size_t i = 0; i < calibration.customers.size(); ++i) {
    const Activity activity = activity_of(calibration.customers[i], until, 7);
    const OrderForecast forecast = forecast_orders(fit, activity, (last - until) / 7.0);
    holdout.add(forecast, everything.customers[i].visits - calibration.customers[i].visits);
  }
  CHECK(holdout.mean_absolute_error() <= 0.786);
  CHECK_THAT(holdout.correlation(), WithinAbs(0.626, 5e-4));  // published with three decimals
  CHECK(holdout.covered() >= 0.95);
  CHECK_THAT(holdout.foreseen_silent / holdout.n,
             WithinAbs(holdout.silent / holdout.n, 0.03));  // 0.738, 0.710

  CHECK(tracking_error(fit, *orders, until, last) <= 0.0254);
}

TEST_CASE("intervals are honest when only 50 customers are known", "[customer][lifetime][cdnow]") {
  const auto orders = attune::test::cdnow_orders();
  if (!orders) SKIP("needs the cdnow data set and xz");
  const int until = attune::test::day_of(attune::test::kCdnowCalibrationEnd);
  const Histories calibration = build_histories(*orders, {.until = until});
  const Histories everything = build_histories(*orders);
  const LifetimeFit whole = fit_lifetime_model(cdnow_activities(*orders), LifetimeModel::BgNbd).run();
  double held = 0;
  double expectation_held = 0;
  double asked = 0;
  for (std::size_t sample = 0; sample < 40; ++sample) {
    std::vector<std::size_t> picked;
    for (std::size_t i = sample; i < calibration.customers.size() && picked.size() < 50; i += 47)
      picked.push_back(i);
    std::vector<Activity> activities;
    for (const std::size_t i : picked) activities.push_back(activity_of(calibration.customers[i], until, 7));
    const LifetimeFit fit = fit_lifetime_model(activities, LifetimeModel::BgNbd).run();
    for (std::size_t i = 0; i < picked.size(); ++i) {
      const OrderForecast forecast = forecast_orders(fit, activities[i], 39);
      const auto actual = everything.customers[picked[i]].visits - calibration.customers[picked[i]].visits;
      held += forecast.low <= actual && actual <= forecast.high ? 1 : 0;
      const double truth = expected_orders(whole.parameters, activities[i], 39);
      expectation_held += forecast.expected_low <= truth && truth <= forecast.expected_high ? 1 : 0;
      asked += 1;
    }
  }
  CHECK(held / asked >= 0.95);
  CHECK(expectation_held / asked >= 0.93);
}

TEST_CASE("the gradients of the likelihoods agree with differences", "[customer][lifetime]") {
  const std::vector<Activity> activities{{0, 0, 30},  {1, 2, 38},    {2, 30.43, 38.86},
                                         {9, 11, 12}, {150, 20, 52}, {1, 5, 5}};
  const std::vector<ActivityGroup> groups = group_activities(activities);
  for (const LifetimeModel model : kModels) {
    for (const ParameterArray& at : {ParameterArray{0.24, 4.4, 0.8, 2.4}, ParameterArray{3, 0.2, 5, 0.3},
                                     ParameterArray{0.5, 10, 0.6, 11.7}, ParameterArray{40, 90, 0.01, 30}}) {
      const attune::stats::Objective objective = [&](std::span<const double> logs,
                                                     std::span<double> gradient) {
        LifetimeParameters parameters{model, {}};
        for (std::size_t i = 0; i < 4; ++i) parameters.value[i] = std::exp(logs[i]);
        ParameterArray slope{};
        const double value = add_log_likelihood(parameters, groups, slope);
        std::copy(slope.begin(), slope.end(), gradient.begin());
        return value;
      };
      std::vector<double> logs;
      for (const double value : at) logs.push_back(std::log(value));
      INFO(name_of(model) << " r=" << at[0] << " alpha=" << at[1]);
      CHECK(attune::stats::gradient_error(objective, logs) < 1e-5);
    }
  }
}

TEST_CASE("the chance of silence is what customers do who behave as Pareto/NBD says",
          "[customer][lifetime]") {
  const LifetimeParameters parameters{LifetimeModel::ParetoNbd, {1, 12, 1, 30}};
  attune::Random random{19};
  const auto exponential = [&random] { return -std::log1p(-random.uniform()); };
  constexpr double kAge = 40;
  constexpr double kHorizon = 26;
  double ordered_once = 0;
  double silent = 0;
  for (int i = 0; i < 60'000; ++i) {
    const double rate = exponential() / 12;
    const double leaves = exponential() / (exponential() / 30);
    const double second = exponential() / rate;
    if (second < std::min(leaves, kAge)) continue;
    ordered_once += 1;
    const double next = kAge + exponential() / rate;  // a Poisson process does not remember
    silent += leaves > kAge && next < std::min(leaves, kAge + kHorizon) ? 0 : 1;
  }
  const Activity once{0, 0, kAge};
  CHECK_THAT(probability_silent(parameters, once, kHorizon), WithinAbs(silent / ordered_once, 0.006));
}

TEST_CASE("the chance of silence falls with the horizon, down to having left", "[customer][lifetime]") {
  for (const LifetimeModel model : kModels) {
    const LifetimeParameters parameters{model, {0.5, 6, 0.8, 3}};
    const Activity activity{4, 20, 30};
    INFO(name_of(model));
    CHECK(probability_silent(parameters, activity, 0) == 1);
    double before = 1;
    for (const double horizon : {1.0, 10.0, 50.0, 500.0, 5e4}) {
      const double chance = probability_silent(parameters, activity, horizon);
      CHECK(chance < before);
      CHECK(chance >= 1 - probability_alive(parameters, activity));
      before = chance;
    }
  }
  const LifetimeParameters bg{LifetimeModel::BgNbd, {0.5, 6, 0.8, 3}};
  CHECK_THAT(probability_silent(bg, {4, 20, 30}, 1e9),
             WithinAbs(1 - probability_alive(bg, {4, 20, 30}), 1e-6));
}

TEST_CASE("the parameters of made-up customers are found again", "[customer][lifetime]") {
  const auto activities = made_up_customers(4000, {2, 8, 1, 3}, 11);
  const LifetimeFit fit = fit_lifetime_model(activities, LifetimeModel::BgNbd).run();
  CHECK_THAT(fit.parameters.value[0] / fit.parameters.value[1], WithinRel(0.25, 0.05));
  CHECK_THAT(fit.parameters.value[2] / fit.parameters.value[3], WithinRel(1.0 / 3, 0.1));
  CHECK_THAT(fit.parameters.value[0], WithinRel(2.0, 0.15));
}

TEST_CASE("lifetime fits do not depend on the order of customers", "[customer][lifetime]") {
  auto activities = made_up_customers(300, {1, 6, 1, 4}, 5);
  const LifetimeModel model = GENERATE(LifetimeModel::BgNbd, LifetimeModel::ParetoNbd);
  const LifetimeFit first = fit_lifetime_model(activities, model).run();
  std::reverse(activities.begin(), activities.end());
  std::swap(activities[3], activities[200]);
  const LifetimeFit second = fit_lifetime_model(activities, model).run();
  CHECK(first.parameters.value == second.parameters.value);
  CHECK(first.covariance == second.covariance);
}

TEST_CASE("no customers, one, identical ones and very busy ones are all answered", "[customer][lifetime]") {
  const LifetimeModel model = GENERATE(LifetimeModel::BgNbd, LifetimeModel::MbgNbd, LifetimeModel::ParetoNbd);
  struct Example {
    std::vector<Activity> activities;
    bool is_enough = false;
  };
  const std::vector<Example> examples{
      {{}, false},
      {{{3, 10, 12}}, false},
      {std::vector<Activity>(40, Activity{0, 0, 0}), false},
      {std::vector<Activity>(40, Activity{0, 0, 30}), false},
      {std::vector<Activity>(40, Activity{4, 20, 30}), true},
      {std::vector<Activity>(12, Activity{10'000, 51.9, 52}), true},
      {{{10'000, 520, 521}, {1, 2, 500}, {1, 3, 500}, {2, 3, 500}, {4, 400, 500}, {3, 8, 9}, {0, 0, 1}},
       true},
      {{{NAN, 1, 2}, {2, -1, 5}, {3, 9, 4}, {1, INFINITY, 3}}, false},
  };
  const auto& [activities, is_enough] = examples[GENERATE(range(0U, 8U))];
  const LifetimeFit fit = fit_lifetime_model(activities, model).run();
  INFO(name_of(model) << " n=" << activities.size() << " r=" << fit.parameters.value[0] << " "
                      << fit.parameters.value[1] << " " << fit.parameters.value[2] << " "
                      << fit.parameters.value[3] << " " << fit.remark);
  CHECK(fit.is_fitted == is_enough);
  CHECK((fit.is_fitted || !fit.remark.empty()));
  for (const Activity& activity : activities) check_sane(fit, activity);
  check_sane(fit, {0, 0, 0});
  check_sane(fit, {10'000, 300, 300.5});
  check_sane(fit, {1, 1, 1e6});
}

TEST_CASE("longer silence means less alive, and a longer horizon more orders", "[customer][lifetime]") {
  for (const LifetimeModel model : kModels) {
    const LifetimeParameters parameters{model, {0.5, 7, 0.7, 9}};
    double previous = 2;
    for (const double silence : {0.0, 1.0, 5.0, 20.0, 100.0}) {
      const double alive = probability_alive(parameters, {5, 30, 30 + silence});
      CHECK(alive < previous);
      previous = alive;
    }
    double orders = -1;
    for (const double horizon : {0.0, 0.01, 1.0, 10.0, 1000.0}) {
      const double expected = expected_orders(parameters, {5, 30, 35}, horizon);
      CHECK(expected > orders);
      orders = expected;
    }
  }
}

TEST_CASE("expected orders near removable singularities are smooth", "[customer][lifetime]") {
  for (const LifetimeModel model : kModels) {
    const Activity activity{3, 20, 30};
    const auto at = [&](double third) { return expected_orders({model, {0.5, 7, third, 2}}, activity, 10); };
    CHECK_THAT(at(1.0), WithinRel((at(0.999) + at(1.001)) / 2, 1e-5));
  }
}
