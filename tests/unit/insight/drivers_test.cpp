#include "insight/drivers.hpp"

#include <cmath>
#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

#include "base/random.hpp"
#include "insight/multiple_tests.hpp"
#include "stats/distributions.hpp"
#include "support/sample_reviews.hpp"

using namespace attune;
using insight::SparseRows;

namespace {

// Ratings that depend on topics in a known way, with more noise where the first topic is mentioned.
struct Simulation {
  SparseRows features;
  std::vector<double> outcome;
};

const std::vector<double> kTrueEffects{-0.8, 0.4, 0.0, -0.2};

snapshot::Drivers of_topics(const tests::SampleReviews& sample, const feedback::Readings& readings,
                            const insight::TopicIndex& index, std::vector<float> outcome) {
  const insight::DriverSubjects subjects = insight::topic_subjects(sample.reviews, readings, index);
  return insight::find_drivers(sample.reviews, readings, subjects, std::move(outcome)).run();
}

Simulation simulate(std::size_t n, Random& random) {
  Simulation made;
  made.features.width = kTrueEffects.size();
  for (std::size_t i = 0; i < n; ++i) {
    double value = 4;
    double spread = 0.6;
    for (std::uint16_t topic = 0; topic < kTrueEffects.size(); ++topic) {
      if (random.uniform() >= 0.1 + 0.1 * topic) continue;
      made.features.columns.push_back(topic);
      value += kTrueEffects[topic];
      if (topic == 0) spread = 1.2;
    }
    made.features.begins.push_back(static_cast<std::uint32_t>(made.features.columns.size()));
    made.outcome.push_back(value +
                           spread * stats::normal_quantile(std::min(1 - 1e-9, random.uniform() + 1e-9)));
  }
  return made;
}

}  // namespace

TEST_CASE("the 95 % interval of an effect holds the true effect in 93 to 97 of 100 data sets",
          "[insight][drivers]") {
  Random random{5};
  constexpr int kDataSets = 1000;
  std::size_t covered = 0;
  std::size_t intervals = 0;
  for (int set = 0; set < kDataSets; ++set) {
    const Simulation data = simulate(200, random);
    const auto effects = insight::linear_effects(data.features, data.outcome).run();
    for (std::size_t topic = 0; topic < effects.size(); ++topic) {
      ++intervals;
      if (effects[topic].low <= kTrueEffects[topic] && kTrueEffects[topic] <= effects[topic].high) ++covered;
    }
  }
  const double coverage = static_cast<double>(covered) / static_cast<double>(intervals);
  INFO("coverage " << coverage);
  CHECK(coverage >= 0.93);
  CHECK(coverage <= 0.97);
}

TEST_CASE("shares of importance add up to what is explained, and a copy shares with its original",
          "[insight][drivers]") {
  // Three columns: the first two the same, the third without effect.
  stats::Matrix covariance{4, 4};
  const double variance = 0.25;
  for (const auto& [i, j] : {std::pair{0, 0}, {0, 1}, {1, 0}, {1, 1}, {2, 2}}) covariance.at(i, j) = variance;
  for (const std::size_t i : {0U, 1U}) covariance.at(i, 3) = covariance.at(3, i) = variance;  // effect 1
  covariance.at(3, 3) = 1;

  const auto importance = insight::shapley_importance(covariance, 50);

  CHECK(importance.explained == Catch::Approx(0.25));
  CHECK(importance.shares[0] == Catch::Approx(0.125).margin(0.02));
  CHECK(importance.shares[0] + importance.shares[1] == Catch::Approx(0.25));
  CHECK(importance.shares[2] == Catch::Approx(0).margin(1e-9));
}

TEST_CASE("many questions are corrected as Benjamini and Hochberg did", "[insight][drivers]") {
  // Their example: 15 p-values, of which the four smallest are findings at 5 %.
  const std::vector<double> p{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                              0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0};
  const auto q = insight::corrected_for_false_discoveries(p);
  for (std::size_t i = 0; i < p.size(); ++i) CHECK((q[i] <= 0.05) == (i < 4));
  CHECK(q.back() == 1.0);
}

TEST_CASE("what lowers the rating is found, with what halving its complaints would bring",
          "[insight][drivers]") {
  std::vector<tests::SampleReview> rows;
  Random random{8};
  for (int i = 0; i < 400; ++i) {
    const bool waits = random.below(4) == 0;
    const bool parks = random.below(3) == 0;
    const float rating =
        waits ? static_cast<float>(1 + random.below(3)) : static_cast<float>(4 + random.below(2));
    rows.push_back(
        {std::string{waits ? "long wait. " : "fine. "} + (parks ? "parking." : "nothing else."), rating});
  }
  const tests::SampleReviews sample{rows};
  insight::TopicRules rules;
  rules.topics = {{"wait", "wait", "", snapshot::TopicOrigin::Found, false, {{"wait", 1}}},
                  {"parking", "parking", "", snapshot::TopicOrigin::Found, false, {{"parking", 1}}}};
  const auto index = insight::index_topics(sample.reviews, rules).run();
  feedback::Readings readings;
  readings.resize(sample.reviews.size());
  const snapshot::Drivers drivers = of_topics(sample, readings, index, insight::ratings_of(sample.reviews));

  REQUIRE(drivers.state == snapshot::DriversState::Known);
  REQUIRE(drivers.drivers.size() == 2);
  const snapshot::Driver& wait = drivers.drivers.front();
  CHECK(wait.id == "wait");
  CHECK(wait.effect.value == Catch::Approx(-2.5).margin(0.3));
  CHECK(wait.effect.high < 0);
  CHECK(wait.q < 0.001);
  CHECK(wait.importance.value > 0.9);
  CHECK(wait.if_halved.value == Catch::Approx(0.5 * 0.25 * 2.5).margin(0.08));
  CHECK(drivers.drivers.back().q > 0.01);
}

TEST_CASE("answers from 0 to 10 are weighed in points of the net promoter score", "[insight][drivers]") {
  std::vector<tests::SampleReview> rows;
  insight::MetricSources::Question question;
  Random random{9};
  for (std::uint32_t i = 0; i < 400; ++i) {
    const bool waits = random.below(4) == 0;
    rows.push_back({waits ? "long wait" : "all fine", 0});
    if (i % 10 == 0) continue;  // not answered
    question.answers.push_back(waits ? 3 : 10);
    question.days.push_back(feedback::Reviews::kNoDay);
    question.places.push_back({0, 0, i});
  }
  question.answers.push_back(0);  // in a table without reviews
  question.days.push_back(feedback::Reviews::kNoDay);
  question.places.push_back({1, 0, 5});
  const tests::SampleReviews sample{rows};
  const std::vector<float> outcome = insight::recommendations_of(sample.reviews, question);
  CHECK(std::isnan(outcome[0]));
  CHECK(outcome[1] == (rows[1].text == "long wait" ? -100.0F : 100.0F));

  insight::TopicRules rules;
  rules.topics = {{"wait", "wait", "", snapshot::TopicOrigin::Found, false, {{"wait", 1}}}};
  const auto index = insight::index_topics(sample.reviews, rules).run();
  feedback::Readings readings;
  readings.resize(sample.reviews.size());
  const snapshot::Drivers drivers = of_topics(sample, readings, index, outcome);
  REQUIRE(drivers.state == snapshot::DriversState::Known);
  CHECK(drivers.n == 360);
  CHECK(drivers.drivers.front().effect.value == Catch::Approx(-200).margin(5));
  CHECK(drivers.drivers.front().if_halved.value == Catch::Approx(0.5 * 0.25 * 200).margin(6));
}

TEST_CASE("without ratings, or with few, drivers say so", "[insight][drivers]") {
  const tests::SampleReviews unrated{{{"wait"}, {"fine"}}};
  const tests::SampleReviews few{{{"wait", 1}, {"fine", 5}}};
  insight::TopicRules rules;
  rules.topics = {{"wait", "wait", "", snapshot::TopicOrigin::Found, false, {{"wait", 1}}}};
  feedback::Readings readings;
  readings.resize(2);
  const auto state = [&](const tests::SampleReviews& sample) {
    const auto index = insight::index_topics(sample.reviews, rules).run();
    return of_topics(sample, readings, index, insight::ratings_of(sample.reviews)).state;
  };
  CHECK(state(unrated) == snapshot::DriversState::NoRatings);
  CHECK(state(few) == snapshot::DriversState::TooFew);
}

TEST_CASE("details are weighed on the side of their own words", "[insight][drivers]") {
  std::vector<tests::SampleReview> rows;
  Random random{10};
  insight::DriverSubjects subjects{
      .kind = snapshot::DriverKind::Aspect, .subjects = {{"soup", "soup"}, {"view", "view"}}, .mentions = {}};
  feedback::Readings readings;
  readings.resize(300);
  for (feedback::Row row = 0; row < 300; ++row) {
    const bool is_cold = random.below(3) == 0;
    const bool sees = random.below(2) == 0;
    rows.push_back({"soup and a view", is_cold ? 1.0F : sees ? 5.0F : 4.0F});
    subjects.mentions.push_back({0, is_cold ? insight::Judgement::Negative : insight::Judgement::Positive});
    if (is_cold && sees) subjects.mentions.push_back({1, insight::Judgement::Positive});
    subjects.begins.push_back(static_cast<std::uint32_t>(subjects.mentions.size()));
    readings.feelings.set(row, tests::feeling_of(is_cold ? 0.9F : 0.1F, is_cold ? 0.1F : 0.9F));
  }
  const tests::SampleReviews sample{rows};
  const snapshot::Drivers drivers =
      insight::find_drivers(sample.reviews, readings, subjects, insight::ratings_of(sample.reviews)).run();
  REQUIRE(drivers.drivers.size() == 1);  // everybody speaks of the soup: nothing to tell it from
  const snapshot::Driver& view = drivers.drivers.front();
  CHECK(view.kind == snapshot::DriverKind::Aspect);
  CHECK(view.id == "view");
  CHECK(view.performance.value == 1);  // praised, though the reviews that say so are bad
  CHECK(view.effect.value < -2);
  CHECK(view.evidence.aspects == std::vector<std::string>{"view"});
  CHECK(view.evidence.topics.empty());
}
