#include "customer/recommendation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <catch_amalgamated.hpp>

#include "base/random.hpp"
#include "unit/customer/movielens.hpp"

using namespace attune::customer;
using Catch::Matchers::WithinAbs;

namespace {

// Two tastes: even customers take even items, odd customers odd ones, and everybody takes item 0 or 1 a lot.
std::vector<Interaction> two_tastes(std::uint32_t customers, std::uint32_t items, std::uint64_t seed) {
  attune::Random random{seed};
  std::vector<Interaction> interactions;
  for (std::uint32_t c = 0; c < customers; ++c) {
    for (std::int64_t time = 0; time < 8; ++time) {
      const std::uint32_t item = 2 * random.below(items / 2) + c % 2;
      interactions.push_back({c, random.below(10) == 0 ? random.below(items) : item, time});
    }
  }
  return interactions;
}

double sum_of_weights(const EaseModel& model) {
  double sum = 0;
  for (const double weight : model.weights) sum += std::abs(weight);
  return sum;
}

void check_weights(const EaseModel& model, const std::array<double, 5>& expected, double sum) {
  CHECK_THAT(model.weight(0, 49), WithinAbs(expected[0], 1e-6));
  CHECK_THAT(model.weight(49, 0), WithinAbs(expected[1], 1e-6));
  CHECK_THAT(model.weight(49, 180), WithinAbs(expected[2], 1e-6));
  CHECK_THAT(model.weight(180, 49), WithinAbs(expected[3], 1e-6));
  CHECK_THAT(model.weight(99, 257), WithinAbs(expected[4], 1e-6));
  CHECK_THAT(sum_of_weights(model), WithinAbs(sum, 1e-6));
}

}  // namespace

TEST_CASE("EASE on three items is what the formula says", "[customer][recommend]") {
  // Customers have {0, 1}, {0, 1}, {1, 2}; with ridge 1 the matrix to invert is [[3 2 0] [2 4 1] [0 1 2]].
  const std::vector<Interaction> interactions{{0, 0, 0}, {0, 1, 0}, {1, 0, 0},
                                              {1, 1, 0}, {2, 1, 0}, {2, 2, 0}};
  const EaseModel model = fit_ease(InteractionTable{interactions, 3, 3}, {.ridge = 1}).run();
  // Its inverse is [[7 -4 2] [-4 6 -3] [2 -3 8]] / 13.
  CHECK_THAT(model.weight(0, 1), WithinAbs(4.0 / 6, 1e-12));
  CHECK_THAT(model.weight(1, 0), WithinAbs(4.0 / 7, 1e-12));
  CHECK_THAT(model.weight(0, 2), WithinAbs(-2.0 / 8, 1e-12));
  CHECK_THAT(model.weight(2, 1), WithinAbs(3.0 / 6, 1e-12));
  CHECK(model.weight(1, 1) == 0);
  CHECK(model.remark.empty());
}

TEST_CASE("EASE agrees with its NumPy reference on MovieLens", "[customer][recommend]") {
  const auto interactions = attune::test::movielens();
  if (!interactions) SKIP("needs the movielens_100k data set and xz");
  const InteractionTable table{*interactions, attune::test::kMovielensUsers, attune::test::kMovielensFilms};
  const EaseModel model = fit_ease(table, {.ridge = 100, .most_items = 200}).run();
  check_weights(model,
                {0.04487409866345032, 0.04654584197587619, 0.20338327937400572, 0.21249021591448128,
                 0.0032061155353758537},
                651.0074191672932);
  CHECK(model.remark.starts_with("1480 rarely bought items"));
}

TEST_CASE("EASE with all films agrees with NumPy and beats popularity and item-to-item",
          "[customer][recommend][.slow]") {
  const auto interactions = attune::test::movielens();
  if (!interactions) SKIP("needs the movielens_100k data set and xz");
  const InteractionTable table{*interactions, attune::test::kMovielensUsers, attune::test::kMovielensFilms};
  const EaseModel model = fit_ease(table, {.ridge = 100}).run();
  check_weights(model,
                {0.04536796645295908, 0.04543064128667868, 0.17822945138774215, 0.18797568775476645,
                 0.0017851718101828372},
                9871.54550832035);
  const BackTest test = back_test_recommender(table).run();
  for (const BackTestRow& row : test.rows) {
    WARN(name_of(row.method) << ": hit rate at 20 " << row.hit_rate << " (" << row.hit_low << " to "
                             << row.hit_high << "), NDCG " << row.ndcg << ", n " << row.n);
  }
  CHECK(test.best == Method::Ease);
}

TEST_CASE("recommendations follow the customer's taste and leave out what he has", "[customer][recommend]") {
  const auto interactions = two_tastes(400, 40, 1);
  const InteractionTable table{interactions, 400, 40};
  const Recommender recommender = learn_recommender(table, {.ridge = 20}).run();
  for (const Method method : {Method::Neighbours, Method::Ease}) {
    int own_taste = 0;
    int offered = 0;
    for (std::uint32_t c = 0; c < 100; ++c) {
      const auto owned = table.items_of(c);
      for (const Recommendation& one : recommender.for_customer(
               owned, method, {.top = 5, .is_excluded = {}, .margin = {}, .popularity = {}})) {
        CHECK_FALSE(std::binary_search(owned.begin(), owned.end(), one.item));
        CHECK(std::binary_search(owned.begin(), owned.end(), one.because_of));
        own_taste += one.item % 2 == c % 2 ? 1 : 0;
        ++offered;
      }
    }
    CHECK(own_taste > 0.97 * offered);
  }
  const BackTest test = back_test_recommender(table, 10, {.ridge = 20}).run();
  CHECK(test.best != Method::Popularity);
  CHECK(test.rows[0].n == 400);
}

TEST_CASE("exclusions and margins are honoured, and newcomers get what is popular", "[customer][recommend]") {
  const std::vector<Interaction> interactions{{0, 0, 0}, {1, 0, 0}, {2, 0, 0}, {0, 1, 0},
                                              {1, 1, 0}, {0, 2, 0}, {3, 9, 0}, {9, 0, 0}};
  const InteractionTable table{interactions, 4, 4};  // the last two interactions are out of range
  const Recommender recommender = learn_recommender(table).run();
  const auto items = [](const std::vector<Recommendation>& list) {
    std::vector<std::uint32_t> result;
    for (const auto& one : list) result.push_back(one.item);
    return result;
  };
  CHECK(items(recommender.for_customer({}, Method::Ease)) == std::vector<std::uint32_t>{0, 1, 2});
  CHECK(recommender.for_customer({}, Method::Ease)[0].because_of == kNoItem);
  RecommendOptions options;
  options.is_excluded = {1, 0, 0, 0};
  CHECK(items(recommender.for_customer({}, Method::Ease, options)) == std::vector<std::uint32_t>{1, 2});
  options.margin = {1, 0.1, 1, 1};
  CHECK(items(recommender.for_customer({}, Method::Ease, options)) == std::vector<std::uint32_t>{2, 1});
}

TEST_CASE("recommendations do not depend on the order of rows", "[customer][recommend]") {
  auto interactions = two_tastes(60, 20, 3);
  const auto learn = [](const std::vector<Interaction>& rows) {
    const InteractionTable table{rows, 60, 20};
    return learn_recommender(table).run();
  };
  const Recommender first = learn(interactions);
  std::reverse(interactions.begin(), interactions.end());
  std::swap(interactions[4], interactions[300]);
  const Recommender second = learn(interactions);
  CHECK(first.ease().weights == second.ease().weights);
}

TEST_CASE("no interactions, one customer and one item are survived", "[customer][recommend]") {
  const InteractionTable nothing{{}, 0, 0};
  CHECK(learn_recommender(nothing).run().for_customer({}, Method::Ease).empty());
  CHECK(back_test_recommender(nothing).run().rows[0].n == 0);
  const std::vector<Interaction> one{{0, 0, 0}, {0, 0, 1}};
  const InteractionTable table{one, 1, 1};
  CHECK(table.size() == 1);
  const Recommender recommender = learn_recommender(table).run();
  CHECK(recommender.for_customer(table.items_of(0), Method::Ease).empty());
  CHECK(recommender.beside_item(0).empty());
}

TEST_CASE("the last item is the newest, and hiding it keeps the others", "[customer][recommend]") {
  const std::vector<Interaction> interactions{{0, 3, 5}, {0, 1, 9}, {0, 2, 7}, {0, 1, 2}, {1, 2, 1}};
  const InteractionTable table{interactions, 2, 4};
  CHECK(table.last_item_of(0) == 1);
  const InteractionTable past = table.without_last_items(2);
  CHECK(std::vector<std::uint32_t>(past.items_of(0).begin(), past.items_of(0).end()) ==
        std::vector<std::uint32_t>{2, 3});
  CHECK(past.items_of(1).size() == 1);  // his only one is not hidden
  CHECK(past.customers_of(1).empty());
}
