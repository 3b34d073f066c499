#include "customer/identity.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

#include "base/random.hpp"

using namespace attune::customer;

namespace {

struct Row {
  std::string id, email, phone, name, postcode;
};

// The customer of each row.
std::vector<std::uint32_t> customers_of(const std::vector<Row>& rows, People& people,
                                        const std::vector<std::string>& separate = {}) {
  PersonRecords records;
  std::vector<std::uint32_t> record_of_row;
  for (const Row& row : rows)
    record_of_row.push_back(
        records.add({row.id, row.email, row.phone, row.name, row.postcode}, row.name, row.id));
  people = join_people(records, separate);
  std::vector<std::uint32_t> customers;
  for (const std::uint32_t record : record_of_row)
    customers.push_back(record == kNobody ? kNobody : people.customer_of_record[record]);
  return customers;
}

}  // namespace

TEST_CASE("rows with the same id, e-mail or phone are one customer, and each join is told",
          "[customer][identity]") {
  const std::vector<Row> rows{{"7", "", "", "sara moreau", ""},          // an order export
                              {"7", "sara@example.net", "", "", ""},     // a customer list
                              {"", "sara@example.net", "", "s m", ""},   // a review
                              {"", "", "301234567", "sara moreau", ""},  // a ticket
                              {"", "", "301234567", "", ""},
                              {"8", "otto@example.net", "", "otto berg", ""}};
  People people;
  const auto customer = customers_of(rows, people);
  CHECK(customer[0] == customer[1]);
  CHECK(customer[1] == customer[2]);
  CHECK(customer[3] == customer[4]);
  CHECK(customer[5] != customer[0]);
  CHECK(people.joined_by[static_cast<std::size_t>(JoinKey::CustomerId)] == 1);
  CHECK(people.joined_by[static_cast<std::size_t>(JoinKey::Email)] == 1);
  CHECK(people.joined_by[static_cast<std::size_t>(JoinKey::Phone)] == 1);
  const auto told = std::find_if(people.joins.begin(), people.joins.end(),
                                 [](const JoinNote& note) { return note.key == "email:sara@example.net"; });
  REQUIRE(told != people.joins.end());
  CHECK(told->rows == 2);
  CHECK(told->customer == customer[0]);
}

TEST_CASE("a join that is named under its key is undone", "[customer][identity]") {
  const std::vector<Row> rows{{"7", "family@example.net", "", "", ""},
                              {"9", "family@example.net", "", "", ""}};
  People people;
  const auto joined = customers_of(rows, people);
  CHECK(joined[0] == joined[1]);
  const auto apart = customers_of(rows, people, {"email:family@example.net"});
  CHECK(apart[0] != apart[1]);
  CHECK(people.separated == 1);
  CHECK(people.joins.empty());
}

TEST_CASE("what contradicts is kept apart and counted, never guessed", "[customer][identity]") {
  People people;
  SECTION("one phone, two e-mail addresses") {
    const auto customer = customers_of(
        {{"", "a@example.net", "301234567", "", ""}, {"", "b@example.net", "301234567", "", ""}}, people);
    CHECK(customer[0] != customer[1]);
    CHECK(people.conflicts == 1);
    CHECK(people.kept_apart.at(0).by == JoinKey::Phone);
  }
  SECTION("two shops that both count from 1") {
    const auto customer = customers_of(
        {{"1", "a@example.net", "", "anna alt", ""}, {"1", "b@example.net", "", "bert bauer", ""}}, people);
    CHECK(customer[0] != customer[1]);
    CHECK(people.kept_apart.at(0).key == "id:1");
  }
  SECTION("a name that two people have") {
    const auto customer = customers_of(
        {{"1", "", "", "anna alt", ""}, {"2", "", "", "anna alt", ""}, {"", "", "", "anna alt", ""}}, people);
    CHECK(customer[2] != customer[0]);
    CHECK(customer[2] != customer[1]);
    CHECK(people.conflicts == 1);
  }
  SECTION("a mailbox that many ids share") {
    std::vector<Row> rows;
    for (int i = 0; i < 8; ++i)
      rows.push_back({std::to_string(100 + i), "orders@marketplace.example", "", "", ""});
    const auto customer = customers_of(rows, people);
    CHECK(people.customers == 8);
    CHECK(customer[0] != customer[7]);
  }
}

TEST_CASE("a full name alone joins where exactly one person has it; a first name alone is nobody",
          "[customer][identity]") {
  People people;
  const auto customer = customers_of(
      {{"1", "", "", "anna alt", ""}, {"", "", "", "anna alt", ""}, {"", "", "", "anna", ""}}, people);
  CHECK(customer[1] == customer[0]);
  CHECK(customer[2] == kNobody);
  CHECK(people.joined_by[static_cast<std::size_t>(JoinKey::NameAlone)] == 1);
}

TEST_CASE("who is whom does not depend on the order of rows", "[customer][identity]") {
  attune::Random random{3};
  std::vector<Row> rows;
  for (int i = 0; i < 300; ++i) {
    const auto maybe = [&](const char* prefix, std::uint32_t kinds, const char* suffix) {
      return random.below(3) == 0 ? std::string{} : prefix + std::to_string(random.below(kinds)) + suffix;
    };
    rows.push_back({maybe("c", 60, ""), maybe("m", 60, "@example.net"), maybe("30123", 40, "45"),
                    maybe("anna ", 50, ""), maybe("1", 30, "")});
  }
  People people;
  const auto before = customers_of(rows, people);
  std::vector<std::size_t> order(rows.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  for (std::size_t i = order.size(); i-- > 1;)
    std::swap(order[i], order[random.below(static_cast<std::uint32_t>(i + 1))]);
  std::vector<Row> shuffled;
  for (const std::size_t i : order) shuffled.push_back(rows[i]);
  People again;
  const auto after = customers_of(shuffled, again);
  CHECK(again.customers == people.customers);
  CHECK(again.joined_by == people.joined_by);
  CHECK(again.conflicts == people.conflicts);
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const bool same_before = before[order[i]] == before[order[j]];
      if ((after[i] == after[j]) != same_before) FAIL("rows " << i << " and " << j);
    }
  }
}
