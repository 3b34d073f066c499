// How long customers take on one core, and how much memory: a million customers' RFM, BG/NBD and forecasts;
// k-means of 100,000 x 8; EASE. Prints a JSON line each.
//
//   cmake --build --preset web --target customer_bench && node build/web/tests/customer_bench.cjs
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "base/random.hpp"
#include "customer/ease.hpp"
#include "customer/rfm.hpp"
#include "customer/value.hpp"
#include "stats/clustering.hpp"

namespace {

using namespace attune;
using namespace attune::customer;

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// The heap as it has grown, in MB; 0 where that is not known.
double heap_megabytes() {
#ifdef __wasm__
  return static_cast<double>(__builtin_wasm_memory_size(0)) * 65536 / 1e6;
#else
  return 0;
#endif
}

// Customers as BG/NBD says (r 0.243, alpha 4.414 weeks, a 0.793, b 2.426 are hard to draw; these are near).
std::vector<Order> made_up_orders(std::uint32_t customers, std::int32_t days) {
  Random random{1};
  const auto exponential = [&random] { return -std::log1p(-random.uniform()); };
  std::vector<Order> orders;
  orders.reserve(customers * std::size_t{3});
  std::uint32_t number = 0;
  for (std::uint32_t customer = 0; customer < customers; ++customer) {
    const double rate = exponential() / 90;
    const double p = random.uniform() * random.uniform();
    double day = days * random.uniform();
    while (day < days) {
      orders.push_back({customer, static_cast<std::int32_t>(day), 5 + 40 * exponential(), number++, 0});
      if (random.uniform() < p) break;
      day += exponential() / rate;
    }
  }
  return orders;
}

void bench_value(std::uint32_t customers) {
  const std::vector<Order> orders = made_up_orders(customers, 730);
  const double before = heap_megabytes();
  const auto begin = std::chrono::steady_clock::now();
  const ValueResult result = value_customers(orders).run();
  const double valued = seconds_since(begin);
  const std::vector<RfmScore> rfm = score_rfm(result.histories.customers);
  const double all = seconds_since(begin);
  std::printf(
      "{\"bench\":\"value\",\"customers\":%zu,\"orders\":%zu,\"seconds\":%.2f,\"rfmSeconds\":%.2f,"
      "\"megabytes\":%.0f,"
      "\"ordersMegabytes\":%.0f,\"r\":%.4f,\"fitted\":%s,\"scored\":%zu}\n",
      result.customers.size(), orders.size(), all, all - valued, heap_megabytes(), before,
      result.lifetime.parameters.value[0], result.lifetime.is_fitted ? "true" : "false", rfm.size());
}

void bench_k_means() {
  Random random{2};
  stats::Matrix rows{100'000, 8};
  for (std::size_t i = 0; i < rows.rows; ++i) {
    const double centre = static_cast<double>(random.below(5));
    for (std::size_t j = 0; j < rows.columns; ++j)
      rows.at(i, j) = centre * (j % 2 == 0 ? 1 : -1) + random.uniform() * 2;
  }
  const auto begin = std::chrono::steady_clock::now();
  const stats::Clustering clustering =
      stats::k_means(rows.view(), 5, {.starts = 2, .iterations = 50, .seed = 1}).run();
  std::printf("{\"bench\":\"k-means\",\"rows\":100000,\"columns\":8,\"clusters\":%zu,\"seconds\":%.2f}\n",
              clustering.centres.rows, seconds_since(begin));
}

// 600,000 interactions with `items` items, of which the most popular take part.
void bench_ease(std::uint32_t items, std::uint32_t most) {
  Random random{3};
  std::vector<Interaction> interactions;
  for (std::uint32_t i = 0; i < 600'000; ++i) {
    const double place = std::pow(random.uniform(), 3);
    interactions.push_back({random.below(30'000), static_cast<std::uint32_t>(place * items), i});
  }
  const InteractionTable table{interactions, 30'000, items};
  const auto begin = std::chrono::steady_clock::now();
  auto fitting = fit_ease(table, {.ridge = 100, .most_items = most});
  double longest = 0;
  std::size_t pauses = 0;
  for (auto last = begin; fitting.advance(); ++pauses) {
    longest = std::max(longest, seconds_since(last));
    last = std::chrono::steady_clock::now();
  }
  const EaseModel model = std::move(fitting).result();
  std::printf(
      "{\"bench\":\"ease\",\"items\":%u,\"inModel\":%zu,\"keptShare\":%.3f,\"seconds\":%.1f,\"pauses\":%zu,"
      "\"longestPause\":%.3f,\"megabytes\":%.0f}\n",
      items, model.items.size(), model.kept_share, seconds_since(begin), pauses, longest, heap_megabytes());
}

}  // namespace

int main(int count, char** arguments) {
  const std::string_view only = count > 1 ? arguments[1] : "";
  if (only.empty() || only == "value") bench_value(1'000'000);
  if (only.empty() || only == "k-means") bench_k_means();
  if (only.empty() || only == "ease") bench_ease(20'000, 4000);
  return 0;
}
