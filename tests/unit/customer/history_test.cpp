#include "customer/history.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include <catch_amalgamated.hpp>

using namespace attune::customer;

namespace {

// customer, day, amount, order, currency
const std::vector<Order> kOrders{
    {0, 100, 20, 1, 0},     {0, 100, 5, 1, 0},  // two lines of one order
    {0, 100, 10, 2, 0},                         // a second order on the same day
    {0, 130, 40, 3, 0},     {0, 140, 60, 4, 0},       {0, 145, -15, 5, 0},
    {1, 110, 7, 6, 0},      {2, 120, -7, 7, 0},       {3, 120, 9, 8, 1},
    {kGuest, 90, 11, 9, 0}, {kGuest, 125, 12, 10, 0}, {1, 111, NAN, 11, 0},
};

}  // namespace

TEST_CASE("orders become one record per customer", "[customer][history]") {
  const Histories histories = build_histories(kOrders);
  REQUIRE(histories.customers.size() == 2);
  const CustomerHistory& first = histories.customers[0];
  CHECK(first.orders == 4);
  CHECK(first.visits == 3);
  CHECK(first.first_day == 100);
  CHECK(first.last_day == 140);
  CHECK(first.refunds == 1);
  CHECK(first.revenue == 120);
  CHECK(first.refunded == 15);
  CHECK(first.mean_order == 33.75);
  CHECK(first.mean_repeat_visit == 50);
  CHECK(first.usual_gap_days == 20);
  CHECK(first.longest_gap_days == 30);
  CHECK(histories.customers[1].visits == 1);
  CHECK(histories.customers[1].usual_gap_days == 0);
}

TEST_CASE("an order that was given back in whole tells nothing about what a customer spends",
          "[customer][history]") {
  const std::vector<Order> orders{
      {0, 10, 3, 1, 0},   {0, 20, 9000, 2, 0}, {0, 20, -9000, 3, 0},  // entered by mistake
      {1, 10, 30, 4, 0},  {1, 20, 30, 5, 0},   {1, 25, -30, 6, 0},
      {1, 40, 50, 7, 0},                      // the newer of two alike
      {2, 10, -40, 8, 0}, {2, 20, 40, 9, 0},  // bought after the refund
  };
  const Histories histories = build_histories(orders);
  REQUIRE(histories.customers.size() == 3);
  const CustomerHistory& mistaken = histories.customers[0];
  CHECK(mistaken.visits == 2);
  CHECK(mistaken.revenue == 3);
  CHECK(mistaken.mean_order == 3);
  CHECK(mistaken.paid_repeat_visits == 0);
  CHECK(mistaken.mean_repeat_visit == 0);
  CHECK(repeat_spending_of(mistaken).orders == 0);
  const CustomerHistory& returned = histories.customers[1];
  CHECK(returned.visits == 3);
  CHECK(returned.mean_order == 40);
  CHECK(returned.paid_repeat_visits == 1);
  CHECK(returned.mean_repeat_visit == 50);
  CHECK(histories.customers[2].mean_order == 40);
}

TEST_CASE("what cannot be put to a customer is counted, not lost", "[customer][history]") {
  const Histories histories = build_histories(kOrders);
  CHECK(histories.guest_orders == 2);
  CHECK(histories.guest_revenue == 23);
  CHECK(histories.other_currency_orders == 1);
  CHECK(histories.refunds_only == 1);
  CHECK(histories.unusable_amounts == 1);
}

TEST_CASE("histories end where they are told to", "[customer][history]") {
  const Histories histories = build_histories(kOrders, {.until = 130});
  CHECK(histories.customers[0].visits == 2);
  CHECK(histories.last_day == 130);
  const Activity activity = activity_of(histories.customers[0], 170, 7);
  CHECK(activity.frequency == 1);
  CHECK(activity.recency == 30 / 7.0);
  CHECK(activity.age == 10);
  CHECK(build_histories({}).customers.empty());
}

TEST_CASE("histories do not depend on the order of rows", "[customer][history]") {
  std::vector<Order> orders;
  for (std::uint32_t i = 0; i < 500; ++i) {
    orders.push_back({i % 13, static_cast<int>(i * 37 % 101), 0.1 * (i % 7) + 1e-3 * i, i / 3, 0});
  }
  const Histories first = build_histories(orders);
  std::reverse(orders.begin(), orders.end());
  std::swap(orders[5], orders[450]);
  const Histories second = build_histories(orders);
  REQUIRE(first.customers.size() == second.customers.size());
  for (std::size_t i = 0; i < first.customers.size(); ++i) {
    CHECK(first.customers[i].revenue == second.customers[i].revenue);
    CHECK(first.customers[i].mean_repeat_visit == second.customers[i].mean_repeat_visit);
    CHECK(first.customers[i].visits == second.customers[i].visits);
  }
}
