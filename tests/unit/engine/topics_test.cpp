// Topics through the session: found, edited, saved as rules and taken up again, and filtered by.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include <catch_amalgamated.hpp>

#include "support/test_host.hpp"

using namespace attune;
using attune::tests::MemoryFile;
using attune::tests::TestHost;
using Json = nlohmann::json;

namespace {

MemoryFile reviews_of_a_bakery() {
  std::string csv = "Date,Stars,Review\n";
  for (int i = 0; i < 120; ++i) {
    const std::string day = "2024-0" + std::to_string(1 + i % 6) + "-1" + std::to_string(i % 10);
    csv += day + (i % 3 == 0   ? ",1,\"The delivery was late and the courier lost the parcel.\"\n"
                  : i % 3 == 1 ? ",5,\"The bread has a fine crust and the oven bakes the bread dark.\"\n"
                               : ",4,\"The staff were kind and the waiter smiled at the staff.\"\n");
  }
  return {"bakery.csv", csv};
}

Json ask(TestHost& host, const Json& query) {
  const auto answer = host.session.query(query.dump());
  return answer ? Json::parse(*answer) : Json{{"error", answer.error().message}};
}

const snapshot::Topic* topic_with(const TestHost& host, std::string_view term) {
  for (const snapshot::Topic& topic : host.latest().insight.topics.topics) {
    for (const auto& one : topic.terms) {
      if (one.text == term) return &topic;
    }
  }
  return nullptr;
}

bool edit(TestHost& host, Json command) {
  command["type"] = "topics";
  if (!host.session.command(command.dump())) return false;
  host.run();
  return true;
}

}  // namespace

TEST_CASE("topics come with the snapshot, without a model, and filter the rows", "[engine][topics]") {
  TestHost host;
  REQUIRE(host.analyse({reviews_of_a_bakery()}));
  const snapshot::Topic* bread = topic_with(host, "bread");
  REQUIRE(bread != nullptr);
  CHECK(bread->n == 40);
  CHECK(bread->net.value == Catch::Approx(1));
  CHECK(host.latest().insight.metrics.size() == 27);

  const Json rows =
      ask(host, {{"query", "rows"}, {"id", 1}, {"limit", 5}, {"filter", {{"topic", {bread->id}}}}});
  CHECK(rows["total"] == 40);
  const Json some =
      ask(host, {{"query", "rows"}, {"id", 2}, {"limit", 5}, {"filter", {{"rows", {3, 5, 999}}}}});
  CHECK(some["total"] == 2);
}

TEST_CASE("an edit of the topics is a new picture, and its rules can be taken up again", "[engine][topics]") {
  TestHost host;
  REQUIRE(host.analyse({reviews_of_a_bakery()}));
  const std::string bread = topic_with(host, "bread")->id;
  const std::string staff = topic_with(host, "staff")->id;
  REQUIRE(edit(host, {{"run", 2}, {"edit", "rename"}, {"topic", bread}, {"name", "Our bread"}}));
  CHECK(topic_with(host, "bread")->name == "Our bread");
  CHECK(host.latest().run == 2);
  CHECK(host.latest().insight.topics.is_edited);
  REQUIRE(edit(host, {{"run", 3}, {"edit", "merge"}, {"topic", staff}, {"into", bread}}));
  CHECK(topic_with(host, "staff")->id == bread);
  CHECK(topic_with(host, "staff")->n == 80);

  const std::string rules =
      ask(host, {{"query", "export"}, {"id", 1}, {"what", "topic_rules.json"}})["text"].get<std::string>();
  REQUIRE(edit(host, {{"run", 4}, {"edit", "reset"}}));
  CHECK(topic_with(host, "staff")->id == staff);
  CHECK_FALSE(host.latest().insight.topics.is_edited);
  REQUIRE(edit(host, {{"run", 5}, {"edit", "rules"}, {"rules", rules}}));
  CHECK(topic_with(host, "staff")->name == "Our bread");

  REQUIRE(edit(host, {{"run", 6}, {"edit", "taxonomy"}, {"name", "restaurant"}}));
  const auto& topics = host.latest().insight.topics.topics;
  const auto waiters = std::ranges::find(topics, "restaurant:Staff", &snapshot::Topic::id);
  REQUIRE(waiters != topics.end());
  CHECK(waiters->n == 40);
  CHECK_FALSE(edit(host, {{"run", 7}, {"edit", "taxonomy"}, {"name", "circus"}}));
  CHECK_FALSE(edit(host, {{"run", 8}, {"edit", "delete"}, {"topic", "nobody"}}));
}
