#include "customer/rfm.hpp"

#include <algorithm>
#include <vector>

#include <catch_amalgamated.hpp>

using namespace attune::customer;

namespace {

CustomerHistory customer(std::int32_t last_day, std::uint32_t visits, double revenue) {
  CustomerHistory history;
  history.last_day = last_day;
  history.visits = visits;
  history.revenue = revenue;
  return history;
}

}  // namespace

TEST_CASE("quintiles of distinct customers are fifths", "[customer][rfm]") {
  std::vector<CustomerHistory> customers;
  for (std::uint32_t i = 0; i < 100; ++i)
    customers.push_back(customer(static_cast<int>(i), i + 1, 100.0 - i));
  const auto scores = score_rfm(customers);
  for (std::size_t i = 0; i < 100; ++i) {
    CHECK(scores[i].recency == 1 + i / 20);
    CHECK(scores[i].frequency == 1 + i / 20);
    CHECK(scores[i].monetary == 5 - i / 20);
  }
  CHECK(scores[99].segment == RfmSegment::Champions);
  CHECK(scores[0].segment == RfmSegment::Hibernating);
}

TEST_CASE("equal customers get equal scores", "[customer][rfm]") {
  const auto all_same = score_rfm(std::vector<CustomerHistory>(7, customer(5, 1, 20)));
  for (const RfmScore& score : all_same) {
    CHECK(score.recency == 3);
    CHECK(score.frequency == 1);
    CHECK(score.monetary == 3);
  }
  // Three in four ordered once: they are the lowest fifth, and nobody else is.
  std::vector<CustomerHistory> customers;
  for (std::uint32_t i = 0; i < 40; ++i) customers.push_back(customer(0, i < 30 ? 1 : 2 + i % 3, 0));
  const auto scores = score_rfm(customers);
  for (std::size_t i = 0; i < 40; ++i) CHECK((scores[i].frequency == 1) == (i < 30));
  CHECK(score_rfm({}).empty());
}

TEST_CASE("every cell of the grid has a name and a meaning, and every name a cell", "[customer][rfm]") {
  std::vector<int> cells(kRfmSegments, 0);
  for (unsigned recency = 1; recency <= 5; ++recency) {
    for (unsigned frequency = 1; frequency <= 5; ++frequency) {
      const RfmSegment segment = segment_of(recency, frequency);
      ++cells[static_cast<std::size_t>(segment)];
      CHECK_FALSE(name_of(segment).empty());
      CHECK_FALSE(meaning_of(segment).empty());
    }
  }
  CHECK(std::all_of(cells.begin(), cells.end(), [](int count) { return count > 0; }));
  CHECK(segment_of(1, 5) == RfmSegment::CannotLoseThem);
  CHECK(segment_of(5, 1) == RfmSegment::NewCustomers);
}

TEST_CASE("the grid holds every customer and all revenue", "[customer][rfm]") {
  std::vector<CustomerHistory> customers;
  for (std::uint32_t i = 0; i < 53; ++i)
    customers.push_back(customer(static_cast<int>(i * 7 % 31), 1 + i % 4, i));
  const RfmGrid grid = rfm_grid(customers, score_rfm(customers));
  std::uint64_t count = 0;
  double revenue = 0;
  for (const auto& row : grid) {
    for (const RfmCell& cell : row) {
      count += cell.customers;
      revenue += cell.revenue;
    }
  }
  CHECK(count == 53);
  CHECK(revenue == 52 * 53 / 2);
}
