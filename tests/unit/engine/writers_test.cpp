// Reviews by who wrote them and where: the list's filter and the answers to questions count the same.
#include <string>

#include <catch_amalgamated.hpp>
#include <nlohmann/json.hpp>

#include "protocol/commands.hpp"
#include "support/project_file.hpp"
#include "support/test_host.hpp"

using namespace attune;
using attune::tests::TestHost;
using Json = nlohmann::json;

namespace {

Json asked(TestHost& host, const std::string& question) {
  REQUIRE(host.session.query(protocol::write_query({.id = 1, .body = protocol::AskQuery{question}})));
  host.run();
  return Json::parse(host.answers.back()).at("ask");
}

std::uint64_t rows_of(TestHost& host, const Json& filter) {
  const Json query{{"query", "rows"}, {"id", 2}, {"filter", filter}, {"limit", 1}};
  const auto answer = host.session.query(query.dump());
  REQUIRE(answer);
  return Json::parse(*answer).at("total");
}

}  // namespace

TEST_CASE("the reviews of a segment are the same in an answer and in the list that it opens",
          "[engine][ask][writers]") {
  TestHost host;
  REQUIRE(host.analyse({{"reviews.csv", tests::project_file("assets/samples/reviews.csv")},
                        {"orders.csv", tests::project_file("assets/samples/orders.csv")}}));
  const Json all = asked(host, "How many reviews did champions write?");
  CHECK(all.at("filter").at("segment") == Json{"champions"});
  const auto n = all.at("counts")[0].at("n").get<std::uint64_t>();
  CHECK(n > 0);
  CHECK(rows_of(host, all["counts"][0].at("filter")) == n);
  const Json complaints = asked(host, "Worüber beschweren sich Spitzenkunden?");
  CHECK(complaints.at("language") == "de");
  CHECK(complaints["counts"][0].at("of") == n);
  CHECK(complaints["counts"][0].at("n") == rows_of(host, complaints.at("filter")));
  const Json groups = asked(host, "Which segment is least happy?");
  CHECK(groups.at("intent") == "which");
  REQUIRE(groups.at("counts").size() > 1);
  CHECK(groups["counts"][0]["rating"]["value"] <= groups["counts"][1]["rating"]["value"]);
  for (const Json& count : groups["counts"]) CHECK(rows_of(host, count.at("filter")) == count.at("n"));
  CHECK(rows_of(host, {{"segment", {"nobody"}}}) == 0);
}

TEST_CASE("the reviews of a place are found by its name", "[engine][ask][writers]") {
  TestHost host;
  REQUIRE(
      host.analyse({{"reviews.csv",
                     "Date,Rating,Branch,Review\n"
                     "2024-03-06,1,Berlin,\"The soup was cold and the waiter was rude to us, never again.\"\n"
                     "2024-02-06,5,Hamburg,\"Wonderful bread, we will come back for more of it soon.\"\n"
                     "2024-02-07,4,Berlin,\"The bread is good, and the people are nice to everybody.\"\n"}}));
  CHECK(rows_of(host, {{"place", {"Berlin"}}}) == 2);
  CHECK(rows_of(host, {{"place", {"Berlin", "Hamburg"}}}) == 3);
  const Json answer = asked(host, "How many reviews in Berlin?");
  CHECK(answer.at("filter").at("place") == Json{"Berlin"});
  CHECK(answer.at("counts")[0].at("n") == 2);
  CHECK(asked(host, "Which segment is least happy?").at("unknown") == true);
}
