#include "insight/overview.hpp"

#include <catch_amalgamated.hpp>

#include "support/sample_reviews.hpp"

using namespace attune;
using namespace attune::insight;
using attune::tests::feeling_of;
using attune::tests::SampleReviews;
using Catch::Matchers::WithinAbs;

namespace {

snapshot::Overview overview_of(const SampleReviews& sample, bool awaits_model = true,
                               std::size_t rows_at_once = 1000) {
  OverviewBuilder builder{sample.reviews, sample.feelings, awaits_model};
  while (builder.advance(rows_at_once)) {
  }
  return builder.finish();
}

}  // namespace

TEST_CASE("the overview counts reviews, stars, feelings and what is still pending", "[insight][overview]") {
  SampleReviews sample{{{"lovely", 5, 100, "Google", "Bread"},
                        {"so so", 3.5F, 130, "Yelp", ""},
                        {"bad", 1, feedback::Reviews::kNoDay, "Google", "Cake"},
                        {"not rated", 0, 160, "", "Bread"},
                        {"", 4, 150, "", ""}}};
  sample.feelings.set(0, feeling_of(0.05F, 0.9F));
  sample.feelings.set(1, feeling_of(0.4F, 0.4F));
  sample.feelings.set(2, feeling_of(0.9F, 0.05F));
  const auto overview = overview_of(sample);
  CHECK(overview.reviews == 5);
  CHECK(overview.rated == 4);
  CHECK(overview.dated == 4);
  CHECK(overview.stars == std::array<std::uint64_t, 5>{1, 0, 0, 2, 1});  // 3.5 counts as four stars
  CHECK_THAT(overview.rating.value, WithinAbs(13.5 / 4, 1e-9));
  CHECK(overview.rating.n == 4);
  CHECK(overview.sentiment.positive == 1);
  CHECK(overview.sentiment.negative == 2);  // a tie of praise and complaint reads as complaint, and as mixed
  CHECK(overview.sentiment.mixed == 1);
  CHECK(overview.sentiment.pending == 1);  // a review without a text waits for nobody
  CHECK(overview.negative_share.n == 3);
  CHECK_THAT(overview.positive_share.value, WithinAbs(1.0 / 3, 1e-9));
  CHECK_THAT(overview.positive_share.low, WithinAbs(0.0615, 1e-3));  // Wilson, 1 of 3
  CHECK_THAT(overview.positive_share.high, WithinAbs(0.7923, 1e-3));
  CHECK(overview.first_day == 100);
  CHECK(overview.last_day == 160);
  REQUIRE(overview.sources.size() == 2);
  CHECK(overview.sources[0].value == "Google");
  CHECK(overview.sources[0].n == 2);
  CHECK(overview.products[0].value == "Bread");
}

TEST_CASE("agreement with the shop's own stars is counted where both are known", "[insight][overview]") {
  SampleReviews sample{{{"a", 5}, {"b", 4}, {"c", 1}, {"d", 0}}};
  sample.feelings.set(0, {.p = {0, 0, 1}, .score = 0.9F, .stars = 4.7F});  // the same star
  sample.feelings.set(1, {.p = {0, 0, 1}, .score = 0.9F, .stars = 4.9F});  // one apart
  sample.feelings.set(2, {.p = {0, 0, 1}, .score = 0.9F, .stars = 4.0F});  // three apart
  sample.feelings.set(3, {.p = {0, 0, 1}, .score = 0.9F, .stars = 4.0F});  // not rated
  const auto agreement = overview_of(sample).agreement;
  CHECK(agreement.exact.n == 3);
  CHECK_THAT(agreement.exact.value, WithinAbs(1.0 / 3, 1e-9));
  CHECK_THAT(agreement.within_one.value, WithinAbs(2.0 / 3, 1e-9));
}

TEST_CASE("without a model nothing is pending", "[insight][overview]") {
  const SampleReviews sample{{{"a", 5}, {"b", 4}}};
  CHECK(overview_of(sample, false).sentiment.pending == 0);
}

TEST_CASE("no reviews at all make an overview without figures", "[insight][overview]") {
  const auto overview = overview_of(SampleReviews{{}});
  CHECK(overview.reviews == 0);
  CHECK(overview.rating.n == 0);
  CHECK(overview.trend.empty());
  CHECK_FALSE(overview.first_day);
}

TEST_CASE("how the rows are cut into steps changes nothing", "[insight][overview]") {
  std::vector<tests::SampleReview> rows;
  for (int i = 0; i < 500; ++i)
    rows.push_back({"Review number " + std::to_string(i) + " with words enough to quote it",
                    static_cast<float>(1 + i % 5), i});
  const SampleReviews sample{rows};
  const auto whole = overview_of(sample);
  const auto cut = overview_of(sample, true, 7);
  CHECK(whole.rating.value == cut.rating.value);
  CHECK(whole.rating.low == cut.rating.low);
  CHECK(whole.trend.size() == cut.trend.size());
  REQUIRE(whole.praise.size() == cut.praise.size());
  for (std::size_t i = 0; i < whole.praise.size(); ++i) CHECK(whole.praise[i].row == cut.praise[i].row);
}

TEST_CASE("what complaints are about is told apart from what praise is about", "[insight][overview]") {
  std::vector<tests::SampleReview> rows;
  for (int i = 0; i < 40; ++i) {
    rows.push_back({"The queue was long again", 1});
    rows.push_back({"The rye bread was fresh again", 5});
  }
  const auto overview = overview_of(SampleReviews{rows});
  REQUIRE_FALSE(overview.complained_about.empty());
  REQUIRE_FALSE(overview.praised_for.empty());
  CHECK(overview.complained_about[0].complaints == 40);
  CHECK(overview.complained_about[0].praises == 0);
  CHECK(overview.complained_about[0].text.find("queue") != std::string::npos);
  CHECK(overview.praised_for[0].text.find("bread") != std::string::npos);
}
