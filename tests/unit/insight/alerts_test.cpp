#include "insight/alerts.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

#include "base/random.hpp"
#include "insight/mean_tail.hpp"
#include "insight/series.hpp"
#include "stats/distributions.hpp"
#include "support/sample_reviews.hpp"

using namespace attune;

namespace {

constexpr int kWeeks = 104;

insight::TopicRules five_topics() {
  insight::TopicRules rules;
  for (const char* word : {"bread", "staff", "price", "parking", "coffee"})
    rules.topics.push_back({word, word, "", snapshot::TopicOrigin::Found, false, {{word, 1}}});
  return rules;
}

// Two years of `a_week` reviews on random days; from `changes_in` on (weeks; kWeeks: never) complaints are 20
// points more.
std::vector<tests::SampleReview> two_years(int a_week, int changes_in, Random& random) {
  const auto rules = five_topics();
  std::vector<tests::SampleReview> rows;
  for (int i = 0; i < kWeeks * a_week; ++i) {
    const auto day = static_cast<Days>(random.below(kWeeks * 7));
    std::string text;
    for (const auto& rule : rules.topics) {
      if (random.below(5) == 0) text += rule.id + " ";
    }
    const double complains = 0.2 + (day >= changes_in * 7 ? 0.2 : 0.0);
    rows.push_back({text.empty() ? "fine" : text, random.uniform() < complains ? 1.0F : 5.0F, 19'000 + day,
                    i % 2 == 0 ? "Google" : "Yelp"});
  }
  return rows;
}

std::vector<snapshot::Alert> alerts_in(const std::vector<tests::SampleReview>& rows) {
  const tests::SampleReviews sample{rows};
  const auto index = insight::index_topics(sample.reviews, five_topics()).run();
  feedback::Readings readings;
  readings.resize(sample.reviews.size());
  return insight::find_alerts(sample.reviews, readings, index).run();
}

}  // namespace

TEST_CASE("where nothing changes there is at most one false alarm a year", "[insight][alerts]") {
  Random random{3};
  constexpr int kTrials = 12;
  std::size_t alarms = 0;
  for (int trial = 0; trial < kTrials; ++trial) alarms += alerts_in(two_years(20, kWeeks, random)).size();
  const double a_year = static_cast<double>(alarms) / (2.0 * kTrials);
  INFO(a_year << " false alarms a year");
  CHECK(a_year <= 1.0);
}

TEST_CASE("twenty points more complaints are found within a month", "[insight][alerts]") {
  Random random{4};
  constexpr int kTrials = 10;
  constexpr int kChange = 80;
  int found = 0;
  for (int trial = 0; trial < kTrials; ++trial) {
    // As known four weeks after the change.
    auto rows = two_years(60, kChange, random);
    std::erase_if(rows, [](const auto& row) { return row.day >= 19'000 + (kChange + 4) * 7; });
    const auto alerts = alerts_in(rows);
    const bool is_told = std::any_of(alerts.begin(), alerts.end(), [](const snapshot::Alert& alert) {
      return alert.kind == snapshot::AlertKind::MoreComplaints && alert.topic.empty() &&
             alert.to >= 19'000 + kChange * 7;
    });
    if (is_told) ++found;
  }
  CHECK(found >= 9);
}

TEST_CASE("however skewed ratings are, a mean far off is as rare as it is said to be", "[insight][alerts]") {
  // Nine of ten give five stars, one gives one: a share of ones, of which the binomial tail is known.
  insight::RatingCounts all;
  for (int i = 0; i < 1000; ++i) all.add(i % 10 == 0 ? 1.0 : 5.0);
  const auto ones = GENERATE(4, 8, 12);
  constexpr int kDrawn = 20;
  insight::RatingCounts part;
  for (int i = 0; i < kDrawn; ++i) part.add(i < ones ? 1.0 : 5.0);
  double exact = 0;
  for (int k = ones; k <= kDrawn; ++k) {
    const double ways = std::lgamma(kDrawn + 1) - std::lgamma(k + 1) - std::lgamma(kDrawn - k + 1);
    exact += std::exp(ways + k * std::log(0.1) + (kDrawn - k) * std::log(0.9));
  }
  const double tail = insight::mean_tail(all, part);
  INFO(ones << " ones: " << tail << " for " << exact);
  CHECK(tail > 0.8 * exact);  // what is too small would be a false alarm
  CHECK(tail < 20 * exact);
}

TEST_CASE(
    "where ratings are shuffled there is at most one false alarm a year, and a fifth less is found in a "
    "month",
    "[insight][alerts]") {
  Random random{7};
  constexpr int kTrials = 10;
  constexpr int kChange = 80;
  const auto rows_of = [&](bool falls) {
    std::vector<tests::SampleReview> rows;
    for (int i = 0; i < kWeeks * 20; ++i) {
      const auto day = static_cast<Days>(random.below(kWeeks * 7));
      const double u = random.uniform();
      float rating = u < 0.06 ? 1.0F : u < 0.1 ? 2.0F : u < 0.17 ? 3.0F : u < 0.36 ? 4.0F : 5.0F;  // mean 4.3
      if (falls && day >= kChange * 7) rating = std::max(1.0F, rating - static_cast<float>(random.below(3)));
      rows.push_back({"", rating, 19'000 + day, i % 3 == 0 ? "Google" : "Yelp"});
    }
    return rows;
  };
  const auto is_rating = [](const snapshot::Alert& alert) {
    return alert.kind == snapshot::AlertKind::RatingFell || alert.kind == snapshot::AlertKind::RatingRose;
  };
  std::size_t alarms = 0;
  int found = 0;
  for (int trial = 0; trial < kTrials; ++trial) {
    alarms += alerts_in(rows_of(false)).size();
    auto rows = rows_of(true);
    std::erase_if(rows, [](const auto& row) { return row.day >= 19'000 + (kChange + 4) * 7; });
    const auto alerts = alerts_in(rows);
    const auto told = std::find_if(alerts.begin(), alerts.end(), [&](const snapshot::Alert& alert) {
      return is_rating(alert) && alert.source.empty() && alert.to >= 19'000 + kChange * 7;
    });
    if (told == alerts.end()) continue;
    ++found;
    CHECK(told->kind == snapshot::AlertKind::RatingFell);
    CHECK(told->observed.high < told->expected);
    CHECK(told->evidence.from == told->from);
    CHECK(told->evidence.n == told->observed.n);
    CHECK(told->sentence.find("the mean rating was") != std::string::npos);
  }
  CHECK(static_cast<double>(alarms) / (2.0 * kTrials) <= 1.0);
  CHECK(found >= 9);
}

TEST_CASE("an alert opens the reviews it counts and says what happened", "[insight][alerts]") {
  Random random{6};
  const auto alerts = alerts_in(two_years(60, 90, random));
  const auto alert = std::find_if(alerts.begin(), alerts.end(), [](const snapshot::Alert& one) {
    return one.kind == snapshot::AlertKind::MoreComplaints && one.topic.empty() && one.source.empty();
  });
  REQUIRE(alert != alerts.end());
  CHECK(alert->evidence.sentiments == std::vector{snapshot::Sentiment::Negative});
  CHECK(alert->evidence.from == alert->from);
  CHECK(alert->observed.value > alert->expected);
  CHECK(alert->q < 0.5);
  CHECK(alert->sentence.find("% of the reviews were negative") != std::string::npos);
}

TEST_CASE("a step in the level is found where it is, and noise has none", "[insight][trends]") {
  Random random{9};
  const auto noise = [&] { return stats::normal_quantile(std::min(1 - 1e-9, random.uniform() + 1e-9)); };
  int false_changes = 0;
  for (int trial = 0; trial < 100; ++trial) {
    std::vector<insight::Level> flat;
    for (int week = 0; week < 60; ++week) flat.push_back({10, 4 + 0.3 * noise(), 1});
    if (!insight::find_changes(flat).empty()) ++false_changes;
  }
  CHECK(false_changes <= 8);

  std::vector<insight::Level> step;
  for (int week = 0; week < 60; ++week) step.push_back({10, (week < 35 ? 4.2 : 3.2) + 0.3 * noise(), 1});
  const auto changes = insight::find_changes(step);
  REQUIRE(changes.size() == 1);
  CHECK(changes.front() >= 34);
  CHECK(changes.front() <= 36);
}
