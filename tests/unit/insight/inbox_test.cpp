#include "insight/inbox.hpp"

#include <catch_amalgamated.hpp>

#include "support/sample_reviews.hpp"

using namespace attune;
using namespace attune::insight;
using attune::tests::SampleReviews;

namespace {

std::vector<InboxItem> inbox_of(const SampleReviews& sample, InboxOptions options = {}) {
  feedback::Readings readings;
  readings.resize(sample.reviews.size());
  InboxScan scan{sample.reviews, readings, std::move(options)};
  while (scan.advance(2)) {
  }
  return scan.take();
}

std::vector<std::string> codes_of(const InboxItem& item) {
  std::vector<std::string> codes;
  for (const InboxPoints& one : item.points) codes.emplace_back(code_of(one.reason));
  return codes;
}

}  // namespace

TEST_CASE("danger to people comes first, then money, then anger; praise needs no answer",
          "[insight][inbox]") {
  const SampleReviews sample{{{"Lovely place, thank you", 5},
                              {"The bread was dry", 2},
                              {"I found a piece of glass in the cake and want my money back", 1},
                              {"I was charged twice", 2},
                              {"Do you open on Sundays?", 4}}};
  const auto items = inbox_of(sample);
  REQUIRE(items.size() == 4);
  CHECK(items[0].row == 2);
  CHECK(codes_of(items[0]) == std::vector<std::string>{"safety", "refund", "complaint", "lowest-rating"});
  CHECK(items[0].must_escalate());
  CHECK(items[1].row == 3);
  CHECK(items[2].row == 1);
  CHECK_FALSE(items[2].must_escalate());
  CHECK(items[3].row == 4);
  CHECK(codes_of(items[3]) == std::vector<std::string>{"question"});
  for (const InboxItem& item : items) {
    float sum = 0;
    for (const InboxPoints& one : item.points) sum += static_cast<float>(one.points);
    CHECK(item.urgency == std::clamp(sum, 0.0F, 100.0F));
  }
}

TEST_CASE("words of danger in praise are no emergency", "[insight][inbox]") {
  CHECK(inbox_of(SampleReviews{{{"Never again will I go elsewhere, even the hospital canteen buys here", 5}}})
            .empty());
}

TEST_CASE("age counts back from the newest day: open for some days is overdue, months old is past",
          "[insight][inbox]") {
  const SampleReviews sample{{{"The bread was dry", 2, 1000},
                              {"The bread was dry", 2, 990},
                              {"The bread was dry", 2, 800},
                              {"The bread was dry", 2}}};
  const auto items = inbox_of(sample, {.newest = 1000});
  REQUIRE(items.size() == 4);
  CHECK(items[0].row == 1);
  CHECK(items[0].has(InboxReason::Overdue));
  CHECK(items[1].row == 0);
  CHECK(items[1].age_days == 0U);
  CHECK(items[2].row == 3);  // of unknown age, but as urgent as the new one
  CHECK_FALSE(items[2].age_days);
  CHECK(items[3].has(InboxReason::Old));
}

TEST_CASE("what is answered is left out, and customers who spend much come earlier", "[insight][inbox]") {
  const SampleReviews sample{{{"The bread was dry", 2}, {"The bread was dry", 2}, {"The bread was dry", 2}}};
  const auto items = inbox_of(
      sample, {.newest = std::nullopt,
               .is_answered = [](feedback::Row row) { return row == 0; },
               .customer_value =
                   [](feedback::Row row) { return row == 2 ? std::optional{500.0} : std::optional{5.0}; },
               .valued_from = 100});
  REQUIRE(items.size() == 2);
  CHECK(items[0].row == 2);
  CHECK(items[0].has(InboxReason::ValuedCustomer));
  CHECK(items[1].customer_value == 5);
}
