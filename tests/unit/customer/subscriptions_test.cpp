#include "customer/subscriptions.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

#include "base/random.hpp"
#include "support/shared_data.hpp"
#include "unit/customer/cdnow.hpp"

using namespace attune::customer;
using Catch::Matchers::WithinAbs;

namespace {

constexpr std::int32_t kMonth[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

class Shop {
 public:
  void pay(std::uint32_t customer, std::int32_t day, double amount) {
    orders.push_back({customer, day, amount, static_cast<std::uint32_t>(orders.size()), 0});
  }
  // On the same day of each month.
  void subscribe(std::uint32_t customer, std::int32_t day, int payments, double amount, int first_month = 0) {
    for (int i = 0; i < payments; ++i) {
      pay(customer, day, amount);
      day += kMonth[(first_month + i) % 12];
    }
  }
  std::vector<Order> orders;
};

const Subscription* of(const Subscriptions& found, std::uint32_t customer) {
  const auto at = std::find_if(found.all.begin(), found.all.end(),
                               [customer](const Subscription& one) { return one.customer == customer; });
  return at == found.all.end() ? nullptr : &*at;
}

// Twenty monthly subscribers through a year, of whom every fourth leaves after five payments.
Shop monthly_shop() {
  Shop shop;
  for (std::uint32_t c = 0; c < 20; ++c)
    shop.subscribe(c, static_cast<std::int32_t>(c), c % 4 == 0 ? 5 : 12, 9.99);
  return shop;
}

}  // namespace

TEST_CASE("a like amount on the same day of each month is a subscription, running or ended",
          "[customer][subscriptions]") {
  const Shop shop = monthly_shop();
  const Subscriptions found = find_subscriptions(shop.orders, 355, 0).run();

  REQUIRE(found.is_made);
  CHECK(found.all.size() == 20);
  CHECK(found.active == 15);
  CHECK(found.ended == 5);
  CHECK(found.by_interval[static_cast<std::size_t>(PaymentInterval::Month)] == 20);
  CHECK_THAT(found.monthly_revenue, WithinAbs(15 * 9.99, 1e-9));
  const Subscription* left = of(found, 4);
  REQUIRE(left != nullptr);
  CHECK_FALSE(left->is_active);
  CHECK(left->payments == 5);
  CHECK(left->paid_until == left->last_day + 30);
  CHECK_THAT(found.lost_a_month, WithinAbs(5 / found.months, 1e-12));
  CHECK(found.lost_range.low < found.lost_a_month);
  CHECK(found.lost_range.high > found.lost_a_month);
  const auto curve = attune::stats::kaplan_meier(found.lifetimes);
  CHECK_THAT(attune::stats::survival_at(curve, 200), WithinAbs(0.75, 1e-9));
}

TEST_CASE("intervals of a week and a year are told apart, and each payment counts a month's worth",
          "[customer][subscriptions]") {
  Shop shop = monthly_shop();
  for (std::uint32_t c = 100; c < 112; ++c) {
    for (int week = 0; week < 30; ++week) shop.pay(c, 130 + static_cast<int>(c % 7) + 7 * week, 4);
  }
  for (int year = 0; year < 4; ++year) shop.pay(200, 340 - 365 * year, 120);
  const Subscriptions found = find_subscriptions(shop.orders, 355, 0).run();

  REQUIRE(of(found, 100) != nullptr);
  CHECK(of(found, 100)->interval == PaymentInterval::Week);
  CHECK_THAT(of(found, 100)->monthly, WithinAbs(4 * 365.25 / 12 / 7, 1e-9));
  REQUIRE(of(found, 200) != nullptr);
  CHECK(of(found, 200)->interval == PaymentInterval::Year);
  CHECK(of(found, 200)->is_active);
  CHECK_THAT(of(found, 200)->monthly, WithinAbs(10, 1e-9));
}

TEST_CASE("a pause, a raised price and single purchases beside it leave a subscription one",
          "[customer][subscriptions]") {
  Shop shop = monthly_shop();
  shop.subscribe(50, 3, 6, 20);
  shop.subscribe(50, 3 + 243, 4, 21.5, 8);  // two months missed, then a little dearer
  shop.pay(50, 40, 85);
  const Subscriptions found = find_subscriptions(shop.orders, 355, 0).run();
  const Subscription* one = of(found, 50);
  REQUIRE(one != nullptr);
  CHECK(one->payments == 10);
  CHECK(one->pauses == 1);
  CHECK(one->is_active);
  CHECK(found.paused == 1);
}

TEST_CASE("who has paid the price of a plan once or twice has subscribed, who paid another has not",
          "[customer][subscriptions]") {
  Shop shop = monthly_shop();
  shop.pay(60, 340, 9.99);
  shop.subscribe(61, 100, 2, 9.99, 3);
  shop.pay(62, 340, 11.5);
  const Subscriptions found = find_subscriptions(shop.orders, 355, 0).run();
  REQUIRE(of(found, 60) != nullptr);
  CHECK(of(found, 60)->is_active);
  REQUIRE(of(found, 61) != nullptr);
  CHECK_FALSE(of(found, 61)->is_active);
  CHECK(of(found, 62) == nullptr);
}

TEST_CASE("the order of rows does not change what is found", "[customer][subscriptions]") {
  Shop shop = monthly_shop();
  const Subscriptions first = find_subscriptions(shop.orders, 355, 0).run();
  std::reverse(shop.orders.begin(), shop.orders.end());
  const Subscriptions second = find_subscriptions(shop.orders, 355, 0).run();
  CHECK(first.months == second.months);
  CHECK(first.by_chance == second.by_chance);
  CHECK(first.monthly_revenue == second.monthly_revenue);
}

TEST_CASE("few regular customers, or no more than by chance, are no subscriptions",
          "[customer][subscriptions]") {
  Shop few;
  for (std::uint32_t c = 0; c < 4; ++c) few.subscribe(c, 1, 12, 5);
  const Subscriptions found = find_subscriptions(few.orders, 355, 0).run();
  CHECK_FALSE(found.is_made);
  CHECK(found.all.empty());
  CHECK(found.remark ==
        "4 customers pay at a regular interval; not enough to tell subscriptions from chance");

  Shop chance;
  attune::Random lots{11};
  for (std::uint32_t c = 0; c < 3000; ++c) {
    for (int i = 0; i < 3; ++i) chance.pay(c, static_cast<std::int32_t>(lots.below(100)), 10);
  }
  CHECK_FALSE(find_subscriptions(chance.orders, 100, 0).run().is_made);
}

TEST_CASE("a shop for music has no subscribers", "[customer][subscriptions][cdnow]") {
  const auto orders = attune::test::cdnow_orders();
  if (!orders) SKIP("the shared data are not here");
  CHECK_FALSE(find_subscriptions(*orders, attune::test::day_of(attune::test::kCdnowEnd), 0).run().is_made);
}
