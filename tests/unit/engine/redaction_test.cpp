// What leaves without personal data: results, and the list of reviews with what was read in them.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include <catch_amalgamated.hpp>

#include "base/dates.hpp"
#include "support/test_host.hpp"

using namespace attune;
using attune::tests::TestHost;
using Json = nlohmann::json;

namespace {

std::string exported(TestHost& host, const std::string& what, bool redacts) {
  const Json query{{"query", "export"}, {"id", 1}, {"what", what}, {"cursor", 0}, {"redact", redacts}};
  const auto answer = host.session.query(query.dump());
  REQUIRE(answer);
  return Json::parse(*answer)["text"].get<std::string>();
}

// Sixty days: bread and staff by turns, Anna Smith on every third.
TestHost analysed() {
  std::string csv = "Date,Stars,Review,City\n";
  for (int i = 0; i < 60; ++i) {
    csv +=
        iso_from_days(days_from_civil({2024, 1, 1}) + i) + (i % 2 == 0 ? ",5,good bread" : ",1,rude staff");
    csv += (i % 3 == 0 ? " Anna Smith was there,Bergen\n" : " and nobody was there,Oslo\n");
  }
  TestHost host;
  REQUIRE(host.load_rich_model(3, 5));
  REQUIRE(host.analyse({{"reviews.csv", csv}}));
  return host;
}

}  // namespace

TEST_CASE("a topic called after a person has no name in what leaves", "[engine][redaction]") {
  TestHost host = analysed();
  REQUIRE_FALSE(host.latest().insight.topics.topics.empty());
  const std::string topic = host.latest().insight.topics.topics.front().id;
  const Json rename{
      {"type", "topics"}, {"run", 2}, {"edit", "rename"}, {"topic", topic}, {"name", "Anna Smith"}};
  REQUIRE(host.session.command(rename.dump()));
  host.run();
  CHECK(exported(host, "topics.json", false).find("Anna Smith") != std::string::npos);
  for (const char* what : {"topics.json", "drivers.json", "aspects.json", "priorities.json", "alerts.json"}) {
    INFO(what);
    CHECK(exported(host, what, true).find("Anna") == std::string::npos);
  }
  CHECK(exported(host, "topics.json", true).find("[name]") != std::string::npos);
}

TEST_CASE("no point of a course that leaves rests on fewer than five reviews", "[engine][redaction]") {
  TestHost host = analysed();
  const auto fewest = [](const Json& points, const char* member) {
    std::uint64_t least = 1000;
    for (const Json& point : points)
      least = std::min(least, (member == nullptr ? point : point[member])["n"].get<std::uint64_t>());
    return least;
  };
  const Json whole = Json::parse(exported(host, "trends.json", false));
  std::uint64_t smallest = 1000;
  for (const Json& one : whole["series"]) smallest = std::min(smallest, fewest(one["points"], "figure"));
  REQUIRE(smallest < 5);  // else there is nothing to see here
  const Json redacted = Json::parse(exported(host, "trends.json", true));
  for (const Json& one : redacted["series"]) CHECK(fewest(one["points"], "figure") >= 5);
  const Json topics = Json::parse(exported(host, "topics.json", true));
  for (const Json& topic : topics["topics"]) CHECK(fewest(topic["trend"], nullptr) >= 5);
}

TEST_CASE("the list of reviews carries what was read in each", "[engine][redaction]") {
  TestHost host = analysed();
  const std::string csv = exported(host, "rows.csv", false);
  CHECK(csv.starts_with(
      "row,text,title,rating,date,product,source,place,sentiment,score,stars,emotions,intent,own "
      "intent,language\r\n"));
  CHECK(csv.find("0,good bread Anna Smith was there,,5,2024-01-01,,,Bergen,positive,") != std::string::npos);
  CHECK(csv.find(",praise,,") != std::string::npos);
  CHECK(csv.find(",complaint,,") != std::string::npos);
}
