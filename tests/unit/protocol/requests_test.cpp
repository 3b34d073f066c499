#include "protocol/requests.hpp"

#include <catch_amalgamated.hpp>

using namespace attune::protocol;
using attune::ErrorCode;

TEST_CASE("a start command carries files, corrections and remembered roles", "[protocol][requests]") {
  const auto command = parse_command(
      R"({"type":"start","run":3,"files":[{"name":"a.csv","size":12,"options":{"delimiter":";","headerRows":2}},{"name":"b.json","size":9}],
          "roles":{"00ff":{"Comment":"text","Stars":"rating"}}})");
  REQUIRE(command);
  const auto& start = std::get<StartCommand>(*command);
  CHECK(start.run == 3);
  REQUIRE(start.files.size() == 2);
  CHECK(start.files[0].name == "a.csv");
  CHECK(start.files[0].size_bytes == 12);
  CHECK(start.files[0].options.delimiter == ";");
  CHECK(start.files[0].options.header_rows == 2U);
  CHECK_FALSE(start.files[0].options.encoding);
  CHECK(start.files[1].name == "b.json");
  CHECK(start.roles.at("00ff").at("Stars") == "rating");
}

TEST_CASE("a rows query carries every filter, the sort and the page", "[protocol][requests]") {
  const auto query = parse_query(
      R"({"query":"rows","id":7,"filter":{"search":"late","sentiment":["negative","mixed"],"rating":[1,2],"from":"1970-01-02",
          "to":"1970-02-01","source":["Google"],"product":["Mug"]},"sort":{"by":"date","descending":true},"offset":40,"limit":5000})");
  REQUIRE(query);
  CHECK(query->id == 7);
  const auto& rows = std::get<RowsQuery>(query->body);
  CHECK(rows.filter.search == "late");
  CHECK(rows.filter.sentiments == std::vector{SentimentFilter::Negative, SentimentFilter::Mixed});
  CHECK(rows.filter.ratings == std::vector{1, 2});
  CHECK(rows.filter.from == 1);
  CHECK(rows.filter.to == 31);
  CHECK(rows.filter.sources == std::vector<std::string>{"Google"});
  CHECK(rows.filter.products == std::vector<std::string>{"Mug"});
  CHECK(rows.sort == RowsSort{.by = SortKey::Date, .descending = true});
  CHECK(rows.offset == 40);
  CHECK(rows.limit == kMaxRowsPerPage);
}

TEST_CASE("an edit of the topics is read with what it needs", "[protocol][requests]") {
  const auto merge =
      parse_command(R"({"type":"topics","run":4,"edit":"merge","topic":"waiter","into":"staff"})");
  REQUIRE(merge);
  const auto& topics = std::get<TopicsCommand>(*merge);
  CHECK(topics.run == 4);
  CHECK(topics.edit == TopicEdit::Merge);
  CHECK(topics.topic == "waiter");
  CHECK(topics.into == "staff");
  CHECK_FALSE(parse_command(R"({"type":"topics","run":4,"edit":"explode"})"));
}

TEST_CASE("what is no request is refused with the reason in the detail", "[protocol][requests]") {
  const auto [json, detail] = GENERATE(table<std::string, std::string>({
      {"", "not an object"},
      {"[1,2", "not an object"},
      {"[]", "not an object"},
      {"\"start\"", "not an object"},
      {"{}", "unknown command \"\""},
      {R"({"type":"dance"})", "unknown command \"dance\""},
      {R"({"type":7})", "\"type\" is not a text"},
      {R"({"type":"start","run":-1})", "\"run\" is not a whole number"},
      {R"({"type":"start","run":1.5})", "\"run\" is not a whole number"},
      {R"({"type":"start","run":1e300})", "\"run\" is not a whole number"},
      {R"({"type":"start","files":{"name":"a"}})", "\"files\" is not a list"},
      {R"({"type":"start","files":["a.csv"]})", "files: not an object"},
      {R"({"type":"start","files":[{"name":1}]})", "files: \"name\" is not a text"},
      {R"({"type":"start","roles":{"00ff":[]}})", "roles: \"00ff\" is not columns with roles"},
  }));
  CAPTURE(json);
  const auto command = parse_command(json);
  REQUIRE_FALSE(command);
  CHECK(command.error().code == ErrorCode::InvalidRequest);
  CHECK(command.error().detail == detail);
}

TEST_CASE("a query with a wrong value is refused", "[protocol][requests]") {
  const auto [json, detail] = GENERATE(table<std::string, std::string>({
      {R"({"query":"guess"})", "unknown query \"guess\""},
      {R"({"query":"rows","filter":{"rating":[0]}})", "filter: \"rating\" is not a list of stars"},
      {R"({"query":"rows","filter":{"from":"yesterday"}})", "filter: \"from\" is not a date"},
      {R"({"query":"rows","filter":{"sentiment":["sad"]}})",
       "filter: \"sentiment\" is not a list of sentiments"},
      {R"({"query":"rows","sort":{"by":"colour"}})", "sort: \"by\" is not a column to sort by"},
      {R"({"query":"row","row":"x"})", "\"row\" is not a whole number"},
      {R"({"query":"classify","texts":[1]})", "\"texts\" is not a list of texts"},
      {R"({"query":"table","as":"xls"})", "\"as\" is not csv or jsonl"},
  }));
  CAPTURE(json);
  const auto query = parse_query(json);
  REQUIRE_FALSE(query);
  CHECK(query.error().detail == detail);
}
