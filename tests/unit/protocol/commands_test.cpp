#include "protocol/commands.hpp"

#include <catch_amalgamated.hpp>

using namespace attune::protocol;

TEST_CASE("commands without content are their type alone", "[protocol][commands]") {
  CHECK(write_command(PickFiles{}) == R"({"type":"pickFiles"})");
  CHECK(write_command(PickFiles{.adds = true}) == R"({"type":"pickFiles","add":true})");
  CHECK(write_command(PickFolder{}) == R"({"type":"pickFolder"})");
  CHECK(write_command(PickTopicRules{}) == R"({"type":"pickTopicRules"})");
  CHECK(write_command(PickMapping{}) == R"({"type":"pickMapping"})");
  CHECK(write_command(UseOurModel{}) == R"({"type":"useOurModel"})");
  CHECK(write_command(OpenSample{}) == R"({"type":"openSample"})");
  CHECK(write_command(OpenKept{}) == R"({"type":"openKept"})");
  CHECK(write_command(KeepFiles{.is_on = true}) == R"({"type":"keep","on":true})");
  CHECK(write_command(CancelRun{}) == R"({"type":"cancel"})");
  CHECK(write_command(RestartEngine{}) == R"({"type":"restart"})");
  CHECK(write_command(ForgetAll{}) == R"({"type":"forget"})");
}

TEST_CASE("commands carry their content under the names of the protocol", "[protocol][commands]") {
  CHECK(write_command(SetView{"reviews?stars=1", true}) ==
        R"({"type":"setView","fragment":"reviews?stars=1","asStep":true})");
  CHECK(write_command(SetTheme{ThemeChoice::HighContrast}) ==
        R"({"type":"setTheme","theme":"high-contrast"})");
  CHECK(write_command(SaveExport{"diagnostics.csv"}) == R"({"type":"saveExport","what":"diagnostics.csv"})");
  CHECK(
      write_command(SetRoles{1, 2, "f00", {{"Comment", "text"}, {"Stars", ""}}}) ==
      R"({"type":"setRoles","file":1,"table":2,"fingerprint":"f00","roles":{"Comment":"text","Stars":""}})");
  RereadFile reread;
  reread.file = 3;
  reread.options.delimiter = ";";
  reread.options.header_rows = 2;
  CHECK(write_command(reread) == R"({"type":"reread","file":3,"options":{"delimiter":";","headerRows":2}})");
  reread.options = {};
  reread.options.repairs_letters = false;
  CHECK(write_command(reread) == R"({"type":"reread","file":3,"options":{"repairLetters":false}})");
}

TEST_CASE("text of users leaves as valid JSON", "[protocol][commands]") {
  CHECK(write_command(CopyText{"say \"hi\"\n"}) == R"({"type":"copyText","text":"say \"hi\"\n"})");
  CHECK(write_command(CopyTable{"a\tb\n", "<table>"}) ==
        R"({"type":"copyTable","text":"a\tb\n","html":"<table>"})");
  CHECK(write_command(CopyPicture{"<svg/>", 300, 200}) ==
        R"({"type":"copyPicture","svg":"<svg/>","width":300,"height":200})");
  CHECK(write_command(SavePicture{"a.png", {"<svg/>", 300, 200}}) ==
        R"({"type":"savePicture","name":"a.png","svg":"<svg/>","width":300,"height":200})");
  CHECK(write_command(CopyText{"\xFF"}) == "{\"type\":\"copyText\",\"text\":\"\uFFFD\"}");
}

TEST_CASE("a rows query is read by the engine as it was meant", "[protocol][commands]") {
  RowsQuery rows;
  rows.filter.search = "late \"delivery\"";
  rows.filter.sentiments = {SentimentFilter::Negative, SentimentFilter::Mixed, SentimentFilter::Pending};
  rows.filter.ratings = {1, 5};
  rows.filter.from = 19783;
  rows.filter.to = 19790;
  rows.filter.sources = {"Google", "A & B"};
  rows.filter.products = {"Mug"};
  rows.filter.places = {"Berlin"}, rows.filter.segments = {"champions"};
  rows.filter.topics = {"staff"}, rows.filter.aspects = {"coffee"}, rows.filter.entities = {"Anna"};
  rows.filter.rows = {17, 3};
  rows.sort = {SortKey::Date, true};
  rows.offset = 160;
  rows.limit = 80;

  const auto parsed = parse_query(write_query(Query{7, rows}));

  REQUIRE(parsed);
  CHECK(parsed->id == 7);
  const auto* again = std::get_if<RowsQuery>(&parsed->body);
  REQUIRE(again != nullptr);
  CHECK(again->filter == rows.filter);
  CHECK(again->sort == rows.sort);
  CHECK(again->offset == 160);
  CHECK(again->limit == 80);
}

TEST_CASE("every kind of query is read by the engine as the same kind", "[protocol][commands]") {
  const std::vector<QueryBody> bodies{RowsQuery{},
                                      RowQuery{17},
                                      ExplainQuery{18},
                                      ColumnsQuery{},
                                      DiagnosticsQuery{5, 9},
                                      ExportQuery{"rows.csv", 3},
                                      ClassifyQuery{{"a"}},
                                      TableQuery{1, 2, true, 4}};
  for (const QueryBody& body : bodies) {
    const auto parsed = parse_query(write_query(Query{1, body}));
    REQUIRE(parsed);
    CHECK(parsed->body.index() == body.index());
  }
}
