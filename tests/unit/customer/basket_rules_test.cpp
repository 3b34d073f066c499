#include "customer/basket_rules.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include <catch_amalgamated.hpp>

#include "base/random.hpp"
#include "support/shared_data.hpp"

using namespace attune::customer;
using Catch::Matchers::WithinAbs;

namespace {

using Baskets = std::vector<std::vector<std::uint32_t>>;

// Items 0 to 9 by chance, and 10 with 11 in a third of the baskets.
Baskets made_up_baskets(std::size_t count, std::uint64_t seed) {
  attune::Random random{seed};
  Baskets baskets(count);
  for (auto& basket : baskets) {
    for (std::uint32_t item = 0; item < 10; ++item) {
      if (random.below(4) == 0) basket.push_back(item);
    }
    if (random.below(3) == 0) basket.insert(basket.end(), {11, 10});
  }
  return baskets;
}

std::uint64_t baskets_with(const Baskets& baskets, const std::vector<std::uint32_t>& items) {
  return static_cast<std::uint64_t>(std::count_if(baskets.begin(), baskets.end(), [&](const auto& basket) {
    return std::all_of(items.begin(), items.end(), [&](auto item) {
      return std::find(basket.begin(), basket.end(), item) != basket.end();
    });
  }));
}

}  // namespace

TEST_CASE("rules carry the counts one gets by counting", "[customer][baskets]") {
  const Baskets baskets = made_up_baskets(300, 2);
  BasketOptions everything;
  everything.false_discovery_rate = 1;
  everything.least_confidence = 0;
  const BasketRules found = find_basket_rules(baskets, everything).run();
  REQUIRE(found.rules.size() > 50);
  for (const BasketRule& rule : found.rules) {
    auto all = rule.if_items;
    all.push_back(rule.then_item);
    CHECK(rule.together == baskets_with(baskets, all));
    CHECK(rule.with_if == baskets_with(baskets, rule.if_items));
    const auto with_then = static_cast<double>(baskets_with(baskets, {rule.then_item}));
    CHECK_THAT(rule.lift, WithinAbs(static_cast<double>(rule.together) * 300 /
                                        (static_cast<double>(rule.with_if) * with_then),
                                    1e-9));
  }
}

TEST_CASE("what goes together is found, and chance is left out", "[customer][baskets]") {
  const BasketRules found = find_basket_rules(made_up_baskets(500, 3)).run();
  REQUIRE(!found.rules.empty());
  const auto by_chance = std::count_if(found.rules.begin(), found.rules.end(), [](const BasketRule& rule) {
    return rule.then_item < 10 && rule.if_items.back() < 10;
  });
  CHECK(by_chance * 20 <= static_cast<std::ptrdiff_t>(found.rules.size()));  // the false discovery rate
  const auto pair = std::find_if(found.rules.begin(), found.rules.end(), [](const BasketRule& rule) {
    return rule.if_items == std::vector<std::uint32_t>{10} && rule.then_item == 11;
  });
  REQUIRE(pair != found.rules.end());
  CHECK(pair->confidence == 1);
  CHECK(pair->p_value < 1e-50);
}

TEST_CASE("basket rules do not depend on the order of baskets or items, nor on copies",
          "[customer][baskets]") {
  Baskets baskets = made_up_baskets(200, 4);
  const BasketRules first = find_basket_rules(baskets).run();
  std::reverse(baskets.begin(), baskets.end());
  for (auto& basket : baskets) {
    std::reverse(basket.begin(), basket.end());
    if (!basket.empty()) basket.push_back(basket.front());
  }
  const BasketRules second = find_basket_rules(baskets).run();
  REQUIRE(first.rules.size() == second.rules.size());
  for (std::size_t i = 0; i < first.rules.size(); ++i) {
    CHECK(first.rules[i].if_items == second.rules[i].if_items);
    CHECK(first.rules[i].then_item == second.rules[i].then_item);
    CHECK(first.rules[i].p_value == second.rules[i].p_value);
  }
}

TEST_CASE("no baskets, empty ones and too many combinations are survived", "[customer][baskets]") {
  CHECK(find_basket_rules({}).run().rules.empty());
  CHECK(find_basket_rules(Baskets(5)).run().baskets == 5);
  BasketOptions few;
  few.most_sets = 20;
  const BasketRules found = find_basket_rules(made_up_baskets(400, 5), few).run();
  CHECK(found.least_together > few.least_together);
  CHECK(found.remark.find("very many combinations") != std::string::npos);
}

TEST_CASE("the grocery baskets give the rules known from the literature", "[customer][baskets]") {
  const auto text = attune::test::read_shared_data("groceries/groceries.csv.xz");
  if (!text) SKIP("needs the groceries data set and xz");
  std::map<std::string_view, std::uint32_t> index;
  Baskets baskets;
  for (const auto line : attune::test::lines_of(*text)) {
    if (line == "items") continue;
    std::vector<std::uint32_t> basket;
    for (const auto name : attune::test::split(line, ',')) {
      basket.push_back(index.try_emplace(name, static_cast<std::uint32_t>(index.size())).first->second);
    }
    baskets.push_back(std::move(basket));
  }
  const BasketRules found = find_basket_rules(baskets, {.least_together = 10}).run();
  REQUIRE(found.baskets == 9835);
  // arules' vignette: {liquor, red/blush wine} => {bottled beer}, support 0.0019, confidence 0.905,
  // lift 11.24.
  std::vector<std::uint32_t> drinks{index.at("liquor"), index.at("red/blush wine")};
  std::sort(drinks.begin(), drinks.end());
  const auto rule = std::find_if(found.rules.begin(), found.rules.end(), [&](const BasketRule& one) {
    return one.if_items == drinks && one.then_item == index.at("bottled beer");
  });
  REQUIRE(rule != found.rules.end());
  CHECK(rule->together == 19);
  CHECK_THAT(rule->confidence, WithinAbs(0.9048, 5e-5));
  CHECK_THAT(rule->lift, WithinAbs(11.2353, 5e-5));
}
