#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

#include "base/random.hpp"
#include "feedback/readings.hpp"
#include "insight/folded_words.hpp"
#include "insight/topic_index.hpp"
#include "insight/topic_summary.hpp"
#include "support/sample_reviews.hpp"

using namespace attune;
using insight::TopicIndex;
using insight::TopicRules;
using tests::SampleReview;
using tests::SampleReviews;

namespace {

// Four things that people talk about, each in words of its own.
constexpr std::array kStaff{"the staff were friendly and the waiter smiled",
                            "our waiter was rude but the staff helped",
                            "the staff and the waiter made a joke", "a friendly waiter, helpful staff"};
constexpr std::array kDelivery{"the delivery came late and the parcel was wet",
                               "fast delivery, the courier left the parcel", "the courier lost our parcel",
                               "the delivery by courier took long"};
constexpr std::array kBread{"the bread had a fine crust", "fresh bread with a dark crust from the oven",
                            "the oven burnt the crust of the bread", "the bread and the dough were sour"};
constexpr std::array kParking{"the parking garage was full", "no parking near the garage",
                              "the garage asks a parking fee", "parking in the garage is tight"};

std::vector<std::string> texts_of(std::size_t n, std::uint64_t seed) {
  Random random{seed};
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < n; ++i) {
    const auto pick = [&](const auto& sentences) { return std::string{sentences[random.below(4)]}; };
    const auto one = [&](std::uint32_t topic) {
      return topic == 0   ? pick(kStaff)
             : topic == 1 ? pick(kDelivery)
             : topic == 2 ? pick(kBread)
                          : pick(kParking);
    };
    std::string text = one(random.below(4)) + ".";
    if (random.below(3) == 0) text += " Also " + one(random.below(4)) + ".";
    texts.push_back(text + " Visit number " + std::to_string(i) + ".");
  }
  return texts;
}

SampleReviews reviews_of(const std::vector<std::string>& texts) {
  std::vector<SampleReview> rows;
  for (const std::string& text : texts) rows.push_back({text});
  return SampleReviews{rows};
}

TopicIndex find_in(const SampleReviews& sample) {
  const feedback::EmbeddingColumn none;
  return insight::find_topic_index(sample.reviews, none, "").run();
}

// The topic that holds a term; "" for none.
std::string topic_with(const TopicIndex& index, std::string_view term) {
  for (const auto& rule : index.rules.topics) {
    for (const auto& one : rule.terms) {
      if (one.text == term) return rule.id;
    }
  }
  return {};
}

// Twelve subjects of eight made-up nouns each, the first ones more frequent; every fourth noun is the
// neighbour's.
std::vector<std::string> borrowing_texts(std::size_t n, std::uint64_t seed) {
  constexpr std::size_t kSubjects = 12;
  constexpr std::array kStarts{"bral", "crend", "drov", "flim", "grust", "plon",
                               "skav", "spril", "trem", "vlod", "wrick", "zand"};
  constexpr std::array kEnds{"o", "ek", "una", "ipor", "amel", "ostin", "ulda", "erix"};
  Random random{seed};
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < n; ++i) {
    std::string text;
    const std::uint32_t subjects = 1 + random.below(2);
    for (std::uint32_t s = 0; s < subjects; ++s) {
      const std::uint32_t subject = random.below(kSubjects);
      for (int word = 0; word < 3; ++word) {
        const std::uint32_t of = random.below(6) == 0 ? (subject + 1) % kSubjects : subject;
        const std::uint32_t noun = std::min(random.below(8), random.below(8));
        text += std::string{word == 0 ? "The " : " and the "} + kStarts[of] + kEnds[noun];
      }
      text += ". ";
    }
    texts.push_back(text + "Visit number " + std::to_string(i) + ".");
  }
  return texts;
}

// The share of pairs of review and topic that `after`, which also knows the reviews from `begin` on, still
// has. Topics are paired one to one, those that share most reviews first.
double share_kept(const TopicIndex& before, const TopicIndex& after, std::size_t begin, std::size_t more) {
  std::map<std::pair<std::uint16_t, std::uint16_t>, std::size_t> shared;
  std::size_t pairs = 0;
  for (feedback::Row row = 0; row < before.assignment.size(); ++row) {
    const std::size_t same = row < begin ? row : row + more;
    for (const std::uint16_t topic : before.assignment.of(row)) {
      ++pairs;
      for (const std::uint16_t other : after.assignment.of(same)) ++shared[{topic, other}];
    }
  }
  std::vector<std::pair<std::size_t, std::pair<std::uint16_t, std::uint16_t>>> order;
  for (const auto& [topics, n] : shared) order.emplace_back(n, topics);
  std::sort(order.rbegin(), order.rend());
  std::set<std::uint16_t> told, taken;
  std::size_t kept = 0;
  for (const auto& [n, topics] : order) {
    if (told.contains(topics.first) || taken.contains(topics.second)) continue;
    told.insert(topics.first), taken.insert(topics.second);
    kept += n;
  }
  return static_cast<double>(kept) / static_cast<double>(std::max<std::size_t>(pairs, 1));
}

TopicRules three_rules() {
  TopicRules rules;
  rules.topics = {
      {"service", "service", "", snapshot::TopicOrigin::Found, false, {}},
      {"staff", "staff", "service", snapshot::TopicOrigin::Found, false, {{"staff", 1}, {"waiter", 0.8}}},
      {"desk",
       "desk",
       "service",
       snapshot::TopicOrigin::Found,
       false,
       {{"front desk", 1}, {"reception", 0.7}}},
      {"room", "room", "", snapshot::TopicOrigin::Found, false, {{"room", 1}, {"desk", 0.6}}}};
  return rules;
}

}  // namespace

TEST_CASE("plurals and genitives fold to one word, other endings stay", "[insight][topics]") {
  CHECK(insight::folded_word("waiters") == "waiter");
  CHECK(insight::folded_word("waiter's") == "waiter");
  CHECK(insight::folded_word("dishes") == "dish");
  CHECK(insight::folded_word("berries") == "berry");
  CHECK(insight::folded_word("bus") == "bus");
  CHECK(insight::folded_word("glass") == "glass");
}

TEST_CASE("topics are found without set-up, words of one thing together", "[insight][topics]") {
  const SampleReviews sample = reviews_of(texts_of(600, 1));
  const TopicIndex index = find_in(sample);

  CHECK(topic_with(index, "bread") == topic_with(index, "crust"));
  CHECK(topic_with(index, "parking") == topic_with(index, "garage"));
  const std::set<std::string> different{topic_with(index, "staff"), topic_with(index, "parcel"),
                                        topic_with(index, "bread"), topic_with(index, "parking")};
  CHECK(different.size() == 4);
  CHECK(topic_with(index, "the").empty());
  CHECK(index.texts == 600);
}

TEST_CASE("the order of reviews does not change the topics", "[insight][topics]") {
  std::vector<std::string> texts = texts_of(300, 2);
  const TopicIndex forward = find_in(reviews_of(texts));
  std::reverse(texts.begin(), texts.end());
  const TopicIndex backward = find_in(reviews_of(texts));

  CHECK(forward.rules == backward.rules);
}

TEST_CASE("with five per cent more reviews nine of ten assignments stay", "[insight][topics]") {
  const std::vector<std::string> texts = texts_of(630, 3);
  const TopicIndex fewer = find_in(reviews_of({texts.begin(), texts.begin() + 600}));
  const TopicIndex more = find_in(reviews_of(texts));

  std::size_t before = 0;
  std::size_t kept = 0;
  for (feedback::Row row = 0; row < 600; ++row) {
    for (const std::uint16_t topic : fewer.assignment.of(row)) {
      ++before;
      if (more.belongs(row, more.find(fewer.rules.topics[topic].id))) ++kept;
    }
  }
  REQUIRE(before > 600);
  CHECK(static_cast<double>(kept) >= 0.9 * static_cast<double>(before));
}

TEST_CASE("topics that borrow each other's words stay, whichever twentieth of the reviews is missing",
          "[insight][topics]") {
  const std::vector<std::string> texts = borrowing_texts(1'260, 4);
  const TopicIndex all = find_in(reviews_of(texts));
  CHECK(all.rules.topics.size() >= 8);
  for (std::size_t part = 0; part < 4; ++part) {
    std::vector<std::string> fewer = texts;
    const auto from = fewer.begin() + static_cast<std::ptrdiff_t>(part * 60);
    fewer.erase(from, from + 60);
    INFO("part " << part);
    CHECK(share_kept(find_in(reviews_of(fewer)), all, part * 60, 60) >= 0.9);
  }
}

TEST_CASE("of overlapping phrases the longer counts, and parents get their children's reviews",
          "[insight][topics]") {
  const SampleReviews sample =
      reviews_of({"The front desk was closed", "A desk in the room", "Nothing to say", "The waiters!"});
  const TopicIndex index = insight::index_topics(sample.reviews, three_rules()).run();

  CHECK(index.belongs(0, index.find("desk")));
  CHECK_FALSE(index.belongs(0, index.find("room")));
  CHECK(index.belongs(0, index.find("service")));
  CHECK(index.belongs(1, index.find("room")));
  CHECK(index.assignment.of(2).empty());
  CHECK(index.belongs(3, index.find("staff")));
  CHECK(index.term_reviews[index.find("staff")] == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("rules come back from their file, and anything else is refused with a sentence",
          "[insight][topics]") {
  TopicRules rules = three_rules();
  rules.taxonomy = "hotel", rules.is_edited = true;
  rules.topics[1].is_pinned = true;
  const auto back = insight::rules_from_json(insight::json_from_rules(rules));
  REQUIRE(back);
  CHECK(*back == rules);

  const std::string bad =
      GENERATE("", "[]", "{}", R"({"attune":"topics"})", R"({"attune":"topics","topics":[{"id":""}]})",
               R"({"attune":"topics","topics":[{"id":"a"},{"id":"a"}]})", "\xff{");
  const auto refused = insight::rules_from_json(bad);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message == "This is no file of topics that Attune has saved. Choose another file.");
}

TEST_CASE("topics are merged, renamed, pinned, split and deleted", "[insight][topics]") {
  TopicRules rules = three_rules();
  REQUIRE(insight::rename_topic(rules, "staff", "Our people"));
  REQUIRE(insight::pin_topic(rules, "staff", true));
  CHECK(rules.topics[1].name == "Our people");
  CHECK(rules.topics[1].is_pinned);
  CHECK(rules.is_edited);

  REQUIRE(insight::merge_topics(rules, "room", "staff"));
  CHECK(rules.topics.size() == 3);
  CHECK(rules.topics[1].terms.size() == 4);

  REQUIRE(insight::split_topic(rules, "staff", {false, false, true, true}));
  REQUIRE(rules.topics.size() == 4);
  CHECK(rules.topics[2].name == "room");
  CHECK(rules.topics[2].parent == "service");

  REQUIRE(insight::delete_topic(rules, "service"));
  CHECK(rules.topics.empty());
  CHECK_FALSE(insight::delete_topic(rules, "service"));
  CHECK_FALSE(insight::rename_topic(rules, "service", "x"));
}

TEST_CASE("every trade has starting topics whose words belong to one topic each", "[insight][topics]") {
  for (const std::string& name : insight::taxonomy_names()) {
    const auto rules = insight::taxonomy(name);
    INFO(name);
    CHECK(rules.size() >= 7);
    for (const auto& rule : rules) CHECK(rule.terms.size() >= 5);
  }
  CHECK(insight::taxonomy("circus").empty());

  const SampleReviews sample = reviews_of(texts_of(200, 4));
  const feedback::EmbeddingColumn none;
  const TopicIndex index = insight::find_topic_index(sample.reviews, none, "restaurant").run();
  CHECK(topic_with(index, "waiter") == "restaurant:Staff");
  CHECK(index.belongs(0, index.find("restaurant:Staff")) ==
        (texts_of(200, 4)[0].find("waiter") != std::string::npos ||
         texts_of(200, 4)[0].find("staff") != std::string::npos));
}

TEST_CASE("a topic tells its share, its sentiment, its movement and what was said", "[insight][topics]") {
  std::vector<SampleReview> rows;
  for (int i = 0; i < 400; ++i) {
    const bool is_recent = i >= 360;
    const bool is_staff = i % 4 == 0 || (is_recent && i % 4 != 3);
    rows.push_back({is_staff ? "We had to ask the waiter twice before anything came."
                             : "The room was warm and the room was quiet.",
                    is_staff ? 1.0F : 5.0F, static_cast<Days>(20'000 + i)});
  }
  const SampleReviews sample{rows};
  const TopicIndex index = insight::index_topics(sample.reviews, three_rules()).run();
  feedback::Readings readings;
  readings.resize(sample.reviews.size());
  const snapshot::Topics topics = insight::summarise_topics(sample.reviews, readings, index, false).run();

  const auto staff =
      std::find_if(topics.topics.begin(), topics.topics.end(), [](const auto& t) { return t.id == "staff"; });
  REQUIRE(staff != topics.topics.end());
  CHECK(staff->n == 120);
  CHECK(staff->share.value == Catch::Approx(0.3));
  CHECK(staff->net.value == Catch::Approx(-1));
  CHECK(staff->net.high > -1);  // 120 cases are not the truth
  CHECK(staff->rating.value == Catch::Approx(1));
  CHECK(staff->movement == snapshot::TopicMovement::Growing);
  REQUIRE_FALSE(staff->quotes.empty());
  CHECK(staff->quotes.front().text == "We had to ask the waiter twice before anything came.");
  REQUIRE(staff->quotes.front().highlights.size() == 1);
  CHECK(staff->quotes.front().text.substr(staff->quotes.front().highlights.front().begin, 6) == "waiter");
  CHECK(topics.assigned == 400);
  CHECK(topics.topics.back().id != "other");
}
